import { and, asc, eq, gt, ne, sql } from "drizzle-orm";
import { type Page, pageOf } from "../../http/pagination";
import { notFound } from "../../lib/app-error";
import type { Instant } from "../../lib/time";
import type { Studio } from "../../tenancy/studio";
import { anotherOwnerStays } from "./member-rules.server";
import type { Role } from "./model";
import { members } from "./schema";

/** A member, or somebody who is invited, as the others in the studio see them. */
export interface MemberSummary {
  id: string;
  name: string;
  email: string;
  phone: string;
  role: Role;
  status: "active" | "invited";
  hasSecondFactor: boolean;
  /** When one of their browsers was in use last, to the hour; null for those who never were here. */
  lastSeenAt: Instant | null;
  createdAt: Instant;
}

const summary = {
  id: members.id,
  name: members.name,
  email: members.email,
  phone: members.phone,
  role: members.role,
  status: sql<"active" | "invited">`${members.status}`,
  hasSecondFactor: sql`${members.totpSecret} is not null`.mapWith(Boolean),
  lastSeenAt: sql<Instant | null>`(select max(seen) from (
    select max(s.last_seen_at) as seen from sign_in_sessions s where s.member_id = ${members.id}
    union all select max(d.last_seen_at) from known_devices d where d.member_id = ${members.id}))`,
  createdAt: members.createdAt,
};

/** Members and those who are invited, in the order they came. */
export async function listMembers(
  studio: Studio,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<Page<MemberSummary>> {
  const rows = await studio.db
    .select(summary)
    .from(members)
    .where(and(ne(members.status, "removed"), cursor ? gt(members.id, cursor) : undefined))
    .orderBy(asc(members.id))
    .limit(limit + 1);
  return pageOf(rows, limit, (member) => member.id);
}

/** One of them. Throws `not_found`. */
export async function getMember({ db }: Studio, id: string): Promise<MemberSummary> {
  const member = await db
    .select(summary)
    .from(members)
    .where(and(eq(members.id, id), ne(members.status, "removed")))
    .get();
  if (!member) throw notFound();
  return member;
}

/** Whether the studio would be without an owner if this member were none. */
export async function isLastOwner({ db }: Studio, id: string): Promise<boolean> {
  const row = await db
    .select({ id: members.id })
    .from(members)
    .where(
      and(
        eq(members.id, id),
        eq(members.role, "owner"),
        eq(members.status, "active"),
        sql`not ${anotherOwnerStays(id)}`,
      ),
    )
    .get();
  return row !== undefined;
}
