import { z } from "zod";
import { defineJob } from "../../jobs/define-job";

/** Mails a member the link of a gallery. */
export const mailLinkJob = defineJob({
  name: "mail-link",
  queue: "jobs",
  payload: z.object({ galleryId: z.string(), memberId: z.string(), askedAt: z.number() }),
});
