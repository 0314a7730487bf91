import { z } from "zod";
import { eventCatalogue } from "../../events/catalogue";
import { defineJob } from "../../jobs/define-job";

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
