import { catalogue } from "../../../lib/words";
import { en } from "./en";
import { enFavourites } from "./en-favourites";
import { enPicks } from "./en-picks";

/** The words of galleries in the language of a locale. */
export const galleryWords = catalogue({ en });

/** The words of choosing photos, for those who choose. */
export const favouritesWords = catalogue({ en: enFavourites });

/** The words of what was chosen, for the studio. */
export const picksWords = catalogue({ en: enPicks });
