import { z } from "zod";
import { defineJob } from "../../jobs/define-job";
import { notices } from "./model";

/** Has the link made and mailed that proves the address of a new member. */
export const firstVerificationJob = defineJob({
  name: "first-verification",
  queue: "jobs",
  payload: z.object({ memberId: z.string() }),
});

/** Mails somebody the link that was made for them. */
export const mailAccountLinkJob = defineJob({
  name: "mail-account-link",
  queue: "jobs",
  payload: z.object({ linkId: z.string(), sealed: z.string().nullable() }),
});

/** Tells a member by mail what changed about their account. */
export const mailNoticeJob = defineJob({
  name: "mail-account-notice",
  queue: "jobs",
  payload: z.object({
    noticeId: z.string(),
    memberId: z.string(),
    notice: z.enum(notices),
    at: z.number(),
    sealed: z.string(),
  }),
});
