import { commit } from "../../../events/commit";
import { localeRegion, regionOf } from "../../../lib/regions";
import { setupSteps } from "../../../tenancy/schema";
import type { Studio } from "../../../tenancy/studio";
import { ownerEmails } from "../../account/index.server";
import { continueOnboardingPath, paymentsPath } from "../paths";
import { digest } from "./register-customer.server";

/** Noted once, when the studio got its account. */
const STEP = "payments-account";

/**
 * Gives the address of the provider's page on which the studio opens its account; the account is made first, where
 * there is none. It comes from our own row and never from a request. Throws `PaymentProviderError`.
 */
export async function connectPayments(studio: Studio): Promise<string> {
  const { origin } = studio.tenant;
  return studio.paymentPlatform.onboardingLink(studio.providerAccount ?? (await makeAccount(studio)), {
    returnUrl: origin + paymentsPath,
    refreshUrl: origin + continueOnboardingPath,
  });
}

/** A run that dies after the provider has made the account makes the same one again, by its key. */
async function makeAccount(studio: Studio): Promise<string> {
  const { id: studioId, name, homeLocale, timeZone, currency } = studio.tenant;
  const [email = ""] = await ownerEmails(studio);
  const request = {
    studioId,
    name,
    email,
    country: localeRegion(homeLocale) ?? regionOf(timeZone),
    currency,
  };
  const made = await studio.paymentPlatform.createAccount({
    ...request,
    idempotencyKey: `account:${await digest(request)}`,
  });
  const account = await studio.setProviderAccount(made.id);
  if (account === null) throw new Error("the account of a studio is another's");
  await commit(
    studio,
    studio.db
      .insert(setupSteps)
      .values({ step: STEP, doneAt: studio.clock.now() })
      .onConflictDoNothing()
      .returning({ step: setupSteps.step }),
    { audit: { action: "payments.connected", subjectId: studioId, after: { account } } },
  );
  return account;
}
