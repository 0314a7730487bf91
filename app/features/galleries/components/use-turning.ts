import { useLocation, useNavigate } from "@remix-run/react";
import { useCallback, useEffect, useState } from "react";
import type { TilePhoto } from "../model/tile-photo";
import { sharedPhotoPath } from "../paths";
import type { OverGallery } from "./gallery-view";
import { type LargePhoto, photoInMemory } from "./photo-memory";

/** How near to the last photo that is here more are fetched. */
const SOON = 12;

interface Turning {
  large: LargePhoto;
  before: TilePhoto | null;
  after: TilePhoto | null;
  turn(step: -1 | 1): void;
}

/**
 * The photo that is open, and turning to its neighbours: at once where the gallery has them, and then only the address
 * changes; by way of the server where it has not.
 */
export function useTurning(opened: LargePhoto, over: OverGallery | undefined): Turning {
  const [turned, setTurned] = useState<{ from: LargePhoto; id: string } | null>(null);
  const navigate = useNavigate();
  const { state } = useLocation();
  const { key } = opened;
  const id = turned?.from === opened ? turned.id : opened.photo.id;
  const known = over?.shelves.find(id);
  const local = photoInMemory(key, id);
  const isOpened = id === opened.photo.id;
  // What the server has said of a photo stands, but its neighbours may have come since.
  const large: LargePhoto =
    isOpened || !local
      ? {
          ...opened,
          photo: known?.photo ?? opened.photo,
          beforeId: known?.before?.id ?? opened.beforeId,
          afterId: known?.after?.id ?? opened.afterId,
        }
      : { ...local, photo: known?.photo ?? local.photo };
  const { beforeId, afterId } = large;
  const search = over?.search ?? "";
  const turn = useCallback(
    (step: -1 | 1) => {
      const to = step === 1 ? afterId : beforeId;
      if (to === null) return;
      const path = sharedPhotoPath(key, to) + search;
      if (photoInMemory(key, to)) {
        setTurned({ from: opened, id: to });
        history.replaceState(history.state, "", path);
      } else navigate(path, { state, replace: true, preventScrollReset: true });
    },
    [key, search, opened, beforeId, afterId, state, navigate],
  );
  const shelves = over?.shelves;
  useEffect(() => {
    const shelf = shelves?.shelves.find(({ photos }) => photos.some((photo) => photo.id === id));
    if (!shelf || !shelves) return;
    const index = shelf.photos.findIndex((photo) => photo.id === id);
    if (index > shelf.photos.length - SOON) {
      if (shelf.nextCursor !== null) shelves.loadMore(shelf.id);
      else {
        const next = shelves.shelves[shelves.shelves.indexOf(shelf) + 1];
        if (next && !next.started) shelves.loadMore(next.id);
      }
    }
  }, [id, shelves]);
  return { large, before: known?.before ?? null, after: known?.after ?? null, turn };
}
