import { eq } from "drizzle-orm";
import { formatBytes } from "../../lib/bytes";
import type { Studio } from "../../tenancy/studio";
import { galleryState, shareKeyOf } from "../galleries/model";
import { sharePath } from "../galleries/paths";
import { galleries } from "../galleries/schema";
import { orders } from "../storefront/schema";
import { archiveParts, partSizes } from "./archive-parts";
import { type ArchiveEntry, archivePlan } from "./archive-plan";
import type { DownloadSize } from "./model";
import { archivePath, downloadThumbPath, originalPath } from "./paths";
import { archiveEntries, type Holder, listOffers, listTiles } from "./queries.server";

/** Photos of one answer; more are fetched as somebody asks for them. */
const PHOTOS_A_PAGE = 60;

/** The gallery that a link's photos are of, and its address for the visitors of one that is open. */
export async function sourceOf(
  studio: Studio,
  { orderId, galleryId }: Holder,
): Promise<{ galleryName: string; galleryTo: string | null }> {
  const { name, slug, shareKey, visibility, status, expiresAt } = galleries;
  const gallery = await studio.db
    .select({ name, slug, shareKey, visibility, status, expiresAt })
    .from(galleries)
    .leftJoin(orders, eq(orders.galleryId, galleries.id))
    .where(galleryId === null ? eq(orders.id, orderId ?? "") : eq(galleries.id, galleryId))
    .limit(1)
    .get();
  if (!gallery) return { galleryName: "", galleryTo: null };
  const isOpen = galleryState(gallery, studio.clock.now()) === "open";
  return {
    galleryName: gallery.name,
    galleryTo: galleryId !== null && isOpen ? sharePath(shareKeyOf(gallery)) : null,
  };
}

interface Asked {
  link: Holder;
  token: string;
}

/** What the page of a link offers altogether, in the size asked for if there is a right to it. */
export async function offerOf(studio: Studio, { link, token, size }: Asked & { size: string | null }) {
  const { locale } = studio.tenant;
  const offers = (await listOffers(studio, link)).map((offer) => {
    // Nothing is planned of what is not there as a whole yet: the page is looked at again and again until it is.
    const entries = offer.waiting === 0 ? archiveEntries(studio, offer.items) : [];
    return { ...offer, entries, total: archivePlan(entries).size };
  });
  const chosen = offers.find((offer) => offer.size === size) ?? offers[0];
  const complete = chosen && chosen.waiting === 0 ? chosen : null;
  return {
    size: chosen?.size ?? ("original" as const),
    photos: chosen ? chosen.items.length + chosen.waiting : 0,
    waiting: chosen?.waiting ?? 0,
    sizes: offers.map((offer) => ({
      size: offer.size,
      total: offer.waiting > 0 ? null : formatBytes(offer.total, locale),
    })),
    archive: complete && {
      url: archivePath(token, complete.size),
      total: formatBytes(complete.total, locale),
    },
    parts: complete ? partsOf(complete, token, locale) : [],
  };
}

function partsOf(
  { entries, size, total }: { entries: ArchiveEntry[]; size: DownloadSize; total: number },
  token: string,
  locale: string,
) {
  return (["2gb", "4gb"] as const)
    .filter((of) => total > partSizes[of])
    .map((of) => ({
      most: formatBytes(partSizes[of], locale),
      parts: archiveParts(entries, partSizes[of]).map((part, i) => ({
        url: archivePath(token, size, { of, part: i + 1 }),
        total: formatBytes(archivePlan(part).size, locale),
      })),
    }));
}

/** The photos of a link's page, some at a time. */
export async function tilesOf(
  studio: Studio,
  { link, token, size, cursor }: Asked & { size: DownloadSize; cursor: string | undefined },
) {
  const page = await listTiles(studio, link, { size, cursor, limit: PHOTOS_A_PAGE });
  return {
    nextCursor: page.nextCursor,
    photos: page.items.map(({ photoId, file, ...photo }) => ({
      ...photo,
      id: photoId,
      thumbUrl: downloadThumbPath(token, photoId),
      file: file && {
        url: originalPath(token, photoId, file.choice),
        filename: file.filename,
        contentType: file.contentType,
        size: file.size,
        sizeText: formatBytes(file.size, studio.tenant.locale),
      },
    })),
  };
}
