import type Stripe from "stripe";
import { z } from "zod";

/** Stripe's own list of the languages a checkout page speaks. */
const LOCALES = (
  "auto bg cs da de el en en-GB es es-419 et fi fil fr fr-CA hi-IN hr hu id it ja ko lt lv ms mt nb nl pl pt pt-BR " +
  "ro ru sk sl sv th tr vi zh zh-HK zh-TW"
).split(" ");

/** Text that cannot be unset by sending it empty. */
export const filled = (longest: number) =>
  z.string().min(1).max(longest, `must be at most ${longest} characters`);

/** A whole number as a form writes it. */
export const whole = (least: number, most: number) =>
  z
    .string()
    .refine((text) => /^-?\d+$/.test(text), {
      error: "must be an integer",
      params: { code: "parameter_invalid_integer" },
      abort: true,
    })
    .transform(Number)
    .refine((value) => value >= least && value <= most, {
      error: `must be between ${least} and ${most}`,
      params: { code: "parameter_invalid_integer" },
    });

/** An absolute http or https address; `{CHECKOUT_SESSION_ID}` may stand in it. */
export const webAddress = filled(5000).refine(
  (text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol),
  {
    error: "Not a valid URL",
    params: { code: "url_invalid" },
  },
);

export const emailAddress = filled(512).refine((text) => z.email().safeParse(text).success, {
  error: "Invalid email address",
  params: { code: "email_invalid" },
});

/** Which ids to answer as the objects they name. */
export const expand = z.array(filled(200)).max(20);

/** Up to 50 keys of 40 characters with values of 500; a key sent empty is left out. */
export const metadata = z
  .record(filled(40), z.string().max(500, "must be at most 500 characters"))
  .refine((entries) => Object.keys(entries).length <= 50, "can have up to 50 keys")
  .transform((entries) => Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== "")));

const productData = z.strictObject({
  name: filled(1500),
  description: filled(5000).optional(),
  images: z.array(webAddress).max(8).optional(),
});

const priceData = z.strictObject({
  currency: filled(3).transform((code) => code.toLowerCase()),
  product_data: productData,
  unit_amount: whole(0, 99_999_999),
});

const lineItem = z.strictObject({ price_data: priceData, quantity: whole(1, 999_999) });

const paymentIntentData = z.strictObject({
  application_fee_amount: whole(0, 99_999_999).optional(),
  capture_method: z.enum(["automatic", "automatic_async", "manual"]).optional(),
  description: filled(1000).optional(),
  metadata: metadata.optional(),
  receipt_email: emailAddress.optional(),
});

/** `POST /v1/checkout/sessions`: what of it the product uses. Anything else is refused as unknown. */
export const createParams = z.strictObject({
  cancel_url: webAddress.optional(),
  client_reference_id: filled(200).optional(),
  customer_email: emailAddress.optional(),
  expand: expand.optional(),
  expires_at: whole(0, 99_999_999_999).optional(),
  line_items: z.array(lineItem).min(1).max(100),
  locale: z.enum(LOCALES, `must be one of ${LOCALES.join(", ")}`).optional(),
  metadata: metadata.optional(),
  mode: z.literal("payment", "must be payment"),
  payment_intent_data: paymentIntentData.optional(),
  success_url: webAddress,
  ui_mode: z.literal("hosted_page", "must be hosted_page").optional(),
}) satisfies z.ZodType<Stripe.Checkout.SessionCreateParams>;

/** The checked parameters a session was made with. */
export type CreateParams = z.output<typeof createParams>;
