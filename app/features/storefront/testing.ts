import { eq, sql } from "drizzle-orm";
import { outbox } from "../../events/schema";
import type { Studio } from "../../tenancy/studio";
import { pay } from "../../test/sandbox";
import { downloadLinks, entitlements } from "../downloads/schema";
import type { Gallery } from "../galleries/model";
import { aGallery } from "../galleries/testing";
import { aPhoto } from "../ingest/testing";
import { createPriceList } from "./commands/change-price-list.server";
import { saveShippingMethod } from "./commands/change-shipping.server";
import { fulfilOrder } from "./commands/fulfil-order.server";
import { saveProduct } from "./commands/save-product.server";
import { placeOrder } from "./index.server";
import type { Product } from "./model/products";
import type { ShippingMethod } from "./model/shipping";
import { orders } from "./schema";
import { ledgerEntries, ledgerPostings, paymentAttempts } from "./schema/money";
import { listShippingMethods } from "./tax-queries.server";

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

/** A way in which things are sent, flat unless told otherwise; its id. */
export async function aShippingMethod(
  studio: Studio,
  input: Partial<Omit<ShippingMethod, "id" | "currency">> = {},
): Promise<string> {
  const before = new Set((await listShippingMethods(studio)).map(({ id }) => id));
  await saveShippingMethod(studio, null, {
    name: "Post",
    pickup: false,
    countries: [],
    steps: [{ from: 1, amount: 490 }],
    largeAmount: 0,
    freeFrom: null,
    ...input,
  });
  return (await listShippingMethods(studio)).find(({ id }) => !before.has(id))?.id ?? "";
}

/** A price list of a test with these products, and the ids of those by their names. */
export async function aPriceList(
  studio: Studio,
  held: readonly (Partial<Omit<Product, "id">> & { name: string })[],
  { minimumAmount = 0 } = {},
): Promise<{ id: string; products: Record<string, string> }> {
  const { id } = await createPriceList(studio, { name: "Test", minimumAmount });
  const products: Record<string, string> = {};
  for (const product of held) {
    const kind = product.kind ?? "photo";
    const saved = await saveProduct(
      studio,
      { priceListId: id, productId: null, unnamed: "" },
      {
        ...{ kind, terms: "", dimensions: "", finish: "", amount: 1000, cost: 0, tiers: [] },
        fileSize: kind === "physical" ? null : "original",
        taxClass: kind === "physical" ? "physical" : "digital",
        shippingClass: "standard",
        ...product,
      },
    );
    if (saved.ok) products[product.name] = saved.value.id;
  }
  return { id, products };
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

/** Has the newest checkout of an order be one that was opened and whose answer never arrived. */
export async function forgetCheckout({ db }: Studio, orderId: string): Promise<void> {
  await db.batch([
    db.update(orders).set({ checkoutRef: null, checkoutUrl: null }).where(eq(orders.id, orderId)),
    db
      .update(paymentAttempts)
      .set({ state: "creating", checkoutRef: null, checkoutUrl: null })
      .where(eq(paymentAttempts.orderId, orderId)),
  ]);
}

/** What each account of the ledger holds, in minor units; what holds nothing is not named. */
export async function booksOf({ db }: Studio): Promise<Record<string, number>> {
  const sums = await db
    .select({
      account: ledgerPostings.account,
      currency: ledgerPostings.currency,
      sum: sql<number>`sum(${ledgerPostings.amount})`,
    })
    .from(ledgerPostings)
    .groupBy(ledgerPostings.account, ledgerPostings.currency);
  const totals = new Map<string, number>();
  for (const { currency, sum } of sums) totals.set(currency, (totals.get(currency) ?? 0) + sum);
  for (const [currency, total] of totals)
    if (total !== 0) throw new Error(`the books do not balance: ${total} ${currency}`);
  return Object.fromEntries(sums.filter(({ sum }) => sum !== 0).map(({ account, sum }) => [account, sum]));
}

/** The sources of the ledger's entries, sorted. */
export async function entriesOf({ db }: Studio): Promise<string[]> {
  const rows = await db.select({ source: ledgerEntries.source }).from(ledgerEntries);
  return rows.map(({ source }) => source).sort();
}
