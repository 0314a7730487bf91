import { z } from "zod";
import { defineJob } from "../../jobs/define-job";

/** Mails a client the link that lets them in. */
export const mailClientLinkJob = defineJob({
  name: "mail-client-link",
  queue: "jobs",
  payload: z.object({ linkId: z.string() }),
});
