import type Stripe from "stripe";
import { afterEach, beforeAll, expect, it } from "vitest";
import {
  anAccount,
  aPayment,
  arrived,
  ensureDirectory,
  press,
  refusal,
  setClock,
  stripeFor,
  twoPrints,
} from "../testing";

const DAY = 86_400_000;

beforeAll(ensureDirectory);
afterEach(() => setClock(0));

/** The one balance transaction of an object. */
async function bookingOf(stripe: Stripe, source: string): Promise<Stripe.BalanceTransaction> {
  const { data } = await stripe.balanceTransactions.list({ source });
  const [booked] = data;
  if (data.length !== 1 || !booked) throw new Error(`${data.length} bookings of ${source}`);
  return booked;
}

it("a payment is opened, changed, confirmed and received", async () => {
  const stripe = stripeFor(anAccount());
  const opened = await stripe.paymentIntents.create({
    amount: 4000,
    currency: "eur",
    metadata: { order: "ord_1" },
  });
  expect(opened).toMatchObject({
    status: "requires_payment_method",
    amount_received: 0,
    latest_charge: null,
  });
  await stripe.paymentIntents.update(opened.id, { amount: 5000, metadata: { note: "gift" } });
  const paid = await stripe.paymentIntents.confirm(opened.id, { payment_method: "pm_card_visa" });
  expect(paid).toMatchObject({
    status: "succeeded",
    amount_received: 5000,
    metadata: { order: "ord_1", note: "gift" },
  });
  const charge = await stripe.charges.retrieve(String(paid.latest_charge));
  expect(charge).toMatchObject({
    amount: 5000,
    captured: true,
    paid: true,
    status: "succeeded",
    refunded: false,
  });
  expect(await refusal(stripe.paymentIntents.update(opened.id, { amount: 1000 }))).toMatchObject({
    code: "payment_intent_unexpected_state",
  });
});

it("what reaches the balance is the amount less the fees of the provider and the platform", async () => {
  const stripe = stripeFor(anAccount());
  const paid = await aPayment(stripe, { application_fee_amount: 500 });
  const charge = await stripe.charges.retrieve(String(paid.latest_charge), {
    expand: ["balance_transaction"],
  });
  expect(charge.balance_transaction).toMatchObject({ type: "charge", amount: 10_000, fee: 820, net: 9180 });
  const ofPlatform = stripeFor();
  const fee = await ofPlatform.applicationFees.retrieve(String(charge.application_fee));
  expect(fee).toMatchObject({ amount: 500, charge: charge.id, amount_refunded: 0 });
  expect(await bookingOf(ofPlatform, fee.id)).toMatchObject({ type: "application_fee", net: 500 });
});

it("fees are whole units of the currency and never more than there is", async () => {
  const stripe = stripeFor(anAccount());
  for (const [amount, currency] of [
    [1000, "kwd"],
    [5000, "ugx"],
    [51, "jpy"],
  ] as const) {
    const paid = await aPayment(stripe, { amount, currency });
    const booked = await bookingOf(stripe, String(paid.latest_charge));
    expect(booked.net).toBe(booked.amount - booked.fee);
    expect([booked.fee % (currency === "kwd" ? 10 : currency === "ugx" ? 100 : 1), booked.net >= 0]).toEqual([
      0,
      true,
    ]);
  }
});

it("a declined card is an error that carries the intent, keeps it open, and is repeated under its key", async () => {
  const stripe = stripeFor(anAccount());
  const { id } = await stripe.paymentIntents.create({ amount: 4000, currency: "eur" });
  const decline = () =>
    stripe.paymentIntents.confirm(
      id,
      { payment_method: "pm_card_chargeDeclined" },
      { idempotencyKey: "try:1" },
    );
  for (const attempt of [decline, decline])
    await expect(attempt()).rejects.toMatchObject({
      statusCode: 402,
      rawType: "card_error",
      code: "card_declined",
      decline_code: "generic_decline",
      payment_intent: { id, status: "requires_payment_method" },
    });
  expect((await stripe.charges.list({ payment_intent: id })).data).toMatchObject([
    { status: "failed", paid: false },
  ]);
  const paid = await stripe.paymentIntents.confirm(id, { payment_method: "pm_card_visa" });
  expect(paid).toMatchObject({ status: "succeeded", last_payment_error: null });
});

