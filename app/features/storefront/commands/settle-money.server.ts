import { and, eq, isNull, lte, sql } from "drizzle-orm";
import { isPaymentProviderError } from "../../../adapters/payments/payment-provider";
import { errorFields, log } from "../../../lib/log";
import { HOUR, type Instant, MINUTE } from "../../../lib/time";
import type { Studio } from "../../../tenancy/studio";
import { paymentAttempts, refunds } from "../schema/money";
import { askRefund } from "./ask-refund.server";
import { fulfilOrder } from "./fulfil-order.server";
import { postFees } from "./post-fees.server";
import { takeRefund } from "./take-refund.server";

const ROWS_A_SWEEP = 25;
/** Whoever wrote a refund down asks for it at once; after this, nobody does any more. */
const REFUND_STALLS_AFTER = 2 * MINUTE;
/** How often the provider is asked about what it tells of by itself: refunds under way, money that is reserved. */
const ASK_AGAIN_AFTER = HOUR;

/**
 * Finds money that stands still: refunds that were written down and not asked for, refunds and reserved money whose
 * fate nobody told us, payments whose fees are not known. Returns when to look again.
 */
export async function settleMoney(studio: Studio): Promise<Instant | null> {
  const now = studio.clock.now();
  const due = [
    await eachOf(studio, await requestedRefunds(studio, now), ({ id }) => askRefund(studio, id)),
    await eachOf(studio, await pendingRefunds(studio, now), async ({ id, providerRef }) => {
      await touchRefund(studio, id);
      if (providerRef !== null) await takeRefund(studio, providerRef);
    }),
    await eachOf(studio, await reserved(studio, now), async ({ id, checkoutRef }) => {
      await touchAttempt(studio, id);
      if (checkoutRef !== null) await fulfilOrder(studio, checkoutRef);
    }),
    await eachOf(studio, await unsettled(studio), ({ id }) => postFees(studio, id)),
  ];
  return due.some((found) => found) || (await isAnyOpen(studio)) ? now + 5 * MINUTE : null;
}

/** Does something to each; one that fails at the provider holds up nothing else. @returns whether any failed */
async function eachOf<Row extends { id: string }>(
  studio: Studio,
  rows: readonly Row[],
  act: (row: Row) => Promise<unknown>,
): Promise<boolean> {
  let failed = false;
  for (const row of rows) {
    try {
      await act(row);
    } catch (error) {
      if (!isPaymentProviderError(error)) throw error;
      failed = true;
      log("warn", "the provider could not be asked about money", {
        studioId: studio.tenant.id,
        id: row.id,
        ...errorFields(error),
      });
    }
  }
  return failed;
}

const columns = { id: refunds.id, providerRef: refunds.providerRef };

function requestedRefunds({ db }: Studio, now: Instant) {
  return db
    .select(columns)
    .from(refunds)
    .where(and(eq(refunds.state, "requested"), lte(refunds.createdAt, now - REFUND_STALLS_AFTER)))
    .orderBy(sql`random()`)
    .limit(ROWS_A_SWEEP);
}

function pendingRefunds({ db }: Studio, now: Instant) {
  return db
    .select(columns)
    .from(refunds)
    .where(and(eq(refunds.state, "pending"), lte(refunds.changedAt, now - ASK_AGAIN_AFTER)))
    .orderBy(refunds.changedAt)
    .limit(ROWS_A_SWEEP);
}

function reserved({ db }: Studio, now: Instant) {
  return db
    .select({ id: paymentAttempts.id, checkoutRef: paymentAttempts.checkoutRef })
    .from(paymentAttempts)
    .where(
      and(
        isNull(paymentAttempts.settledAt),
        eq(paymentAttempts.state, "authorized"),
        lte(paymentAttempts.changedAt, now - ASK_AGAIN_AFTER),
      ),
    )
    .orderBy(paymentAttempts.changedAt)
    .limit(ROWS_A_SWEEP);
}

function unsettled({ db }: Studio) {
  return db
    .select({ id: paymentAttempts.id })
    .from(paymentAttempts)
    .where(and(isNull(paymentAttempts.settledAt), eq(paymentAttempts.state, "paid")))
    .orderBy(sql`random()`)
    .limit(ROWS_A_SWEEP);
}

function touchRefund({ db, clock }: Studio, id: string) {
  return db.update(refunds).set({ changedAt: clock.now() }).where(eq(refunds.id, id));
}

function touchAttempt({ db, clock }: Studio, id: string) {
  return db.update(paymentAttempts).set({ changedAt: clock.now() }).where(eq(paymentAttempts.id, id));
}

/** Whether a refund was not asked for yet, or a payment's fees are not known. */
async function isAnyOpen({ db }: Studio): Promise<boolean> {
  const [refund, attempt] = await Promise.all([
    db.select({ id: refunds.id }).from(refunds).where(eq(refunds.state, "requested")).limit(1).get(),
    db
      .select({ id: paymentAttempts.id })
      .from(paymentAttempts)
      .where(and(isNull(paymentAttempts.settledAt), eq(paymentAttempts.state, "paid")))
      .limit(1)
      .get(),
  ]);
  return refund !== undefined || attempt !== undefined;
}
