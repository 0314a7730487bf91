import { catalogue } from "../../../lib/words";
import { en } from "./en";

/** The words of downloads in the language of a locale. */
export const downloadWords = catalogue({ en });
