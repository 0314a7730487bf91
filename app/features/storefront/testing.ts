import { eq } from "drizzle-orm";
import { outbox } from "../../events/schema";
import type { Studio } from "../../tenancy/studio";
import { pay } from "../../test/sandbox";
import { downloadLinks, entitlements } from "../downloads/schema";
import type { Gallery } from "../galleries/model";
import { aGallery } from "../galleries/testing";
import { aPhoto } from "../ingest/testing";
import { fulfilOrder } from "./commands/fulfil-order.server";
import { placeOrder } from "./index.server";
import { orders } from "./schema";

/** How far an order of a test has come. */
type Progress = "placed" | "paid" | "fulfilled";

export interface TestOrder {
  id: string;
  email: string;
  gallery: Gallery;
  photoIds: string[];
  buyerToken: string;
  checkoutUrl: string;
  /** The provider's session; "" for an order that costs nothing. */
  checkoutRef: string;
}

/**
 * An order of a test, in a gallery of its own with one photo unless told otherwise. "paid" is paid on the
 * sandbox's page without anybody telling the studio; "fulfilled" is told as well.
 */
export async function anOrder(
  studio: Studio,
  options: { upTo?: Progress; gallery?: Gallery; photoIds?: string[]; email?: string } = {},
): Promise<TestOrder> {
  const { upTo = "placed", email = `buyer-${crypto.randomUUID().slice(0, 8)}@example.com` } = options;
  const gallery = options.gallery ?? (await aGallery(studio));
  const photoIds = options.photoIds ?? [(await aPhoto(studio, gallery.id)).id];
  const placed = await placeOrder(studio, { gallery, photoIds, email });
  if (!placed.ok) throw new Error(`the order was refused: ${placed.refusal.reason}`);
  const { id, buyerToken, checkoutUrl } = placed.value;
  const checkoutRef = /\/pay\/(.+)$/.exec(checkoutUrl)?.[1] ?? "";
  if (upTo !== "placed") await pay(checkoutUrl);
  if (upTo === "fulfilled") await fulfilOrder(studio, checkoutRef);
  return { id, email, gallery, photoIds, buyerToken, checkoutUrl, checkoutRef };
}

/** What an order has brought about so far. */
export async function outcomeOf(studio: Studio, orderId: string) {
  const order = await studio.db.select().from(orders).where(eq(orders.id, orderId)).get();
  const events = await studio.db.select().from(outbox);
  return {
    status: order?.status,
    reviewReason: order?.reviewReason,
    entitlements: await studio.db.$count(entitlements, eq(entitlements.orderId, orderId)),
    links: await studio.db.$count(downloadLinks, eq(downloadLinks.orderId, orderId)),
    announced: events.filter((event) => event.payload.includes(orderId)).map((event) => event.name),
  };
}
