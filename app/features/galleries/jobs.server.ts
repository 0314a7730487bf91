import { z } from "zod";
import { eventCatalogue } from "../../events/catalogue";
import { defineJob } from "../../jobs/define-job";
import { takeUpMailing } from "./mailings.server";
import { MAILING_JOB } from "./model/mailing";

/** Tells the studio's owners that a client is finished with a list. */
export const mailFinishedJob = defineJob({
  name: "mail-favourites-finished",
  queue: "jobs",
  payload: eventCatalogue["favourites.finished"],
});

/** Mails somebody the link to their lists. */
export const mailFavouritesLinkJob = defineJob({
  name: "mail-favourites-link",
  queue: "jobs",
  payload: eventCatalogue["favourites.link_made"],
});

/** Tells the studio's owners that a gallery has expired. */
export const mailExpiryJob = defineJob({
  name: "mail-gallery-expired",
  queue: "jobs",
  payload: z.object({ galleryId: z.string() }),
});

/** Mails somebody who is named in a gallery their link. */
export const mailPersonLinkJob = defineJob({
  name: "mail-gallery-person",
  queue: "jobs",
  payload: z.object({ personId: z.string(), linkVersion: z.number().int() }),
});

/** Mails a link that was asked for at a gallery's door, if whoever has the address is named in it. */
export const mailAskedLinkJob = defineJob({
  name: "mail-gallery-asked-link",
  queue: "jobs",
  payload: z.object({ galleryId: z.string(), askedAt: z.number().int(), sealed: z.string() }),
});

/** Sends a mail to the people of a gallery whose moment has come. */
export const mailPeopleJob = defineJob({
  name: MAILING_JOB,
  queue: "jobs",
  payload: z.object({ mailingId: z.string() }),
  revive: takeUpMailing,
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
