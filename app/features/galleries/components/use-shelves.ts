import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { TilePhoto } from "../model/tile-photo";
import { sharedPhotosPath } from "../paths";

/** The photos of one section, as far as they are here. */
export interface Shelf {
  id: string | null;
  name: string;
  count: number;
  photos: TilePhoto[];
  nextCursor: string | null;
  started: boolean;
}

export const isComplete = ({ started, nextCursor }: Shelf): boolean => started && nextCursor === null;

/** What was fetched stays for as long as the browser's tab shows the site: who comes back finds their place. */
const kept = new Map<string, { shelves: readonly Shelf[]; from: readonly Shelf[] }>();

/** Whether what was kept is of the same photos as what the server has just sent. */
function isSame(old: readonly Shelf[], sent: readonly Shelf[]): boolean {
  const told = (shelves: readonly Shelf[]) =>
    JSON.stringify(shelves.map(({ id, count, started, photos }) => [id, count, started, photos[0]?.id]));
  return told(old) === told(sent);
}

interface FoundPhoto {
  photo: TilePhoto;
  /** Null before all sections. */
  sectionId: string | null;
  before: TilePhoto | null;
  after: TilePhoto | null;
}

export interface Shelves {
  shelves: readonly Shelf[];
  /** Fetches the next photos of a section; does nothing while it does or when all are here. */
  loadMore(id: string | null): void;
  /** A photo with those before and after it, over the borders of sections; undefined while it is not here. */
  find(photoId: string): FoundPhoto | undefined;
  change(photoId: string, values: Partial<TilePhoto>): void;
}

/** The photos of a gallery's page, and those that are fetched as the visitor gets there. */
export function useShelves(key: string, search: string, sent: readonly Shelf[]): Shelves {
  const name = key + search;
  const [shelves, setShelves] = useState<readonly Shelf[]>(() => {
    const old = kept.get(name);
    return old && isSame(old.from, sent) ? old.shelves : sent;
  });
  const now = useRef(shelves);
  now.current = shelves;
  useEffect(() => {
    kept.set(name, { shelves, from: sent });
  }, [name, shelves, sent]);

  const fetching = useRef(new Set<string | null>());
  const loadMore = useCallback(
    async (id: string | null) => {
      const shelf = now.current.find((each) => each.id === id);
      if (!shelf || isComplete(shelf) || fetching.current.has(id)) return;
      fetching.current.add(id);
      try {
        const path = sharedPhotosPath(key, { section: id, cursor: shelf.nextCursor });
        const answer = await fetch(search === "" ? path : `${path}&${search.slice(1)}`);
        if (!answer.ok) return;
        const page = (await answer.json()) as Pick<Shelf, "photos" | "nextCursor">;
        setShelves((before) =>
          before.map((each) => {
            if (each.id !== id) return each;
            const here = new Set(each.photos.map((photo) => photo.id));
            const photos = [...each.photos, ...page.photos.filter((photo) => !here.has(photo.id))];
            return { ...each, photos, nextCursor: page.nextCursor, started: true };
          }),
        );
      } catch {
        // The connection is gone: whoever scrolls on asks again.
      } finally {
        fetching.current.delete(id);
      }
    },
    [key, search],
  );

  const order = useMemo(
    () => shelves.flatMap(({ id: sectionId, photos }) => photos.map((photo) => ({ photo, sectionId }))),
    [shelves],
  );
  const places = useMemo(() => new Map(order.map(({ photo }, index) => [photo.id, index])), [order]);
  const find = useCallback(
    (photoId: string) => {
      const index = places.get(photoId);
      const found = index === undefined ? undefined : order[index];
      if (index === undefined || !found) return undefined;
      return {
        ...found,
        before: order[index - 1]?.photo ?? null,
        after: order[index + 1]?.photo ?? null,
      };
    },
    [order, places],
  );
  const change = useCallback((photoId: string, values: Partial<TilePhoto>) => {
    setShelves((before) =>
      before.map((shelf) =>
        shelf.photos.some(({ id }) => id === photoId)
          ? {
              ...shelf,
              photos: shelf.photos.map((each) => (each.id === photoId ? { ...each, ...values } : each)),
            }
          : shelf,
      ),
    );
  }, []);
  return { shelves, loadMore, find, change };
}
