import { expect, test } from "vitest";
import { DAY } from "../../lib/time";
import { setClock } from "../../test/create-test-studio";
import { callsOf, pay, pressOnPage, pullLever } from "../../test/sandbox";
import type { PaymentProvider } from "./payment-provider";
import { stripeFor } from "./stripe";
import { aCheckout, aRefund, keepsTheContract } from "./testing/provider-contract";
import { aStripeScene, isRealStripe, payBy, testAccess, testAccountId } from "./testing/stripe-scene";

const EUR = (amount: number) => ({ amount, currency: "EUR" });

keepsTheContract(async () => {
  const { provider, stripe } = aStripeScene();
  return {
    provider,
    stranger: stripeFor(testAccess(), testAccountId("stranger")),
    receive: (money, orderId) => payBy(stripe, money, { metadata: { order: orderId } }),
  };
});

test("a reserved payment is captured in part and once, and the rest is let go", async () => {
  const { provider, stripe } = aStripeScene();
  const ref = await payBy(stripe, EUR(5000), { capture_method: "manual" });
  expect(await provider.retrievePayment(ref)).toMatchObject({
    state: "authorized",
    received: 0,
    settled: null,
  });
  const captured = await provider.capture(ref, EUR(4000), "capture:1");
  expect(captured).toMatchObject({ state: "paid", received: 4000, refunded: 0, settled: { gross: 4000 } });
  expect(await provider.capture(ref, EUR(4000), "capture:1")).toMatchObject({
    state: "paid",
    received: 4000,
  });
  await expect(provider.capture(ref, null, "capture:2")).rejects.toMatchObject({ refusal: "state" });
  await expect(provider.cancel(ref, "cancel:1")).rejects.toMatchObject({ refusal: "state" });
  await expect(provider.refund(aRefund(ref, EUR(4001)))).rejects.toMatchObject({ refusal: "too_much" });
  await provider.refund(aRefund(ref, EUR(4000)));
  expect(await provider.retrievePayment(ref)).toMatchObject({ received: 4000, refunded: 4000 });
});

test("a reserved payment is let go, and then there is nothing to capture or give back", async () => {
  const { provider, stripe } = aStripeScene();
  const ref = await payBy(stripe, EUR(5000), { capture_method: "manual" });
  expect(await provider.cancel(ref, "cancel")).toMatchObject({ state: "canceled", received: 0, refunded: 0 });
  await expect(provider.capture(ref, null, "capture")).rejects.toMatchObject({ refusal: "state" });
  await expect(provider.refund(aRefund(ref, EUR(1)))).rejects.toMatchObject({ reason: "refused" });
});

test("the platform's share is told apart from the provider's, and comes back in proportion when asked for", async () => {
  const { provider, stripe } = aStripeScene();
  const ref = await payBy(stripe, EUR(10_000), { application_fee_amount: 777 });
  const { settled } = await provider.retrievePayment(ref);
  expect(settled?.platformFee).toBe(777);
  expect(settled?.net).toBe(10_000 - 777 - (settled?.providerFee ?? 0));
  const first = await provider.refund(aRefund(ref, EUR(3333), { returnPlatformFee: true }));
  expect(first.returnedFee).toEqual(EUR(259));
  expect((await provider.refund(aRefund(ref, EUR(3333)))).returnedFee).toBeNull();
  const last = await provider.refund(aRefund(ref, EUR(3334), { returnPlatformFee: true }));
  expect((await provider.retrieveRefund(last.ref)).returnedFee).toEqual(EUR(777 - 259));
  const charge = (await stripe.paymentIntents.retrieve(ref, { expand: ["latest_charge.application_fee"] }))
    .latest_charge as { application_fee: { amount_refunded: number } };
  expect(charge.application_fee.amount_refunded).toBe(777);
});

test.each([
  ["3.14", { amount: 314.5, currency: "EUR" }],
  ["a thousandth of a dinar", { amount: 1005, currency: "KWD" }],
  ["less than a card takes", { amount: 20, currency: "EUR" }],
  ["more than eight digits", { amount: 100_000_000, currency: "EUR" }],
])("a checkout of %s is refused, and nothing is made", async (_what, { amount, currency }) => {
  const { provider } = aStripeScene();
  const request = aCheckout({ currency, lines: [{ name: "Download", amount, quantity: 1 }] });
  await expect(provider.createCheckout(request)).rejects.toMatchObject({ reason: "refused" });
});

