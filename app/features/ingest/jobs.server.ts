import { z } from "zod";
import { defineJob } from "../../jobs/define-job";
import { askAgainForAvif, askAgainForRender } from "./ask-again.server";

const photoVersion = z.object({ photoId: z.string(), version: z.number().int() });

/** Makes the renditions of one version of a photo. */
export const renderPhotoJob = defineJob({
  name: "render-photo",
  queue: "thumbnails",
  payload: photoVersion,
  revive: askAgainForRender,
});

/** Makes the AVIF of a shown version: a message of its own, because its encoder takes most of an isolate's memory. */
export const makeAvifJob = defineJob({
  name: "make-avif",
  queue: "thumbnails",
  payload: photoVersion,
  revive: askAgainForAvif,
});
