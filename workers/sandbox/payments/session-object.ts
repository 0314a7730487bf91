import type Stripe from "stripe";
import type { CreateParams } from "./checkout-params";
import type { Total } from "./pricing";

type Session = Stripe.Checkout.Session;

/** An open session, in the shape of the SDK's own type. Times are epoch seconds. */
export function sessionObject(
  id: string,
  created: number,
  expiresAt: number,
  total: Total,
  params: CreateParams,
  url: string,
): Session {
  return {
    id,
    object: "checkout.session",
    ...UNUSED,
    amount_subtotal: total.amount,
    amount_total: total.amount,
    cancel_url: params.cancel_url ?? null,
    client_reference_id: params.client_reference_id ?? null,
    created,
    currency: total.currency,
    customer_details: params.customer_email === undefined ? null : customerDetails(params.customer_email),
    customer_email: params.customer_email ?? null,
    expires_at: expiresAt,
    livemode: false,
    locale: params.locale ?? null,
    metadata: params.metadata ?? {},
    mode: "payment",
    payment_intent: null,
    payment_status: total.amount === 0 ? "no_payment_required" : "unpaid",
    status: "open",
    success_url: params.success_url,
    ui_mode: "hosted_page",
    url,
  };
}

/** What a session shows of its buyer. */
export function customerDetails(email: string): Session["customer_details"] {
  return {
    address: null,
    business_name: null,
    email,
    individual_name: null,
    name: null,
    phone: null,
    tax_exempt: "none",
    tax_ids: null,
  };
}

/** The lines of a session, in the shape of the SDK's own type. */
export function lineItems(sessionId: string, params: CreateParams): Stripe.LineItem[] {
  return params.line_items.map(({ price_data: price, quantity }, index) => ({
    id: `li_${sessionId.slice(-20)}${index}`,
    object: "item",
    adjustable_quantity: null,
    amount_discount: 0,
    amount_subtotal: price.unit_amount * quantity,
    amount_tax: 0,
    amount_total: price.unit_amount * quantity,
    currency: price.currency,
    description: price.product_data.name,
    metadata: {},
    price: null,
    quantity,
  }));
}

/** Everything of a session that the product does not use, as Stripe fills it for a plain card payment. */
const UNUSED = {
  adaptive_pricing: { enabled: false },
  after_expiration: null,
  allow_promotion_codes: null,
  allowed_payment_method_types: null,
  automatic_tax: { enabled: false, liability: null, provider: null, status: null },
  billing_address_collection: null,
  client_secret: null,
  collected_information: null,
  consent: null,
  consent_collection: null,
  currency_conversion: null,
  custom_fields: [],
  custom_text: {
    after_submit: null,
    shipping_address: null,
    submit: null,
    terms_of_service_acceptance: null,
  },
  customer: null,
  customer_account: null,
  customer_creation: "if_required",
  discounts: [],
  integration_identifier: null,
  invoice: null,
  invoice_creation: {
    enabled: false,
    invoice_data: {
      account_tax_ids: null,
      custom_fields: null,
      description: null,
      footer: null,
      issuer: null,
      metadata: {},
      rendering_options: null,
    },
  },
  managed_payments: { enabled: false },
  origin_context: null,
  payment_link: null,
  payment_method_collection: "if_required",
  payment_method_configuration_details: null,
  payment_method_options: { card: { request_three_d_secure: "automatic" } },
  payment_method_types: ["card", "sepa_debit"],
  permissions: null,
  phone_number_collection: { enabled: false },
  recovered_from: null,
  saved_payment_method_options: null,
  setup_intent: null,
  shipping_address_collection: null,
  shipping_cost: null,
  shipping_options: [],
  submit_type: null,
  subscription: null,
  total_details: { amount_discount: 0, amount_shipping: 0, amount_tax: 0 },
  wallet_options: null,
} satisfies Partial<Session>;
