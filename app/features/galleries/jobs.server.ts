import { z } from "zod";
import { defineJob } from "../../jobs/define-job";

/** Tells the studio's owners that a gallery has expired. */
export const mailExpiryJob = defineJob({
  name: "mail-gallery-expired",
  queue: "jobs",
  payload: z.object({ galleryId: z.string() }),
});

/** Sends a mail to the people of a gallery whose moment has come. */
export const mailPeopleJob = defineJob({
  name: "mail-gallery-people",
  queue: "jobs",
  payload: z.object({ mailingId: z.string() }),
});
