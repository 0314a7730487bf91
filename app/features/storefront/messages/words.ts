import { catalogue, filledUp } from "../../../lib/words";
import { de } from "./de";
import { en } from "./en";
import { es } from "./es";

/** The words of the storefront in the language of a locale. */
export const storefrontWords = catalogue({ en, de: filledUp(en, de), es: filledUp(en, es) });
