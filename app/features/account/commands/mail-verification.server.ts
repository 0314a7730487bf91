import { and, eq, gt, isNull } from "drizzle-orm";
import { newId } from "../../../lib/ids";
import { DAY } from "../../../lib/time";
import { tokenHash } from "../../../lib/tokens";
import type { Studio } from "../../../tenancy/studio";
import { verificationMail } from "../mail/verification-mail";
import { verificationPath } from "../paths";
import { accountLinks, members } from "../schema";

const LASTS = 3 * DAY;

/**
 * Mails a member the link that proves the address. A second run finds the same link, from whose id the token is
 * derived, so the same mail goes out; nothing is sent once the address is proven.
 */
export async function mailVerification(studio: Studio, { memberId }: { memberId: string }): Promise<void> {
  const member = await studio.db.select().from(members).where(eq(members.id, memberId)).get();
  if (member?.status !== "active" || member.emailVerifiedAt !== null) return;
  const link = await openLink(studio, memberId);
  await studio.mail.send({
    id: `verification:${link.id}`,
    fromName: studio.tenant.name,
    to: member.email,
    ...verificationMail(studio.tenant, {
      name: member.name,
      url: studio.tenant.origin + verificationPath(await tokenOf(studio, link.id)),
      until: link.expiresAt,
    }),
  });
}

async function openLink(studio: Studio, memberId: string): Promise<{ id: string; expiresAt: number }> {
  const now = studio.clock.now();
  const open = await studio.db
    .select({ id: accountLinks.id, expiresAt: accountLinks.expiresAt })
    .from(accountLinks)
    .where(
      and(
        eq(accountLinks.personId, memberId),
        eq(accountLinks.kind, "email-verification"),
        isNull(accountLinks.usedAt),
        gt(accountLinks.expiresAt, now),
      ),
    )
    .limit(1)
    .get();
  if (open) return open;
  const link = { id: newId("accountLink"), expiresAt: now + LASTS };
  await studio.db.insert(accountLinks).values({
    ...link,
    kind: "email-verification",
    personId: memberId,
    tokenHash: await tokenHash(await tokenOf(studio, link.id)),
  });
  return link;
}

const tokenOf = (studio: Studio, linkId: string) => studio.linkToken(`email-verification:${linkId}`);
