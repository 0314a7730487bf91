import { isPaymentProviderError } from "../../../adapters/payments/payment-provider";
import { errorFields, log } from "../../../lib/log";
import { tokenHash } from "../../../lib/tokens";
import type { Studio } from "../../../tenancy/studio";
import { ownerEmails } from "../../account/index.server";
import { billingAccount } from "../schema";

/** Makes the studio a customer of the platform, once. Running it again finds the same customer. */
export async function registerCustomer(studio: Studio): Promise<void> {
  if (await studio.db.select().from(billingAccount).limit(1).get()) return;
  const [email = ""] = await ownerEmails(studio);
  const { id: studioId, name } = studio.tenant;
  const request = { studioId, name, email };
  const { id: customerId } = await studio.paymentPlatform.createCustomer({
    ...request,
    idempotencyKey: `customer:${await digest(request)}`,
  });
  await studio.db
    .insert(billingAccount)
    .values({ id: 1, customerId, createdAt: studio.clock.now() })
    .onConflictDoNothing();
}

/** No attempt is left for now: the operator is told, and the sweep tries again every hour. */
export async function giveUpOnCustomer(studio: Studio): Promise<void> {
  await studio.raiseAlert(
    "payment_customers",
    `The payment provider has not taken ${studio.tenant.slug} as a customer. The studio works; the sweep tries again every hour.`,
  );
}

/** For the sweep: tries again where the job gave up, and lets the next sweep do so where it fails. */
export async function registerLostCustomer(studio: Studio): Promise<void> {
  await registerCustomer(studio).catch((error: unknown) => {
    if (!isPaymentProviderError(error)) throw error;
    log("warn", "a studio is still no customer", { studioId: studio.tenant.id, ...errorFields(error) });
  });
}

/** Part of an idempotency key: another request under the same key would be refused for a day. */
export async function digest(request: object): Promise<string> {
  return (await tokenHash(JSON.stringify(request))).slice(0, 32);
}
