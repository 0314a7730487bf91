import { and, eq, sql } from "drizzle-orm";
import { commit } from "../../../events/commit";
import { notFound } from "../../../lib/app-error";
import type { Studio } from "../../../tenancy/studio";
import { members } from "../../account/schema";
import { isAssignable } from "../assignments.server";
import { getGallery } from "../queries.server";
import { galleryAssignments } from "../schema";

/**
 * Makes a gallery the work of a member who sees only such. Throws `not_found` for a gallery or a member that is not
 * there, and for a member who sees all galleries anyway.
 *
 * @returns the member's name
 */
export async function assignGallery(studio: Studio, galleryId: string, memberId: string): Promise<string> {
  const { id } = await getGallery(studio, galleryId);
  const name = await nameOf(studio, memberId);
  await commit(
    studio,
    studio.db.all<{ memberId: string }>(sql`
      insert into ${galleryAssignments} (gallery_id, member_id, assigned_at)
      select ${id}, ${members.id}, ${studio.clock.now()} from ${members}
      where ${members.id} = ${memberId} and ${isAssignable()}
      on conflict do nothing returning member_id as memberId`),
    { audit: { action: "gallery.assigned", subjectId: id, after: { member: memberId } } },
  );
  return name;
}

/** Takes a member off a gallery. Throws `not_found`. @returns the member's name */
export async function unassignGallery(studio: Studio, galleryId: string, memberId: string): Promise<string> {
  const { id } = await getGallery(studio, galleryId);
  const name = await nameOf(studio, memberId);
  await commit(
    studio,
    studio.db
      .delete(galleryAssignments)
      .where(and(eq(galleryAssignments.galleryId, id), eq(galleryAssignments.memberId, memberId)))
      .returning({ memberId: galleryAssignments.memberId }),
    { audit: { action: "gallery.unassigned", subjectId: id, before: { member: memberId } } },
  );
  return name;
}

async function nameOf({ db }: Studio, memberId: string): Promise<string> {
  const member = await db
    .select({ name: members.name })
    .from(members)
    .where(and(eq(members.id, memberId), isAssignable()))
    .get();
  if (!member) throw notFound();
  return member.name;
}
