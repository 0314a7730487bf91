import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { commit } from "../../../events/commit";
import { ok, type Result, refuse } from "../../../lib/result";
import { normalizeEmail } from "../../../lib/text";
import type { Instant } from "../../../lib/time";
import { actingAs, type Studio } from "../../../tenancy/studio";
import { countLinkUse, linkIsUnused, newLink, personOfLink, sealedIn } from "../account-links.server";
import { countAttempt } from "../attempts.server";
import { linkLimits } from "../model";
import { noticeDue } from "../notices.server";
import { ownAccount } from "../queries.server";
import { accountLinks, members } from "../schema";

/** The name under which a link keeps the address it verifies. */
const addressSealName = (memberId: string) => `verified-address:${memberId}`;

/**
 * Has a link mailed to an address of the member who is asking: their own, or one they want instead. The link carries
 * the address, sealed; nothing changes before it is used.
 *
 * @returns the moment from which the next mail may be asked for, or null when this one was
 */
export async function sendVerification(studio: Studio, wanted?: string): Promise<Instant | null> {
  const account = await ownAccount(studio);
  const email = wanted === undefined ? account.email : normalizeEmail(wanted);
  const { window: windowMs, mailsPerEmail, mailsPerMember } = linkLimits;
  const until = await countAttempt(studio, [
    { subject: `verify:member:${account.id}`, most: mailsPerMember, windowMs },
    { subject: `mail:email:${email}`, most: mailsPerEmail, windowMs },
  ]);
  if (until !== null) return until;
  await announceVerification(studio, account.id, email);
  return null;
}

/**
 * Has the first link mailed to a member whose address nobody vouched for. It may run twice: while a link is open, or
 * once the address is proven, it does nothing.
 */
export async function startVerification(studio: Studio, { memberId }: { memberId: string }): Promise<void> {
  const link = and(
    eq(accountLinks.personId, memberId),
    eq(accountLinks.kind, "email-verification"),
    isNull(accountLinks.usedAt),
    gt(accountLinks.expiresAt, studio.clock.now()),
  );
  const [member, open] = await studio.db.batch([
    studio.db
      .select({ email: members.email })
      .from(members)
      .where(and(eq(members.id, memberId), eq(members.status, "active"), isNull(members.emailVerifiedAt))),
    studio.db.select({ id: accountLinks.id }).from(accountLinks).where(link).limit(1),
  ]);
  if (member[0] && open.length === 0) await announceVerification(studio, memberId, member[0].email);
}

/** The link and the event that has it mailed. */
async function announceVerification(studio: Studio, memberId: string, email: string): Promise<void> {
  const sealed = await studio.seal(addressSealName(memberId), email);
  const link = await newLink(studio, "email-verification", memberId, sealed);
  await commit(studio, link.insert, {
    event: { name: "account.link_made", payload: { linkId: link.id, sealed } },
  });
}

/** The address a verification is mailed to. Throws when the seal is not of this member. */
export function addressToVerify(studio: Studio, memberId: string, sealed: string): Promise<string> {
  return studio.unseal(addressSealName(memberId), sealed);
}

/** What a verification link is about, while it opens; null otherwise. */
export async function verificationOf(studio: Studio, token: string) {
  const sealed = sealedIn(token);
  const memberId = sealed === null ? null : await personOfLink(studio, "email-verification", token);
  if (sealed === null || memberId === null) return null;
  const member = await studio.db
    .select({ id: members.id, name: members.name, email: members.email })
    .from(members)
    .where(and(eq(members.id, memberId), eq(members.status, "active")))
    .get();
  return member ? { member, email: await addressToVerify(studio, memberId, sealed) } : null;
}

/**
 * Takes an address as the member's own, for whoever holds the link that was mailed there. Links mailed before to
 * other addresses end with it; a former address is told.
 */
export async function verifyEmail(
  studio: Studio,
  input: { token: string; network: string },
): Promise<
  Result<null, { reason: "link_gone" } | { reason: "taken" } | { reason: "too_many"; until: Instant }>
> {
  const until = await countLinkUse(studio, input.network);
  if (until !== null) return refuse({ reason: "too_many", until });
  const found = await verificationOf(studio, input.token);
  if (!found) return refuse({ reason: "link_gone" });
  const { member, email } = found;
  const isFree = sql`not exists (select 1 from ${members} m where m.email = ${email} and m.id <> ${member.id})`;
  const isChange = email !== member.email;
  const audit = {
    action: "member.changed",
    subjectId: member.id,
    after: { fields: isChange ? ["email", "emailVerified"] : ["emailVerified"] },
    person: { name: member.name, email },
  } as const;
  const changed = await commit(
    actingAs(studio, { ...studio.actor, kind: "member", id: member.id, name: member.name }),
    studio.db
      .update(members)
      .set({ email, emailVerifiedAt: studio.clock.now() })
      .where(
        and(
          eq(members.id, member.id),
          eq(members.email, member.email),
          isFree,
          await linkIsUnused(studio, "email-verification", input.token),
        ),
      )
      .returning({ id: members.id }),
    isChange
      ? { event: await noticeDue(studio, member.id, "email_changed", { to: member.email }), audit }
      : { audit },
    {
      after: [
        studio.db
          .update(accountLinks)
          .set({ usedAt: studio.clock.now() })
          .where(
            and(
              eq(accountLinks.personId, member.id),
              eq(accountLinks.kind, "email-verification"),
              isNull(accountLinks.usedAt),
              sql`exists (select 1 from ${members} m where m.id = ${member.id} and m.email = ${email})`,
            ),
          ),
      ],
    },
  );
  if (changed.length > 0) return ok(null);
  return refuse({ reason: (await verificationOf(studio, input.token)) ? "taken" : "link_gone" });
}
