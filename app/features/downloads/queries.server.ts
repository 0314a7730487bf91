import { and, desc, eq, type SQL, sql } from "drizzle-orm";
import { type Page, pageOf } from "../../http/pagination";
import { AppError, notFound } from "../../lib/app-error";
import { type Instant, wallClock } from "../../lib/time";
import { tokenHash } from "../../lib/tokens";
import type { Studio } from "../../tenancy/studio";
import { type Role, reaches, rights as rightsOfRole } from "../account/model";
import { members } from "../account/schema";
import type { DownloadRight, GalleryRole } from "../galleries/model/roles";
import { galleries, galleryAssignments } from "../galleries/schema";
import { galleryPeople } from "../galleries/schema/visitors";
import { originalKey, type RenditionSet, renditionKey } from "../ingest/model";
import { photos, renditions } from "../ingest/schema";
import { orders } from "../storefront/schema";
import { archiveNames } from "./archive-names";
import type { ArchiveEntry } from "./archive-plan";
import { downloadWords } from "./messages/words";
import { closesAt, type DownloadSize, type LinkFacts, type LinkState, linkState } from "./model";
import { downloadLinks, downloads, entitlements } from "./schema";

/** A key that somebody holds: to an order's photos, or to those a gallery gives its visitors. */
export interface DownloadLink {
  id: string;
  orderId: string | null;
  galleryId: string | null;
  /** What the gallery gives; null for an order, each photo of which has a size of its own. */
  grant: DownloadSize | null;
  /** Whether it gives hidden photos too. An order's photos were chosen when it was placed. */
  seesHidden: boolean;
  state: LinkState;
  /** Whether it hands anything out; one that is used up only what was begun, see `countDownload`. */
  open: boolean;
  expiresAt: Instant;
  maxDownloads: number | null;
  used: number;
}

/** A file that a link's holder may take. */
export interface DownloadItem {
  photoId: string;
  filename: string;
  /** In which of the sizes it is handed out. */
  choice: DownloadSize;
  /** Where it lies among the studio's objects. */
  key: string;
  /** Bytes. */
  size: number;
  crc32: number;
  contentType: string;
  /** Pixels. */
  width: number;
  height: number;
  capturedAt: string | null;
  createdAt: Instant;
}

/** The link behind a token, open or not. Throws `not_found` for one that was never given out or means nothing now. */
export async function getDownloadLink(studio: Studio, token: string): Promise<DownloadLink> {
  const isIt = eq(downloadLinks.tokenHash, await tokenHash(token));
  const [link] = await readLinks(studio, { where: isIt, used: usedWhereLimited(), limit: 1 });
  if (!link || link.state === null) throw notFound();
  const { state } = link;
  return { ...link, state, open: state === "open" || state === "used_up" };
}

/** Links, newest first, with what each is at this moment: null for one that means nothing to who holds it. */
export async function readLinks(
  studio: Studio,
  { where, used, limit }: { where: SQL | undefined; used: SQL<number>; limit: number },
) {
  const { id, orderId, galleryId, createdAt, expiresAt, maxDownloads, revokedAt } = downloadLinks;
  const { role, accessVersion, personId, memberId } = downloadLinks;
  const isAssigned = sql`exists (select 1 from ${galleryAssignments} a
    where a.gallery_id = ${galleryId} and a.member_id = ${memberId})`.mapWith(Boolean);
  const rights = sql`select 1 from ${entitlements} e where e.order_id = ${orderId} and ${inForce.e}`;
  const rows = await studio.db
    .select({
      ...{ id, orderId, galleryId, createdAt, expiresAt, maxDownloads, revokedAt, used },
      orderStatus: orders.status,
      isEntitled: sql`exists (${rights})`.mapWith(Boolean),
      gallery: {
        status: galleries.status,
        expiresAt: galleries.expiresAt,
        freeDownloadsSince: galleries.freeDownloadsSince,
        rights: galleries.rights,
        accessVersion: galleries.accessVersion,
      },
      made: { role, accessVersion, personId, memberId },
      named: { role: galleryPeople.role, revokedAt: galleryPeople.revokedAt },
      member: { role: members.role, status: members.status, isAssigned },
    })
    .from(downloadLinks)
    .leftJoin(orders, eq(orders.id, orderId))
    .leftJoin(galleries, eq(galleries.id, galleryId))
    .leftJoin(galleryPeople, eq(galleryPeople.id, personId))
    .leftJoin(members, eq(members.id, memberId))
    .where(where)
    .orderBy(desc(createdAt), desc(id))
    .limit(limit);
  return rows.map(({ gallery, made, named, member, orderStatus, isEntitled, ...link }) => {
    const role = gallery && roleNow(gallery, made, { named, member });
    const rights = gallery && role ? gallery.rights[role] : null;
    const gives: DownloadRight = rights?.download ?? "none";
    const holder: LinkFacts["holder"] = gallery
      ? { kind: "gallery", ...gallery, gives }
      : { kind: "order", isFulfilled: orderStatus === "fulfilled", isEntitled };
    return {
      ...link,
      state: linkState({ ...link, holder }, studio.clock.now()),
      grant: gives === "none" ? null : gives,
      seesHidden: rights?.hide ?? false,
      expiresAt: closesAt({ ...link, holder }),
      /** The end of the link itself, whatever the gallery's is. */
      endsAt: link.expiresAt,
    };
  });
}

