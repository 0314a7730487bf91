import type { Studio } from "../../../tenancy/studio";
import { speakingToClient } from "../../clients/index.server";
import { clientPath } from "../../clients/paths";
import { awaitedTransfer } from "../awaited-transfer.server";
import { transferMail } from "../mail/transfer-mail";
import { getOrder } from "../queries.server";

/** Tells the buyer of an unpaid order where to transfer to. Once it is paid there is nothing to tell. */
export async function mailTransfer(studio: Studio, { orderId }: { orderId: string }): Promise<void> {
  const { order } = await getOrder(studio, orderId);
  const awaited = await awaitedTransfer(studio, order);
  if (!awaited) return;
  const { missing: amount, reference, instructions } = awaited;
  await studio.mail.send({
    id: `transfer:${order.checkoutRef}`,
    fromName: studio.tenant.name,
    to: order.email,
    ...transferMail((await speakingToClient(studio, order.email)).tenant, {
      ...{ amount, reference, instructions },
      until: order.payUntil,
      orderUrl: studio.tenant.origin + clientPath,
    }),
  });
}
