import { PhotoFavourite } from "./favourites-slots";
import { HideEye } from "./hide-eye";
import type { PhotoActionsProps } from "./photo-controls";

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