/**
 * What the holder of a visitor's link is in its gallery now: by name as they are named, else as they came, until
 * everybody has to come in anew; a member, while the gallery is their work. Null for who is not in any more.
 */
function roleNow(
  gallery: { accessVersion: number },
  made: {
    role: GalleryRole | null;
    accessVersion: number | null;
    personId: string | null;
    memberId: string | null;
  },
  { named, member }: { named: Named | null; member: Colleague | null },
): GalleryRole | null {
  if (made.personId !== null) return named && named.revokedAt === null ? named.role : null;
  if (made.memberId !== null && !(member && isTheirWork(member))) return null;
  return made.accessVersion === gallery.accessVersion ? made.role : null;
}

interface Named {
  role: GalleryRole;
  revokedAt: Instant | null;
}

interface Colleague {
  role: Role;
  status: string;
  /** Whether they are assigned to the gallery. */
  isAssigned: boolean;
}

/** Whether a member still sees a gallery as their work: in the studio, with the right to, and in their reach. */
function isTheirWork({ role, status, isAssigned }: Colleague): boolean {
  const sees = status === "active" && rightsOfRole[role].has("galleries:read");
  return sees && (reaches[role] === "studio" || isAssigned);
}

/** For a SELECT about links: how often each was used. */
export const usedOf = () =>
  sql<number>`(select count(*) from ${downloads} d where d.link_id = ${downloadLinks.id})`;

/** The same, counted only where it decides whether the link opens. */
const usedWhereLimited = () =>
  sql<number>`case when ${downloadLinks.maxDownloads} is null then 0 else ${usedOf()} end`;

/** For a WHERE about entitlements, by what they are called there: those that nothing withholds. */
export const inForce = {
  e: sql`e.refunded_at is null and e.disputed_at is null`,
  entitlements: sql`entitlements.refunded_at is null and entitlements.disputed_at is null`,
};

/** Whose rights are asked about. */
export type Holder = Pick<DownloadLink, "orderId" | "galleryId" | "grant" | "seesHidden">;

/**
 * Everything a holder may take: in the size asked for, and where there is no right to that, in the smaller one.
 * Throws `conflict` while any of it is still being made.
 */
export async function listDownloads(
  studio: Studio,
  holder: Holder,
  size: DownloadSize = "original",
): Promise<DownloadItem[]> {
  const { items, waiting } = inSize(await readEntitled(studio, holder), size);
  if (waiting > 0) throw stillBeingMade(studio);
  return items;
}

/**
 * One file of a link: in the size asked for, or in the largest there is a right to. Throws `not_found` where there is
 * none, and `conflict` while it is still being made.
 */
export async function findDownload(
  studio: Studio,
  holder: Holder,
  photoId: string,
  size?: DownloadSize,
): Promise<DownloadItem> {
  const [photo] = await readEntitled(studio, holder, { where: eq(photos.id, photoId), limit: 1 });
  if (!photo || (size === "original" && !photo.hasOriginal)) throw notFound();
  const item = fileOf(photo, size ?? "original");
  if (!item) throw stillBeingMade(studio);
  return item;
}

/** The pictures of a photo that a link's page may show. Throws `not_found` for a photo it has no right to. */
export async function findShown(studio: Studio, holder: Holder, photoId: string): Promise<RenditionSet> {
  const [photo] = await readEntitled(studio, holder, { where: eq(photos.id, photoId), limit: 1 });
  if (!photo) throw notFound();
  return { id: photo.photoId, version: photo.version, attempt: photo.attempt };
}

/** A photo on the page of a link. */
export interface DownloadTile {
  photoId: string;
  filename: string;
  width: number;
  height: number;
  thumbhash: string | null;
  /** The file; null while it is still being made. */
  file: Pick<DownloadItem, "choice" | "size" | "filename" | "contentType"> | null;
}

/** The photos of a link in the order they came, a page at a time. */
export async function listTiles(
  studio: Studio,
  holder: Holder,
  { size, cursor, limit }: { size: DownloadSize; cursor?: string | undefined; limit: number },
): Promise<Page<DownloadTile>> {
  const rows = await readEntitled(studio, holder, {
    where: cursor ? sql`entitled.photo_id > ${cursor}` : undefined,
    limit: limit + 1,
  });
  const tiles = rows.map((photo) => {
    const { photoId, filename, width, height, thumbhash } = photo;
    return { photoId, filename, width, height, thumbhash, file: fileOf(photo, size) };
  });
  return pageOf(tiles, limit, (tile) => tile.photoId);
}

/** What a link's holder may take altogether, in one size: for the page that offers the archive. */
export interface Offer {
  size: DownloadSize;
  items: DownloadItem[];
  /** Photos that are still being made in this size. */
  waiting: number;
}

