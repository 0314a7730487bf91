import { z } from "zod";
import { defineJob } from "../../jobs/define-job";

const order = z.object({ orderId: z.string() });

/** Sends the buyer the link to the photos. */
export const mailBuyerJob = defineJob({ name: "mail-buyer", queue: "jobs", payload: order });

/** Tells the studio's owners of a sale, or of a payment that needs a look. */
export const mailOwnersJob = defineJob({ name: "mail-owners", queue: "jobs", payload: order });
