import type Stripe from "stripe";
import type { Change } from "./change";
import { amountStep, decimals } from "./money";
import type { Kept } from "./objects";
import { APPLICATION } from "./payment-objects";

const DAY = 86_400;

type FeeDetail = Stripe.BalanceTransaction.FeeDetail;

/** A movement on an account's balance, in minor units; fees are taken from it, negative ones given back. */
export interface Movement {
  type: "charge" | "refund" | "refund_failure" | "adjustment" | "application_fee" | "application_fee_refund";
  reportingCategory: string;
  amount: number;
  currency: string;
  /** The object that moved it. */
  source: string;
  fees?: FeeDetail[];
  description?: string | null;
}

/** Books a movement on an account. */
export function book(change: Change, account: string, movement: Movement): Kept<"balance_transaction"> {
  const { type, reportingCategory, amount, currency, source, fees = [], description = null } = movement;
  const fee = fees.reduce((sum, part) => sum + part.amount, 0);
  return change.add("balance_transaction", account, (id, created) => ({
    id,
    object: "balance_transaction",
    amount,
    available_on: created + 7 * DAY,
    balance_type: "payments",
    created,
    currency,
    description,
    exchange_rate: null,
    fee,
    fee_details: fees,
    net: amount - fee,
    reporting_category: reportingCategory,
    source,
    status: "pending",
    type,
  }));
}

/** What the provider keeps of a charge: 2.9 % and thirty hundredths, never more than is left. */
export function providerFee(amount: number, currency: string, left: number): FeeDetail {
  const step = amountStep(currency);
  const asked = (amount * 29) / 1000 + 30 * 10 ** (decimals(currency) - 2);
  const fee = Math.max(0, Math.min(Math.round(asked / step) * step, left));
  return {
    amount: fee,
    application: null,
    currency,
    description: "Stripe processing fees",
    type: "stripe_fee",
  };
}

/** What the platform keeps of a charge, as the studio's balance shows it. */
export function platformFee(amount: number, currency: string): FeeDetail {
  return {
    amount,
    application: APPLICATION,
    currency,
    description: "Safelight application fee",
    type: "application_fee",
  };
}

/** What the provider asks for a dispute: fifteen units of the currency. */
export function disputeFee(currency: string): FeeDetail {
  const amount = 15 * 10 ** decimals(currency);
  return { amount, application: null, currency, description: "Dispute fee", type: "stripe_fee" };
}
