import { and, eq, sql } from "drizzle-orm";
import type { AuditEntry } from "../../../events/audit-entry";
import { commit } from "../../../events/commit";
import { notFound } from "../../../lib/app-error";
import { newId } from "../../../lib/ids";
import { ok, type Result, refuse } from "../../../lib/result";
import type { Instant } from "../../../lib/time";
import type { Studio } from "../../../tenancy/studio";
import { countAttempt } from "../../account/index.server";
import { keepLanguage, speakingToClient } from "../../clients/index.server";
import { isErased } from "../../clients/model";
import { clients } from "../../clients/schema";
import { orders } from "../../storefront/schema";
import { insertLink, linkUrl, newestLinks } from "../links.server";
import { freshLinkMail } from "../mail/fresh-link-mail";
import { downloadLimits, linkLasts } from "../model";
import { type DownloadLink, inForce } from "../queries.server";
import { downloadLinks, entitlements } from "../schema";

/**
 * Has a fresh link mailed to whoever the order of an older one belongs to. Where to is told to nobody, and whether a
 * mail goes out is not told either: none does for a gallery's link, for an order without rights, and after the
 * studio has revoked the newest link, until it sends another itself. The new one is limited as the newest one was.
 *
 * @returns the moment from which the next may be asked for, or null when this one was
 */
export async function askForFreshLink(
  studio: Studio,
  link: DownloadLink,
  network: string,
): Promise<Instant | null> {
  const { window: windowMs, perOrder, perNetwork } = downloadLimits.freshLinks;
  const until = await countAttempt(studio, [
    { subject: `fresh-link:holder:${link.orderId ?? link.id}`, most: perOrder, windowMs },
    { subject: `fresh-link:network:${network}`, most: perNetwork, windowMs },
  ]);
  if (until !== null || link.orderId === null) return until;
  const newest = (await newestLinks(studio, [link.orderId])).get(link.orderId);
  if (newest?.revokedAt === null) await sendLink(studio, link.orderId, { maxDownloads: newest.maxDownloads });
  return null;
}

/** Has a fresh link mailed to an order's buyer, where the studio wants it so. Throws `not_found`. */
export async function sendFreshLink(
  studio: Studio,
  orderId: string,
): Promise<Result<void, "nothing_to_download">> {
  const order = await studio.db.select({ id: orders.id }).from(orders).where(eq(orders.id, orderId)).get();
  if (!order) throw notFound();
  const audit = { action: "download_link.sent", subjectId: orderId } as const;
  const maxDownloads = (await newestLinks(studio, [orderId])).get(orderId)?.maxDownloads ?? null;
  return (await sendLink(studio, orderId, { maxDownloads, audit }))
    ? ok(undefined)
    : refuse("nothing_to_download");
}

async function sendLink(
  studio: Studio,
  orderId: string,
  { maxDownloads, audit }: { maxDownloads: number | null; audit?: AuditEntry },
): Promise<boolean> {
  const id = newId("link");
  const mayDownload = sql`exists (select 1 from ${orders} o join ${entitlements} e on e.order_id = o.id
    where o.id = ${orderId} and o.status = 'fulfilled' and o.email not like 'erased:%' and ${inForce.e})`;
  const link = { id, orderId, expiresAt: studio.clock.now() + linkLasts.order, maxDownloads };
  const insertion = studio.db.all<[string]>(await insertLink(studio, link, mayDownload));
  const event = { name: "download.link_made", payload: { linkId: id } } as const;
  const isBuyer = sql`${clients.id} = (select o.client_id from ${orders} o where o.id = ${orderId})`;
  const after = [keepLanguage(studio, isBuyer)];
  return (await commit(studio, insertion, { event, audit }, { after })).length > 0;
}

/** Mails a fresh link while it opens; the mail's id is the link's, so a second one is known as such. */
export async function mailDownloadLink(studio: Studio, { linkId }: { linkId: string }): Promise<void> {
  const link = await studio.db
    .select({ expiresAt: downloadLinks.expiresAt, revokedAt: downloadLinks.revokedAt, email: orders.email })
    .from(downloadLinks)
    .innerJoin(orders, eq(orders.id, downloadLinks.orderId))
    .where(and(eq(downloadLinks.id, linkId), eq(orders.status, "fulfilled")))
    .get();
  const opens = link && link.revokedAt === null && link.expiresAt > studio.clock.now();
  if (!opens || isErased(link.email)) return;
  const url = await linkUrl(studio, linkId);
  await studio.mail.send({
    id: `download-link:${linkId}`,
    fromName: studio.tenant.name,
    to: link.email,
    ...freshLinkMail((await speakingToClient(studio, link.email)).tenant, { url, until: link.expiresAt }),
  });
}
