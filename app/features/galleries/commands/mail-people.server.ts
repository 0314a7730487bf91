import { and, eq } from "drizzle-orm";
import { commit } from "../../../events/commit";
import { formatDay } from "../../../lib/time";
import type { Studio } from "../../../tenancy/studio";
import { members } from "../../account/schema";
import { speakingToClient } from "../../clients/index.server";
import { fixPeople, leftOf, noteDelivery, sentOfIt, stillWaits, waitingFor } from "../deliveries.server";
import { passwordOf, pinOf } from "../download-pin.server";
import { publishedMail } from "../mail/published-mail";
import type { Mailing } from "../mailings.server";
import { workspaceWords } from "../messages/workspace-words";
import { type Gallery, shareKeyOf } from "../model";
import { filledIn } from "../model/mailing";
import { personLinkPath, sharePath } from "../paths";
import { personToken } from "../people.server";
import { galleryById } from "../queries.server";
import { galleryMailings } from "../schema/mailings";

/** Somebody who gets a mail, and the address of the gallery as they open it. */
interface Recipient {
  id: string;
  email: string;
  name: string;
  url: string;
}

/** As much of a mail service's answer as is kept. */
const FAILURE_CHARS = 300;

/** How many are written to by one job; the next ones are another job's. */
const MAILS_A_JOB = 100;

/**
 * Sends a mail that is due to those it is for and who have not got it, so many of them at a time; the others are
 * another job's. Each mail has the same id however often this runs, and one that is not taken keeps no other from
 * going; what became of each is noted. One about a gallery that was taken back meanwhile goes to nobody; a test is sent
 * of a draft too. Throws where one was not taken and nobody else is left to try, to be done again.
 */
export async function mailPeople(studio: Studio, { mailingId }: { mailingId: string }): Promise<void> {
  const isIt = eq(galleryMailings.id, mailingId);
  const mailing = await studio.db.select().from(galleryMailings).where(isIt).get();
  if (mailing?.status !== "sending") return;
  const gallery = await galleryById(studio, mailing.galleryId);
  const isOff = mailing.memberId === null && gallery.status !== "published";
  if (!isOff) {
    const { tried, failures } = await mailAll(studio, gallery, mailing);
    const left = await leftOf(studio, mailingId);
    // Each job tries somebody new or has sent one, so that they come to an end.
    const hasOthers = left.untried > 0 || (left.all > failures.length && failures.length < tried);
    if (hasOthers) return goOn(studio, mailingId);
    if (failures.length > 0) throw failures[0];
  }
  await studio.db
    .update(galleryMailings)
    .set({ status: isOff ? "canceled" : "sent", sentCount: sentOfIt })
    .where(and(isIt, eq(galleryMailings.status, "sending")));
}

/** Has the next ones written to. */
async function goOn(studio: Studio, mailingId: string): Promise<void> {
  const { id, status } = galleryMailings;
  await commit(
    studio,
    studio.db
      .update(galleryMailings)
      .set({ sentCount: sentOfIt })
      .where(and(eq(id, mailingId), eq(status, "sending")))
      .returning({ id }),
    { event: { name: "gallery.mailing_due", payload: { mailingId } } },
  );
}

/** Gives a mail up that some could not be sent: the studio sees whom, and can have it sent to them again. */
export async function giveUpOnMailing(studio: Studio, { mailingId }: { mailingId: string }): Promise<void> {
  const { id, status } = galleryMailings;
  await studio.db
    .update(galleryMailings)
    .set({ status: "failed", sentCount: sentOfIt })
    .where(and(eq(id, mailingId), eq(status, "sending")));
}

/** Sends to the next who have not got it; returns how many that are, and what kept some from it. */
async function mailAll(
  studio: Studio,
  gallery: Gallery,
  mailing: Mailing,
): Promise<{ tried: number; failures: unknown[] }> {
  const isTest = mailing.memberId !== null;
  if (!isTest) await fixPeople(studio, mailing);
  const recipients = isTest
    ? await memberOf(studio, gallery, mailing)
    : await peopleOf(studio, gallery, mailing);
  const secrets = { password: await passwordOf(studio, gallery), pin: await pinOf(studio, gallery) };
  const failures: unknown[] = [];
  for (const recipient of recipients) {
    const delivery = { mailing: mailing.id, person: recipient.id };
    // Another job may have got to them meanwhile.
    if (!isTest && !(await stillWaits(studio, delivery))) continue;
    const mail = {
      id: `mailing:${mailing.id}:${recipient.id}`,
      fromName: studio.tenant.name,
      to: recipient.email,
      ...mailTo(await speakingToClient(studio, recipient.email), { gallery, mailing, recipient, secrets }),
    };
    try {
      await studio.mail.send(mail);
    } catch (error) {
      failures.push(error);
      const failure = error instanceof Error ? error.message.slice(0, FAILURE_CHARS) : "";
      await noteDelivery(studio, delivery, { failure });
      continue;
    }
    await noteDelivery(studio, delivery, { sentAt: studio.clock.now(), failure: null });
  }
  return { tried: recipients.length, failures };
}

/** The member a test goes to, unless they have left. */
async function memberOf(studio: Studio, gallery: Gallery, { memberId }: Mailing): Promise<Recipient[]> {
  const member = await studio.db
    .select({ id: members.id, email: members.email, name: members.name })
    .from(members)
    .where(and(eq(members.id, memberId ?? ""), eq(members.status, "active")))
    .get();
  return member ? [{ ...member, url: studio.tenant.origin + sharePath(shareKeyOf(gallery)) }] : [];
}

async function peopleOf(studio: Studio, gallery: Gallery, { id }: Mailing): Promise<Recipient[]> {
  const key = shareKeyOf(gallery);
  return Promise.all(
    (await waitingFor(studio, id, MAILS_A_JOB)).map(async (person) => ({
      ...person,
      url: studio.tenant.origin + personLinkPath(key, await personToken(studio, person)),
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
