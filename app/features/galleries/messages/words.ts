import { catalogue, filledUp } from "../../../lib/words";
import { de } from "./de";
import { en } from "./en";
import { es } from "./es";

/** The words of galleries in the language of a locale. */
export const galleryWords = catalogue({ en, de: filledUp(en, de), es: filledUp(en, es) });
