import { lt } from "drizzle-orm";
import { commit } from "../../../events/commit";
import { ok, type Result, refuse } from "../../../lib/result";
import { MINUTE } from "../../../lib/time";
import { setupSteps } from "../../../tenancy/schema";
import type { Studio } from "../../../tenancy/studio";
import { unverifiedEmail } from "../../account/index.server";
import { setupOf } from "../setup.server";

/**
 * Mails the link of the latest published gallery to the one who asks, at most once a minute; to an address that they
 * have verified, because it may be somebody else's until then.
 */
export async function sendToSelf(
  studio: Studio,
): Promise<Result<{ gallery: string }, "no_gallery" | "unverified" | "too_soon">> {
  const { published } = await setupOf(studio);
  const memberId = studio.actor.id;
  if (!published || memberId === null) return refuse("no_gallery");
  if ((await unverifiedEmail(studio)) !== null) return refuse("unverified");
  const doneAt = studio.clock.now();
  const ticked = await commit(
    studio,
    studio.db
      .insert(setupSteps)
      .values({ step: "send", doneAt })
      .onConflictDoUpdate({
        target: setupSteps.step,
        set: { doneAt },
        setWhere: lt(setupSteps.doneAt, doneAt - MINUTE),
      })
      .returning({ step: setupSteps.step }),
    {
      event: { name: "gallery.link_wanted", payload: { galleryId: published.id, memberId, askedAt: doneAt } },
    },
  );
  return ticked.length > 0 ? ok({ gallery: published.name }) : refuse("too_soon");
}