it("a reserved payment is captured in part, and what is let go was never received", async () => {
  const stripe = stripeFor(anAccount());
  const held = await aPayment(stripe, { capture_method: "manual", application_fee_amount: 700 });
  expect(held).toMatchObject({ status: "requires_capture", amount_capturable: 10_000, amount_received: 0 });
  expect(await refusal(stripe.paymentIntents.capture(held.id, { amount_to_capture: 10_001 }))).toMatchObject({
    code: "amount_too_large",
  });
  const taken = await stripe.paymentIntents.capture(held.id, { amount_to_capture: 6000 });
  expect(taken).toMatchObject({ status: "succeeded", amount_received: 6000, amount_capturable: 0 });
  const charge = await stripe.charges.retrieve(String(taken.latest_charge));
  expect(charge).toMatchObject({ amount_captured: 6000, amount_refunded: 4000, refunded: false });
  expect((await bookingOf(stripe, charge.id)).amount).toBe(6000);
  const [captured] = await arrived(charge.id, 1);
  expect(JSON.parse(captured?.body ?? "").type).toBe("charge.captured");
});

it("a payment is cancelled until it has taken money, and not after", async () => {
  const stripe = stripeFor(anAccount());
  const open = await stripe.paymentIntents.create({ amount: 4000, currency: "eur" });
  const held = await aPayment(stripe, { capture_method: "manual" });
  const paid = await aPayment(stripe);
  for (const { id } of [open, held]) {
    const canceled = await stripe.paymentIntents.cancel(id, { cancellation_reason: "abandoned" });
    expect(canceled).toMatchObject({
      status: "canceled",
      cancellation_reason: "abandoned",
      amount_received: 0,
    });
  }
  expect(await refusal(stripe.paymentIntents.cancel(paid.id))).toMatchObject({
    status: 400,
    code: "payment_intent_unexpected_state",
  });
});

it("a session that is paid by debit is decided three days later, and told of twice", async () => {
  const stripe = stripeFor(anAccount());
  const good = await stripe.checkout.sessions.create(twoPrints());
  const bad = await stripe.checkout.sessions.create(twoPrints());
  await press(good.id, "delayed");
  await press(bad.id, "delayed-fail");
  const processing = await stripe.checkout.sessions.retrieve(good.id, { expand: ["payment_intent"] });
  expect(processing).toMatchObject({
    status: "complete",
    payment_status: "unpaid",
    payment_intent: { status: "processing" },
  });
  await arrived(good.id, 1);
  await setClock(2 * DAY);
  expect((await stripe.checkout.sessions.retrieve(good.id)).payment_status).toBe("unpaid");
  await setClock(3 * DAY + 5000);
  const types = async (id: string) => (await arrived(id, 2)).map(({ body }) => JSON.parse(body).type);
  expect(await types(good.id)).toEqual([
    "checkout.session.completed",
    "checkout.session.async_payment_succeeded",
  ]);
  expect(await types(bad.id)).toEqual([
    "checkout.session.completed",
    "checkout.session.async_payment_failed",
  ]);
  expect((await stripe.checkout.sessions.retrieve(good.id)).payment_status).toBe("paid");
  expect((await stripe.checkout.sessions.retrieve(bad.id)).payment_status).toBe("unpaid");
});

it("a session makes one payment intent at its first try and keeps it for the next", async () => {
  const stripe = stripeFor(anAccount());
  const { id } = await stripe.checkout.sessions.create(
    twoPrints({ payment_intent_data: { application_fee_amount: 300, metadata: { order: "ord_1" } } }),
  );
  await press(id, "decline");
  const tried = await stripe.checkout.sessions.retrieve(id, { expand: ["payment_intent"] });
  expect(tried).toMatchObject({
    status: "open",
    payment_intent: {
      status: "requires_payment_method",
      application_fee_amount: 300,
      metadata: { order: "ord_1" },
      last_payment_error: { code: "card_declined" },
    },
  });
  await press(id, "pay");
  const paid = await stripe.checkout.sessions.retrieve(id);
  expect(paid.payment_intent).toBe((tried.payment_intent as Stripe.PaymentIntent).id);
  expect((await stripe.charges.list({ payment_intent: String(paid.payment_intent) })).data).toHaveLength(2);
});

it("a session lists its lines", async () => {
  const stripe = stripeFor(anAccount());
  const { id } = await stripe.checkout.sessions.create(twoPrints());
  const { data } = await stripe.checkout.sessions.listLineItems(id);
  expect(data).toMatchObject([{ description: "Print 30 × 45", quantity: 2, amount_total: 5980 }]);
});

