import Stripe from "stripe";
import { afterEach, beforeAll, expect, it } from "vitest";
import {
  anAccount,
  aPayment,
  arrived,
  ask,
  ensureDirectory,
  env,
  press,
  pull,
  received,
  refusal,
  setClock,
  stripeFor,
  submit,
  twoPrints,
} from "../testing";

beforeAll(ensureDirectory);
afterEach(async () => {
  await pull("/_sandbox/faults", {
    drop: false,
    hold: false,
    reverse: false,
    duplicate: 1,
    stale: false,
    badSignature: false,
    answer: null,
    latency: null,
    lost: null,
  });
  await setClock(0);
});

async function aPaidSession(): Promise<string> {
  const { id } = await stripeFor(anAccount()).checkout.sessions.create(twoPrints());
  await press(id, "pay");
  return id;
}

function verify({ body, signature }: { body: string; signature: string }): Promise<Stripe.Event> {
  return Stripe.webhooks.constructEventAsync(body, signature, env.STRIPE_WEBHOOK_SECRET);
}

it("each webhook comes three times, the same to the byte", async () => {
  await pull("/_sandbox/faults", { duplicate: 3 });
  const deliveries = await arrived(await aPaidSession(), 3);
  expect(new Set(deliveries.map(({ body }) => body)).size).toBe(1);
});

it.each([
  ["in order", { hold: true }, (ids: string[]) => ids],
  ["newest first", { reverse: true }, (ids: string[]) => [...ids].reverse()],
])("webhooks that are held come %s once they are released, and only then", async (_how, fault, inOrder) => {
  await pull("/_sandbox/faults", fault);
  const ids = [await aPaidSession(), await aPaidSession(), await aPaidSession()];
  for (const id of ids) expect(await received(id)).toEqual([]);
  await pull("/_sandbox/faults", { hold: false, reverse: false });
  const response = await env.APP.fetch("http://localhost/_recorder/deliveries");
  const all = (await response.json()) as { body: string }[];
  const about = all
    .map(({ body }) => String(JSON.parse(body).data?.object?.id))
    .filter((id) => ids.includes(id));
  expect(about).toEqual(inOrder(ids));
});

it("a webhook is signed as of ten minutes ago, or with another secret", async () => {
  await pull("/_sandbox/faults", { stale: true });
  const [stale] = await arrived(await aPaidSession(), 1);
  await pull("/_sandbox/faults", { stale: false, badSignature: true });
  const [forged] = await arrived(await aPaidSession(), 1);
  for (const delivery of [stale, forged]) {
    if (!delivery) throw new Error("no webhook");
    await expect(verify(delivery)).rejects.toThrow();
  }
  if (stale) {
    const patient = Stripe.webhooks.constructEventAsync(
      stale.body,
      stale.signature,
      env.STRIPE_WEBHOOK_SECRET,
      900,
    );
    expect((await patient).type).toBe("checkout.session.completed");
  }
});

it.each([429, 500, 503] as const)(
  "calls are answered %i as often as asked, and do nothing",
  async (status) => {
    const stripe = stripeFor(anAccount());
    const paid = await aPayment(stripe);
    await pull("/_sandbox/faults", { answer: { status, times: 2, method: "POST", path: "/v1/refunds" } });
    const refund = () =>
      stripe.refunds.create({ payment_intent: paid.id, amount: 100 }, { idempotencyKey: `k:${status}` });
    expect((await stripe.refunds.list()).data).toEqual([]);
    for (const attempt of [refund(), refund()]) expect((await refusal(attempt)).status).toBe(status);
    expect((await refund()).amount).toBe(100);
    expect((await stripe.refunds.list()).data).toHaveLength(1);
  },
);

it("a lost answer is of a call that was carried out", async () => {
  const account = anAccount();
  const stripe = stripeFor(account);
  await pull("/_sandbox/faults", { lost: { path: "/v1/customers" } });
  const create = () => stripe.customers.create({ name: "Anna" }, { idempotencyKey: "anna" });
  await expect(create()).rejects.toBeInstanceOf(Stripe.errors.StripeConnectionError);
  const again = await create();
  expect(new Headers(again.lastResponse.headers).get("idempotent-replayed")).toBe("true");
  const calls: { status: number; lost: boolean }[] = await (
    await ask(`/_sandbox/calls?account=${account}`)
  ).json();
  expect(calls.map(({ status, lost }) => [status, lost])).toEqual([
    [200, true],
    [200, false],
  ]);
});

it.each([
  ["a fault that there is not", { rain: true }],
  ["an answer that Stripe never gives", { answer: { status: 418 } }],
  ["more webhooks than anybody should get", { duplicate: 26 }],
])("%s is refused", async (_what, faults) => {
  expect((await pull("/_sandbox/faults", faults)).status).toBe(400);
});

it("the page of faults shows what is on and switches it", async () => {
  const form = { drop: "on", duplicate: "2", refunds: "wait", api: "429" };
  expect((await submit("/faults", form)).status).toBe(303);
  const page = await (await ask("/faults")).text();
  expect(page).toMatch(/name="drop" checked/);
  expect(await (await ask("/_sandbox/faults")).json()).toMatchObject({
    drop: true,
    duplicate: 2,
    refunds: "wait",
    answer: { status: 429, times: 1 },
  });
  await submit("/faults", { duplicate: "1", refunds: "succeed", api: "works" });
  expect(await (await ask("/_sandbox/faults")).json()).toMatchObject({ drop: false, answer: null });
});

it("a payment's page refunds, disputes and settles, and says why it cannot", async () => {
  const stripe = stripeFor(anAccount());
  const { id } = await stripe.checkout.sessions.create(twoPrints());
  await press(id, "delayed");
  const intent = String((await stripe.checkout.sessions.retrieve(id)).payment_intent);
  const page = `/payments/${id}`;
  expect(await (await ask(page)).text()).toContain("It pays");
  await submit(`${page}/settle`, { about: intent, outcome: "succeed" });
  const charge = String((await stripe.paymentIntents.retrieve(intent)).latest_charge);
  await submit(`${page}/refund`, { about: charge, amount: "1000" });
  const tooMuch = await submit(`${page}/refund`, { about: charge, amount: "5000" });
  expect([tooMuch.status, await tooMuch.text()]).toEqual([
    400,
    expect.stringContaining("greater than unrefunded"),
  ]);
  await submit(`${page}/dispute`, { about: charge, reason: "general" });
  const [dispute] = (await stripe.disputes.list({ charge })).data;
  expect(await (await ask(page)).text()).toContain(dispute?.id);
  await submit(`${page}/close`, { about: dispute?.id ?? "", outcome: "lost" });
  expect((await stripe.disputes.retrieve(dispute?.id ?? "")).status).toBe("lost");
  expect((await ask("/payments/cs_test_none")).status).toBe(404);
});

it("a reset forgets payments, events and faults, and leaves accounts as they are", async () => {
  const { id: account } = await stripeFor().v2.core.accounts.create({
    dashboard: "full",
    configuration: { merchant: { capabilities: { card_payments: { requested: true } } } },
  });
  const stripe = stripeFor(anAccount());
  const paid = await aPayment(stripe);
  await pull("/_sandbox/faults", { drop: true });
  await pull("/_sandbox/reset", {});
  expect(await refusal(stripe.paymentIntents.retrieve(paid.id))).toMatchObject({ status: 404 });
  expect(await (await ask("/_sandbox/faults")).json()).toMatchObject({ drop: false });
  expect((await stripeFor().v2.core.accounts.retrieve(account)).id).toBe(account);
});
