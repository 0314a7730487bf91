import type { Studio } from "../../../tenancy/studio";
import { ownerEmails } from "../../account/index.server";
import { speakingToClient } from "../../clients/index.server";
import { clientPath } from "../../clients/paths";
import { linkOfOrder } from "../../downloads/index.server";
import { galleryById } from "../../galleries/index.server";
import { addressBecameSecret, shareKeyOf } from "../../galleries/model";
import { sharePath } from "../../galleries/paths";
import { buyerMail } from "../mail/buyer-mail";
import { ownerMail } from "../mail/owner-mail";
import { ORIGINALS_GONE } from "../model/money-states";
import { isOfFiles } from "../model/products";
import { receiptOf } from "../order-receipt.server";
import { getOrder, serviceOf } from "../queries.server";
import type { orders } from "../schema";
import { toldOrder } from "../told-order.server";

/** Mails the buyer of a fulfilled order the link. The mail's id is the order's, so a second one is known as such. */
export async function mailBuyer(studio: Studio, { orderId }: { orderId: string }): Promise<void> {
  const { order, lines } = await getOrder(studio, orderId);
  const link = await linkOfOrder(studio, orderId);
  const hasFiles = lines.some(isOfFiles);
  if (order.status !== "fulfilled" || (hasFiles && !link?.until)) return;
  const download = link?.until ? { url: link.url, until: link.until } : null;
  const service = await serviceOf(studio, orderId);
  const gallery = service && (await galleryById(studio, order.galleryId));
  const spoken = await speakingToClient(studio, order.email);
  const receipt = await receiptOf(spoken, order, lines);
  await studio.mail.send({
    id: `buyer:${orderId}`,
    fromName: studio.tenant.name,
    to: order.email,
    attachments: receipt ? [{ ...receipt, contentType: "application/pdf" }] : [],
    ...buyerMail(spoken.tenant, {
      told: toldOrder(spoken, order, lines),
      download,
      service: gallery && {
        kind: service.kind,
        gallery: gallery.name,
        // A mail may reach somebody who never had an address that became a secret since.
        url:
          studio.tenant.origin + (addressBecameSecret(gallery) ? clientPath : sharePath(shareKeyOf(gallery))),
        until: gallery.expiresAt,
      },
      orderUrl: studio.tenant.origin + clientPath,
    }),
  });
}

/** Mails the studio's owners about a fulfilled order, or about one that waits for them. */
export async function mailOwners(studio: Studio, { orderId }: { orderId: string }): Promise<void> {
  const { order, lines } = await getOrder(studio, orderId);
  const gallery = await galleryById(studio, order.galleryId);
  const service = await serviceOf(studio, orderId);
  const mail = ownerMail(studio.tenant, {
    gallery: gallery.name,
    photos: lines.length,
    total: { amount: order.totalAmount, currency: order.currency },
    service: service && { kind: service.kind, title: lines[0]?.name ?? "" },
    needs: needsOf(order),
  });
  for (const to of await ownerEmails(studio)) {
    await studio.mail.send({
      id: `owner:${order.status}:${orderId}:${to}`,
      fromName: studio.tenant.name,
      to,
      ...mail,
    });
  }
}

/** What an order waits for a member to do; null where it waits for nobody. */
function needsOf({ status, reviewReason }: typeof orders.$inferSelect) {
  if (status === "authorized") return "capture";
  if (status !== "review") return null;
  return reviewReason === ORIGINALS_GONE ? "too_late" : "review";
}