test("a fee above the total is refused, and one of the whole total is not", async () => {
  const { provider } = aStripeScene();
  await expect(provider.createCheckout(aCheckout({ platformFee: 6431 }))).rejects.toMatchObject({
    reason: "refused",
  });
  expect((await provider.createCheckout(aCheckout({ platformFee: 6430 }))).state).toBe("open");
});

test("a studio without an account has nothing and takes nothing", async () => {
  const provider = stripeFor(testAccess(), null);
  await expect(provider.createCheckout(aCheckout())).rejects.toMatchObject({ reason: "refused" });
  await expect(provider.refund(aRefund("pi_1", EUR(1)))).rejects.toMatchObject({ reason: "refused" });
  const period = { from: 0, until: Date.now() };
  for await (const each of provider.listPayments(period)) throw new Error(`there is ${each.ref}`);
});

/** Opens a checkout of 64.30 euros; `choose` presses a button of its page. */
async function onPage(provider: PaymentProvider, changes: Parameters<typeof aCheckout>[0] = {}) {
  const request = aCheckout(changes);
  const { ref, url } = await provider.createCheckout(request);
  const look = () => provider.retrieveCheckout(ref);
  const payment = async () => provider.retrievePayment((await look()).paymentRef ?? "");
  return { request, url: url ?? "", look, payment };
}

test.skipIf(isRealStripe)(
  "a card that is declined leaves the checkout open, and the next one pays it",
  async () => {
    const { provider } = aStripeScene();
    const { request, url, look, payment } = await onPage(provider);
    expect(await pressOnPage(url, "decline")).toContain("problem=declined");
    expect(await look()).toMatchObject({ state: "open", paid: false });
    expect(await payment()).toMatchObject({ state: "open", received: 0 });
    expect(await pay(url)).toContain("/thanks?session=cs_test_");
    expect(await look()).toMatchObject({ state: "complete", paid: true });
    expect(await payment()).toMatchObject({ state: "paid", received: 6430, reference: request.orderId });
  },
);

test.skipIf(isRealStripe).each([
  ["is paid when the bank says so", "delayed", { state: "paid", received: 6430 }, true],
  ["stays unpaid when the bank refuses", "delayed-fail", { state: "open", received: 0 }, false],
] as const)(
  "a delayed payment completes the checkout and %s, three days later",
  async (_what, choice, after, paid) => {
    const { provider } = aStripeScene();
    const { url, look, payment } = await onPage(provider);
    await pay(url, choice);
    expect(await look()).toMatchObject({ state: "complete", paid: false });
    expect(await payment()).toMatchObject({ state: "processing", received: 0, settled: null });
    try {
      await setClock(4 * DAY);
      expect(await payment()).toMatchObject(after);
      expect(await look()).toMatchObject({ state: "complete", paid });
    } finally {
      await setClock(0);
    }
  },
);

test.skipIf(isRealStripe)("a checkout for review is unpaid until it is captured", async () => {
  const { provider } = aStripeScene();
  const { url, look, payment } = await onPage(provider, { charge: "review", platformFee: 500 });
  await pay(url);
  expect(await look()).toMatchObject({ state: "complete", paid: false });
  const { ref, state } = await payment();
  expect(state).toBe("authorized");
  await provider.capture(ref, null, "capture");
  expect(await look()).toMatchObject({ state: "complete", paid: true });
  expect(await payment()).toMatchObject({ state: "paid", received: 6430, settled: { platformFee: 500 } });
});

test.skipIf(isRealStripe)("a checkout runs out by the product's clock", async () => {
  const { provider } = aStripeScene();
  const { request, look } = await onPage(provider);
  try {
    await setClock(request.payUntil - Date.now() + 1000);
    expect(await look()).toMatchObject({ state: "expired", paid: false, paymentRef: null });
  } finally {
    await setClock(0);
  }
});

test.skipIf(isRealStripe)(
  "a refund that fails afterwards does not count, and can be made again",
  async () => {
    const { provider, stripe } = aStripeScene();
    const ref = await payBy(stripe, EUR(5000));
    const refund = await provider.refund(aRefund(ref, EUR(5000)));
    expect(refund.state).toBe("succeeded");
    await pullLever(`/refunds/${refund.ref}/settle`, { outcome: "fail" });
    expect((await provider.retrieveRefund(refund.ref)).state).toBe("failed");
    expect((await provider.retrievePayment(ref)).refunded).toBe(0);
    await provider.refund(aRefund(ref, EUR(5000)));
    expect((await provider.retrievePayment(ref)).refunded).toBe(5000);
  },
);

