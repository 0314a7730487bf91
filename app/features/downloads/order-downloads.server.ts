import { eq, type SQLWrapper, sql } from "drizzle-orm";
import type { Studio } from "../../tenancy/studio";
import { listLog } from "./link-queries.server";
import { inForce, readLinks, usedOf } from "./queries.server";
import { downloadLinks, entitlements } from "./schema";
import { toldDownload, toldLink } from "./told-downloads.server";

const LINKS_SHOWN = 50;
const DOWNLOADS_SHOWN = 50;

/** What the studio sees of an order's downloads: what there is a right to, its links, and the latest downloads. */
export async function downloadsOfOrder(studio: Studio, orderId: string) {
  const [rights, links, log] = await Promise.all([
    rightsOf(studio, orderId),
    readLinks(studio, { where: eq(downloadLinks.orderId, orderId), used: usedOf(), limit: LINKS_SHOWN }),
    listLog(studio, { orderId, limit: DOWNLOADS_SHOWN }),
  ]);
  return {
    rights,
    links: links.map((link) => toldLink(studio, link)),
    log: log.items.map((download) => toldDownload(studio, download)),
    hasMore: log.nextCursor !== null,
  };
}

/** How many photos an order gives a right to now, and how many are withheld for which reason. */
async function rightsOf({ db }: Studio, orderId: string) {
  const { photoId, refundedAt, disputedAt } = entitlements;
  const withheld = (column: SQLWrapper) =>
    sql<number>`count(distinct case when ${column} is not null then ${photoId} end)`;
  const [row] = await db
    .select({
      photos: sql<number>`count(distinct case when ${inForce.entitlements} then ${photoId} end)`,
      refunded: withheld(refundedAt),
      disputed: withheld(disputedAt),
    })
    .from(entitlements)
    .where(eq(entitlements.orderId, orderId));
  return row ?? { photos: 0, refunded: 0, disputed: 0 };
}
