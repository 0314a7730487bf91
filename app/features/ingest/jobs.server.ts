import { z } from "zod";
import { defineJob } from "../../jobs/define-job";

/** Makes the renditions of one version of a photo. */
export const renderPhotoJob = defineJob({
  name: "render-photo",
  queue: "thumbnails",
  payload: z.object({ photoId: z.string(), version: z.number().int() }),
});
