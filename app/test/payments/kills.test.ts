import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { entitlements } from "../../features/downloads/schema";
import { galleries } from "../../features/galleries/schema";
import { aGallery } from "../../features/galleries/testing";
import { aPhoto } from "../../features/ingest/testing";
import { capturePayment } from "../../features/storefront/commands/capture-payment.server";
import { fulfilOrder } from "../../features/storefront/commands/fulfil-order.server";
import { placeOrder } from "../../features/storefront/commands/place-order.server";
import { placeServiceOrder } from "../../features/storefront/commands/place-service-order.server";
import { refundOrder } from "../../features/storefront/commands/refund-order.server";
import { settleMoney } from "../../features/storefront/commands/settle-money.server";
import { settleOpenOrders } from "../../features/storefront/commands/settle-open-orders.server";
import { startPayment } from "../../features/storefront/commands/start-payment.server";
import { orderLines, orders } from "../../features/storefront/schema";
import { paymentAttempts, paymentSettings, refunds } from "../../features/storefront/schema/money";
import { anOrder, booksOf, outcomeOf } from "../../features/storefront/testing";
import { addDays, DAY, dayOf, HOUR, MINUTE } from "../../lib/time";
import type { Studio } from "../../tenancy/studio";
import { later } from "../create-test-studio";
import { killAtEveryPoint } from "../kill-at-every-point";
import { pay, pullLever } from "../sandbox";

/** What cron does by and by. */
async function sweep(studio: Studio): Promise<void> {
  for (const ms of [4 * MINUTE, 10 * MINUTE, HOUR]) {
    await settleOpenOrders(later(studio, ms));
    await settleMoney(later(studio, ms));
  }
}

test("a checkout that dies at any point leaves nothing that is paid twice, and the buyer tries again", async () => {
  const points = await killAtEveryPoint(async (kill, { studio }) => {
    const gallery = await aGallery(studio);
    const photoIds = [(await aPhoto(studio, gallery.id)).id];
    const request = { gallery, photoIds, email: "buyer@example.com", cartId: "crt_one" };
    await kill((dying) => placeOrder(dying, request));
    const placed = await placeOrder(studio, request);
    if (!placed.ok) throw new Error(`refused: ${placed.refusal.reason}`);
    await pay(placed.value.checkoutUrl);
    await sweep(studio);
    const all = await studio.db.select().from(orders);
    expect(all.filter(({ status }) => status === "fulfilled").map(({ id }) => id)).toEqual([placed.value.id]);
    expect(all.filter(({ status }) => status !== "fulfilled" && status !== "expired")).toEqual([]);
    expect(await studio.db.$count(entitlements)).toBe(1);
    expect(await booksOf(studio)).toMatchObject({ sales: -1200 });
  });
  expect(points).toBeGreaterThan(2);
});

test("a fulfilment that dies at any point is done once by the sweep", async () => {
  const points = await killAtEveryPoint(async (kill, { studio }) => {
    const order = await anOrder(studio, { upTo: "paid" });
    await kill((dying) => fulfilOrder(dying, order.checkoutRef));
    await sweep(studio);
    expect(await outcomeOf(studio, order.id)).toEqual({
      status: "fulfilled",
      reviewReason: null,
      entitlements: 1,
      links: 1,
      announced: ["order.fulfilled"],
    });
    expect(await booksOf(studio)).toMatchObject({ sales: -1200 });
  });
  expect(points).toBeGreaterThan(0);
});

test("a payment for opening a gallery again that dies at any point opens it once", async () => {
  const points = await killAtEveryPoint(async (kill, { studio }) => {
    const now = studio.clock.now();
    const { id } = await aGallery(studio, { expiresAt: now + HOUR });
    const [gallery] = await studio.db
      .update(galleries)
      .set({ expiresAt: now - DAY, reopenPrice: 2500, reopenDays: 10 })
      .where(eq(galleries.id, id))
      .returning();
    if (!gallery) throw new Error("there is no gallery");
    const placed = await placeServiceOrder(studio, {
      ...{ gallery, kind: "reopening", subjectId: id, amount: 2500, quantity: 1 },
      ...{ email: "buyer@example.com", title: "Open again" },
    });
    if (!placed.ok) throw new Error(`refused: ${placed.refusal.reason}`);
    await pay(placed.value.checkoutUrl);
    await kill((dying) => fulfilOrder(dying, /\/pay\/(.+)$/.exec(placed.value.checkoutUrl)?.[1] ?? ""));
    await sweep(studio);
    await sweep(studio);
    const { timeZone } = studio.tenant;
    const [row] = await studio.db.select().from(galleries).where(eq(galleries.id, id));
    expect(dayOf(row?.expiresAt ?? 0, timeZone)).toBe(addDays(dayOf(now, timeZone), 10));
  });
  expect(points).toBeGreaterThan(0);
});

