import { expect, test } from "vitest";
import type { Money } from "../../../lib/money";
import { MINUTE } from "../../../lib/time";
import type { CheckoutRequest, PaymentProvider, RefundRequest } from "../payment-provider";

/** A provider acting for an account that no other test uses, and what only the world outside can do. */
export interface Scene {
  provider: PaymentProvider;
  /** The same kind of provider, acting for somebody else's account. */
  stranger: PaymentProvider;
  /** Somebody pays: answers the payment's reference once the money is there. */
  receive(money: Money, orderId: string): Promise<string>;
}

const EUR = (amount: number): Money => ({ amount, currency: "EUR" });

/** A checkout of two lines for an order of its own. */
export function aCheckout(changes: Partial<CheckoutRequest> = {}): CheckoutRequest {
  const orderId = changes.orderId ?? `ord_${crypto.randomUUID()}`;
  return {
    orderId,
    studioId: "std_contract",
    email: "anna@example.com",
    currency: "EUR",
    lines: [
      { name: "Print 30 × 45", amount: 2990, quantity: 2 },
      { name: "Download", amount: 450, quantity: 1 },
    ],
    platformFee: 0,
    successUrl: "http://studio.localhost:8787/thanks?session={CHECKOUT_SESSION_ID}",
    cancelUrl: "http://studio.localhost:8787/cart",
    payUntil: Date.now() + 45 * MINUTE,
    idempotencyKey: `order:${orderId}:session:1`,
    ...changes,
  };
}

/** A refund of a payment under a key of its own. */
export function aRefund(
  paymentRef: string,
  amount: Money,
  changes: Partial<RefundRequest> = {},
): RefundRequest {
  const reference = `ref_${crypto.randomUUID()}`;
  const idempotencyKey = `refund:${reference}`;
  return { paymentRef, amount, reference, returnPlatformFee: false, idempotencyKey, ...changes };
}

async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const found: Item[] = [];
  for await (const item of items) found.push(item);
  return found;
}

