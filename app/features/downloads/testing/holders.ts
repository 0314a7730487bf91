import { eq } from "drizzle-orm";
import type { Studio } from "../../../tenancy/studio";
import { ask } from "../../../test/ask";
import { cookiesAfter, postForm } from "../../../test/pages";
import type { Gallery } from "../../galleries/model";
import { aGallery } from "../../galleries/testing";
import { aPhoto } from "../../ingest/testing";
import { orderLines } from "../../storefront/schema";
import { anOrder } from "../../storefront/testing";
import { downloadToken } from "../commands/grant-downloads.server";
import { galleryDownloadsPath } from "../paths";
import { downloads } from "../schema";

/** An order of a test that cost nothing, for so many photos that have their web size as well, and the first link. */
export async function aPurchase(studio: Studio, { photos = 2 } = {}) {
  const gallery = await aGallery(studio, {
    name: `Free of ${crypto.randomUUID().slice(0, 8)}`,
    priceAmount: 0,
  });
  const photoIds: string[] = [];
  for (let i = 0; i < photos; i++)
    photoIds.push((await aPhoto(studio, gallery.id, { filename: `DSC_${i}.jpg`, web: true })).id);
  const order = await anOrder(studio, { gallery, photoIds });
  const lines = await studio.db.select().from(orderLines).where(eq(orderLines.orderId, order.id));
  const lineOf = (photoId: string) => lines.find((line) => line.photoId === photoId)?.id ?? "";
  return { order, gallery, photoIds, lineOf, token: await downloadToken(studio, order.id) };
}

/** A visitor who goes to what a gallery gives away, from an address of their own. */
export function aVisitor(slug: string, gallery: Pick<Gallery, "shareKey">, network = "192.0.2.77") {
  const path = galleryDownloadsPath(gallery.shareKey);
  let cookie = "";
  return {
    path,
    cookie: () => cookie,
    /** Sends the form; the token that a link was given by, or null. */
    async ask(fields: { code?: string; photo?: string } = {}) {
      const headers = { "cf-connecting-ip": network, cookie };
      const response = await postForm(slug, path, fields, { headers });
      cookie = cookiesAfter(response, cookie);
      const location = response.headers.get("location");
      const token =
        /^\/d\/([\w-]+)/.exec(location ?? "")?.[1] ?? /downloads-\w+=([\w-]+)/.exec(cookie)?.[1] ?? null;
      return { status: response.status, location, token, text: await response.text() };
    },
  };
}

/** Fetches an address of bytes to its end. */
export async function fetched(slug: string, path: string, init: RequestInit = {}) {
  const response = await ask(slug, path, init);
  const bytes = new Uint8Array(await response.arrayBuffer());
  return { status: response.status, location: response.headers.get("location"), bytes };
}

/** What was noted of downloads, oldest first. */
export async function notedDownloads(studio: Studio) {
  const rows = await studio.db.select().from(downloads).orderBy(downloads.id);
  return rows.map(({ photoId, size, photos, orderId, galleryId }) => ({
    photoId,
    size,
    photos,
    orderId,
    galleryId,
  }));
}
