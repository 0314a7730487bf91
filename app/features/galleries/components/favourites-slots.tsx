import type { ReactNode } from "react";
import type { FavouritesInView } from "../model/favourites-in-view";
import type { PhotoActionsProps } from "./photo-actions";

/** Holds what somebody has chosen, around everything on a gallery's page: the grid, its bar and the lightbox. */
export function FavouritesFrame({ children }: { favourites: FavouritesInView | null; children: ReactNode }) {
  return children;
}

/** The heart of a photo, its label, or yes and no: what `proofing.mode` asks for. */
export function PhotoFavourite(_props: PhotoActionsProps): ReactNode {
  return null;
}

/** What was chosen so far and the way to it, in the bar of the gallery: an icon of 44 px with its number. */
export function FavouritesLink(): ReactNode {
  return null;
}

/** The attribute by which the lightbox finds what the key "F" presses: the button of the photo that is shown. */
export const favouriteKey = { "data-favourite-key": "" } as const;
