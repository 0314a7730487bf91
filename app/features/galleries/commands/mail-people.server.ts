import { and, eq } from "drizzle-orm";
import { formatDay } from "../../../lib/time";
import type { Studio } from "../../../tenancy/studio";
import { members } from "../../account/schema";
import { speakingToClient } from "../../clients/index.server";
import { passwordOf, pinOf } from "../download-pin.server";
import { publishedMail } from "../mail/published-mail";
import type { Mailing } from "../mailings.server";
import { workspaceWords } from "../messages/workspace-words";
import { type Gallery, shareKeyOf } from "../model";
import { filledIn } from "../model/mailing";
import { personLinkPath, sharePath } from "../paths";
import { personToken } from "../people.server";
import { galleryById } from "../queries.server";
import { recipientsOf } from "../recipients.server";
import { galleryMailings } from "../schema/mailings";

/** Somebody who gets a mail, and the address of the gallery as they open it. */
interface Recipient {
  id: string;
  email: string;
  name: string;
  url: string;
}

/**
 * Sends a mail that is due to everybody it is for. Each mail has the same id however often this runs, and one that
 * is not taken keeps no other from going. One about a gallery that was taken back meanwhile goes to nobody; a test is sent of a draft too.
 */
export async function mailPeople(studio: Studio, { mailingId }: { mailingId: string }): Promise<void> {
  const isIt = eq(galleryMailings.id, mailingId);
  const mailing = await studio.db.select().from(galleryMailings).where(isIt).get();
  if (mailing?.status !== "sending") return;
  const gallery = await galleryById(studio, mailing.galleryId);
  const isOff = mailing.memberId === null && gallery.status !== "published";
  const recipients = isOff ? [] : await recipientsIn(studio, gallery, mailing);
  const secrets = { password: await passwordOf(studio, gallery), pin: await pinOf(studio, gallery) };
  const failures: unknown[] = [];
  for (const recipient of recipients) {
    const mail = {
      id: `mailing:${mailingId}:${recipient.id}`,
      fromName: studio.tenant.name,
      to: recipient.email,
      ...mailTo(await speakingToClient(studio, recipient.email), { gallery, mailing, recipient, secrets }),
    };
    await studio.mail.send(mail).catch((error: unknown) => failures.push(error));
  }
  if (failures.length > 0) throw failures[0];
  await studio.db
    .update(galleryMailings)
    .set({ status: isOff ? "canceled" : "sent", sentCount: recipients.length })
    .where(and(isIt, eq(galleryMailings.status, "sending")));
}

async function recipientsIn(studio: Studio, gallery: Gallery, mailing: Mailing): Promise<Recipient[]> {
  const key = shareKeyOf(gallery);
  const { origin } = studio.tenant;
  if (mailing.memberId !== null) {
    const member = await studio.db
      .select({ id: members.id, email: members.email, name: members.name })
      .from(members)
      .where(and(eq(members.id, mailing.memberId), eq(members.status, "active")))
      .get();
    return member ? [{ ...member, url: origin + sharePath(key) }] : [];
  }
  const people = await recipientsOf(studio, gallery.id, mailing.roles);
  return Promise.all(
    people.map(async (person) => ({
      ...person,
      url: origin + personLinkPath(key, await personToken(studio, person)),
    })),
  );
}

function mailTo(
  { tenant }: Studio,
  {
    gallery,
    mailing,
    recipient,
    secrets,
  }: {
    gallery: Gallery;
    mailing: Mailing;
    recipient: Recipient;
    secrets: { password: string | null; pin: string | null };
  },
) {
  const words = workspaceWords(tenant.locale).mail;
  const values = {
    client: recipient.name || words.unnamed,
    gallery: gallery.name,
    link: recipient.url,
    password: secrets.password ?? "",
    pin: secrets.pin ?? "",
    last_day: gallery.expiresAt === null ? "" : formatDay(gallery.expiresAt, tenant.locale, tenant.timeZone),
  };
  return publishedMail(tenant, {
    subject: filledIn(mailing.subject, values),
    message: filledIn(mailing.message, values),
    gallery: gallery.name,
    url: recipient.url,
    password: mailing.tellsPassword ? secrets.password : null,
    pin: mailing.tellsPin ? secrets.pin : null,
  });
}
