import { catalogue } from "../../../lib/words";
import { en } from "./en";

/** The words of billing in the language of a locale. */
export const billingWords = catalogue({ en });
