import { sql } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import { newId } from "../../../lib/ids";
import { normalizeEmail } from "../../../lib/text";
import type { Studio } from "../../../tenancy/studio";
import { members } from "../schema";

/**
 * The statement that makes a new studio's owner, in a list because awaiting it by itself would run it. It stands
 * directly behind the one that makes the studio, in one transaction, and does nothing where that one did
 * nothing: whoever comes second becomes no owner.
 *
 * @param verified whether somebody vouches for the address, so that no mail has to ask
 */
export function firstOwner(
  { db, clock }: Pick<Studio, "db" | "clock">,
  {
    id = newId("member"),
    email,
    name,
    passwordHash,
    verified,
  }: { id?: string; email: string; name: string; passwordHash: string; verified: boolean },
): [BatchItem<"sqlite">] {
  const owner = db.run(sql`
    insert into ${members} (id, email, name, role, password_hash, email_verified_at, created_at)
    select ${id}, ${normalizeEmail(email)}, ${name}, 'owner', ${passwordHash}, ${verified ? clock.now() : null}, ${clock.now()}
    where changes() > 0`);
  return [owner];
}
