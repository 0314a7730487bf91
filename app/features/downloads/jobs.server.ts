import { z } from "zod";
import { defineJob } from "../../jobs/define-job";

/** Mails an order's buyer a fresh link to the photos. */
export const mailDownloadLinkJob = defineJob({
  name: "mail-download-link",
  queue: "jobs",
  payload: z.object({ linkId: z.string() }),
});
