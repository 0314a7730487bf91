import { sql } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import { newId } from "../../../lib/ids";
import { normalizeEmail } from "../../../lib/text";
import type { Studio } from "../../../tenancy/studio";
import type { Role } from "../model";
import { hashPassword } from "../password.server";
import { members } from "../schema";

/** Adds a member; a second one with the same address changes nothing. */
export async function addMember(
  studio: Pick<Studio, "db" | "clock">,
  input: { email: string; name: string; role: Role; password: string },
): Promise<void> {
  await studio.db
    .insert(members)
    .values({
      id: newId("member"),
      email: normalizeEmail(input.email),
      name: input.name,
      role: input.role,
      passwordHash: await hashPassword(input.password),
      emailVerifiedAt: studio.clock.now(),
      createdAt: studio.clock.now(),
    })
    .onConflictDoNothing();
}

/**
 * The statement that makes a new studio's owner, in a list because awaiting it by itself would run it. It stands
 * directly behind the one that makes the studio, in one transaction, and does nothing where that one did
 * nothing: whoever comes second becomes no owner.
 *
 * @param verified whether somebody vouches for the address, so that no mail has to ask
 */
export async function firstOwner(
  { db, clock }: Pick<Studio, "db" | "clock">,
  {
    id = newId("member"),
    email,
    name,
    password,
    verified,
  }: { id?: string; email: string; name: string; password: string; verified: boolean },
): Promise<[BatchItem<"sqlite">]> {
  const hash = await hashPassword(password);
  const owner = db.run(sql`
    insert into ${members} (id, email, name, role, password_hash, email_verified_at, created_at)
    select ${id}, ${normalizeEmail(email)}, ${name}, 'owner', ${hash}, ${verified ? clock.now() : null}, ${clock.now()}
    where changes() > 0`);
  return [owner];
}