/** What every payment provider does, whatever it is behind. */
export function keepsTheContract(setScene: () => Promise<Scene>): void {
  test("a checkout is open, carries the order and the exact total, and is found again as it was made", async () => {
    const { provider } = await setScene();
    const request = aCheckout();
    const session = await provider.createCheckout(request);
    expect(session).toMatchObject({
      state: "open",
      paid: false,
      reference: request.orderId,
      total: EUR(6430),
    });
    expect(session.url !== null || session.transfer !== null).toBe(true);
    expect(Math.abs(session.expiresAt - request.payUntil)).toBeLessThan(1000);
    expect(session.live).toBe(provider.live);
    expect(await provider.retrieveCheckout(session.ref)).toEqual(session);
  });

  test("one key and request is one checkout; the same key with another amount is refused", async () => {
    const { provider } = await setScene();
    const request = aCheckout();
    const first = await provider.createCheckout(request);
    expect((await provider.createCheckout(request)).ref).toBe(first.ref);
    const other = { ...request, lines: [{ name: "Download", amount: 900, quantity: 1 }] };
    await expect(provider.createCheckout(other)).rejects.toMatchObject({
      kind: "payment_provider_error",
      reason: "refused",
      refusal: "key_reused",
    });
  });

  test("nothing of one account is there for another", async () => {
    const { provider, stranger, receive } = await setScene();
    const { ref } = await provider.createCheckout(aCheckout());
    const paymentRef = await receive(EUR(5000), "ord_isolated");
    const refund = await provider.refund(aRefund(paymentRef, EUR(100)));
    const missing = { reason: "missing" };
    await expect(stranger.retrieveCheckout(ref)).rejects.toMatchObject(missing);
    await expect(stranger.expireCheckout(ref)).rejects.toMatchObject(missing);
    await expect(stranger.retrievePayment(paymentRef)).rejects.toMatchObject(missing);
    await expect(stranger.capture(paymentRef, null, "k1")).rejects.toMatchObject(missing);
    await expect(stranger.cancel(paymentRef, "k2")).rejects.toMatchObject(missing);
    await expect(stranger.refund(aRefund(paymentRef, EUR(100)))).rejects.toMatchObject(missing);
    await expect(stranger.retrieveRefund(refund.ref)).rejects.toMatchObject(missing);
    expect((await provider.retrieveCheckout(ref)).state).toBe("open");
    expect(await provider.retrievePayment(paymentRef)).toMatchObject({ state: "paid", refunded: 100 });
  });

  test("what never existed is missing", async () => {
    const { provider } = await setScene();
    const missing = { kind: "payment_provider_error", reason: "missing" };
    await expect(provider.retrieveCheckout("cs_test_none")).rejects.toMatchObject(missing);
    await expect(provider.retrievePayment("pi_none")).rejects.toMatchObject(missing);
    await expect(provider.retrieveRefund("re_none")).rejects.toMatchObject(missing);
    await expect(provider.retrieveDispute("du_none")).rejects.toMatchObject(missing);
    await expect(provider.refund(aRefund("pi_none", EUR(1)))).rejects.toMatchObject(missing);
  });

  test("an open checkout is closed, and closing it again leaves it as it is", async () => {
    const { provider } = await setScene();
    const { ref } = await provider.createCheckout(aCheckout());
    expect(await provider.expireCheckout(ref)).toMatchObject({ state: "expired", paid: false });
    expect(await provider.expireCheckout(ref)).toMatchObject({ state: "expired", paid: false });
    expect(await provider.retrieveCheckout(ref)).toMatchObject({ state: "expired" });
  });

  test("a payment tells what came in, and what of it reached the studio", async () => {
    const { provider, receive } = await setScene();
    const payment = await provider.retrievePayment(await receive(EUR(12_345), "ord_told"));
    expect(payment).toMatchObject({
      state: "paid",
      reference: "ord_told",
      total: EUR(12_345),
      received: 12_345,
      refunded: 0,
      disputed: false,
      live: provider.live,
    });
    const { settled } = payment;
    expect(settled?.gross).toBe(12_345);
    expect(settled && settled.gross - settled.providerFee - settled.platformFee).toBe(settled?.net);
    expect(settled?.providerFee).toBeGreaterThanOrEqual(0);
  });

  test("a payment is given back in part, in part and in full, and never more", async () => {
    const { provider, receive } = await setScene();
    const paymentRef = await receive(EUR(10_000), "ord_back");
    const first = aRefund(paymentRef, EUR(2500));
    const made = await provider.refund(first);
    expect(made).toMatchObject({ paymentRef, reference: first.reference, amount: EUR(2500) });
    expect(["pending", "succeeded"]).toContain(made.state);
    expect(await provider.retrieveRefund(made.ref)).toEqual(made);
    await provider.refund(aRefund(paymentRef, EUR(2500)));
    await expect(provider.refund(aRefund(paymentRef, EUR(5001)))).rejects.toMatchObject({
      refusal: "too_much",
    });
    await provider.refund(aRefund(paymentRef, EUR(5000)));
    await expect(provider.refund(aRefund(paymentRef, EUR(1)))).rejects.toMatchObject({ refusal: "too_much" });
    expect(await provider.retrievePayment(paymentRef)).toMatchObject({ received: 10_000, refunded: 10_000 });
  });

  test("one key is one refund; the same key with another amount is refused", async () => {
    const { provider, receive } = await setScene();
    const paymentRef = await receive(EUR(10_000), "ord_once");
    const request = aRefund(paymentRef, EUR(3000));
    const first = await provider.refund(request);
    expect((await provider.refund(request)).ref).toBe(first.ref);
    await expect(provider.refund({ ...request, amount: EUR(3001) })).rejects.toMatchObject({
      refusal: "key_reused",
    });
    expect((await provider.retrievePayment(paymentRef)).refunded).toBe(3000);
  });

  test("of refunds at once that are more together than there is, only as many succeed as fit", async () => {
    const { provider, receive } = await setScene();
    const paymentRef = await receive(EUR(10_000), "ord_raced");
    const attempts = await Promise.allSettled(
      Array.from({ length: 8 }, () => provider.refund(aRefund(paymentRef, EUR(4000)))),
    );
    const refused = attempts.flatMap((attempt) => (attempt.status === "rejected" ? [attempt.reason] : []));
    expect(attempts.length - refused.length).toBe(2);
    for (const reason of refused) expect(reason).toMatchObject({ reason: "refused", refusal: "too_much" });
    expect((await provider.retrievePayment(paymentRef)).refunded).toBe(8000);
  });

  test("a period lists its payments and refunds, newest first, and nothing else", async () => {
    const { provider, receive } = await setScene();
    const from = Date.now() - 10 * MINUTE;
    const period = { from, until: Date.now() + 10 * MINUTE };
    const refs = [await receive(EUR(1000), "ord_a"), await receive(EUR(2000), "ord_b")];
    const refund = await provider.refund(aRefund(refs[0] ?? "", EUR(500)));
    const payments = (await all(provider.listPayments(period))).filter(({ ref }) => refs.includes(ref));
    expect(payments.map(({ ref }) => ref)).toEqual([...refs].reverse());
    expect(payments[1]).toEqual(await provider.retrievePayment(refs[0] ?? ""));
    expect(await all(provider.listRefunds(period))).toContainEqual(refund);
    const before = { from: from - MINUTE, until: from };
    const refsBefore = (await all(provider.listPayments(before))).map(({ ref }) => ref);
    expect(refsBefore.filter((ref) => refs.includes(ref))).toEqual([]);
    expect((await all(provider.listRefunds(before))).map(({ ref }) => ref)).not.toContain(refund.ref);
    expect(await all(provider.listDisputes(period))).toEqual([]);
  });

  test.each([
    ["JPY", 1500],
    ["KRW", 15_000],
    ["UGX", 50_000],
    ["KWD", 12_340],
    ["ISK", 2500],
    ["EUR", 12_345],
  ])(
    "an amount in %s is the same to the last digit: asked for, received, given back",
    async (currency, amount) => {
      const { provider, receive } = await setScene();
      const money = { amount, currency };
      const session = await provider.createCheckout(
        aCheckout({ currency, lines: [{ name: "Download", amount, quantity: 1 }] }),
      );
      expect(session.total).toEqual(money);
      const paymentRef = await receive(money, "ord_currency");
      const half = { amount: currency === "KWD" ? 6170 : Math.floor(amount / 2), currency };
      expect((await provider.refund(aRefund(paymentRef, half))).amount).toEqual(half);
      expect(await provider.retrievePayment(paymentRef)).toMatchObject({
        total: money,
        received: amount,
        refunded: half.amount,
      });
    },
  );
}
