import { eq } from "drizzle-orm";
import type { Instant } from "../../../lib/time";
import type { Studio } from "../../../tenancy/studio";
import { linkToMail } from "../account-links.server";
import { linkMail } from "../mail/link-mail";
import { noticeMail } from "../mail/notice-mail";
import type { Notice } from "../model";
import { noticeDetails } from "../notices.server";
import { members } from "../schema";
import { mailInvitation } from "./mail-invitation.server";
import { addressToVerify } from "./verify-email.server";

/** Mails a link while it opens, to whom it belongs; a link of nobody goes nowhere. */
export async function mailAccountLink(
  studio: Studio,
  { linkId, sealed }: { linkId: string; sealed: string | null },
): Promise<void> {
  const link = await linkToMail(studio, linkId, sealed);
  if (link?.kind === "invitation") return mailInvitation(studio, { linkId, ...link });
  if (link?.kind !== "password-reset" && link?.kind !== "email-verification") return;
  const member = await memberById(studio, link.personId);
  if (member?.status !== "active") return;
  const to = sealed === null ? member.email : await addressToVerify(studio, link.personId, sealed);
  await studio.mail.send({
    id: `account-link:${linkId}`,
    fromName: studio.tenant.name,
    to,
    ...linkMail(studio.tenant, link.kind, { token: link.token, until: link.expiresAt }),
  });
}

/** Tells a member what changed about their account; a change of address goes to the former one. */
export async function mailNotice(
  studio: Studio,
  due: { noticeId: string; memberId: string; notice: Notice; at: Instant; sealed: string },
): Promise<void> {
  const member = await memberById(studio, due.memberId);
  if (!member) return;
  const { to, ...details } = await noticeDetails(studio, due);
  await studio.mail.send({
    id: `account-notice:${due.noticeId}`,
    fromName: studio.tenant.name,
    to: to ?? member.email,
    ...noticeMail(studio.tenant, due.notice, { ...details, at: due.at }),
  });
}

function memberById(studio: Studio, id: string) {
  return studio.db
    .select({ email: members.email, status: members.status })
    .from(members)
    .where(eq(members.id, id))
    .get();
}
