import { catalogue } from "../../../lib/words";
import { en } from "./en";

/** The words of the studio's home page and the platform's own in the language of a locale. */
export const studioWords = catalogue({ en });
