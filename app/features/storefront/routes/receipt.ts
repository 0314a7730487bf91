import { readCookie } from "../../../http/cookies";
import { studioLoader } from "../../../http/studio-route";
import { notFound } from "../../../lib/app-error";
import { buyerCookie } from "../buyer-token.server";
import { receiptOf } from "../order-receipt.server";
import { getOrder, getOrderForBuyer } from "../queries.server";

/** The receipt of a paid order, for whoever may see the order as its buyer. */
export const loader = studioLoader({ may: "public" }, async ({ studio, params, request }) => {
  const id = params.orderId ?? "";
  await getOrderForBuyer(studio, id, readCookie(buyerCookie(id), request));
  const { order, lines } = await getOrder(studio, id);
  const receipt = await receiptOf(studio, order, lines);
  if (!receipt) throw notFound();
  return new Response(receipt.bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      "content-type": "application/pdf",
      "content-disposition": `inline; filename="${receipt.filename}"`,
      "cache-control": "private, no-store",
    },
  });
});
