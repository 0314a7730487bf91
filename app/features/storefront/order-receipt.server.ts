import type { Studio } from "../../tenancy/studio";
import { isErased } from "../clients/model";
import { galleryById } from "../galleries/index.server";
import { storefrontWords } from "./messages/words";
import { orderNumber } from "./model/order-filter";
import { receiptPdf } from "./receipt";
import type { orderLines, orders } from "./schema";
import { toldOrder } from "./told-order.server";

/** The receipt of an order that is paid, and what the file is called; null for one that is not. */
export async function receiptOf(
  studio: Studio,
  order: typeof orders.$inferSelect,
  lines: readonly (typeof orderLines.$inferSelect)[],
): Promise<{ filename: string; bytes: Uint8Array } | null> {
  if (order.fulfilledAt === null) return null;
  const { tenant } = studio;
  const gallery = await galleryById(studio, order.galleryId);
  const number = orderNumber(order.id);
  const bytes = receiptPdf({
    number,
    at: order.fulfilledAt,
    email: isErased(order.email) ? null : order.email,
    gallery: gallery.name,
    seller: tenant,
    consentedAt: order.consentedAt,
    told: toldOrder(studio, order, lines),
  });
  return { filename: storefrontWords(tenant.locale).receipt.filename(number), bytes };
}
