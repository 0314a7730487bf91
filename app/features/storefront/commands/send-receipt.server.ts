import { and, eq, isNotNull, sql } from "drizzle-orm";
import { commit } from "../../../events/commit";
import { notFound } from "../../../lib/app-error";
import { ok, type Result, refuse } from "../../../lib/result";
import type { Studio } from "../../../tenancy/studio";
import { speakingToClient } from "../../clients/index.server";
import { isErased } from "../../clients/model";
import { clientPath } from "../../clients/paths";
import { buyerMail } from "../mail/buyer-mail";
import { receiptOf } from "../order-receipt.server";
import { getOrder } from "../queries.server";
import { orders } from "../schema";
import { toldOrder } from "../told-order.server";

/** Has the receipt of a paid order mailed to its buyer once more. Throws `not_found`. */
export async function sendReceipt(studio: Studio, orderId: string): Promise<Result<void, "no_receipt">> {
  const { db, clock } = studio;
  const order = await db.select({ id: orders.id }).from(orders).where(eq(orders.id, orderId)).get();
  if (!order) throw notFound();
  const hasReceipt = and(
    eq(orders.id, orderId),
    isNotNull(orders.fulfilledAt),
    sql`${orders.email} not like 'erased:%'`,
  );
  const sent = await commit(
    studio,
    // Changes nothing of the order: what it finds decides whether anything is announced.
    db.update(orders).set({ id: orderId }).where(hasReceipt).returning({ id: orders.id }),
    {
      event: { name: "order.receipt_wanted", payload: { orderId, askedAt: clock.now() } },
      audit: { action: "order.receipt_sent", subjectId: orderId },
    },
  );
  return sent.length > 0 ? ok(undefined) : refuse("no_receipt");
}

/** Mails a receipt that was asked for; the mail's id has the moment, so a second delivery is known as such. */
export async function mailReceipt(
  studio: Studio,
  { orderId, askedAt }: { orderId: string; askedAt: number },
): Promise<void> {
  const { order, lines } = await getOrder(studio, orderId);
  const spoken = await speakingToClient(studio, order.email);
  const receipt = await receiptOf(spoken, order, lines);
  if (!receipt || isErased(order.email)) return;
  await studio.mail.send({
    id: `receipt:${orderId}:${askedAt}`,
    fromName: studio.tenant.name,
    to: order.email,
    attachments: [{ ...receipt, contentType: "application/pdf" }],
    ...buyerMail(spoken.tenant, {
      told: toldOrder(spoken, order, lines),
      download: null,
      isAgain: true,
      orderUrl: studio.tenant.origin + clientPath,
    }),
  });
}
