import { eq } from "drizzle-orm";
import type { Studio } from "../../../tenancy/studio";
import { ownerEmails } from "../../account/index.server";
import { speakingToClient } from "../../clients/index.server";
import { clientPath } from "../../clients/paths";
import { disputeMail, refundFailedMail, refundMail } from "../mail/money-mail";
import { ORIGINALS_GONE } from "../model/money-states";
import { orderPath } from "../paths";
import { refundById } from "../refunds.server";
import { orders } from "../schema";
import { disputes } from "../schema/money";

/** Mails the buyer of money that goes back. The mail's id is the refund's, so a second one is known as such. */
export async function mailRefund(studio: Studio, { refundId }: { refundId: string }): Promise<void> {
  const { refund } = (await refundById(studio, refundId)) ?? {};
  // One that came to nothing meanwhile is told to the studio, which decides anew.
  if (!refund || refund.state === "failed" || refund.state === "requested") return;
  const buyer = await buyerOf(studio, refund.orderId);
  if (!buyer) return;
  const to = buyer.email;
  await studio.mail.send({
    id: `refund:${refundId}`,
    fromName: studio.tenant.name,
    to,
    ...refundMail((await speakingToClient(studio, to)).tenant, {
      number: refund.orderId,
      amount: refund,
      why: refund.ofOrder ? "order" : refund.reason === "paid_twice" ? "paid_twice" : buyer.why,
      url: studio.tenant.origin + clientPath,
    }),
  });
}

/** Mails the owners of a refund that came to nothing. */
export async function mailFailedRefund(studio: Studio, { refundId }: { refundId: string }): Promise<void> {
  const { refund } = (await refundById(studio, refundId)) ?? {};
  if (!refund) return;
  const { orderId } = refund;
  await mailOwnersOf(studio, `refund-failed:${refundId}`, {
    ...refundFailedMail(studio.tenant, { number: orderId, amount: refund, url: urlOf(studio, orderId) }),
  });
}

/** Mails the owners of how a dispute stands. */
export async function mailDispute(studio: Studio, { disputeId }: { disputeId: string }): Promise<void> {
  const dispute = await studio.db.select().from(disputes).where(eq(disputes.id, disputeId)).get();
  if (!dispute || dispute.state === "inquiry") return;
  const { orderId, state, answerBy } = dispute;
  await mailOwnersOf(studio, `dispute:${state}:${disputeId}`, {
    ...disputeMail(studio.tenant, {
      number: orderId,
      amount: dispute,
      state,
      answerBy,
      url: urlOf(studio, orderId),
    }),
  });
}

const urlOf = (studio: Studio, orderId: string) => studio.tenant.origin + orderPath(orderId);

/** The address an order was placed with, and why a payment of it was not taken; null once it is erased. */
async function buyerOf({ db }: Studio, orderId: string) {
  const { email, reviewReason } = orders;
  const order = await db.select({ email, reviewReason }).from(orders).where(eq(orders.id, orderId)).get();
  if (!order?.email.includes("@")) return null;
  const why = order.reviewReason === ORIGINALS_GONE ? ("too_late" as const) : ("not_fitting" as const);
  return { email: order.email, why };
}

async function mailOwnersOf(
  studio: Studio,
  id: string,
  mail: { subject: string; html: string; text: string },
): Promise<void> {
  for (const to of await ownerEmails(studio))
    await studio.mail.send({ id: `${id}:${to}`, fromName: studio.tenant.name, to, ...mail });
}
