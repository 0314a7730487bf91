import type Stripe from "stripe";
import { afterEach, beforeAll, expect, it } from "vitest";
import {
  act,
  anAccount,
  aPayment,
  arrived,
  ensureDirectory,
  pull,
  refusal,
  setClock,
  stripeFor,
} from "../testing";

const DAY = 86_400_000;

beforeAll(ensureDirectory);
afterEach(async () => {
  await setClock(0);
  await pull("/_sandbox/faults", { refunds: "succeed" });
});

async function chargeOf(stripe: Stripe, intent: Stripe.PaymentIntent): Promise<Stripe.Charge> {
  return stripe.charges.retrieve(String(intent.latest_charge));
}

const typesOf = async (id: string, count: number) =>
  (await arrived(id, count)).map(({ body }) => JSON.parse(body).type);

it("refunds add up to what was paid and no further, by intent and by charge", async () => {
  const stripe = stripeFor(anAccount());
  const paid = await aPayment(stripe);
  const first = await stripe.refunds.create({
    payment_intent: paid.id,
    amount: 2500,
    metadata: { refund: "r1" },
  });
  expect(first).toMatchObject({ status: "succeeded", amount: 2500, metadata: { refund: "r1" } });
  const charge = String(paid.latest_charge);
  expect(await refusal(stripe.refunds.create({ charge, amount: 7501 }))).toMatchObject({
    code: "amount_too_large",
  });
  const rest = await stripe.refunds.create({ charge });
  expect(rest.amount).toBe(7500);
  expect(await chargeOf(stripe, paid)).toMatchObject({ amount_refunded: 10_000, refunded: true });
  expect(await refusal(stripe.refunds.create({ charge, amount: 1 }))).toMatchObject({
    code: "charge_already_refunded",
  });
  expect((await stripe.refunds.list({ charge })).data.map(({ id }) => id)).toEqual([rest.id, first.id]);
  const { data } = await stripe.balanceTransactions.list({ type: "refund" });
  expect(data.map(({ net }) => net)).toEqual([-7500, -2500]);
  expect(await typesOf(rest.id, 1)).toEqual(["refund.created"]);
});

it("of parallel refunds only as many succeed as fit", async () => {
  const stripe = stripeFor(anAccount());
  const paid = await aPayment(stripe);
  const attempts = await Promise.allSettled(
    Array.from({ length: 10 }, () => stripe.refunds.create({ payment_intent: paid.id, amount: 3000 })),
  );
  expect(attempts.filter(({ status }) => status === "fulfilled")).toHaveLength(3);
  expect((await chargeOf(stripe, paid)).amount_refunded).toBe(9000);
});

it("what was not received, or is asked for of nothing, is not given back", async () => {
  const stripe = stripeFor(anAccount());
  const open = await stripe.paymentIntents.create({ amount: 4000, currency: "eur" });
  const held = await aPayment(stripe, { capture_method: "manual" });
  expect(await refusal(stripe.refunds.create({ payment_intent: open.id }))).toMatchObject({ status: 400 });
  expect(await refusal(stripe.refunds.create({ payment_intent: held.id }))).toMatchObject({
    code: "charge_not_refundable",
  });
  expect(await refusal(stripe.refunds.create({ amount: 100 }))).toMatchObject({ code: "parameter_missing" });
  expect(await refusal(stripe.refunds.create({ payment_intent: "pi_none" }))).toMatchObject({ status: 404 });
});

it("a refund that waits succeeds two days later; one that fails brings the money back", async () => {
  const stripe = stripeFor(anAccount());
  const waits = await aPayment(stripe, { payment_method: "pm_card_pendingRefund" });
  const fails = await aPayment(stripe, { payment_method: "pm_card_refundFail" });
  const waiting = await stripe.refunds.create({ payment_intent: waits.id });
  const failing = await stripe.refunds.create({ payment_intent: fails.id });
  expect([waiting.status, failing.status]).toEqual(["pending", "succeeded"]);
  await setClock(3 * DAY);
  expect(await stripe.refunds.retrieve(waiting.id)).toMatchObject({ status: "succeeded" });
  expect(await stripe.refunds.retrieve(failing.id)).toMatchObject({
    status: "failed",
    failure_reason: "expired_or_canceled_card",
  });
  expect(await chargeOf(stripe, fails)).toMatchObject({ amount_refunded: 0, refunded: false });
  const { data } = await stripe.balanceTransactions.list({ source: failing.id });
  expect(data.map(({ type, net }) => [type, net])).toEqual([
    ["refund_failure", 10_000],
    ["refund", -10_000],
  ]);
  expect(await typesOf(waiting.id, 2)).toEqual(["refund.created", "refund.updated"]);
  expect(await typesOf(failing.id, 2)).toEqual(["refund.created", "refund.failed"]);
});

