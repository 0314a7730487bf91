/** Where they stand: over the lower edge of a photo in the grid, or in the row under a large one. */
export type ActionPlace = "tile" | "lightbox";

export interface PhotoActionsProps {
  photo: { id: string; filename: string; hidden: boolean };
  place: ActionPlace;
}

/** The look of what can be pressed on a tile: white on any picture. */
export const tileControl =
  "grid size-11 place-items-center text-white [filter:drop-shadow(0_1px_2px_rgb(0_0_0/0.65))] focus-visible:rounded-full focus-visible:outline-2 focus-visible:-outline-offset-4 focus-visible:outline-white";

/** The look of what can be pressed around a large photo. */
export const lightboxControl =
  "grid size-12 shrink-0 place-items-center rounded-full text-white/90 transition-colors hover:bg-white/15 hover:text-white focus-visible:outline-2 focus-visible:-outline-offset-2 focus-visible:outline-white";

/** The attribute by which the lightbox finds what the key "F" presses: the button of the photo that is shown. */
export const favouriteKey = { "data-favourite-key": "" } as const;
