import { and, eq, isNotNull, ne } from "drizzle-orm";
import type { Studio } from "../../tenancy/studio";
import { attemptOfPayment, type Paying } from "./attempts.server";
import { fulfilOrder } from "./commands/fulfil-order.server";
import { providerNamed } from "./payment-methods.server";
import { paymentAttempts } from "./schema/money";

/**
 * The attempt that a payment of the provider's was taken for; null where it is none of ours. Somebody may hear of a
 * refund or a dispute before the payment itself: then that is settled first.
 */
export async function paidAttempt(studio: Studio, paymentRef: string): Promise<Paying | null> {
  const known = await attemptOfPayment(studio, paymentRef);
  if (known?.attempt.state === "paid") return known;
  const orderId =
    known?.order.id ?? (await providerNamed(studio, "stripe").retrievePayment(paymentRef)).reference;
  if (orderId === null) return null;
  const open = await studio.db
    .select({ checkoutRef: paymentAttempts.checkoutRef })
    .from(paymentAttempts)
    .where(
      and(
        eq(paymentAttempts.orderId, orderId),
        isNotNull(paymentAttempts.checkoutRef),
        ne(paymentAttempts.state, "paid"),
      ),
    );
  for (const { checkoutRef } of open) if (checkoutRef !== null) await fulfilOrder(studio, checkoutRef);
  const found = await attemptOfPayment(studio, paymentRef);
  return found?.attempt.state === "paid" ? found : null;
}
