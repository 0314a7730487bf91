import { AppError } from "../../lib/app-error";
import { SECOND } from "../../lib/time";
import type { Studio } from "../../tenancy/studio";
import { countAttempt } from "../account/index.server";
import { processingLimit } from "./model";

/** Counts that somebody has photos processed again. Throws `rate_limited` for the eleventh time within a minute. */
export async function countProcessing(studio: Studio): Promise<void> {
  const { id } = studio.actor;
  if (id === null) return;
  const { most, windowMs } = processingLimit;
  const until = await countAttempt(studio, [{ subject: `processing:${id}`, most, windowMs }]);
  if (until === null) return;
  const retryAfterSeconds = Math.max(1, Math.ceil((until - studio.clock.now()) / SECOND));
  throw new AppError(
    "rate_limited",
    `Photos can be processed again ${most} times a minute. Try again in ${retryAfterSeconds} seconds.`,
    { retryAfterSeconds },
  );
}
