import { and, eq } from "drizzle-orm";
import { afterEach, expect, test } from "vitest";
import { auditLog } from "../../events/schema";
import { MINUTE } from "../../lib/time";
import { ask, askData } from "../../test/ask";
import { createTestStudio, setClock } from "../../test/create-test-studio";
import { expectErrorLog } from "../../test/error-log";
import { callsOf, pay, sessionsOf } from "../../test/sandbox";
import { aKey, aMember } from "../account/testing";
import { clients } from "../clients/schema";
import { fulfilOrder } from "./commands/fulfil-order.server";
import { orderLines, orders } from "./schema";
import { refunds } from "./schema/money";
import { anOrder } from "./testing";

afterEach(() => setClock(0));

interface Intent {
  id: string;
  number: number;
  status: string;
  checkoutUrl: string | null;
  amount: { amount: number; currency: string };
}

interface Told {
  id: string;
  status: string;
  amount: { amount: number };
  lines: { lineId: string | null; amount: { amount: number } }[];
}

async function withToken() {
  const made = await createTestStudio();
  const { email, password } = made.owner;
  const { accessToken: bearer } = await askData<{ accessToken: string }>(made.slug, "/tokens", {
    json: { email, password },
  });
  /** The status of a call, and what kind of error it is. */
  const call = async (path: string, init: Parameters<typeof ask>[2] = {}) => {
    const response = await ask(made.slug, `/api/v1${path}`, { bearer, ...init });
    const { data, error } = (await response.json()) as { data?: unknown; error?: { type: string } };
    return { status: response.status, data, type: error?.type };
  };
  return { ...made, bearer, call };
}

test("a program gives back in full what was paid for an order under review, once for its key", async () => {
  const { studio, call } = await withToken();
  const order = await anOrder(studio, { upTo: "paid" });
  await studio.db.update(orders).set({ totalAmount: 1300 }).where(eq(orders.id, order.id));
  await fulfilOrder(studio, order.checkoutRef);
  expectErrorLog(/a payment does not match its order/);
  const line = await studio.db.select().from(orderLines).where(eq(orderLines.orderId, order.id)).get();
  const inPart = await call("/refunds", { json: { orderId: order.id, lines: [{ lineId: line?.id }] } });
  expect([inPart.status, inPart.type]).toEqual([409, "conflict"]);
  const whole = () =>
    call("/refunds", { json: { orderId: order.id }, headers: { "idempotency-key": "whole" } });
  const first = await whole();
  expect(first).toMatchObject({
    status: 201,
    data: { amount: { amount: 1200, currency: "EUR" }, reason: "review", ofOrder: false },
  });
  expect((await whole()).data).toEqual(first.data);
  expect(await call(`/orders/${order.id}`)).toMatchObject({ data: { status: "canceled" } });
});

test("a program refunds a line in part, then all that is left, and never more", async () => {
  const { studio, slug, bearer, call } = await withToken();
  const order = await anOrder(studio, { upTo: "fulfilled" });
  const line = await studio.db.select().from(orderLines).where(eq(orderLines.orderId, order.id)).get();
  const refund = (json: object) => call("/refunds", { json: { orderId: order.id, ...json } });
  const part = { lines: [{ lineId: line?.id, amount: { amount: 200, currency: "EUR" } }], reason: "quality" };
  const first = await refund(part);
  expect(first).toMatchObject({
    status: 201,
    data: {
      orderId: order.id,
      status: "succeeded",
      amount: { amount: 200, currency: "EUR" },
      reason: "quality",
      ofOrder: true,
      lines: [{ lineId: line?.id, amount: { amount: 200 } }],
    },
  });
  const whole = await askData<{ refunded: object; lines: { refunded: object }[]; status: string }>(
    slug,
    `/orders/${order.id}`,
    { bearer },
  );
  expect(whole).toMatchObject({
    status: "partially_refunded",
    refunded: { amount: 200 },
    lines: [{ refunded: { amount: 200 } }],
  });
  const tooMuch = { lines: [{ lineId: line?.id, amount: { amount: 1001, currency: "EUR" } }] };
  expect(await refund(tooMuch)).toMatchObject({ status: 409, type: "conflict" });
  expect(await refund({})).toMatchObject({ status: 201, data: { amount: { amount: 1000 } } });
  expect(await refund({})).toMatchObject({ status: 422, type: "invalid_request" });
  const { items } = await askData<{ items: Told[] }>(slug, `/refunds?orderId=${order.id}`, { bearer });
  expect(items.map(({ amount }) => amount.amount)).toEqual([1000, 200]);
  expect(await askData<Told>(slug, `/refunds/${items[1]?.id}`, { bearer })).toEqual(items[1]);
});

test("a refund is asked for in its order's currency, of its order's lines, by who may refund", async () => {
  const { studio, call } = await withToken();
  const [order, other] = [await anOrder(studio, { upTo: "fulfilled" }), await anOrder(studio)];
  const [line] = await studio.db.select().from(orderLines).where(eq(orderLines.orderId, other.id));
  const [own] = await studio.db.select().from(orderLines).where(eq(orderLines.orderId, order.id));
  const refund = (json: object, bearer?: string) =>
    call("/refunds", { json: { orderId: order.id, ...json }, ...(bearer ? { bearer } : {}) });
  expect(await refund({ lines: [{ lineId: line?.id }] })).toMatchObject({ status: 422 });
  const dollars = { lines: [{ lineId: own?.id, amount: { amount: 1, currency: "USD" } }] };
  expect(await refund(dollars)).toMatchObject({ status: 422 });
  expect(await refund({ orderId: "ord_none" })).toMatchObject({ status: 404 });
  expect(await refund({ orderId: other.id })).toMatchObject({ status: 409 });
  const { key } = await aKey(studio, (await aMember(studio, "admin")).id, ["orders:read"]);
  expect(await refund({}, key)).toMatchObject({ status: 403 });
  expect(await studio.db.$count(refunds)).toBe(0);
});

