import type { Hono } from "hono";
import { refuseUnlessActive } from "./account-store";
import { offerGet, offerList, offerPost } from "./api-calls";
import type { Api } from "./api-frame";
import type { Change } from "./change";
import type { Kept } from "./objects";
import { cancelIntent, captureIntent, openIntent, payIntent } from "./payment-flow";
import { testMethod } from "./payment-methods";
import { checkCharge, checkFee } from "./pricing";
import {
  cancelIntentParams,
  captureIntentParams,
  confirmIntentParams,
  createIntentParams,
  updateIntentParams,
} from "./request-params";
import { amountTooLarge, badParameter, type StripeFailure, unexpectedState } from "./stripe-failure";

type Intent = Kept<"payment_intent">;

/** Offers payment intents: opened, changed, confirmed with a test payment method, captured, cancelled. */
export function offerPaymentIntents(api: Hono<Api>): void {
  offerPost(api, "/payment_intents", createIntentParams, async ({ c, change, account, params }) => {
    await refuseUnlessActive(c.env.SANDBOX_DB, account);
    const { amount, currency, application_fee_amount: applicationFee } = params;
    checkCharge({ amount, currency });
    checkFee(applicationFee, { amount, currency }, account, "application_fee_amount");
    if (params.customer !== undefined) await change.own("customer", params.customer, account);
    const intent = openIntent(change, account, {
      amount,
      currency,
      applicationFee,
      captureMethod: params.capture_method ?? "automatic_async",
      customer: params.customer,
      description: params.description,
      metadata: params.metadata,
      receiptEmail: params.receipt_email,
    });
    if (!params.confirm) return intent;
    return (await confirm(change, intent, params.payment_method)) ?? intent;
  });

  offerPost(api, "/payment_intents/:id", updateIntentParams, async ({ change, account, id, params }) => {
    const intent = await change.own("payment_intent", id, account);
    const { status, currency, metadata } = intent.object;
    const amount = params.amount ?? intent.object.amount;
    if (params.amount !== undefined && status !== "requires_payment_method")
      throw unexpectedState("PaymentIntent", "update", status);
    checkCharge({ amount, currency });
    checkFee(params.application_fee_amount, { amount, currency }, account, "application_fee_amount");
    const { expand: _, metadata: added, ...values } = params;
    change.set(intent, { ...values, metadata: { ...metadata, ...added } });
    return intent;
  });

  offerPost(
    api,
    "/payment_intents/:id/confirm",
    confirmIntentParams,
    async ({ change, account, id, params }) => {
      const intent = await change.own("payment_intent", id, account);
      if (params.receipt_email !== undefined) change.set(intent, { receipt_email: params.receipt_email });
      return (await confirm(change, intent, params.payment_method)) ?? intent;
    },
  );

  offerPost(
    api,
    "/payment_intents/:id/capture",
    captureIntentParams,
    async ({ change, account, id, params }) => {
      const intent = await change.own("payment_intent", id, account);
      const { amount_to_capture: amount, application_fee_amount: fee } = params;
      const { amount_capturable: most, currency } = intent.object;
      if (amount !== undefined && intent.object.status === "requires_capture") {
        if (amount > most) throw amountTooLarge(amount, most, currency);
        checkCharge({ amount, currency });
      }
      checkFee(fee, { amount: amount ?? most, currency }, account, "application_fee_amount");
      await captureIntent(change, intent, amount, fee);
      return intent;
    },
  );

  offerPost(
    api,
    "/payment_intents/:id/cancel",
    cancelIntentParams,
    async ({ change, account, id, params }) => {
      const intent = await change.own("payment_intent", id, account);
      await cancelIntent(change, intent, params.cancellation_reason ?? null);
      return intent;
    },
  );

  offerList(api, "/payment_intents", "payment_intent");
  offerGet(api, "/payment_intents/:id", "payment_intent");
}

/** Pays an intent by a test payment method. @returns the refusal of a declined card, which is stored all the same */
async function confirm(
  change: Change,
  intent: Intent,
  name: string | undefined,
): Promise<StripeFailure | null> {
  const method = name === undefined ? undefined : testMethod(name);
  if (!method) {
    throw badParameter("payment_method", "resource_missing", `No such PaymentMethod: '${name ?? ""}'`);
  }
  const declined = await payIntent(change, intent, method);
  if (declined) declined.error.payment_intent = intent.object;
  return declined;
}
