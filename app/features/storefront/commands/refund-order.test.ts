import { eq } from "drizzle-orm";
import { afterEach, expect, test } from "vitest";
import type { Studio } from "../../../tenancy/studio";
import { createTestStudio, later, workOff } from "../../../test/create-test-studio";
import {
  callsOf,
  consumeEvent,
  eventsOf,
  mailsTo,
  postWebhook,
  pullLever,
  switchSandboxFaults,
} from "../../../test/sandbox";
import { entitlements } from "../../downloads/schema";
import { aGallery } from "../../galleries/testing";
import { manyPhotos } from "../../ingest/testing";
import { shownStatus } from "../model/money-states";
import { orderLines, orders } from "../schema";
import { refundLines, refunds } from "../schema/money";
import { anOrder, booksOf, entriesOf } from "../testing";
import { refundOrder } from "./refund-order.server";
import { settleMoney } from "./settle-money.server";
import { takeRefund } from "./take-refund.server";

afterEach(() => switchSandboxFaults({ refunds: "succeed", lost: null, answer: null }));

/** A fulfilled order of three photos at 12.00 each, and the ids of its lines. */
async function aSale() {
  const made = await createTestStudio();
  const { studio } = made;
  const gallery = await aGallery(studio, { priceAmount: 1200 });
  const photoIds = await manyPhotos(studio, gallery.id, 3);
  const order = await anOrder(studio, { gallery, photoIds, upTo: "fulfilled" });
  const lines = await studio.db.select().from(orderLines).where(eq(orderLines.orderId, order.id));
  const [a = "", b = "", c = ""] = lines.map(({ id }) => id);
  return { ...made, order, lines: [a, b, c] as const };
}

const give = (...lines: [lineId: string, amount: number][]) => ({
  lines: lines.map(([lineId, amount]) => ({ lineId, amount })),
  shipping: 0,
  reason: "buyer" as const,
  note: "",
});

async function rowOf({ db }: Studio, id: string) {
  const row = await db.select().from(orders).where(eq(orders.id, id)).get();
  if (!row) throw new Error("the order is gone");
  return row;
}

async function withheld({ db }: Studio, orderId: string) {
  const rows = await db.select().from(entitlements).where(eq(entitlements.orderId, orderId));
  return rows.filter(({ refundedAt }) => refundedAt !== null).map(({ lineId }) => lineId);
}

test("a part, another part and the rest make a whole refund, each told in the books and by mail", async () => {
  const { studio, account, order, lines } = await aSale();
  const [a, b, c] = lines;
  expect(await refundOrder(studio, order.id, give([a, 500]))).toMatchObject({
    ok: true,
    value: { state: "succeeded" },
  });
  expect(shownStatus(await rowOf(studio, order.id))).toBe("partially_refunded");
  expect(await withheld(studio, order.id)).toEqual([]);
  expect(await booksOf(studio)).toEqual({ provider: 3100, sales: -3100 });
  await refundOrder(studio, order.id, give([a, 700], [b, 1200]));
  expect((await withheld(studio, order.id)).sort()).toEqual([a, b].sort());
  expect(await refundOrder(studio, order.id, give([c, 1201]))).toEqual({
    ok: false,
    refusal: { reason: "too_much", left: { amount: 1200, currency: "EUR" } },
  });
  await refundOrder(studio, order.id, give([c, 1200]));
  expect(await rowOf(studio, order.id)).toMatchObject({ refundedAmount: 3600, status: "fulfilled" });
  expect(shownStatus(await rowOf(studio, order.id))).toBe("refunded");
  expect(await booksOf(studio)).toEqual({});
  expect(await refundOrder(studio, order.id, give([c, 1]))).toMatchObject({
    refusal: { reason: "too_much" },
  });
  await workOff(studio);
  const told = (await mailsTo(order.email)).map(({ subject }) => subject);
  expect(told.filter((subject) => subject.startsWith("A refund"))).toHaveLength(3);
  const keys = (await callsOf(account)).filter(({ path }) => path === "/v1/refunds");
  expect(keys.map(({ idempotencyKey }) => idempotencyKey)).toEqual(
    (await studio.db.select().from(refunds)).map(({ id }) => `refund:${id}`),
  );
});