test("a refund is made once for its Idempotency-Key, also by 25 at once and after the answer was lost", async () => {
  const { studio, slug, account, bearer } = await withToken();
  const order = await anOrder(studio, { upTo: "fulfilled" });
  const line = await studio.db.select().from(orderLines).where(eq(orderLines.orderId, order.id)).get();
  const json = { orderId: order.id, lines: [{ lineId: line?.id, amount: { amount: 100, currency: "EUR" } }] };
  const refund = () =>
    ask(slug, "/api/v1/refunds", { bearer, json, headers: { "idempotency-key": "refund-1" } });
  const all = await Promise.all(Array.from({ length: 25 }, refund));
  expect(all.filter(({ status }) => status !== 201 && status !== 409)).toEqual([]);
  expect((await refund()).headers.get("idempotency-replayed")).toBe("true");
  expect(await studio.db.$count(refunds)).toBe(1);
  const asked = (await callsOf(account)).filter(({ path }) => path === "/v1/refunds");
  expect(asked).toHaveLength(1);
});

test("a buyer goes on paying with the intent that is open, and gets another one once it is over", async () => {
  const { studio, slug, account } = await withToken();
  const order = await anOrder(studio);
  const bearer = order.buyerToken;
  const intent = () => askData<Intent>(slug, "/payment-intents", { json: { orderId: order.id }, bearer });
  const first = await intent();
  expect(first).toMatchObject({ number: 1, status: "open", checkoutUrl: order.checkoutUrl });
  expect(await intent()).toEqual(first);
  expect(await sessionsOf(account)).toHaveLength(1);
  await pay(order.checkoutUrl);
  const confirmed = await askData<Intent>(slug, `/payment-intents/${first.id}/confirm`, { json: {}, bearer });
  expect(confirmed).toMatchObject({ id: first.id, status: "paid", checkoutUrl: null });
  expect(await askData<{ status: string }>(slug, `/orders/${order.id}`, { bearer })).toMatchObject({
    status: "fulfilled",
  });
  const late = await ask(slug, "/api/v1/payment-intents", { json: { orderId: order.id }, bearer });
  expect(late.status).toBe(409);
});

test("an intent is seen by its buyer and the studio, and given up by the studio alone", async () => {
  const { studio, slug, bearer, call } = await withToken();
  const [order, other] = [await anOrder(studio), await anOrder(studio)];
  const { items } = await askData<{ items: Intent[] }>(slug, `/payment-intents?orderId=${order.id}`, {
    bearer,
  });
  const [intent] = items;
  const path = `/payment-intents/${intent?.id}`;
  expect(await call(path, { bearer: order.buyerToken })).toMatchObject({ status: 200, data: intent });
  expect(await call(path, { bearer: other.buyerToken })).toMatchObject({ status: 404 });
  expect(await call(`${path}/cancel`, { json: {}, bearer: order.buyerToken })).toMatchObject({ status: 401 });
  expect(await call(`${path}/capture`, { json: {} })).toMatchObject({ status: 409 });
  expect(await call(`${path}/cancel`, { json: {} })).toMatchObject({ data: { checkoutUrl: null } });
  expect(await call(`${path}/cancel`, { json: {} })).toMatchObject({ status: 200 });
  expect(await call("/payment-intents", { json: { orderId: order.id } })).toMatchObject({ status: 409 });
  const row = await studio.db.select().from(orders).where(eq(orders.id, order.id)).get();
  expect(row?.status).toBe("canceled");
});

test("an unpaid order's address is put right, and no address of an order that is paid", async () => {
  const { studio, call } = await withToken();
  const order = await anOrder(studio, { email: "anna@exmaple.com" });
  const intent = ((await call(`/payment-intents?orderId=${order.id}`)).data as { items: Intent[] }).items[0];
  const change = (email: string) =>
    call(`/payment-intents/${intent?.id}`, { method: "PATCH", body: JSON.stringify({ email }) });
  expect(await change("anna")).toMatchObject({ status: 422 });
  expect(await change("Anna@Example.com")).toMatchObject({ status: 200 });
  const row = await studio.db
    .select({ email: orders.email, client: clients.email })
    .from(orders)
    .innerJoin(clients, eq(clients.id, orders.clientId))
    .where(eq(orders.id, order.id))
    .get();
  expect(row).toEqual({ email: "anna@example.com", client: "anna@example.com" });
  const isChange = and(eq(auditLog.action, "order.changed"), eq(auditLog.subjectId, order.id));
  expect(await studio.db.$count(auditLog, isChange)).toBe(1);
  await pay(order.checkoutUrl);
  await call(`/payment-intents/${intent?.id}/confirm`, { json: {} });
  expect(await change("ben@example.com")).toMatchObject({ status: 409 });
});

test("once the time to pay an order has passed there is no further intent", async () => {
  const { studio, slug } = await withToken();
  const order = await anOrder(studio);
  await setClock(32 * MINUTE);
  const json = { orderId: order.id };
  const over = await ask(slug, "/api/v1/payment-intents", { json, bearer: order.buyerToken });
  expect(over.status).toBe(409);
});
