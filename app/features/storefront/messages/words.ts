import { catalogue } from "../../../lib/words";
import { en } from "./en";

/** The words of the storefront in the language of a locale. */
export const storefrontWords = catalogue({ en });
