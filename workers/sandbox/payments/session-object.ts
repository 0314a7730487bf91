import type Stripe from "stripe";
import type { SessionRecord } from "./session-record";

type Session = Stripe.Checkout.Session;

/** What the API and the events show of a session, in the shape of the SDK's own type. */
export function sessionObject(session: SessionRecord): Session {
  const { params } = session;
  return {
    id: session.id,
    object: "checkout.session",
    ...UNUSED,
    amount_subtotal: session.amount,
    amount_total: session.amount,
    cancel_url: params.cancel_url ?? null,
    client_reference_id: params.client_reference_id ?? null,
    created: session.created,
    currency: session.currency,
    customer_details: customerDetails(session.buyerEmail ?? params.customer_email ?? null),
    customer_email: params.customer_email ?? null,
    expires_at: session.expiresAt,
    livemode: false,
    locale: params.locale ?? null,
    metadata: params.metadata ?? {},
    mode: "payment",
    payment_intent: session.paymentIntent,
    payment_status: paymentStatus(session),
    status: session.status,
    success_url: params.success_url,
    ui_mode: "hosted_page",
    url: session.status === "open" ? `${session.origin}/pay/${session.id}` : null,
  };
}

function paymentStatus(session: SessionRecord): Session["payment_status"] {
  if (session.amount === 0) return "no_payment_required";
  return session.status === "complete" ? "paid" : "unpaid";
}

function customerDetails(email: string | null): Session["customer_details"] {
  if (email === null) return null;
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
  payment_method_types: ["card"],
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
