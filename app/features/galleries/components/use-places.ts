import { useCallback, useRef } from "react";
import type { GridLayout } from "../model/grid-layout";
import type { Shelf } from "./use-shelves";

interface Placed {
  photoIds: string[];
  element: HTMLElement;
  layout: GridLayout;
}

/** Where every photo stands on the page, also of those that are not in it because they are far from the screen. */
export function usePlaces() {
  const grids = useRef(new Map<string | null, Placed>());
  const onPlaced = useCallback((shelf: Shelf, element: HTMLElement, layout: GridLayout) => {
    grids.current.set(shelf.id, { photoIds: shelf.photos.map(({ id }) => id), element, layout });
  }, []);
  const show = useCallback((photoId: string) => {
    for (const { photoIds, element, layout } of grids.current.values()) {
      const place = layout.places[photoIds.indexOf(photoId)];
      if (!place) continue;
      const top = element.getBoundingClientRect().top + place.top;
      const isSeen = top >= BAR && top + place.height <= window.innerHeight;
      if (!isSeen)
        window.scrollBy({ top: top - (window.innerHeight - place.height) / 2, behavior: "instant" });
      // Its tile may have to be put into the page first.
      requestAnimationFrame(() =>
        requestAnimationFrame(() =>
          document
            .querySelector<HTMLElement>(`[data-photo="${CSS.escape(photoId)}"]`)
            ?.focus({ preventScroll: true }),
        ),
      );
      return;
    }
  }, []);
  return { onPlaced, show };
}

/** Height of the bar that stays at the top, in pixels. */
const BAR = 56;
