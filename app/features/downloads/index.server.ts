import type { Instant } from "../../lib/time";
import type { Studio } from "../../tenancy/studio";
import { linkUrl, newestLinks } from "./links.server";

/** The front door of downloads. */
export { forgetExpiredLinks } from "./commands/forget-expired-links.server";
export { grantDownloads } from "./commands/grant-downloads.server";
export { sendFreshLink } from "./commands/send-link.server";
export { restoreEntitlements, withholdEntitlements } from "./commands/withhold-entitlements.server";
export { downloadsOfOrder } from "./order-downloads.server";
export { downloadForVisitor } from "./visitor-link.server";

/** The address of a link's page, when it ends (null where it was revoked), and whether it opens until then. */
export interface OrderLink {
  url: string;
  until: Instant | null;
  open: boolean;
}

/** The newest link of each of some orders, by order. */
export async function linksOfOrders(
  studio: Studio,
  orderIds: readonly string[],
): Promise<Map<string, OrderLink>> {
  const now = studio.clock.now();
  const found = new Map<string, OrderLink>();
  for (const [orderId, { id, expiresAt, revokedAt }] of await newestLinks(studio, orderIds)) {
    const until = revokedAt === null ? expiresAt : null;
    found.set(orderId, { url: await linkUrl(studio, id), until, open: until !== null && until > now });
  }
  return found;
}

/** The newest link of an order; null for an order without. */
export async function linkOfOrder(studio: Studio, orderId: string): Promise<OrderLink | null> {
  return (await linksOfOrders(studio, [orderId])).get(orderId) ?? null;
}
