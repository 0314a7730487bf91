import { catalogue } from "../../lib/words";
import { de } from "./de";
import { en } from "./en";
import { es } from "./es";

/** The words around every page: layouts, refusals, errors, in the language of a locale. */
export const chromeWords = catalogue({ en, de, es });
