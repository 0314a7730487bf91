import type Stripe from "stripe";
import {
  type CheckoutRequest,
  type PaymentProvider,
  PaymentProviderError,
  type Period,
} from "./payment-provider";
import { toStripe } from "./stripe-amounts";
import { answerAs, type StripeAccess, stripeClient, translate } from "./stripe-client";
import {
  disputeFromStripe,
  ORDER,
  PAYMENT_PARTS,
  paymentFromStripe,
  REFUND,
  REFUND_PARTS,
  refundFromStripe,
  sessionFromStripe,
} from "./stripe-objects";

/**
 * Stripe Connect with direct charges: the studio's account is the merchant. The client is made for one
 * account, because options given to a single call end up among its parameters (stripe-node 22 and later).
 */
export function stripeFor(access: StripeAccess, account: string | null): PaymentProvider {
  if (!account) return noAccount;
  // Made when it is needed: most requests never speak to Stripe.
  let made: Stripe | undefined;
  const stripe = () => {
    made ??= stripeClient(access, account);
    return made;
  };
  const session = (call: () => Promise<Stripe.Checkout.Session>) =>
    translate(async () => sessionFromStripe(answerAs("checkout.session", await call())));
  const payment = (call: () => Promise<Stripe.PaymentIntent>) =>
    translate(async () => paymentFromStripe(answerAs("payment_intent", await call())));
  const refund = (call: () => Promise<Stripe.Refund>) =>
    translate(async () => refundFromStripe(answerAs("refund", await call())));

  return {
    name: "stripe",
    live: access.live,
    createCheckout: (request) =>
      session(() =>
        stripe().checkout.sessions.create(sessionParams(request), { idempotencyKey: request.idempotencyKey }),
      ),
    retrieveCheckout: (ref) => session(() => stripe().checkout.sessions.retrieve(ref)),
    expireCheckout: (ref) =>
      session(async () => {
        const current = await stripe().checkout.sessions.retrieve(ref);
        return current.status === "open" ? stripe().checkout.sessions.expire(ref) : current;
      }),
    retrievePayment: (ref) => payment(() => stripe().paymentIntents.retrieve(ref, { expand: PAYMENT_PARTS })),
    capture: (ref, amount, idempotencyKey) =>
      payment(() =>
        stripe().paymentIntents.capture(
          ref,
          {
            ...(amount ? { amount_to_capture: toStripe(amount.amount, amount.currency) } : {}),
            expand: PAYMENT_PARTS,
          },
          { idempotencyKey },
        ),
      ),
    cancel: (ref, idempotencyKey) =>
      payment(() => stripe().paymentIntents.cancel(ref, { expand: PAYMENT_PARTS }, { idempotencyKey })),
    refund: ({ paymentRef, amount, reference, returnPlatformFee, idempotencyKey }) =>
      refund(() =>
        stripe().refunds.create(
          {
            payment_intent: paymentRef,
            amount: toStripe(amount.amount, amount.currency),
            metadata: { [REFUND]: reference },
            ...(returnPlatformFee ? { refund_application_fee: true } : {}),
            expand: REFUND_PARTS,
          },
          { idempotencyKey },
        ),
      ),
    retrieveRefund: (ref) => refund(() => stripe().refunds.retrieve(ref, { expand: REFUND_PARTS })),
    retrieveDispute: (ref) =>
      translate(async () => disputeFromStripe(answerAs("dispute", await stripe().disputes.retrieve(ref)))),
    listPayments: (period) =>
      every(
        () =>
          stripe().paymentIntents.list({
            ...madeIn(period),
            expand: PAYMENT_PARTS.map((part) => `data.${part}`),
          }),
        paymentFromStripe,
      ),
    listRefunds: (period) =>
      every(
        () =>
          stripe().refunds.list({ ...madeIn(period), expand: REFUND_PARTS.map((part) => `data.${part}`) }),
        refundFromStripe,
      ),
    listDisputes: (period) => every(() => stripe().disputes.list(madeIn(period)), disputeFromStripe),
  };
}

function sessionParams(request: CheckoutRequest): Stripe.Checkout.SessionCreateParams {
  const { currency, platformFee, orderId, studioId } = request;
  const metadata = { studio: studioId, [ORDER]: orderId };
  return {
    mode: "payment",
    client_reference_id: orderId,
    customer_email: request.email,
    line_items: request.lines.map((line) => ({
      quantity: line.quantity,
      price_data: {
        currency: currency.toLowerCase(),
        unit_amount: toStripe(line.amount, currency),
        product_data: { name: line.name },
      },
    })),
    payment_intent_data: {
      metadata,
      ...(platformFee > 0 ? { application_fee_amount: toStripe(platformFee, currency) } : {}),
      ...(request.charge === "review" ? { capture_method: "manual" } : {}),
    },
    metadata,
    success_url: request.successUrl,
    cancel_url: request.cancelUrl,
    expires_at: Math.floor(request.payUntil / 1000),
  };
}

/** Stripe counts in whole seconds: a period that begins within one begins with the next. */
function madeIn({ from, until }: Period): Stripe.RefundListParams {
  return { created: { gte: Math.ceil(from / 1000), lt: Math.ceil(until / 1000) }, limit: 100 };
}

/** Everything of a list, page by page. */
async function* every<Item, Ours>(
  list: () => AsyncIterable<Item>,
  asOurs: (item: Item) => Ours,
): AsyncIterable<Ours> {
  const items = list()[Symbol.asyncIterator]();
  for (;;) {
    const next = await translate(() => items.next());
    if (next.done) return;
    yield asOurs(next.value);
  }
}

const noAccount: PaymentProvider = {
  name: "stripe",
  live: false,
  createCheckout: refuseAll,
  retrieveCheckout: refuseAll,
  expireCheckout: refuseAll,
  retrievePayment: refuseAll,
  capture: refuseAll,
  cancel: refuseAll,
  refund: refuseAll,
  retrieveRefund: refuseAll,
  retrieveDispute: refuseAll,
  listPayments: nothing,
  listRefunds: nothing,
  listDisputes: nothing,
};

function refuseAll(): Promise<never> {
  return Promise.reject(new PaymentProviderError("refused", "this studio has no payment account yet"));
}

async function* nothing(): AsyncGenerator<never> {}
