import { catalogue } from "../../../lib/words";
import { en } from "./en";

/** The words of galleries in the language of a locale. */
export const galleryWords = catalogue({ en });
