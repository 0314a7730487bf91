import type { CreateParams } from "./checkout-params";
import { amountStep, formatAmount, isCurrency, leastCharge } from "./money";
import { badParameter, StripeFailure } from "./stripe-failure";

/** What a session costs: an integer of minor units and a lower-case currency. */
export interface Total {
  amount: number;
  currency: string;
}

/** Stripe takes at most eight digits. */
const MOST = 99_999_999;

/**
 * Adds up a session's lines.
 * @throws StripeFailure 400: unknown or mixed currencies, an amount the currency cannot express, too much or too little.
 */
export function totalOf(lines: CreateParams["line_items"]): Total {
  const currency = oneCurrency(lines);
  const step = amountStep(currency);
  lines.forEach((line, index) => {
    if (line.price_data.unit_amount % step === 0) return;
    const param = `line_items[${index}][price_data][unit_amount]`;
    const message = `Invalid ${param}: amounts in ${currency} must be a multiple of ${step}`;
    throw badParameter(param, "parameter_invalid_integer", message);
  });
  const amount = lines.reduce((sum, line) => sum + line.price_data.unit_amount * line.quantity, 0);
  if (amount > MOST) {
    const message = `The Checkout Session's total amount due must be no more than ${formatAmount(MOST, currency)}`;
    throw badParameter("line_items", "amount_too_large", message);
  }
  if (amount > 0 && amount < leastCharge(currency)) {
    const least = formatAmount(leastCharge(currency), currency);
    const message = `The Checkout Session's total amount due must add up to at least ${least}`;
    throw badParameter("line_items", "amount_too_small", message);
  }
  return { amount, currency };
}

/** Checks the amount of a payment that has no lines. @throws StripeFailure 400 */
export function checkCharge({ amount, currency }: Total): void {
  if (!isCurrency(currency))
    throw badParameter("currency", "parameter_invalid", `Invalid currency: ${currency}.`);
  const step = amountStep(currency);
  if (amount % step !== 0) {
    const message = `Invalid amount: amounts in ${currency} must be a multiple of ${step}`;
    throw badParameter("amount", "parameter_invalid_integer", message);
  }
  if (amount < leastCharge(currency)) {
    const least = formatAmount(leastCharge(currency), currency);
    throw badParameter("amount", "amount_too_small", `Amount must be at least ${least} ${currency}`);
  }
}

function oneCurrency(lines: CreateParams["line_items"]): string {
  const [currency = "", other] = new Set(lines.map((line) => line.price_data.currency));
  if (other !== undefined) {
    const message = `You cannot combine currencies on a single Checkout Session. Found both ${currency} and ${other}.`;
    throw new StripeFailure(400, { type: "invalid_request_error", message });
  }
  if (!isCurrency(currency)) {
    const param = "line_items[0][price_data][currency]";
    throw badParameter(param, "parameter_invalid", `Invalid currency: ${currency}.`);
  }
  return currency;
}

/**
 * Checks the platform's share.
 * @param account the connected account that is paid; "" is the platform itself, which cannot take a fee from itself.
 * @throws StripeFailure 400 when there is a fee without a connected account, or it exceeds the total.
 */
export function checkFee(
  fee: number | undefined,
  total: Total,
  account: string,
  param = "payment_intent_data[application_fee_amount]",
): void {
  if (fee === undefined) return;
  if (account === "") {
    const message =
      "Can only apply an application_fee when the request is made on behalf of another account (using an OAuth key, " +
      "the Stripe-Account header, or the destination parameter).";
    throw badParameter(param, "parameter_invalid", message);
  }
  if (fee > total.amount) {
    const message = `The application fee (${fee}) cannot be greater than the amount of the charge (${total.amount}).`;
    throw badParameter(param, "parameter_invalid_integer", message);
  }
}

const HALF_HOUR = 30 * 60;
const DAY = 24 * 60 * 60;

/**
 * When a session closes, in epoch seconds: as asked, or a day from now.
 * @throws StripeFailure 400 unless it lies 30 minutes to 24 hours ahead.
 */
export function closingTime(asked: number | undefined, nowSeconds: number): number {
  const closing = asked ?? nowSeconds + DAY;
  if (closing < nowSeconds + HALF_HOUR) {
    const message = "The `expires_at` timestamp must be at least 30 minutes from Checkout Session creation.";
    throw badParameter("expires_at", "parameter_invalid", message);
  }
  if (closing > nowSeconds + DAY) {
    const message = "The `expires_at` timestamp must be less than 24 hours from Checkout Session creation.";
    throw badParameter("expires_at", "parameter_invalid", message);
  }
  return closing;
}