it("the lever decides for payment methods without a will of their own", async () => {
  const stripe = stripeFor(anAccount());
  const paid = await aPayment(stripe);
  await pull("/_sandbox/faults", { refunds: "wait" });
  const refund = await stripe.refunds.create({ payment_intent: paid.id, amount: 4000 });
  expect(refund.status).toBe("pending");
  expect(await stripe.refunds.cancel(refund.id)).toMatchObject({ status: "canceled" });
  expect((await chargeOf(stripe, paid)).amount_refunded).toBe(0);
  expect(await refusal(stripe.refunds.cancel(refund.id))).toMatchObject({ code: "refund_unexpected_state" });
});

it("the platform gives its fee back in proportion, never more than it took", async () => {
  const stripe = stripeFor(anAccount());
  const paid = await aPayment(stripe, { application_fee_amount: 333 });
  for (const amount of [3333, 3333, 3334])
    await stripe.refunds.create({ payment_intent: paid.id, amount, refund_application_fee: true });
  const fees = stripeFor().applicationFees;
  const fee = await fees.retrieve(String((await chargeOf(stripe, paid)).application_fee));
  expect(fee).toMatchObject({ amount_refunded: 333, refunded: true });
  expect((await fees.listRefunds(fee.id)).data.map(({ amount }) => amount)).toEqual([111, 111, 111]);
  expect(await refusal(fees.createRefund(fee.id, { amount: 1 }))).toMatchObject({ code: "amount_too_large" });
});

it("a dispute takes the money away until it is won, and for good when it is lost", async () => {
  const stripe = stripeFor(anAccount());
  for (const outcome of ["won", "lost"]) {
    const paid = await aPayment(stripe);
    const opened = await act<Stripe.Dispute>(`/charges/${paid.id}/dispute`, { reason: "duplicate" });
    expect(await stripe.disputes.retrieve(opened.id)).toMatchObject({
      status: "needs_response",
      amount: 10_000,
    });
    expect(await refusal(stripe.refunds.create({ payment_intent: paid.id }))).toMatchObject({
      code: "charge_disputed",
    });
    await stripe.disputes.update(opened.id, { evidence: { uncategorized_text: "Delivered." } });
    expect((await stripe.disputes.retrieve(opened.id)).status).toBe("under_review");
    const closed = await act<Stripe.Dispute>(`/disputes/${opened.id}`, { outcome });
    expect(closed.balance_transactions.map(({ amount }) => amount)).toEqual(
      outcome === "won" ? [-10_000, 10_000] : [-10_000],
    );
    const told = await typesOf(opened.id, outcome === "won" ? 5 : 4);
    expect(told.sort()).toEqual([
      "charge.dispute.closed",
      "charge.dispute.created",
      ...(outcome === "won" ? ["charge.dispute.funds_reinstated"] : []),
      "charge.dispute.funds_withdrawn",
      "charge.dispute.updated",
    ]);
    const again = stripe.refunds.create({ payment_intent: paid.id });
    if (outcome === "won") expect((await again).amount).toBe(10_000);
    else expect(await refusal(again)).toMatchObject({ code: "charge_disputed" });
  }
  expect((await stripe.disputes.list()).data.map(({ status }) => status)).toEqual(["lost", "won"]);
});

it("a card can dispute by itself, and a charge is disputed once", async () => {
  const stripe = stripeFor(anAccount());
  const paid = await aPayment(stripe, { payment_method: "pm_card_createDispute" });
  expect((await stripe.disputes.list({ payment_intent: paid.id })).data).toMatchObject([
    { reason: "fraudulent" },
  ]);
  const again = await pull(`/_sandbox/charges/${paid.id}/dispute`, {});
  expect(again.status).toBe(400);
});
