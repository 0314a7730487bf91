import { catalogue } from "../../../lib/words";
import { en } from "./en";

/** The words of accounts in the language of a locale. */
export const accountWords = catalogue({ en });