test("nothing, a line of another order and an order that is not paid are refused before anything is written", async () => {
  const { studio, order } = await aSale();
  const other = await anOrder(studio);
  const [line] = await studio.db.select().from(orderLines).where(eq(orderLines.orderId, other.id));
  const refused = async (orderId: string, wanted: ReturnType<typeof give>) => {
    const outcome = await refundOrder(studio, orderId, wanted);
    return outcome.ok ? null : outcome.refusal.reason;
  };
  expect(await refused(order.id, give())).toBe("nothing");
  expect(await refused(order.id, give([line?.id ?? "", 100]))).toBe("too_much");
  expect(await refused(order.id, give([line?.id ?? "", -100]))).toBe("nothing");
  expect(await refused(other.id, give([line?.id ?? "", 100]))).toBe("not_paid");
  expect(await refused("ord_none", give([line?.id ?? "", 100]))).toBe("not_paid");
  expect(await studio.db.$count(refunds)).toBe(0);
});

test("the same key is the same refund, at once and later", async () => {
  const { studio, order, lines } = await aSale();
  const wanted = { ...give([lines[0], 300]), key: "form-1" };
  const outcomes = await Promise.all(Array.from({ length: 5 }, () => refundOrder(studio, order.id, wanted)));
  outcomes.push(await refundOrder(studio, order.id, wanted));
  expect(new Set(outcomes.map((outcome) => outcome.ok && outcome.value.refundId)).size).toBe(1);
  expect(await rowOf(studio, order.id)).toMatchObject({ refundedAmount: 300 });
});

test("refunds that 25 members ask for at once never give back more than was paid", async () => {
  const { studio, account, order, lines } = await aSale();
  const [a, b] = lines;
  const outcomes = await Promise.all(
    Array.from({ length: 25 }, (_, i) =>
      refundOrder(studio, order.id, i % 2 === 0 ? give([a, 500]) : give([b, 500], [a, 200])),
    ),
  );
  const done = outcomes.filter(({ ok }) => ok).length;
  expect(done).toBeGreaterThan(0);
  expect(done).toBeLessThan(25);
  const parts = await studio.db.select().from(refundLines);
  const given = (lineId: string) =>
    parts.filter((part) => part.lineId === lineId).reduce((sum, { amount }) => sum + amount, 0);
  expect(given(a)).toBeLessThanOrEqual(1200);
  expect(given(b)).toBeLessThanOrEqual(1200);
  const { refundedAmount, paymentRef } = await rowOf(studio, order.id);
  expect(refundedAmount).toBe(given(a) + given(b));
  expect((await studio.payments.retrievePayment(paymentRef ?? "")).refunded).toBe(refundedAmount);
  expect(await booksOf(studio)).toEqual({ provider: 3600 - refundedAmount, sales: refundedAmount - 3600 });
  expect((await callsOf(account)).filter(({ path }) => path === "/v1/refunds")).toHaveLength(done);
});

test("a refund that fails after it was accepted gives files and books back", async () => {
  const { studio, account, owner, order, lines } = await aSale();
  await switchSandboxFaults({ refunds: "wait" });
  const outcome = await refundOrder(studio, order.id, give([lines[0], 1200]));
  expect(outcome).toMatchObject({ ok: true, value: { state: "pending" } });
  expect(await withheld(studio, order.id)).toEqual([lines[0]]);
  const [refund] = await studio.db.select().from(refunds);
  await pullLever(`/refunds/${refund?.providerRef}/settle`, { outcome: "fail" });
  const [failed] = await eventsOf(account, refund?.providerRef ?? "");
  for (let times = 0; times < 3; times += 1) await postWebhook(failed?.body ?? "");
  await Promise.all(Array.from({ length: 3 }, () => consumeEvent(failed?.id ?? "")));
  expect(await withheld(studio, order.id)).toEqual([]);
  expect(await rowOf(studio, order.id)).toMatchObject({ refundedAmount: 0 });
  expect(await booksOf(studio)).toEqual({ provider: 3600, sales: -3600 });
  expect(await entriesOf(studio)).toContain(`refund_failed:${refund?.id}`);
  await workOff(studio);
  expect((await mailsTo(owner.email)).map(({ subject }) => subject)).toContain("A refund did not go through");
});

