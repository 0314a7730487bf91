import type { VisitorWay } from "../../downloads/model";
import { galleryDownloadsPath } from "../../downloads/paths";
import type { TilePhoto } from "../model/tile-photo";

/** What the large photo's page shows. */
export interface LargePhoto {
  key: string;
  photo: TilePhoto;
  beforeId: string | null;
  afterId: string | null;
  /** What it costs, in few words; null where it is not sold. */
  price: string | null;
  download: VisitorWay | null;
}

/** What a link from the gallery to one of its photos leaves in the history: the entry before it is the gallery. */
export const fromGallery = { fromGallery: true } as const;

export function isOpenedFromGallery(state: unknown): boolean {
  return (state as { fromGallery?: unknown } | null)?.fromGallery === true;
}

type Find = (photoId: string) => LargePhoto | undefined;

const open: { key: string; find: Find | null } = { key: "", find: null };

/** Lets a photo open large without asking the server, while the page that has it is there. Returns how to end that. */
export function rememberPhotos(key: string, find: Find): () => void {
  open.key = key;
  open.find = find;
  return () => {
    if (open.find === find) open.find = null;
  };
}

/** A photo that the gallery's page has already; undefined where the server has to be asked. */
export function photoInMemory(key: string, photoId: string): LargePhoto | undefined {
  return open.key === key ? open.find?.(photoId) : undefined;
}

/** How one photo is had, where it is known how all of them are. Who holds a link is led on by the form. */
export function downloadOfPhoto(key: string, photoId: string, all: VisitorWay | null): VisitorWay | null {
  if (!all) return null;
  const action = galleryDownloadsPath(key);
  if (all.by === "page") return { by: "page", to: `${action}?photo=${photoId}` };
  return { by: "form", action, photoId };
}
