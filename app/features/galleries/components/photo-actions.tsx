import { PhotoFavourite } from "./favourites-slots";
import { HideEye } from "./hide-eye";

/** Where they stand: over the lower edge of a photo in the grid, or in the row under a large one. */
export type ActionPlace = "tile" | "lightbox";

export interface PhotoActionsProps {
  photo: { id: string; filename: string; hidden: boolean };
  place: ActionPlace;
}

/**
 * What can be done with one photo besides buying and downloading it: the heart (or label, or yes and no) and the eye
 * that hides it. Stands in many tiles at once, so what it shows comes from contexts and it asks for nothing by itself.
 * What can be pressed is 44 px on each side, wears `lightboxControl` or `tileControl`, and is a form or a link before
 * JavaScript arrives. In the lightbox it must not take the arrow keys, space or "f" (which is handed to it, see
 * `favouriteKey`).
 */
export function PhotoActions({ photo, place }: PhotoActionsProps) {
  return (
    <>
      <PhotoFavourite photo={photo} place={place} />
      <HideEye photo={photo} place={place} />
    </>
  );
}

/** The look of what can be pressed on a tile: white on any picture. */
export const tileControl =
  "grid size-11 place-items-center text-white [filter:drop-shadow(0_1px_2px_rgb(0_0_0/0.65))] focus-visible:rounded-full focus-visible:outline-2 focus-visible:-outline-offset-4 focus-visible:outline-white";

/** The look of what can be pressed around a large photo. */
export const lightboxControl =
  "grid size-12 shrink-0 place-items-center rounded-full text-white/90 transition-colors hover:bg-white/15 hover:text-white focus-visible:outline-2 focus-visible:-outline-offset-2 focus-visible:outline-white";
