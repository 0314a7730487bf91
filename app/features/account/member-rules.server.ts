import { and, eq, type SQL, sql } from "drizzle-orm";
import { notFound } from "../../lib/app-error";
import type { Studio } from "../../tenancy/studio";
import { type Role, rolesGivenBy } from "./model";
import { members } from "./schema";

/** Somebody who is a member or invited to be one. */
export interface CurrentMember {
  id: string;
  name: string;
  email: string;
  role: Role;
  status: "active" | "invited";
}

/** A member or somebody who is invited. Throws `not_found` for everybody else, those who were removed included. */
export async function currentMember({ db }: Studio, id: string): Promise<CurrentMember> {
  const { name, email, role, status } = members;
  const member = await db
    .select({ id: members.id, name, email, role, status })
    .from(members)
    .where(eq(members.id, id))
    .get();
  if (!member || member.status === "removed") throw notFound();
  return { ...member, status: member.status };
}

/** The roles that the one who is asking may give, take away or remove; none for anybody but a member. */
export async function givenRoles(studio: Studio): Promise<readonly Role[]> {
  const { kind, id } = studio.actor;
  if (kind !== "member" || id === null || !studio.actor.capabilities.has("members:write")) return [];
  const asker = await studio.db
    .select({ role: members.role })
    .from(members)
    .where(and(eq(members.id, id), eq(members.status, "active")))
    .get();
  return asker ? rolesGivenBy(asker.role) : [];
}

/** For the WHERE of a change: who is asking has not been demoted or removed since `givenRoles` was read. */
export function stillGives({ actor }: Studio, role: Role): SQL {
  const givers = (["owner", "admin"] as const).filter((giver) => rolesGivenBy(giver).includes(role));
  const list = sql.join(
    givers.map((giver) => sql`${giver}`),
    sql`, `,
  );
  return sql`exists (select 1 from ${members} asker
    where asker.id = ${actor.id} and asker.status = 'active' and asker.role in (${list}))`;
}

/** For the WHERE of a change: somebody is as they were when they were read. */
export function unchanged({ id, role, status }: CurrentMember): SQL {
  return sql`${members.id} = ${id} and ${members.role} = ${role} and ${members.status} = ${status}`;
}

/** For the WHERE of a change that takes an active owner away: another one stays. */
export function anotherOwnerStays(id: string): SQL {
  return sql`exists (select 1 from ${members} other
    where other.id <> ${id} and other.role = 'owner' and other.status = 'active')`;
}