it("lists come newest first, page by page, within a time and for one account only", async () => {
  const [stripe, other] = [stripeFor(anAccount()), stripeFor(anAccount())];
  const made: string[] = [];
  for (let count = 0; count < 7; count += 1) made.unshift((await aPayment(stripe)).id);
  await aPayment(other);
  const paged: string[] = [];
  for await (const { id } of stripe.paymentIntents.list({ limit: 3 })) paged.push(id);
  expect(paged).toEqual(made);
  const page = await stripe.paymentIntents.list({ limit: 2, ending_before: made[4] });
  expect([page.data.map(({ id }) => id), page.has_more]).toEqual([[made[2], made[3]], true]);
  const now = Math.floor(Date.now() / 1000);
  const length = async (created: Stripe.RangeQueryParam) =>
    (await stripe.paymentIntents.list({ created, limit: 100 })).data.length;
  expect([await length({ gte: now - 600 }), await length({ lt: now - 600 })]).toEqual([7, 0]);
  expect((await stripe.balanceTransactions.list({ type: "charge", limit: 100 })).data).toHaveLength(7);
  expect((await stripe.charges.list({ payment_intent: made[0] ?? "" })).data).toHaveLength(1);
});

it("a list and a retrieve answer ids as objects, and refuse what holds no id", async () => {
  const stripe = stripeFor(anAccount());
  const { id } = await aPayment(stripe);
  const { data } = await stripe.paymentIntents.list({ expand: ["data.latest_charge.balance_transaction"] });
  expect(data).toMatchObject([{ id, latest_charge: { balance_transaction: { amount: 10_000 } } }]);
  expect(await refusal(stripe.paymentIntents.retrieve(id, { expand: ["amount"] }))).toMatchObject({
    param: "expand",
  });
});

it.each([
  ["a currency that does not exist", { currency: "xxq" }, "currency"],
  ["a thousandth of a dinar", { amount: 1005, currency: "kwd" }, "amount"],
  ["less than a card takes", { amount: 49 }, "amount"],
  ["a fee above the amount", { application_fee_amount: 10_001 }, "application_fee_amount"],
  ["a payment method that is none", { payment_method: "pm_none" }, "payment_method"],
  ["a customer that is none", { customer: "cus_none" }, "id"],
  ["a parameter that Stripe does not know", { colour: "red" }, "colour"],
  [
    "a parameter that Stripe knows and the sandbox does not",
    { statement_descriptor: "X" },
    "statement_descriptor",
  ],
])("%s is refused", async (_what, changes, param) => {
  const refused = await refusal(aPayment(stripeFor(anAccount()), changes as never));
  expect([refused.status === 400 || refused.status === 404, refused.param]).toEqual([true, param]);
});

it("unknown parameters are refused on every GET", async () => {
  const stripe = stripeFor(anAccount());
  const { id } = await aPayment(stripe);
  const wrong = { colour: "red" } as never;
  for (const attempt of [
    () => stripe.paymentIntents.retrieve(id, wrong),
    () => stripe.paymentIntents.list(wrong),
    () => stripe.refunds.list(wrong),
    () => stripe.disputes.list(wrong),
    () => stripe.charges.list(wrong),
    () => stripe.balanceTransactions.list(wrong),
  ])
    expect(await refusal(attempt())).toMatchObject({ code: "parameter_unknown", param: "colour" });
});

it("a payment of one account does not exist for another", async () => {
  const { id, latest_charge } = await aPayment(stripeFor(anAccount()));
  const stranger = stripeFor(anAccount());
  for (const attempt of [
    () => stranger.paymentIntents.retrieve(id),
    () => stranger.paymentIntents.cancel(id),
    () => stranger.paymentIntents.capture(id),
    () => stranger.charges.retrieve(String(latest_charge)),
    () => stranger.refunds.create({ payment_intent: id }),
    () => stranger.refunds.create({ charge: String(latest_charge) }),
  ])
    expect(await refusal(attempt())).toMatchObject({ status: 404, code: "resource_missing" });
});

it("of many confirmations at once one takes the money", async () => {
  const stripe = stripeFor(anAccount());
  const { id } = await stripe.paymentIntents.create({ amount: 4000, currency: "eur" });
  const attempts = await Promise.allSettled(
    Array.from({ length: 10 }, () => stripe.paymentIntents.confirm(id, { payment_method: "pm_card_visa" })),
  );
  expect(attempts.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect((await stripe.charges.list({ payment_intent: id })).data).toHaveLength(1);
});