test("a refund that dies at any point is given once or not at all, and everybody says the same of it", async () => {
  const points = await killAtEveryPoint(async (kill, { studio }) => {
    const order = await anOrder(studio, { upTo: "fulfilled" });
    const [line] = await studio.db.select().from(orderLines).where(eq(orderLines.orderId, order.id));
    const lines = [{ lineId: line?.id ?? "", amount: 1200 }];
    await kill((dying) => refundOrder(dying, order.id, { lines, shipping: 0, reason: "buyer", note: "" }));
    const written = await studio.db.$count(refunds);
    await sweep(studio);
    expect(await studio.db.$count(refunds)).toBe(written);
    const row = await studio.db.select().from(orders).where(eq(orders.id, order.id)).get();
    expect(row?.refundedAmount).toBe(written * 1200);
    const payment = await studio.payments.retrievePayment(row?.paymentRef ?? "");
    expect(payment.refunded).toBe(written * 1200);
    const [entitled] = await studio.db.select().from(entitlements);
    expect(entitled?.refundedAt !== null).toBe(written === 1);
    const { sales = 0 } = await booksOf(studio);
    expect(sales).toBe(written * 1200 - 1200);
  });
  expect(points).toBeGreaterThan(2);
});

test("taking reserved money that dies at any point takes it once or not at all, and the order says the same", async () => {
  const points = await killAtEveryPoint(async (kill, { studio }) => {
    await studio.db.insert(paymentSettings).values({ id: 1, chargesAfterReview: true });
    const order = await anOrder(studio, { upTo: "paid" });
    expect(await fulfilOrder(studio, order.checkoutRef)).toBe("authorized");
    await kill((dying) => capturePayment(dying, order.id));
    await sweep(studio);
    const attempt = await studio.db.select().from(paymentAttempts).get();
    const { state, received } = await studio.payments.retrievePayment(attempt?.paymentRef ?? "");
    const { status, entitlements: granted } = await outcomeOf(studio, order.id);
    if (state === "paid") {
      expect([received, status, granted]).toEqual([1200, "fulfilled", 1]);
      expect(await booksOf(studio)).toMatchObject({ sales: -1200 });
    } else {
      expect([state, status, granted]).toEqual(["authorized", "authorized", 0]);
      expect(await booksOf(studio)).toEqual({});
    }
    expect(await capturePayment(studio, order.id)).toEqual({ ok: true, value: { status: "fulfilled" } });
  });
  expect(points).toBeGreaterThan(2);
});

test("a second payment whose return dies at any point goes back once, and the order stays sold", async () => {
  const points = await killAtEveryPoint(async (kill, { studio }) => {
    const order = await anOrder(studio);
    await pay(order.checkoutUrl, "delayed");
    await fulfilOrder(studio, order.checkoutRef);
    // The bank refuses, the buyer pays otherwise, and then it takes the debit after all.
    await studio.db.update(orders).set({ status: "failed" }).where(eq(orders.id, order.id));
    await studio.db.update(paymentAttempts).set({ state: "failed" });
    const other = await startPayment(studio, order.id);
    if (!other.ok) throw new Error(`refused: ${other.refusal}`);
    await pay(other.value.checkoutUrl);
    expect(await fulfilOrder(studio, other.value.checkoutUrl.split("/pay/")[1] ?? "")).toBe("fulfilled");
    const { paymentRef } = await studio.payments.retrieveCheckout(order.checkoutRef);
    await pullLever(`/payments/${paymentRef}/settle`, { outcome: "succeed" });
    await kill((dying) => fulfilOrder(dying, order.checkoutRef));
    // An event that was not dealt with comes again.
    await fulfilOrder(studio, order.checkoutRef);
    await sweep(studio);
    expect(await studio.db.select().from(refunds)).toMatchObject([{ amount: 1200, state: "succeeded" }]);
    expect((await studio.payments.retrievePayment(paymentRef ?? "")).refunded).toBe(1200);
    expect(await outcomeOf(studio, order.id)).toMatchObject({ status: "fulfilled", entitlements: 1 });
    const { held, sales } = await booksOf(studio);
    expect([held, sales]).toEqual([undefined, -1200]);
  });
  expect(points).toBeGreaterThan(1);
});
