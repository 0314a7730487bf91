import { and, eq } from "drizzle-orm";
import { commit } from "../../../events/commit";
import { notFound } from "../../../lib/app-error";
import { ok, type Result, refuse } from "../../../lib/result";
import type { Studio } from "../../../tenancy/studio";
import { refundById } from "../refunds.server";
import { transferRefunds } from "../schema/money";
import { takeRefund } from "./take-refund.server";

/**
 * Notes that a member has sent the money of a refund back by a transfer of their own. Said again it changes nothing;
 * what dies before the refund has followed is found by the sweep. Throws `not_found` for a refund that is not the
 * order's.
 */
export async function markRefundSent(
  studio: Studio,
  orderId: string,
  refundId: string,
): Promise<Result<void, { reason: "not_transfer" }>> {
  const found = await refundById(studio, refundId);
  if (found?.refund.orderId !== orderId) throw notFound();
  if (found.provider !== "transfer") return refuse({ reason: "not_transfer" });
  await commit(
    studio,
    studio.db
      .update(transferRefunds)
      .set({ state: "succeeded" })
      .where(and(eq(transferRefunds.reference, refundId), eq(transferRefunds.state, "pending")))
      .returning({ ref: transferRefunds.ref }),
    { audit: { action: "order.refund_sent", subjectId: orderId, after: { refund: refundId } } },
  );
  const { providerRef } = found.refund;
  if (providerRef !== null) await takeRefund(studio, providerRef);
  return ok(undefined);
}
