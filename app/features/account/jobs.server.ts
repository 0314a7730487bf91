import { z } from "zod";
import { defineJob } from "../../jobs/define-job";

/** Mails a member the link that proves the address. */
export const mailVerificationJob = defineJob({
  name: "mail-verification",
  queue: "jobs",
  payload: z.object({ memberId: z.string() }),
});
