import { z } from "zod";
import { defineJob } from "../../jobs/define-job";

const order = z.object({ orderId: z.string() });

/** Sends the buyer the link to the photos. */
export const mailBuyerJob = defineJob({ name: "mail-buyer", queue: "jobs", payload: order });

/** Sends the buyer the receipt once more. */
export const mailReceiptJob = defineJob({
  name: "mail-receipt",
  queue: "jobs",
  payload: z.object({ orderId: z.string(), askedAt: z.number().int() }),
});

/** Tells the studio's owners of a sale, or of a payment that needs a look. */
export const mailOwnersJob = defineJob({ name: "mail-owners", queue: "jobs", payload: order });

/** Tells the buyer where to transfer to, and under which reference. */
export const mailTransferJob = defineJob({ name: "mail-transfer", queue: "jobs", payload: order });

const refund = z.object({ refundId: z.string() });

/** Tells the buyer of money that comes back. */
export const mailRefundJob = defineJob({ name: "mail-refund", queue: "jobs", payload: refund });

/** Tells the studio's owners of a refund that came to nothing. */
export const mailFailedRefundJob = defineJob({ name: "mail-failed-refund", queue: "jobs", payload: refund });

/** Tells the studio's owners of a dispute, and of how it ended. */
export const mailDisputeJob = defineJob({
  name: "mail-dispute",
  queue: "jobs",
  payload: z.object({ disputeId: z.string() }),
});

/** Mails the link to a cart. */
export const mailCartJob = defineJob({
  name: "mail-cart",
  queue: "jobs",
  payload: z.object({
    cartId: z.string(),
    askedAt: z.number().int(),
    sealed: z.string(),
    locale: z.string().optional(),
  }),
});
