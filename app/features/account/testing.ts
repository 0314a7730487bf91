import { eq } from "drizzle-orm";
import { auditLog } from "../../events/schema";
import { newId } from "../../lib/ids";
import { normalizeEmail } from "../../lib/text";
import { DAY, HOUR } from "../../lib/time";
import { randomToken, tokenHash } from "../../lib/tokens";
import { newTotpSecret, totpCode, totpStep } from "../../lib/totp";
import { actingAs, type Studio } from "../../tenancy/studio";
import { turnOnSecondFactor } from "./commands/second-factor.server";
import { type Capability, capabilities, type Role, reaches, rights } from "./model";
import { hashPassword } from "./password.server";
import { apiKeys, members } from "./schema";

const MEMBER_PASSWORD = "Correct-horse-7";

const hashes = new Map<string, string>();

/** A password's hash, made once however many members of tests have it. */
export async function hashOnce(password: string): Promise<string> {
  const hash = hashes.get(password) ?? (await hashPassword(password));
  hashes.set(password, hash);
  return hash;
}

/** Adds a member whose address is verified; a second one with the same address changes nothing. */
export async function addMember(
  { db, clock }: Pick<Studio, "db" | "clock">,
  { email, name, role, password }: { email: string; name: string; role: Role; password: string },
): Promise<void> {
  await db
    .insert(members)
    .values({
      id: newId("member"),
      email: normalizeEmail(email),
      name,
      role,
      passwordHash: await hashOnce(password),
      emailVerifiedAt: clock.now(),
      createdAt: clock.now(),
    })
    .onConflictDoNothing();
}

export interface TestMember {
  id: string;
  email: string;
  password: string;
  /** The studio with this member asking, as from a token: not from a browser. */
  studio: Studio;
}

/** A member of a test, by themselves without a second factor. */
export async function aMember(studio: Studio, role: Role = "manager"): Promise<TestMember> {
  const email = `${role}-${crypto.randomUUID().slice(0, 8)}@example.com`;
  const name = `Test ${role}`;
  await addMember(studio, { email, name, role, password: MEMBER_PASSWORD });
  const row = await studio.db.select({ id: members.id }).from(members).where(eq(members.email, email)).get();
  if (!row) throw new Error("the member was not added");
  const as = actingAs(studio, {
    kind: "member",
    id: row.id,
    name,
    capabilities: rights[role],
    reach: reaches[role],
    proof: { by: "token", id: "tok_of_a_test" },
    visitor: null,
    from: { network: "192.0.2.1", device: "Test" },
  });
  return { id: row.id, email, password: MEMBER_PASSWORD, studio: as };
}

/** A key of a member, with every scope unless told otherwise; seen in an hour to come, so that its use writes no row. */
export async function aKey(
  { db, clock }: Studio,
  memberId: string,
  scopes: readonly Capability[] = capabilities,
): Promise<{ id: string; key: string }> {
  const [id, key, now] = [newId("key"), `slk_${randomToken()}`, clock.now()];
  await db.insert(apiKeys).values({
    id,
    memberId,
    name: "A program",
    start: key.slice(0, 8),
    keyHash: await tokenHash(key),
    scopes: JSON.stringify(scopes),
    createdAt: now,
    lastUsedAt: now + HOUR,
    expiresAt: now + DAY,
  });
  return { id, key };
}

/**
 * Turns a member's second factor on with the code of the step before now, so that the codes of this step and the next
 * are still good. `code` gives the one of so many steps from now.
 */
export async function withSecondFactor({ studio }: TestMember) {
  const secret = newTotpSecret();
  const code = (steps: number) => totpCode(secret, totpStep(studio.clock.now()) + steps);
  const on = await turnOnSecondFactor(studio, { secret, code: await code(-1) });
  if (!on.ok) throw new Error(`the second factor was refused: ${on.refusal.reason}`);
  return { secret, code, recoveryCodes: on.value.codes };
}

/** The acts the audit log tells of somebody, in their order. */
export async function actsOn(studio: Studio, subjectId: string): Promise<string[]> {
  const rows = await studio.db
    .select({ action: auditLog.action })
    .from(auditLog)
    .where(eq(auditLog.subjectId, subjectId))
    .orderBy(auditLog.seq);
  return rows.map((row) => row.action);
}
