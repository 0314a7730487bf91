import { eq, sql } from "drizzle-orm";
import type { AccountState } from "../../adapters/payments/payment-platform";
import { isPaymentProviderError } from "../../adapters/payments/payment-provider";
import { errorFields, log } from "../../lib/log";
import { DAY, HOUR } from "../../lib/time";
import { setupSteps, studioIdentity } from "../../tenancy/schema";
import type { Studio } from "../../tenancy/studio";
import { registerLostCustomer } from "./commands/register-customer.server";
import { billingAccount } from "./schema";

/** When the provider last said that the studio's account takes cards; no row while it does not. */
const STEP = "payments";

/** Whether the studio may offer something for money: it has an account, and it took cards when we last asked. */
export async function canSell(studio: Studio): Promise<boolean> {
  return studio.providerAccount !== null && (await lastActive(studio)) !== null;
}

/** Asks the provider what the studio's account may do, and remembers it; "none" without an account. */
export async function lookAtAccount(studio: Studio): Promise<AccountState | "none"> {
  const { providerAccount, db } = studio;
  if (providerAccount === null) return "none";
  const state = await studio.paymentPlatform.accountState(providerAccount);
  const doneAt = studio.clock.now();
  if (state === "active") {
    await db
      .insert(setupSteps)
      .values({ step: STEP, doneAt })
      .onConflictDoUpdate({ target: setupSteps.step, set: { doneAt } });
  } else await db.delete(setupSteps).where(eq(setupSteps.step, STEP));
  return state;
}

/**
 * Of the sweep: asks again about an account that does not take cards yet, and once a day about one that does; and
 * makes the studio a customer of the platform where that has failed.
 */
export async function settlePayments(studio: Studio): Promise<null> {
  const now = studio.clock.now();
  const seen = await lastActive(studio);
  if (studio.providerAccount !== null && (seen === null || seen < now - DAY)) {
    await lookAtAccount(studio).catch((error: unknown) => {
      if (!isPaymentProviderError(error)) throw error;
      log("warn", "an account could not be looked at", { studioId: studio.tenant.id, ...errorFields(error) });
    });
  }
  const isLost = await studio.db
    .select({ id: studioIdentity.studioId })
    .from(studioIdentity)
    .where(sql`${studioIdentity.createdAt} < ${now - HOUR} and not exists (select 1 from ${billingAccount})`)
    .get();
  if (isLost) await registerLostCustomer(studio);
  return null;
}

async function lastActive({ db }: Studio): Promise<number | null> {
  const row = await db.select().from(setupSteps).where(eq(setupSteps.step, STEP)).get();
  return row?.doneAt ?? null;
}
