import { catalogue, filledUp } from "../../../lib/words";
import { de } from "./de";
import { en } from "./en";
import { es } from "./es";

/** The words of the studio's home page and the platform's own in the language of a locale. */
export const studioWords = catalogue({ en, de: filledUp(en, de), es: filledUp(en, es) });
