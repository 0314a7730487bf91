import { commit } from "../../../events/commit";
import { formatDay, type Instant } from "../../../lib/time";
import type { Studio } from "../../../tenancy/studio";
import { hasVerifiedOwner } from "../../account/index.server";
import { speakingToClient } from "../../clients/index.server";
import { expiryMail } from "../mail/expiry-mail";
import { galleryState, shareKeyOf } from "../model";
import { daysLeft } from "../model/expiry";
import { personLinkPath, sharePath } from "../paths";
import { personToken } from "../people.server";
import { galleryById } from "../queries.server";
import { clientsToRemind } from "../reminded-clients.server";
import { galleryNotices } from "../schema/visitors";
import { reminderKind } from "./announce-reminders.server";

/** How many are written to by one job; the next ones are another job's. */
const MAILS_A_JOB = 100;

/**
 * Reminds those who have a gallery of its end, unless it has been moved or the gallery was taken back meanwhile, and
 * unless the studio may not have people mailed yet. Those who are named get their own link. Who was written to stands in a notice, and a mail's id says what it is about, so that each of them goes out once.
 */
export async function mailReminder(
  studio: Studio,
  { galleryId, days, about, part }: { galleryId: string; days: number; about: Instant; part: number },
): Promise<void> {
  const { db, clock, tenant } = studio;
  const gallery = await galleryById(studio, galleryId);
  const now = clock.now();
  if (gallery.expiresAt !== about || galleryState(gallery, now) !== "open") return;
  if (!(await hasVerifiedOwner(studio))) return;
  const kind = reminderKind(days);
  const told = await clientsToRemind(studio, gallery, { kind, about, most: MAILS_A_JOB });
  const key = shareKeyOf(gallery);
  for (const client of told) {
    const spoken = (await speakingToClient(studio, client.email)).tenant;
    const { person } = client;
    const path = person ? personLinkPath(key, await personToken(studio, person)) : sharePath(key);
    await studio.mail.send({
      id: `expires:${galleryId}:${days}:${about}:${client.id}`,
      fromName: tenant.name,
      to: client.email,
      ...expiryMail(spoken, {
        gallery: gallery.name,
        day: formatDay(about, spoken.locale, tenant.timeZone),
        daysLeft: daysLeft(gallery, now, tenant.timeZone) ?? days,
        hasVisited: client.hasVisited,
        url: tenant.origin + path,
      }),
    });
    await db
      .insert(galleryNotices)
      .values({ galleryId, clientId: client.id, kind, about, at: now })
      .onConflictDoNothing();
  }
  if (told.length === MAILS_A_JOB) await goOn(studio, { galleryId, days, about, part: part + 1 });
}

/** Has the next ones written to, once for each part. */
async function goOn(
  studio: Studio,
  next: { galleryId: string; days: number; about: Instant; part: number },
): Promise<void> {
  const { galleryId, days, about, part } = next;
  const kind = `${reminderKind(days)}-part-${part}`;
  await commit(
    studio,
    studio.db
      .insert(galleryNotices)
      .values({ galleryId, clientId: "", kind, about, at: studio.clock.now() })
      .onConflictDoNothing()
      .returning({ galleryId: galleryNotices.galleryId }),
    { event: { name: "gallery.expiry_near", payload: next } },
  );
}
