import type Stripe from "stripe";
import type { AccountState, PaymentPlatform } from "./payment-platform";
import { type StripeAccess, stripeClient, translate } from "./stripe-client";

/** Stripe as the platform itself sees it: customers of version 1, connected accounts of version 2. */
export function stripePlatform(access: StripeAccess): PaymentPlatform {
  // Made when it is needed: most requests never speak to Stripe.
  let made: Stripe | undefined;
  const stripe = () => {
    made ??= stripeClient(access);
    return made;
  };
  return {
    createCustomer: ({ studioId, name, email, idempotencyKey }) =>
      translate(async () => {
        const customer = await stripe().customers.create(
          { name, email, metadata: { studio: studioId } },
          { idempotencyKey },
        );
        return { id: customer.id };
      }),
    createAccount: ({ studioId, name, email, country, currency, idempotencyKey }) =>
      translate(async () => {
        const account = await stripe().v2.core.accounts.create(
          {
            display_name: name,
            contact_email: email,
            dashboard: "full",
            ...(country ? { identity: { country: country.toLowerCase() } } : {}),
            defaults: {
              currency: currency.toLowerCase(),
              responsibilities: { fees_collector: "stripe", losses_collector: "stripe" },
            },
            configuration: { merchant: { capabilities: { card_payments: { requested: true } } } },
            metadata: { studio: studioId },
          },
          { idempotencyKey },
        );
        return { id: account.id };
      }),
    onboardingLink: (account, { returnUrl, refreshUrl }) =>
      translate(async () => {
        const link = await stripe().v2.core.accountLinks.create({
          account,
          use_case: {
            type: "account_onboarding",
            account_onboarding: { return_url: returnUrl, refresh_url: refreshUrl },
          },
        });
        return link.url;
      }),
    accountState: (account) =>
      translate(async () =>
        stateOf(await stripe().v2.core.accounts.retrieve(account, { include: ["configuration.merchant"] })),
      ),
  };
}

function stateOf(account: Stripe.V2.Core.Account): AccountState {
  const cards = account.configuration?.merchant?.capabilities?.card_payments;
  if (cards?.status === "active" && !account.closed) return "active";
  if (account.closed || cards?.status === "rejected" || cards?.status === "unsupported") return "restricted";
  // A new account is restricted by what it has not told yet; any other reason is more than that.
  const reasons = new Set<string>(cards?.status_details.map(({ code }) => code));
  reasons.delete("requirements_past_due");
  reasons.delete("requirements_pending_verification");
  return cards?.status === "restricted" && reasons.size > 0 ? "restricted" : "incomplete";
}
