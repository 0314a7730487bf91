import { and, eq } from "drizzle-orm";
import { commit } from "../../../events/commit";
import { notFound } from "../../../lib/app-error";
import { ok, type Result, refuse } from "../../../lib/result";
import type { Studio } from "../../../tenancy/studio";
import { takeUpMailing } from "../mailings.server";
import { getGallery } from "../queries.server";
import { galleryMailings } from "../schema/mailings";

/**
 * Has a mail that was given up sent once more, to those who have not got it. Throws `not_found` for a gallery that is
 * not there, and for a mail that is not of it.
 */
export async function repeatMailing(
  studio: Studio,
  galleryId: string,
  mailingId: string,
): Promise<Result<void, "draft" | "not_failed">> {
  const gallery = await getGallery(studio, galleryId);
  const { id, galleryId: of } = galleryMailings;
  const mailing = await studio.db
    .select({ id })
    .from(galleryMailings)
    .where(and(eq(id, mailingId), eq(of, galleryId)))
    .get();
  if (!mailing) throw notFound();
  if (gallery.status !== "published") return refuse("draft");
  const repeated = await commit(studio, takeUpMailing(studio.db, { mailingId }), {
    event: { name: "gallery.mailing_due", payload: { mailingId } },
    audit: { action: "gallery.mail_repeated", subjectId: galleryId },
  });
  return repeated.length > 0 ? ok(undefined) : refuse("not_failed");
}
