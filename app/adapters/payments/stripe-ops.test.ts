import { afterEach, expect, test } from "vitest";
import { errorFields } from "../../lib/log";
import { callsOf, switchSandboxFaults } from "../../test/sandbox";
import { PaymentProviderError } from "./payment-provider";
import { stripeFor } from "./stripe";
import { type StripeAccess, stripeClient, translate } from "./stripe-client";
import { aCheckout, aRefund } from "./testing/provider-contract";
import { aStripeScene, isRealStripe, payBy, testAccess } from "./testing/stripe-scene";

const EUR = (amount: number) => ({ amount, currency: "EUR" });
const ORIGIN = "http://sandbox.localhost:8787";

afterEach(() =>
  isRealStripe ? undefined : switchSandboxFaults({ answer: null, latency: null, lost: null }),
);

/** A paid payment of 50 euros, and the calls about refunds since. */
async function aPayment(changes: Partial<StripeAccess> = {}) {
  const { account, provider, stripe } = aStripeScene(changes);
  const ref = await payBy(stripe, EUR(5000));
  const refundCalls = async () => (await callsOf(account)).filter(({ path }) => path === "/v1/refunds");
  return { provider, ref, refundCalls };
}

test.skipIf(isRealStripe).each([429, 500, 502, 503, 504])(
  "a call that is answered %i twice is made again under the same key, and done once",
  async (status) => {
    const { provider, ref, refundCalls } = await aPayment();
    await switchSandboxFaults({ answer: { status, times: 2, method: "POST", path: "/v1/refunds" } });
    const request = aRefund(ref, EUR(1000));
    expect((await provider.refund(request)).amount).toEqual(EUR(1000));
    const calls = await refundCalls();
    expect(calls.map((call) => call.status)).toEqual([status, status, 200]);
    expect(new Set(calls.map((call) => call.idempotencyKey))).toEqual(new Set([request.idempotencyKey]));
    expect((await provider.retrievePayment(ref)).refunded).toBe(1000);
  },
);

test.skipIf(isRealStripe)(
  "a provider that stays down is unreachable, and the same request later is done once",
  async () => {
    const { provider, ref } = await aPayment();
    await switchSandboxFaults({ answer: { status: 503, times: 3, path: "/v1/refunds" } });
    const request = aRefund(ref, EUR(1000));
    await expect(provider.refund(request)).rejects.toMatchObject({ reason: "unreachable" });
    expect((await provider.retrievePayment(ref)).refunded).toBe(0);
    await provider.refund(request);
    await provider.refund(request);
    expect((await provider.retrievePayment(ref)).refunded).toBe(1000);
  },
);

test.skipIf(isRealStripe)(
  "an answer that is lost after the work was done is asked for again, not done again",
  async () => {
    const { provider, ref, refundCalls } = await aPayment();
    await switchSandboxFaults({ lost: { times: 2, path: "/v1/refunds" } });
    const refund = await provider.refund(aRefund(ref, EUR(1000)));
    expect(refund.amount).toEqual(EUR(1000));
    expect((await refundCalls()).map(({ status, lost }) => [status, lost])).toEqual([
      [200, true],
      [200, true],
      [200, false],
    ]);
    expect((await provider.retrievePayment(ref)).refunded).toBe(1000);
  },
);

test.skipIf(isRealStripe)(
  "a call that takes too long is made again under the same key, and done once",
  async () => {
    const { provider, ref, refundCalls } = await aPayment({ timeout: 2500 });
    await switchSandboxFaults({ latency: { ms: 20_000, times: 1, path: "/v1/refunds" } });
    const request = aRefund(ref, EUR(1000));
    expect((await provider.refund(request)).amount).toEqual(EUR(1000));
    expect(await refundCalls()).toContainEqual(
      expect.objectContaining({ status: 200, idempotencyKey: request.idempotencyKey }),
    );
    expect((await provider.retrievePayment(ref)).refunded).toBe(1000);
  },
);

