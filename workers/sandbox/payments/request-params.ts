import { z } from "zod";
import { emailAddress, expand, filled, metadata, webAddress, whole } from "./checkout-params";

/** Parameters as a form writes them: what of each call the product uses. Anything else is refused as unknown. */

const amount = whole(1, 99_999_999);
const fee = whole(0, 99_999_999);
const flag = z.enum(["true", "false"]).transform((text) => text === "true");
const currency = filled(3).transform((code) => code.toLowerCase());
const moment = whole(0, 99_999_999_999);
const captureMethod = z.enum(["automatic", "automatic_async", "manual"]);

/** Calls that take nothing but which ids to answer as objects. */
export const plainParams = z.strictObject({ expand: expand.optional() });

export const createIntentParams = z.strictObject({
  amount,
  application_fee_amount: fee.optional(),
  automatic_payment_methods: z
    .strictObject({ allow_redirects: z.enum(["always", "never"]).optional(), enabled: flag })
    .optional(),
  capture_method: captureMethod.optional(),
  confirm: flag.optional(),
  currency,
  customer: filled(100).optional(),
  description: filled(1000).optional(),
  expand: expand.optional(),
  metadata: metadata.optional(),
  payment_method: filled(100).optional(),
  receipt_email: emailAddress.optional(),
  return_url: webAddress.optional(),
});

export const updateIntentParams = z.strictObject({
  amount: amount.optional(),
  application_fee_amount: fee.optional(),
  customer: filled(100).optional(),
  description: filled(1000).optional(),
  expand: expand.optional(),
  metadata: metadata.optional(),
  receipt_email: emailAddress.optional(),
});

export const confirmIntentParams = z.strictObject({
  expand: expand.optional(),
  payment_method: filled(100),
  receipt_email: emailAddress.optional(),
  return_url: webAddress.optional(),
});

export const captureIntentParams = z.strictObject({
  amount_to_capture: amount.optional(),
  application_fee_amount: fee.optional(),
  expand: expand.optional(),
});

export const cancelIntentParams = z.strictObject({
  cancellation_reason: z.enum(["abandoned", "duplicate", "fraudulent", "requested_by_customer"]).optional(),
  expand: expand.optional(),
});

export const createRefundParams = z
  .strictObject({
    amount: amount.optional(),
    charge: filled(100).optional(),
    expand: expand.optional(),
    metadata: metadata.optional(),
    payment_intent: filled(100).optional(),
    reason: z.enum(["duplicate", "fraudulent", "requested_by_customer"]).optional(),
    refund_application_fee: flag.optional(),
  })
  .refine((params) => (params.charge === undefined) !== (params.payment_intent === undefined), {
    error: "One of the following params should be provided for this request: payment_intent or charge.",
    params: { code: "parameter_missing" },
  });

export const createFeeRefundParams = z.strictObject({
  amount: amount.optional(),
  expand: expand.optional(),
  metadata: metadata.optional(),
});

export const updateDisputeParams = z.strictObject({
  evidence: z.strictObject({ uncategorized_text: filled(20_000).optional() }).optional(),
  expand: expand.optional(),
  submit: flag.optional(),
});

export const metadataParams = z.strictObject({ expand: expand.optional(), metadata: metadata.optional() });

export const customerParams = z.strictObject({
  email: emailAddress.optional(),
  expand: expand.optional(),
  metadata: metadata.optional(),
  name: filled(256).optional(),
});

const range = z.strictObject({
  gt: moment.optional(),
  gte: moment.optional(),
  lt: moment.optional(),
  lte: moment.optional(),
});

/** What every list takes: which page of it, and made when. */
const page = {
  created: z.union([range, moment.transform((at) => ({ gte: at, lte: at }))]).optional(),
  ending_before: filled(100).optional(),
  expand: expand.optional(),
  limit: whole(1, 100).optional(),
  starting_after: filled(100).optional(),
};

const id = filled(100).optional();

/** What each list can be narrowed to, beside the page. */
export const listParams = {
  session: z.strictObject({
    ...page,
    payment_intent: id,
    status: z.enum(["open", "complete", "expired"]).optional(),
  }),
  payment_intent: z.strictObject({ ...page, customer: id }),
  charge: z.strictObject({ ...page, customer: id, payment_intent: id }),
  refund: z.strictObject({ ...page, charge: id, payment_intent: id }),
  dispute: z.strictObject({ ...page, charge: id, payment_intent: id }),
  application_fee: z.strictObject({ ...page, charge: id }),
  fee_refund: z.strictObject({ ...page, created: z.never().optional() }),
  balance_transaction: z.strictObject({ ...page, currency: id, source: id, type: id }),
  customer: z.strictObject({ ...page, email: id }),
};
