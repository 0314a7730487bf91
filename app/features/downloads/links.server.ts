import { asc, type SQL, sql } from "drizzle-orm";
import type { Instant } from "../../lib/time";
import { tokenHash } from "../../lib/tokens";
import type { Studio } from "../../tenancy/studio";
import type { GalleryRole } from "../galleries/model/roles";
import { galleryPeople } from "../galleries/schema/visitors";
import { downloadPath } from "./paths";
import { downloadLinks } from "./schema";

/** The token of a link: derived, so that it can be mailed again, and stored nowhere. */
export function linkToken(studio: Studio, linkId: string): Promise<string> {
  return studio.linkToken(`download:${linkId}`);
}

/** The address of a link's page. */
export async function linkUrl(studio: Studio, linkId: string): Promise<string> {
  return studio.tenant.origin + downloadPath(await linkToken(studio, linkId));
}

interface NewLink {
  id: string;
  orderId?: string;
  galleryId?: string;
  /**
   * Of a gallery's visitor: as what they are in it, and by which client's name if they may be named there, or as which
   * member whose work it is.
   */
  visitor?: { role: GalleryRole; clientId: string | null; memberId: string | null; accessVersion: number };
  expiresAt: Instant;
  maxDownloads?: number | null;
}

/** The insertion of a link, if what it is a key to holds in that moment; ends in RETURNING. */
export async function insertLink(
  studio: Studio,
  { id, orderId = "", galleryId = "", visitor, expiresAt, maxDownloads = null }: NewLink,
  condition: SQL,
): Promise<SQL> {
  const hash = await tokenHash(await linkToken(studio, id));
  const person = sql`(select p.id from ${galleryPeople} p where p.gallery_id = ${galleryId}
    and p.client_id = ${visitor?.clientId ?? ""} and p.revoked_at is null)`;
  return sql`
    insert into ${downloadLinks} (id, order_id, gallery_id, role, access_version, person_id, member_id, token_hash, expires_at, max_downloads, created_at)
    select ${id}, nullif(${orderId}, ''), nullif(${galleryId}, ''), ${visitor?.role ?? null}, ${visitor?.accessVersion ?? null}, ${person}, ${visitor?.memberId ?? null}, ${hash}, ${expiresAt}, ${maxDownloads},
      ${studio.clock.now()}
    where ${condition} on conflict do nothing returning id`;
}

/** The newest link of each of some orders, whatever has become of it, by order. */
export async function newestLinks({ db }: Studio, orderIds: readonly string[]) {
  const rows = await db
    .select()
    .from(downloadLinks)
    .where(sql`${downloadLinks.orderId} in (select value from json_each(${JSON.stringify(orderIds)}))`)
    .orderBy(asc(downloadLinks.createdAt), asc(downloadLinks.id));
  return new Map(rows.map((link) => [link.orderId ?? "", link]));
}