test("a refund that was made on the provider's pages is spread over what is left", async () => {
  const { studio, account, order, lines } = await aSale();
  await refundOrder(studio, order.id, give([lines[0], 1200]));
  const { paymentRef } = await rowOf(studio, order.id);
  const made = await pullLever<{ id: string }>(`/charges/${paymentRef}/refund`, { amount: 1001 });
  const refs = (await eventsOf(account, made.id)).map(({ id, body }) => ({ id, body }));
  for (const { id, body } of refs) {
    await postWebhook(body);
    await consumeEvent(id);
  }
  await takeRefund(studio, made.id);
  const row = await studio.db.select().from(refunds).where(eq(refunds.providerRef, made.id)).get();
  expect(row).toMatchObject({ reason: "provider", amount: 1001, ofOrder: true, state: "succeeded" });
  const parts = await studio.db
    .select()
    .from(refundLines)
    .where(eq(refundLines.refundId, row?.id ?? ""));
  expect(parts.map(({ lineId, amount }) => [lineId, amount])).toEqual([
    [lines[1], 501],
    [lines[2], 500],
  ]);
  expect(await rowOf(studio, order.id)).toMatchObject({ refundedAmount: 2201 });
  expect(await booksOf(studio)).toEqual({ provider: 1399, sales: -1399 });
});

test("a refund that is told of before the payment settles the payment first", async () => {
  const { studio } = await createTestStudio();
  const order = await anOrder(studio, { upTo: "paid" });
  const session = await studio.payments.retrieveCheckout(order.checkoutRef);
  const made = await pullLever<{ id: string }>(`/charges/${session.paymentRef}/refund`, { amount: 200 });
  expect(await takeRefund(studio, made.id)).toBe("succeeded");
  expect(await rowOf(studio, order.id)).toMatchObject({ status: "fulfilled", refundedAmount: 200 });
});

test("a refund whose answer was lost, or that nobody asked for, is asked for again under its key", async () => {
  const { studio, account, order, lines } = await aSale();
  await switchSandboxFaults({ answer: { status: 503, times: 3, method: "POST", path: "/v1/refunds" } });
  const outcome = await refundOrder(studio, order.id, give([lines[0], 1200]));
  expect(outcome).toMatchObject({ ok: true, value: { state: "requested" } });
  expect(await booksOf(studio)).toEqual({ provider: 3600, sales: -3600 });
  expect(await settleMoney(studio)).not.toBeNull();
  await switchSandboxFaults({ lost: { times: 3, method: "POST", path: "/v1/refunds" } });
  await settleMoney(later(studio, 3 * 60_000));
  await settleMoney(later(studio, 6 * 60_000));
  expect(await studio.db.select().from(refunds)).toMatchObject([{ state: "succeeded", amount: 1200 }]);
  expect(await booksOf(studio)).toMatchObject({ sales: -2400 });
  const calls = (await callsOf(account)).filter(({ path }) => path === "/v1/refunds");
  expect(new Set(calls.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1);
  const { paymentRef } = await rowOf(studio, order.id);
  expect((await studio.payments.retrievePayment(paymentRef ?? "")).refunded).toBe(1200);
});

test("what the provider refuses leaves nothing behind but a refund that failed", async () => {
  const { studio, order, lines } = await aSale();
  const { paymentRef } = await rowOf(studio, order.id);
  // Given back on the provider's pages, and nobody has told us yet.
  await pullLever(`/charges/${paymentRef}/refund`, { amount: 3600 });
  expect(await refundOrder(studio, order.id, give([lines[0], 1200]))).toMatchObject({
    ok: false,
    refusal: { reason: "too_much" },
  });
  expect(await studio.db.select().from(refunds)).toMatchObject([{ state: "failed", failure: "too_much" }]);
  expect(await rowOf(studio, order.id)).toMatchObject({ refundedAmount: 0 });
  expect(await withheld(studio, order.id)).toEqual([]);
});
