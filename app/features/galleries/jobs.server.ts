import { z } from "zod";
import { defineJob } from "../../jobs/define-job";

/** Tells the studio's owners that a gallery has expired. */
export const mailExpiryJob = defineJob({
  name: "mail-gallery-expired",
  queue: "jobs",
  payload: z.object({ galleryId: z.string() }),
});

/** Reminds those who have a gallery of its end. */
export const mailReminderJob = defineJob({
  name: "mail-gallery-reminder",
  queue: "jobs",
  payload: z.object({ galleryId: z.string(), days: z.int(), about: z.int(), part: z.int() }),
});

/** Tells the studio's owners which originals will be deleted. */
export const mailDeletionsJob = defineJob({
  name: "mail-gallery-deletions",
  queue: "jobs",
  payload: z.object({ galleryIds: z.array(z.string()), at: z.int() }),
});

/** Takes a gallery's originals out of storage. */
export const removeOriginalsJob = defineJob({
  name: "remove-gallery-originals",
  queue: "jobs",
  payload: z.object({ galleryId: z.string() }),
});
