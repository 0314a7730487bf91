import { catalogue, filledUp } from "../../../lib/words";
import { de } from "./de";
import { deFavourites } from "./de-favourites";
import { en } from "./en";
import { enFavourites } from "./en-favourites";
import { es } from "./es";
import { esFavourites } from "./es-favourites";

/** The words of galleries in the language of a locale. */
export const galleryWords = catalogue({ en, de: filledUp(en, de), es: filledUp(en, es) });

/** The words of choosing photos, for those who choose. */
export const favouritesWords = catalogue({ en: enFavourites, de: deFavourites, es: esFavourites });