test.skipIf(isRealStripe)(
  "a refund made on the provider's own pages is listed, and carries no name of ours",
  async () => {
    const { provider, stripe } = aStripeScene();
    const ref = await payBy(stripe, EUR(5000));
    const { id } = await pullLever<{ id: string }>(`/charges/${ref}/refund`, { amount: 1200 });
    const listed = [];
    for await (const each of provider.listRefunds({ from: Date.now() - DAY, until: Date.now() + DAY }))
      listed.push(each);
    expect(listed).toEqual([
      expect.objectContaining({ ref: id, paymentRef: ref, reference: null, amount: EUR(1200) }),
    ]);
  },
);

test.skipIf(isRealStripe)("an inquiry has taken nothing until it becomes a dispute", async () => {
  const { provider, stripe } = aStripeScene();
  const ref = await payBy(stripe, EUR(5000));
  const { id } = await pullLever<{ id: string }>(`/charges/${ref}/dispute`, { inquiry: true });
  expect(await provider.retrieveDispute(id)).toMatchObject({ state: "inquiry", fees: [] });
  expect(await provider.refund(aRefund(ref, EUR(100)))).toMatchObject({ state: "succeeded" });
  await pullLever(`/disputes/${id}`, { outcome: "escalated" });
  expect(await provider.retrieveDispute(id)).toMatchObject({ state: "open", fees: [{ fee: EUR(1500) }] });
  await expect(provider.refund(aRefund(ref, EUR(100)))).rejects.toMatchObject({ refusal: "disputed" });
});

test.skipIf(isRealStripe).each(["won", "lost"] as const)(
  "a dispute is open until it is %s",
  async (outcome) => {
    const { provider, stripe } = aStripeScene();
    const ref = await payBy(stripe, EUR(5000));
    const { id } = await pullLever<{ id: string }>(`/charges/${ref}/dispute`, {
      reason: "product_not_received",
    });
    const dispute = await provider.retrieveDispute(id);
    expect(dispute).toMatchObject({
      paymentRef: ref,
      state: "open",
      amount: EUR(5000),
      reason: "product_not_received",
      fees: [{ ref: expect.stringMatching(/^txn_/), fee: EUR(1500) }],
    });
    expect(dispute.answerBy).toBeGreaterThan(Date.now());
    expect((await provider.retrievePayment(ref)).disputed).toBe(true);
    await expect(provider.refund(aRefund(ref, EUR(100)))).rejects.toMatchObject({ refusal: "disputed" });
    await pullLever(`/disputes/${id}`, { outcome });
    const listed = [];
    for await (const each of provider.listDisputes({ from: Date.now() - DAY, until: Date.now() + DAY }))
      listed.push(each);
    expect(listed).toEqual([{ ...dispute, state: outcome }]);
    const again = provider.refund(aRefund(ref, EUR(100)));
    if (outcome === "won") expect((await again).amount).toEqual(EUR(100));
    else await expect(again).rejects.toMatchObject({ refusal: "disputed" });
  },
);

test.skipIf(isRealStripe)("a period of more than one page is listed to its end", async () => {
  const { provider, stripe } = aStripeScene();
  for (let made = 0; made < 105; made += 5)
    await Promise.all(Array.from({ length: 5 }, () => payBy(stripe, EUR(100))));
  const refs = new Set<string>();
  for await (const { ref } of provider.listPayments({ from: Date.now() - DAY, until: Date.now() + DAY }))
    refs.add(ref);
  expect(refs.size).toBe(105);
});

test.skipIf(isRealStripe)("every call is made under the studio's own account", async () => {
  const { account, provider, stripe } = aStripeScene();
  const { url } = await onPage(provider);
  await pay(url);
  const ref = await payBy(stripe, EUR(5000));
  await provider.refund(aRefund(ref, EUR(100)));
  for await (const each of provider.listDisputes({ from: 0, until: Date.now() })) throw new Error(each.ref);
  const calls = await callsOf(account);
  expect(calls.map(({ path }) => path)).toEqual([
    "/v1/checkout/sessions",
    "/v1/payment_intents",
    "/v1/refunds",
    "/v1/disputes",
  ]);
});
