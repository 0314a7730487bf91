import { and, eq } from "drizzle-orm";
import { commit } from "../../../events/commit";
import { ok, type Result, refuse } from "../../../lib/result";
import { normalizeEmail } from "../../../lib/text";
import type { Instant } from "../../../lib/time";
import { actingAs, type Studio } from "../../../tenancy/studio";
import {
  countLinkUse,
  countMail,
  linkIsUnused,
  NOBODY,
  newLink,
  personOfLink,
} from "../account-links.server";
import { noticeDue } from "../notices.server";
import { hashPassword } from "../password.server";
import { members } from "../schema";
import { revokeKeysAfterReset } from "./api-keys.server";
import { endWhatThePasswordOpened } from "./end-sign-ins.server";

/**
 * Has a link to choose a new password mailed, where the address is a member's. Whether it is cannot be told from the
 * answer nor from how long it takes: the same rows are written for an address that nobody has.
 *
 * @returns the moment from which the next mail may be asked for, or null when this one was
 */
export async function requestPasswordReset(
  studio: Studio,
  input: { email: string; network: string },
): Promise<Instant | null> {
  const email = normalizeEmail(input.email);
  const until = await countMail(studio, email, input.network);
  if (until !== null) return until;
  const member = await studio.db
    .select({ id: members.id })
    .from(members)
    .where(and(eq(members.email, email), eq(members.status, "active")))
    .get();
  const link = await newLink(studio, "password-reset", member?.id ?? NOBODY);
  await commit(studio, link.insert, {
    event: { name: "account.link_made", payload: { linkId: link.id, sealed: null } },
    audit: member && { action: "password.reset_requested", subjectId: member.id },
  });
  return null;
}

/**
 * Sets a new password for whoever holds a link, once; everything that the old one opened is ended. It proves the
 * address as well. Nobody is signed in by it: a second factor is asked for as ever.
 */
export async function resetPassword(
  studio: Studio,
  input: { token: string; password: string; network: string },
): Promise<Result<null, { reason: "link_gone" } | { reason: "too_many"; until: Instant }>> {
  const until = await countLinkUse(studio, input.network);
  if (until !== null) return refuse({ reason: "too_many", until });
  const memberId = await personOfLink(studio, "password-reset", input.token);
  const member =
    memberId === null
      ? undefined
      : await studio.db.select({ name: members.name }).from(members).where(eq(members.id, memberId)).get();
  if (memberId === null || !member) return refuse({ reason: "link_gone" });

  const newHash = await hashPassword(input.password);
  const themselves = actingAs(studio, { ...studio.actor, kind: "member", id: memberId, name: member.name });
  const changed = await commit(
    themselves,
    studio.db
      .update(members)
      .set({ passwordHash: newHash })
      .where(
        and(
          eq(members.id, memberId),
          eq(members.status, "active"),
          await linkIsUnused(studio, "password-reset", input.token),
        ),
      )
      .returning({ id: members.id }),
    {
      event: await noticeDue(studio, memberId, "password_reset"),
      audit: { action: "password.changed", subjectId: memberId, after: { by: "mailed link" } },
    },
    {
      after: [
        ...endWhatThePasswordOpened(studio, { memberId, newHash }),
        ...(await revokeKeysAfterReset(themselves, { memberId, newHash })),
      ],
    },
  );
  return changed.length > 0 ? ok(null) : refuse({ reason: "link_gone" });
}
