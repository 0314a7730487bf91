import { catalogue } from "../../lib/words";
import { en } from "./en";

/** The words around every page: layouts, refusals, errors, in the language of a locale. */
export const chromeWords = catalogue({ en });
