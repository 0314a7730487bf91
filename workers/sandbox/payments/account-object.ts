import type Stripe from "stripe";
import { z } from "zod";
import { mustFit } from "../stripe-shapes/check-shape";
import { emailAddress, filled, metadata, webAddress } from "./checkout-params";

/** `POST /v2/core/accounts`: what of it the product uses. Anything else is refused as unknown. */
export const createAccountParams = z.strictObject({
  configuration: z.strictObject({
    merchant: z.strictObject({
      capabilities: z.strictObject({
        card_payments: z.strictObject({ requested: z.literal(true, "must be true") }),
      }),
    }),
  }),
  contact_email: emailAddress.optional(),
  dashboard: z.literal("full", "must be full"),
  defaults: z
    .strictObject({
      currency: filled(3).optional(),
      responsibilities: z.strictObject({
        fees_collector: z.literal("stripe", "must be stripe"),
        losses_collector: z.literal("stripe", "must be stripe"),
      }),
    })
    .optional(),
  display_name: filled(200).optional(),
  identity: z
    .strictObject({ country: z.string().regex(/^[a-z]{2}$/, "must be a two-letter country") })
    .optional(),
  metadata: metadata.optional(),
}) satisfies z.ZodType<Stripe.V2.Core.AccountCreateParams>;

export type AccountParams = z.output<typeof createAccountParams>;

/** `POST /v2/core/account_links`. */
export const createLinkParams = z.strictObject({
  account: filled(100),
  use_case: z.strictObject({
    type: z.literal("account_onboarding", "must be account_onboarding"),
    account_onboarding: z.strictObject({ refresh_url: webAddress, return_url: webAddress.optional() }),
  }),
}) satisfies z.ZodType<Stripe.V2.Core.AccountLinkCreateParams>;

/** `GET /v2/core/accounts/:id`: parts of it come only when they are asked for. */
export const retrieveAccountParams = z.strictObject({
  include: z.array(z.enum(["configuration.merchant", "requirements", "defaults", "identity"])).optional(),
});

type Cards = Stripe.V2.Core.Account.Configuration.Merchant.Capabilities.CardPayments;

const cardsOf: Record<"new" | "active" | "restricted", Cards> = {
  new: {
    status: "restricted",
    status_details: [{ code: "requirements_past_due", resolution: "provide_info" }],
  },
  active: { status: "active", status_details: [] },
  restricted: {
    status: "restricted",
    status_details: [{ code: "restricted_other", resolution: "contact_stripe" }],
  },
};

/** What the API shows of an account, in the shape of the SDK's own type. */
export function accountObject(
  account: { id: string; params?: Partial<AccountParams>; state: keyof typeof cardsOf; created: number },
  include: readonly string[],
): Stripe.V2.Core.Account {
  const { id, params, state, created } = account;
  return mustFit("account", {
    id,
    object: "v2.core.account",
    applied_configurations: ["merchant"],
    closed: false,
    ...(params?.contact_email ? { contact_email: params.contact_email } : {}),
    created: new Date(created * 1000).toISOString(),
    dashboard: "full",
    ...(params?.display_name ? { display_name: params.display_name } : {}),
    ...(include.includes("configuration.merchant")
      ? {
          configuration: {
            merchant: { applied: true, capabilities: { card_payments: cardsOf[state] } },
          },
        }
      : {}),
    livemode: false,
    metadata: params?.metadata ?? {},
  } satisfies Stripe.V2.Core.Account);
}
