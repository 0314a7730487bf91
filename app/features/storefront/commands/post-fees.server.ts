import { eq, sql } from "drizzle-orm";
import { isPaymentProviderError, type Payment } from "../../../adapters/payments/payment-provider";
import type { Studio } from "../../../tenancy/studio";
import { attemptById } from "../attempts.server";
import { ledgerEntry } from "../ledger.server";
import { feePostings } from "../model/ledger";
import type { Provider } from "../model/money-states";
import { providerNamed } from "../payment-methods.server";
import { paymentAttempts } from "../schema/money";

/**
 * Writes what a payment cost into the ledger, once the provider knows it.
 *
 * @returns whether it did: false while the provider does not know, and for an attempt that is not paid
 */
export async function postFees(studio: Studio, attemptId: string): Promise<boolean> {
  const found = await attemptById(studio, attemptId);
  if (found?.attempt.state !== "paid") return false;
  const { attempt } = found;
  if (attempt.settledAt !== null) return true;
  if (attempt.paymentRef === null) {
    await studio.db.batch([settled(studio, attemptId)]);
    return true;
  }
  const payment = await paymentOf(studio, attempt.provider, attempt.paymentRef);
  if (payment && !payment.settled) return false;
  await studio.db.batch([
    settled(studio, attemptId),
    ...ledgerEntry(studio, {
      source: `fees:${attempt.paymentRef}`,
      kind: "fees",
      orderId: attempt.orderId,
      happenedAt: studio.clock.now(),
      postings: payment?.settled ? feePostings(paidIn(payment), payment.settled) : [],
    }),
  ]);
  return true;
}

/** Null where the provider has no such payment (any more), which reconciliation tells: asking again is of no use. */
async function paymentOf(studio: Studio, provider: Provider, ref: string): Promise<Payment | null> {
  try {
    return await providerNamed(studio, provider).retrievePayment(ref);
  } catch (error) {
    if (isPaymentProviderError(error) && error.reason === "missing") return null;
    throw error;
  }
}

function paidIn({ received, total }: Payment) {
  return { amount: received, currency: total.currency };
}

function settled({ db, clock }: Studio, attemptId: string) {
  return db
    .update(paymentAttempts)
    .set({ settledAt: clock.now() })
    .where(sql`${eq(paymentAttempts.id, attemptId)} and ${paymentAttempts.settledAt} is null`);
}
