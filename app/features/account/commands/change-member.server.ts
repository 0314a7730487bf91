import { and } from "drizzle-orm";
import { audited } from "../../../events/audit";
import type { AuditEntry } from "../../../events/audit-entry";
import { commit } from "../../../events/commit";
import { ok, type Result, refuse } from "../../../lib/result";
import type { Studio } from "../../../tenancy/studio";
import {
  anotherOwnerStays,
  type CurrentMember,
  currentMember,
  givenRoles,
  stillGives,
  unchanged,
} from "../member-rules.server";
import { isLastOwner } from "../members-queries.server";
import type { Role } from "../model";
import { noticeDue } from "../notices.server";
import { members } from "../schema";

export interface MemberChanges {
  name?: string | undefined;
  phone?: string | undefined;
  role?: Role | undefined;
}

/** "changed": somebody else was quicker, and what was read is not so any more. */
export type MemberRefusal = { reason: "role_not_yours" | "last_owner" | "changed" };

/**
 * Changes how a member is called and reached, and what they may do; what is left out stays. Names and numbers of their
 * own everybody may change, all else only those who may give both the role before and the one after. The last active
 * owner stays one. A member hears of another role by mail. Throws `not_found`.
 */
export async function changeMember(
  studio: Studio,
  memberId: string,
  { name, phone, role }: MemberChanges,
): Promise<Result<null, MemberRefusal>> {
  const before = await currentMember(studio, memberId);
  const isSelf = studio.actor.kind === "member" && studio.actor.id === before.id;
  const changesRole = role !== undefined && role !== before.role;
  if (changesRole || !isSelf) {
    const given = await givenRoles(studio);
    if (!given.includes(before.role) || !given.includes(role ?? before.role))
      return refuse({ reason: "role_not_yours" });
  }
  const acts = actsOf(before, { name, phone, role: changesRole ? role : undefined });
  const [first, ...others] = acts;
  if (!first) return ok(null);
  const takesOwner = changesRole && before.role === "owner" && before.status === "active";
  const changed = await commit(
    studio,
    studio.db
      .update(members)
      .set({ name, phone, role })
      .where(
        and(
          unchanged(before),
          changesRole || !isSelf ? stillGives(studio, before.role) : undefined,
          changesRole ? stillGives(studio, role) : undefined,
          takesOwner ? anotherOwnerStays(before.id) : undefined,
        ),
      )
      .returning({ id: members.id }),
    changesRole && before.status === "active"
      ? { event: await noticeDue(studio, before.id, "role_changed", { role }), audit: first }
      : { audit: first },
    { after: (await Promise.all(others.map((act) => audited(studio, act)))).flat() },
  );
  return changed.length > 0 ? ok(null) : refuse(await whyNot(studio, before));
}

/** What the audit log tells of a change; nothing where there is none. */
function actsOf(before: CurrentMember, { name, phone, role }: MemberChanges): AuditEntry[] {
  const fields = [...(name === undefined ? [] : ["name"]), ...(phone === undefined ? [] : ["phone"])];
  const person = { name: name ?? before.name, email: before.email };
  const about = { subjectId: before.id, person };
  return [
    ...(role === undefined
      ? []
      : [
          {
            action: "member.role_changed" as const,
            ...about,
            before: { role: before.role },
            after: { role },
          },
        ]),
    ...(fields.length === 0 ? [] : [{ action: "member.changed" as const, ...about, after: { fields } }]),
  ];
}

/** Why a guarded change of a member found no row. */
export async function whyNot(studio: Studio, { id }: CurrentMember): Promise<MemberRefusal> {
  return { reason: (await isLastOwner(studio, id)) ? "last_owner" : "changed" };
}