test("a 409 says that the same request is under way: it is tried again, and unreachable when it stays", async () => {
  let calls = 0;
  const error = { type: "idempotency_error", code: "idempotency_key_in_use", message: "in progress" };
  const provider = answeringWith(() => {
    calls += 1;
    return Response.json({ error }, { status: 409 });
  });
  await expect(provider.createCheckout(aCheckout())).rejects.toMatchObject({ reason: "unreachable" });
  expect(calls).toBe(3);
});

/** A provider whose every call is answered so. */
function answeringWith(answer: () => Response) {
  const fetcher = { fetch: async () => answer() } as unknown as Fetcher;
  return stripeFor({ secretKey: "sk_test_x", live: false, sandbox: { fetcher, origin: ORIGIN } }, "acct_x");
}

test.each([
  ["a body of somebody else's", () => Response.json({ message: "not found" }, { status: 404 })],
  ["an object of another kind", () => Response.json({ id: "cus_1", object: "customer" })],
  ["an empty object", () => Response.json({})],
])("%s is not taken for an answer", async (_what, answer) => {
  const provider = answeringWith(answer);
  for (const call of [
    () => provider.retrieveCheckout("cs_test_1"),
    () => provider.createCheckout(aCheckout()),
    () => provider.retrievePayment("pi_1"),
    () => provider.refund(aRefund("pi_1", EUR(1))),
    () => provider.retrieveRefund("re_1"),
    () => provider.retrieveDispute("du_1"),
  ])
    await expect(call()).rejects.toMatchObject({ kind: "payment_provider_error", reason: "unreachable" });
});

test("a page of the provider's that is no JSON is unreachable", async () => {
  const provider = answeringWith(() => new Response("<h1>Bad gateway</h1>", { status: 502 }));
  await expect(provider.retrieveCheckout("cs_test_1")).rejects.toMatchObject({ reason: "unreachable" });
});

test("outside production no host but the sandbox is ever called", async () => {
  const reached: string[] = [];
  const fetcher = {
    fetch: async (url: string) => {
      reached.push(new URL(url).host);
      return Response.json({ id: "cs_test_1", object: "checkout.session" });
    },
  } as unknown as Fetcher;
  const access = { secretKey: "sk_test_x", live: false, sandbox: { fetcher, origin: ORIGIN } };
  const stripe = stripeClient(access, "acct_x");
  await stripe.checkout.sessions.retrieve("cs_test_1");
  (stripe as unknown as { _setApiField(name: string, value: string): void })._setApiField(
    "host",
    "api.stripe.com",
  );
  await expect(stripe.checkout.sessions.retrieve("cs_test_1")).rejects.toThrow();
  expect(new Set(reached)).toEqual(new Set(["sandbox.localhost:8787"]));
});

test("without a sandbox, a key of test mode calls nobody", async () => {
  const provider = stripeFor({ secretKey: "sk_test_x", live: false }, "acct_x");
  await expect(provider.retrieveCheckout("cs_test_1")).rejects.toMatchObject({ reason: "unreachable" });
});

test("no secret stands in what an error says, holds or is logged as", async () => {
  const secretKey = "sk_test_very_secret_indeed_0123456789";
  const secrets = [secretKey, "very_secret_indeed"];
  const access = testAccess({ secretKey });
  const refused = () =>
    isRealStripe
      ? Promise.reject(new PaymentProviderError("refused", "no"))
      : stripeFor(access, "acct_x").retrieveCheckout("cs_test_1");
  const broken = () => stripeFor({ secretKey, live: false }, "acct_x").retrieveCheckout("cs_test_1");
  const direct = () => translate(() => stripeClient(access).customers.retrieve("cus_1"));
  for (const call of [refused, broken, direct]) {
    const error: unknown = await call().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(PaymentProviderError);
    const told = [
      JSON.stringify(error, Object.getOwnPropertyNames(error)),
      JSON.stringify(errorFields(error)),
      String((error as Error).stack),
    ].join("\n");
    for (const secret of secrets) expect(told).not.toContain(secret);
  }
});
