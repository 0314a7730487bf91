import { and, eq, ne, sql } from "drizzle-orm";
import type { CheckoutSession } from "../../../adapters/payments/payment-provider";
import { commit } from "../../../events/commit";
import { newId } from "../../../lib/ids";
import { log } from "../../../lib/log";
import { MINUTE } from "../../../lib/time";
import type { Studio } from "../../../tenancy/studio";
import type { Paying } from "../attempts.server";
import { refundById } from "../refunds.server";
import { paymentAttempts, refunds } from "../schema/money";
import { askRefund } from "./ask-refund.server";
import { received } from "./claim-order.server";

/**
 * Gives back what was paid for an order that was settled or given up before: by another attempt, or by a member. The
 * money, and that it goes back, are written down in one batch; the provider is asked behind it, and again by the sweep.
 */
export async function returnSecondPayment(
  studio: Studio,
  { order, attempt }: Paying,
  session: CheckoutSession,
): Promise<void> {
  const { db, clock } = studio;
  const now = clock.now();
  const paymentRef = session.paymentRef ?? "";
  const refundId = newId("refund");
  const { amount, currency } = session.total;
  await studio.dueBy(now + 2 * MINUTE);
  const noted = await commit(
    studio,
    db
      .update(paymentAttempts)
      .set({ state: "paid", checkoutRef: session.ref, checkoutUrl: null, paymentRef, changedAt: now })
      .where(and(eq(paymentAttempts.id, attempt.id), ne(paymentAttempts.state, "paid")))
      .returning({ id: paymentAttempts.id }),
    {
      audit: {
        action: "order.refunded",
        subjectId: order.id,
        after: { refund: refundId, amount, currency, reason: "paid_twice" },
      },
    },
    {
      after: [
        ...received(studio, { order, attempt }, session),
        db.run(sql`
          insert into ${refunds} (id, order_id, attempt_id, payment_ref, amount, currency, state, reason, of_order,
            created_at, changed_at)
          select ${refundId}, ${order.id}, ${attempt.id}, ${paymentRef}, ${amount}, ${currency}, 'requested',
            'paid_twice', 0, ${now}, ${now}
          where not exists (select 1 from ${refunds} where attempt_id = ${attempt.id} and of_order = 0)`),
      ],
    },
  );
  // A member may have begun to give it back before all of it was there.
  if (noted.length === 0 || !(await refundById(studio, refundId))) return;
  log("warn", "an order was paid twice", { studioId: studio.tenant.id, orderId: order.id });
  await askRefund(studio, refundId);
}
