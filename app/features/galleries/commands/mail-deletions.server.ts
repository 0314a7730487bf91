import { daysUntil, type Instant } from "../../../lib/time";
import type { Studio } from "../../../tenancy/studio";
import { ownerEmails } from "../../account/index.server";
import { plannedDeletions } from "../deletions.server";
import { deletionsMail } from "../mail/deletions-mail";

/** Tells the studio's owners which originals will be deleted, of those that still will be. */
export async function mailDeletions(
  studio: Studio,
  { galleryIds, at }: { galleryIds: string[]; at: Instant },
): Promise<void> {
  const { tenant, clock } = studio;
  const deletions = await plannedDeletions(studio, { ids: galleryIds });
  const [first] = deletions;
  if (!first) return;
  const days = Math.max(0, daysUntil(first.at, clock.now(), tenant.timeZone));
  const mail = deletionsMail(tenant, { deletions, days });
  for (const to of await ownerEmails(studio)) {
    await studio.mail.send({ id: `deletions:${at}:${first.id}:${to}`, fromName: tenant.name, to, ...mail });
  }
}
