import { catalogue } from "../../../lib/words";
import { en } from "./en";

/** The words of clients' pages and mails in the language of a locale. */
export const clientWords = catalogue({ en });