/** The offers of a link, the largest first; none when there is nothing. */
export async function listOffers(studio: Studio, holder: Holder): Promise<Offer[]> {
  const rows = await readEntitled(studio, holder);
  const sizes: DownloadSize[] = rows.some((photo) => photo.hasOriginal) ? ["original", "web"] : ["web"];
  return rows.length === 0 ? [] : sizes.map((size) => ({ size, ...inSize(rows, size) }));
}

/** The size that an archive of these is noted in: the largest there is in it. */
export function sizeOf(items: readonly DownloadItem[]): DownloadSize {
  return items.some(({ choice }) => choice === "original") ? "original" : "web";
}

/** The items as entries of an archive, under names that are unique in it; a photo's time is the camera's own, or else when it was uploaded. */
export function archiveEntries(studio: Studio, items: readonly DownloadItem[]): ArchiveEntry[] {
  const names = archiveNames(items.map(({ filename }) => ({ filename, section: null })));
  return items.map((item, i) => ({
    name: names[i] ?? item.filename,
    size: item.size,
    crc32: item.crc32,
    key: item.key,
    modified: cameraTime(item.capturedAt) ?? wallClock(item.createdAt, studio.tenant.timeZone),
  }));
}

function cameraTime(capturedAt: string | null) {
  const match = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)/.exec(capturedAt ?? "");
  if (!match) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1).map(Number);
  return { year, month, day, hour, minute, second };
}

type EntitledPhoto = Awaited<ReturnType<typeof readEntitled>>[number];

/** The photos a holder has a right to, each once, by their ids. */
function readEntitled(
  { db }: Studio,
  holder: Holder,
  { where, limit = -1 }: { where?: SQL | undefined; limit?: number } = {},
) {
  const { id: photoId, filename, size, crc32, contentType, version, attempt, width, height } = photos;
  const { thumbhash, capturedAt, createdAt } = photos;
  return (
    db
      .select({
        ...{ photoId, filename, size, crc32, contentType, version, attempt, width, height },
        ...{ thumbhash, capturedAt, createdAt },
        hasOriginal: sql`entitled.original`.mapWith(Boolean),
        web: {
          size: renditions.size,
          crc32: renditions.crc32,
          width: renditions.width,
          height: renditions.height,
        },
      })
      .from(photos)
      .innerJoin(sql`${entitled(holder)} entitled`, sql`entitled.photo_id = ${photos.id}`)
      .leftJoin(
        renditions,
        and(
          eq(renditions.photoId, photos.id),
          eq(renditions.version, photos.version),
          eq(renditions.name, "web"),
          eq(renditions.format, "jpeg"),
        ),
      )
      .where(where)
      // By this name of the id, because only that lets SQLite go along its index and stop at the limit.
      .orderBy(sql`entitled.photo_id`)
      .limit(limit)
  );
}

/**
 * For a FROM: each photo of a holder with whether the original is theirs. A gallery gives its own photos as they are
 * at that moment, so what it gives can be taken back at once and costs no rows; hidden ones only to who sees them.
 */
function entitled({ orderId, galleryId, grant, seesHidden }: Holder): SQL {
  if (orderId !== null)
    return sql`(select e.photo_id, max(e.size = 'original') as original from ${entitlements} e
      where e.order_id = ${orderId} and ${inForce.e} group by e.photo_id)`;
  return sql`(select p.id as photo_id, ${grant === "original" ? 1 : 0} and p.original_deleted_at is null as original
    from ${photos} p
    where p.gallery_id = ${galleryId} and p.status = 'ready'
      and ${grant === null ? 0 : 1} ${seesHidden ? sql`` : sql`and p.hidden = 0`})`;
}

function inSize(rows: EntitledPhoto[], size: DownloadSize) {
  const items = rows.map((photo) => fileOf(photo, size)).filter((file) => file !== null);
  return { items, waiting: rows.length - items.length };
}

/** A photo as a file of this size, or of the web size where the original is not theirs; null while that is made. */
function fileOf(photo: EntitledPhoto, size: DownloadSize): DownloadItem | null {
  const { photoId, filename, capturedAt, createdAt, version, attempt, web } = photo;
  const common = { photoId, capturedAt, createdAt };
  if (size === "original" && photo.hasOriginal) {
    const { size, crc32, contentType, width, height } = photo;
    const key = originalKey(photoId);
    return { ...common, choice: "original", filename, key, size, crc32, contentType, width, height };
  }
  if (!web || web.crc32 === null) return null;
  const key = renditionKey({ id: photoId, version, attempt }, "web");
  const facts = { ...web, crc32: web.crc32, contentType: "image/jpeg" };
  return {
    ...common,
    ...facts,
    choice: "web",
    filename: `${filename.replace(/(.)\.[^.]*$/, "$1")}.jpg`,
    key,
  };
}

function stillBeingMade({ tenant }: Studio): AppError {
  return new AppError("conflict", downloadWords(tenant.locale).waiting.soon, {
    retryAfterSeconds: 30,
  });
}
