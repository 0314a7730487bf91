import { giveUpOnAvif, makeAvif } from "../features/ingest/commands/make-avif.server";
import { giveUpOnPhoto, renderPhoto } from "../features/ingest/commands/render-photo.server";
import { makeAvifJob, renderPhotoJob } from "../features/ingest/jobs.server";
import type { Consumer } from "../jobs/consume";
import { handle } from "../jobs/define-job";
import { relayInBackground } from "./relay";

/** What the Worker behind the queue "thumbnails" can do; the only one that holds image code. */
export function thumbnailsConsumer(context: ExecutionContext): Consumer {
  return {
    handlers: [
      handle(renderPhotoJob, renderPhoto, giveUpOnPhoto),
      handle(makeAvifJob, makeAvif, giveUpOnAvif),
    ],
    afterCommit: relayInBackground(context),
  };
}
