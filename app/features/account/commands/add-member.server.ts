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
      createdAt: studio.clock.now(),
    })
    .onConflictDoNothing();
}
