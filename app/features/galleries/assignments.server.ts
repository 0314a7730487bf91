import { and, asc, eq, inArray, ne, type SQL, sql } from "drizzle-orm";
import type { Studio } from "../../tenancy/studio";
import { assignedRoles } from "../account/model";
import { members } from "../account/schema";
import { galleryAssignments } from "./schema";

/** Somebody who sees only what they are assigned to. */
export interface AssignableMember {
  id: string;
  name: string;
  isAssigned: boolean;
}

/** Members, and those who are invited, whom an assignment lets see a gallery; with whether it is theirs already. */
export async function assignableMembers({ db }: Studio, galleryId: string): Promise<AssignableMember[]> {
  return db
    .select({
      id: members.id,
      name: members.name,
      isAssigned: sql`${galleryAssignments.memberId} is not null`.mapWith(Boolean),
    })
    .from(members)
    .leftJoin(
      galleryAssignments,
      and(eq(galleryAssignments.memberId, members.id), eq(galleryAssignments.galleryId, galleryId)),
    )
    .where(isAssignable())
    .orderBy(asc(members.name), asc(members.id));
}

/** For a WHERE about members: those whose role sees only what it is assigned to. */
export function isAssignable(): SQL | undefined {
  return and(ne(members.status, "removed"), inArray(members.role, [...assignedRoles]));
}
