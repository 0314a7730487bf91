import type Stripe from "stripe";
import type { RefundFate } from "./objects";

/** How a payment goes that is made with a test payment method. */
export interface TestMethod {
  type: "card" | "sepa_debit";
  /** "delayed" is decided three days later: `well` says how. */
  outcome: "paid" | "declined" | "delayed";
  well?: boolean;
  declineCode?: string;
  refunds?: RefundFate;
  /** The cardholder's bank disputes the charge at once. */
  disputed?: boolean;
}

/** Stripe's own names for payment methods of test mode; the two of SEPA debit are the sandbox's. */
const METHODS: Readonly<Record<string, TestMethod>> = {
  pm_card_visa: { type: "card", outcome: "paid" },
  pm_card_chargeDeclined: { type: "card", outcome: "declined", declineCode: "generic_decline" },
  pm_card_chargeDeclinedInsufficientFunds: {
    type: "card",
    outcome: "declined",
    declineCode: "insufficient_funds",
  },
  pm_card_pendingRefund: { type: "card", outcome: "paid", refunds: "wait" },
  pm_card_refundFail: { type: "card", outcome: "paid", refunds: "fail" },
  pm_card_createDispute: { type: "card", outcome: "paid", disputed: true },
  pm_sepaDebit: { type: "sepa_debit", outcome: "delayed", well: true },
  pm_sepaDebit_failed: { type: "sepa_debit", outcome: "delayed", well: false },
};

/** The test payment method of this name, or undefined. */
export function testMethod(name: string): TestMethod | undefined {
  return Object.hasOwn(METHODS, name) ? METHODS[name] : undefined;
}

const CARD: Stripe.Charge.PaymentMethodDetails.Card = {
  amount_authorized: null,
  authorization_code: null,
  brand: "visa",
  checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: "pass" },
  country: "US",
  electronic_commerce_indicator: null,
  exp_month: 12,
  exp_year: 2040,
  fingerprint: "sandboxFingerprnt",
  funding: "credit",
  installments: null,
  last4: "4242",
  mandate: null,
  network: "visa",
  network_transaction_id: null,
  regulated_status: "unregulated",
  three_d_secure: null,
  transaction_link_id: null,
  wallet: null,
};

/** What a charge shows of the method it was paid with. */
export function methodDetails({ type }: TestMethod): Stripe.Charge.PaymentMethodDetails {
  if (type === "card") return { type, card: CARD };
  const sepa = {
    bank_code: "37040044",
    branch_code: "",
    country: "DE",
    fingerprint: "sandboxFingerprnt",
    last4: "3000",
    mandate: null,
  };
  return { type, sepa_debit: sepa };
}
