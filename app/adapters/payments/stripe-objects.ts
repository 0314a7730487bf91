import type Stripe from "stripe";
import type { Money } from "../../lib/money";
import type {
  CheckoutSession,
  Dispute,
  Payment,
  PaymentState,
  Refund,
  RefundState,
  Settled,
} from "./payment-provider";
import { fromStripe } from "./stripe-amounts";

/** Where our own names stand in the metadata of Stripe's objects. */
export const ORDER = "order";
export const REFUND = "refund";

/** What to answer as objects where Stripe has ids, so that one call tells all of a payment. */
export const PAYMENT_PARTS = ["latest_charge.balance_transaction"];
export const REFUND_PARTS = ["balance_transaction"];

export function sessionFromStripe(session: Stripe.Checkout.Session): CheckoutSession {
  return {
    ref: session.id,
    url: session.url,
    transfer: null,
    state: sessionState(session.status),
    paid: session.status === "complete" && session.payment_status !== "unpaid",
    reference: session.client_reference_id,
    total: fromStripe(session.amount_total ?? 0, (session.currency ?? "").toUpperCase()),
    paymentRef: idOf(session.payment_intent),
    expiresAt: session.expires_at * 1000,
    live: session.livemode,
  };
}

function sessionState(status: string | null): CheckoutSession["state"] {
  return status === "complete" || status === "expired" ? status : "open";
}

const PAYMENT_STATES: Readonly<Record<string, PaymentState>> = {
  canceled: "canceled",
  processing: "processing",
  requires_capture: "authorized",
  succeeded: "paid",
};

/** @param intent with `PAYMENT_PARTS`; without them what was given back and what was settled is not known */
export function paymentFromStripe(intent: Stripe.PaymentIntent): Payment {
  const currency = intent.currency.toUpperCase();
  const charge = typeof intent.latest_charge === "object" ? intent.latest_charge : null;
  const state = PAYMENT_STATES[intent.status] ?? "open";
  const isTaken = state === "paid" && charge !== null;
  // Stripe counts what was reserved and never taken as refunded.
  const neverTaken = charge ? charge.amount - charge.amount_captured : 0;
  return {
    ref: intent.id,
    reference: intent.metadata[ORDER] ?? null,
    state,
    total: fromStripe(intent.amount, currency),
    received: fromStripe(intent.amount_received, currency).amount,
    refunded: isTaken ? fromStripe(charge.amount_refunded - neverTaken, currency).amount : 0,
    disputed: charge?.disputed ?? false,
    settled: isTaken ? settledOf(charge.balance_transaction) : null,
    createdAt: intent.created * 1000,
    live: intent.livemode,
  };
}

function settledOf(booked: string | Stripe.BalanceTransaction | null): Settled | null {
  if (booked === null || typeof booked === "string") return null;
  const currency = booked.currency.toUpperCase();
  const amount = (value: number) => fromStripe(value, currency).amount;
  const platform = platformPart(booked);
  return {
    currency,
    gross: amount(booked.amount),
    providerFee: amount(booked.fee - platform),
    platformFee: amount(platform),
    net: amount(booked.net),
  };
}

function platformPart({ fee_details: fees }: Stripe.BalanceTransaction): number {
  return fees.filter(({ type }) => type === "application_fee").reduce((sum, { amount }) => sum + amount, 0);
}

const REFUND_STATES: Readonly<Record<string, RefundState>> = {
  succeeded: "succeeded",
  failed: "failed",
  canceled: "canceled",
};

/** @param refund with `REFUND_PARTS`; without them what the platform gave back is not known */
export function refundFromStripe(refund: Stripe.Refund): Refund {
  return {
    ref: refund.id,
    paymentRef: idOf(refund.payment_intent),
    reference: refund.metadata?.[REFUND] ?? null,
    state: REFUND_STATES[refund.status ?? ""] ?? "pending",
    amount: fromStripe(refund.amount, refund.currency.toUpperCase()),
    returnedFee: returnedFeeOf(refund.balance_transaction),
    createdAt: refund.created * 1000,
  };
}

function returnedFeeOf(booked: Stripe.Refund["balance_transaction"]): Money | null {
  if (booked === null || typeof booked === "string") return null;
  const returned = -platformPart(booked);
  return returned === 0 ? null : fromStripe(returned, booked.currency.toUpperCase());
}

export function disputeFromStripe(dispute: Stripe.Dispute): Dispute {
  const { status, evidence_details: evidence } = dispute;
  return {
    ref: dispute.id,
    paymentRef: idOf(dispute.payment_intent),
    // A dispute that was prevented took no money in the end.
    state: status.startsWith("warning_")
      ? "inquiry"
      : status === "lost"
        ? "lost"
        : OVER.has(status)
          ? "won"
          : "open",
    amount: fromStripe(dispute.amount, dispute.currency.toUpperCase()),
    fees: dispute.balance_transactions
      .filter(({ fee }) => fee !== 0)
      .map(({ id, fee, currency }) => ({ ref: id, fee: fromStripe(fee, currency.toUpperCase()) })),
    reason: dispute.reason,
    answerBy: evidence.due_by === null ? null : evidence.due_by * 1000,
    createdAt: dispute.created * 1000,
  };
}

const OVER = new Set<string>(["won", "prevented"]);

function idOf(named: string | { id: string } | null): string | null {
  return typeof named === "object" && named !== null ? named.id : named;
}
