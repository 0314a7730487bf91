import { isAppError } from "../../lib/app-error";
import type { Studio } from "../../tenancy/studio";
import type { Gallery } from "../galleries/model";
import type { Viewer } from "../galleries/model/roles";
import { linkLasts } from "./model";
import { downloadPath, galleryDownloadsPath, originalPath } from "./paths";
import { type DownloadLink, findDownload, getDownloadLink } from "./queries.server";

/** The cookie in which a visitor's browser keeps its link to what a gallery gives away. */
export const visitorCookie = (galleryId: string) => `downloads-${galleryId}`;

export const VISITOR_COOKIE_SECONDS = linkLasts.gallery / 1000;

/**
 * The link that a visitor's browser kept, if it still opens this gallery's downloads and gives what they have a right to
 * now; null otherwise.
 */
export async function heldByVisitor(
  studio: Studio,
  { gallery, viewer }: Pick<Visit, "gallery" | "viewer">,
  token: string | null,
): Promise<{ link: DownloadLink; token: string } | null> {
  if (token === null) return null;
  const link = await orNull(() => getDownloadLink(studio, token));
  const isTheirs =
    link?.galleryId === gallery.id &&
    link.grant === viewer.rights.download &&
    link.seesHidden === viewer.seesHidden;
  return isTheirs && link.state === "open" ? { link, token } : null;
}

/**
 * How a visitor gets at what a gallery gives away: by a link that the browser holds already (to a page, or to a file
 * of which is told what sharing it takes), by the page that asks for the PIN, or by a form that makes a link.
 */
export type VisitorDownload =
  | { by: "link"; to: string; file: { filename: string; contentType: string; size: number } | null }
  | { by: "page"; to: string }
  | { by: "form"; action: string; photoId: string };

interface Visit {
  gallery: Gallery;
  viewer: Viewer;
  /** The part of the gallery's address that opened it. */
  key: string;
  /** Reads a cookie of the visitor's browser. */
  cookie(name: string): string | null;
  /** The photo that is meant; left out for all of them. */
  photoId?: string;
}

/** See `VisitorDownload`; null where nothing is given away. */
export async function downloadForVisitor(
  studio: Studio,
  { gallery, viewer, key, cookie, photoId }: Visit,
): Promise<VisitorDownload | null> {
  if (viewer.rights.download === "none") return null;
  const action = galleryDownloadsPath(key);
  const held = await heldByVisitor(studio, { gallery, viewer }, cookie(visitorCookie(gallery.id)));
  if (!held) {
    if (gallery.downloadPin === null) return { by: "form", action, photoId: photoId ?? "" };
    return { by: "page", to: photoId === undefined ? action : `${action}?photo=${photoId}` };
  }
  if (photoId === undefined) return { by: "link", to: downloadPath(held.token), file: null };
  const file = await orNull(() => findDownload(studio, held.link, photoId));
  if (!file) return null;
  const { filename, contentType, size, choice } = file;
  return {
    by: "link",
    to: originalPath(held.token, photoId, choice),
    file: { filename, contentType, size },
  };
}

/** What is not there, or not ready yet, is nothing to offer. */
async function orNull<Value>(find: () => Promise<Value>): Promise<Value | null> {
  try {
    return await find();
  } catch (error) {
    if (isAppError(error) && (error.type === "not_found" || error.type === "conflict")) return null;
    throw error;
  }
}
