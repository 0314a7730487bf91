import type Stripe from "stripe";
import { inject } from "vitest";
import type { Money } from "../../../lib/money";
import { env } from "../../../test/create-test-studio";
import type { PaymentProvider } from "../payment-provider";
import { stripeFor } from "../stripe";
import { toStripe } from "../stripe-amounts";
import { type StripeAccess, stripeClient } from "../stripe-client";

declare module "vitest" {
  interface ProvidedContext {
    stripeTestAccount: { key?: string; account?: string; stranger?: string; origin?: string };
  }
}

const test = inject("stripeTestAccount");

/** Whether the suite speaks to Stripe itself, where nobody presses a button and no lever is there to pull. */
export const isRealStripe = test.key !== undefined;

/** How tests reach Stripe's API: the account of the environment, or the sandbox. */
export function testAccess(changes: Partial<StripeAccess> = {}): StripeAccess {
  if (test.key !== undefined)
    return {
      secretKey: test.key,
      live: false,
      testOrigin: test.origin ?? "https://api.stripe.com",
      ...changes,
    };
  const fetcher = env.SANDBOX;
  if (!fetcher) throw new Error("the sandbox is not bound");
  const sandbox = { fetcher, origin: "http://sandbox.localhost:8787" };
  return { secretKey: env.STRIPE_SECRET_KEY, live: false, sandbox, ...changes };
}

/** A studio's account that takes cards: nobody else's in the sandbox, the one there is at Stripe. */
export function testAccountId(which: "account" | "stranger" = "account"): string {
  return test[which] ?? `acct_${crypto.randomUUID().replaceAll("-", "").slice(0, 16)}`;
}

export interface StripeScene {
  account: string;
  provider: PaymentProvider;
  /** The SDK's own client, for what the product itself never does. */
  stripe: Stripe;
}

export function aStripeScene(changes: Partial<StripeAccess> = {}): StripeScene {
  const account = testAccountId();
  const access = testAccess(changes);
  return { account, provider: stripeFor(access, account), stripe: stripeClient(access, account) };
}

/** Pays outside of any checkout, with one of Stripe's test payment methods; answers the payment's reference. */
export async function payBy(
  stripe: Stripe,
  { amount, currency }: Money,
  params: Partial<Stripe.PaymentIntentCreateParams> = {},
): Promise<string> {
  const intent = await stripe.paymentIntents.create({
    amount: toStripe(amount, currency),
    currency: currency.toLowerCase(),
    confirm: true,
    payment_method: "pm_card_visa",
    automatic_payment_methods: { enabled: true, allow_redirects: "never" },
    ...params,
  });
  return intent.id;
}
