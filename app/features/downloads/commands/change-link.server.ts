import { and, eq, isNull } from "drizzle-orm";
import { commit } from "../../../events/commit";
import { notFound } from "../../../lib/app-error";
import { ok, type Result, refuse } from "../../../lib/result";
import type { Instant } from "../../../lib/time";
import type { Studio } from "../../../tenancy/studio";
import { LONGEST_EXTENSION } from "../model";
import { downloadLinks } from "../schema";

/** Moves the end of a link, back or forth, and how often it may be used; one that ran out opens again. */
export async function extendLink(
  studio: Studio,
  linkId: string,
  { expiresAt, maxDownloads }: { expiresAt: Instant; maxDownloads: number | null },
): Promise<Result<void, "in_the_past" | "too_far" | "revoked">> {
  const now = studio.clock.now();
  const before = await linkById(studio, linkId);
  if (before.revokedAt !== null) return refuse("revoked");
  if (expiresAt <= now) return refuse("in_the_past");
  if (expiresAt > now + LONGEST_EXTENSION) return refuse("too_far");
  const changed = await commit(
    studio,
    studio.db
      .update(downloadLinks)
      .set({ expiresAt, maxDownloads })
      .where(isNotRevoked(linkId))
      .returning({ id: downloadLinks.id }),
    {
      audit: {
        action: "download_link.extended",
        subjectId: linkId,
        before: { expiresAt: before.expiresAt, downloads: before.maxDownloads },
        after: { expiresAt, downloads: maxDownloads },
      },
    },
  );
  return changed.length > 0 ? ok(undefined) : refuse("revoked");
}

/** Closes a link for good: from the next request on it hands out nothing. Doing it again changes nothing. */
export async function revokeLink(studio: Studio, linkId: string): Promise<void> {
  const link = await linkById(studio, linkId);
  await commit(
    studio,
    studio.db
      .update(downloadLinks)
      .set({ revokedAt: studio.clock.now() })
      .where(isNotRevoked(link.id))
      .returning({ id: downloadLinks.id }),
    { audit: { action: "download_link.revoked", subjectId: link.id } },
  );
}

const isNotRevoked = (linkId: string) => and(eq(downloadLinks.id, linkId), isNull(downloadLinks.revokedAt));

async function linkById({ db }: Studio, linkId: string) {
  const link = await db.select().from(downloadLinks).where(eq(downloadLinks.id, linkId)).get();
  if (!link) throw notFound();
  return link;
}
