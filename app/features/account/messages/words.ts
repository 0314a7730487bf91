import { catalogue, filledUp } from "../../../lib/words";
import { de } from "./de";
import { en } from "./en";
import { es } from "./es";

/** The words of accounts in the language of a locale; in others than English, mails only. */
export const accountWords = catalogue({ en, de: filledUp(en, de), es: filledUp(en, es) });
