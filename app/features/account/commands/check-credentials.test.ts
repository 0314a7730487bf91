import { scryptSync } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { DAY, MINUTE } from "../../../lib/time";
import type { Studio } from "../../../tenancy/studio";
import { createTestStudio, later, OWNER_PASSWORD } from "../../../test/create-test-studio";
import { countAttempt } from "../attempts.server";
import { signInLimits } from "../model";
import { hashPassword } from "../password.server";
import { members } from "../schema";
import { addMember } from "../testing";
import { checkCredentials } from "./check-credentials.server";

interface Attempt {
  email: string;
  password?: string;
  network?: string;
}

/** What an attempt comes to: "ok", "wrong" or "too_many". */
async function outcome(
  studio: Studio,
  { email, password = "Wrong-horse-7", network = "192.0.2.1" }: Attempt,
) {
  const checked = await checkCredentials(studio, { email, password, network });
  return checked.ok ? "ok" : checked.refusal.reason;
}

/** Has a network tried so many times before, without the work of hashing. */
async function triedBefore(studio: Studio, network: string, times: number): Promise<void> {
  const limit = { subject: `sign-in:network:${network}`, most: times, windowMs: signInLimits.window };
  for (let i = 0; i < times; i++) await countAttempt(studio, [limit]);
}

function countOf(outcomes: string[], which: string): number {
  return outcomes.filter((each) => each === which).length;
}

test("address and password together are a member's, however the address is written", async () => {
  const { studio, owner } = await createTestStudio();
  const member = await studio.db.select().from(members).get();
  for (const email of [owner.email, owner.email.toUpperCase(), ` ${owner.email} `]) {
    const checked = await checkCredentials(studio, { ...owner, email, network: "192.0.2.1" });
    expect(checked).toMatchObject({ ok: true, value: { memberId: member?.id, hasSecondFactor: false } });
  }
});

test("a password is the same however its letters are composed", async () => {
  const { studio } = await createTestStudio();
  const email = "zoe@example.com";
  await addMember(studio, { email, name: "Zoë", role: "viewer", password: "Zo\u00eb-rides-7" });
  expect(await outcome(studio, { email, password: "Zoe\u0308-rides-7" })).toBe("ok");
  expect(await outcome(studio, { email, password: "Zoe-rides-7" })).toBe("wrong");
});

test("a second member with the same address changes nothing", async () => {
  const { studio, owner } = await createTestStudio();
  const email = owner.email.toUpperCase();
  await addMember(studio, { email, name: "Impostor", role: "viewer", password: "Another-horse-7" });
  expect(await studio.db.$count(members)).toBe(1);
  expect(await outcome(studio, { email, password: "Another-horse-7" })).toBe("wrong");
  expect(await outcome(studio, owner)).toBe("ok");
});

test("an address that nobody has costs as much work as a wrong password", async () => {
  const { studio, owner } = await createTestStudio();
  const cheapest = { known: Number.POSITIVE_INFINITY, unknown: Number.POSITIVE_INFINITY };
  const timed = async (email: string) => {
    const started = performance.now();
    expect(await outcome(studio, { email })).toBe("wrong");
    return performance.now() - started;
  };
  for (let round = 0; round < 5; round++) {
    cheapest.known = Math.min(cheapest.known, await timed(owner.email));
    cheapest.unknown = Math.min(cheapest.unknown, await timed("nobody@example.com"));
  }
  expect(cheapest.unknown).toBeGreaterThan(cheapest.known / 3);
});

test("attempts for one address made at once are all counted, known address or not", async () => {
  const { studio, owner } = await createTestStudio();
  for (const email of [owner.email, "nobody@example.com"]) {
    const outcomes = await Promise.all(
      Array.from({ length: signInLimits.perEmail + 3 }, (_, i) =>
        outcome(studio, { email, network: `192.0.2.${i}` }),
      ),
    );
    expect(countOf(outcomes, "wrong")).toBe(signInLimits.perEmail);
    expect(countOf(outcomes, "too_many")).toBe(3);
  }
});

test("a network is stopped after fifty attempts whatever the addresses, and another one goes on", async () => {
  const { studio, owner } = await createTestStudio();
  const network = "2001:db8:0:1::/64";
  await triedBefore(studio, network, signInLimits.perNetwork - 3);
  const outcomes = await Promise.all(
    Array.from({ length: 5 }, (_, i) => outcome(studio, { email: `guess-${i}@example.com`, network })),
  );
  expect(countOf(outcomes, "wrong")).toBe(3);
  expect(countOf(outcomes, "too_many")).toBe(2);
  expect(await outcome(studio, { ...owner, network })).toBe("too_many");
  expect(await outcome(studio, { ...owner, network: "2001:db8:0:2::/64" })).toBe("ok");
});

test("the right password does not open an address that is stopped, until the window has passed", async () => {
  const { studio, owner } = await createTestStudio();
  const opensAt = studio.clock.now() + signInLimits.window;
  for (let i = 0; i < signInLimits.perEmail; i++) await outcome(studio, { email: owner.email });
  const stopped = await checkCredentials(studio, { ...owner, network: "192.0.2.9" });
  expect(stopped).toMatchObject({ ok: false, refusal: { reason: "too_many" } });
  if (stopped.ok || stopped.refusal.reason !== "too_many") throw new Error("it was not stopped");
  expect(stopped.refusal.until).toBeGreaterThanOrEqual(opensAt);
  expect(stopped.refusal.until).toBeLessThan(opensAt + MINUTE);
  expect(await outcome(later(studio, signInLimits.window - MINUTE), owner)).toBe("too_many");
  expect(await outcome(later(studio, signInLimits.window + MINUTE), owner)).toBe("ok");
});

test("attempts while an address is stopped do not keep it stopped for longer", async () => {
  const { studio, owner } = await createTestStudio();
  for (let i = 0; i <= signInLimits.perEmail; i++) await outcome(studio, { email: owner.email });
  const almost = later(studio, signInLimits.window - MINUTE);
  for (let i = 0; i < 5; i++) await outcome(almost, { email: owner.email });
  expect(await outcome(later(studio, signInLimits.window + MINUTE), owner)).toBe("ok");
});

test("the right password forgets the wrong ones of its address, not those of its network", async () => {
  const { studio, owner } = await createTestStudio();
  const wrong = signInLimits.perEmail - 1;
  for (let round = 0; round < 2; round++) {
    for (let i = 0; i < wrong; i++) expect(await outcome(studio, { email: owner.email })).toBe("wrong");
    expect(await outcome(studio, owner)).toBe("ok");
  }
  await triedBefore(studio, "192.0.2.1", signInLimits.perNetwork - 2 * (wrong + 1) - 2);
  const guesses = await Promise.all(
    Array.from({ length: 3 }, (_, i) => outcome(studio, { email: `guess-${i}@example.com` })),
  );
  expect(countOf(guesses, "too_many")).toBe(1);
});

test("a password is stored as a salted hash that another one does not share", async () => {
  const hashes = [await hashPassword(OWNER_PASSWORD), await hashPassword(OWNER_PASSWORD)];
  expect(new Set(hashes).size).toBe(2);
  for (const hash of hashes) {
    expect(hash).toMatch(/^scrypt\$16384\$8\$5\$[\w-]{22}\$[\w-]{43}$/);
    expect(hash).not.toContain(OWNER_PASSWORD);
  }
});

test("a password counts in its own case and to its last character, and stays good for years", async () => {
  const { studio } = await createTestStudio();
  const email = "long@example.com";
  const password = `Correct-horse-7${"x".repeat(184)}y`;
  await addMember(studio, { email, name: "Long", role: "viewer", password });
  for (const other of [
    password.toLowerCase(),
    password.slice(0, -1),
    `${password.slice(0, -1)}x`,
    ` ${password}`,
  ])
    expect(await outcome(studio, { email, password: other })).toBe("wrong");
  expect(await outcome(studio, { email, password })).toBe("ok");
  expect(await outcome(later(studio, 5 * 365 * DAY), { email, password })).toBe("ok");
});

test("a hash of a lower cost than today's is made anew when its password is given", async () => {
  const { studio, owner } = await createTestStudio();
  const hashOf = async () =>
    (await studio.db.select({ hash: members.passwordHash }).from(members).get())?.hash ?? "";
  const salt = Buffer.from("0123456789abcdef");
  const key = scryptSync(owner.password, salt, 32, { N: 16384, r: 8, p: 1 });
  const cheap = `scrypt$16384$8$1$${salt.toString("base64url")}$${key.toString("base64url")}`;
  await studio.db.update(members).set({ passwordHash: cheap });
  expect(await outcome(studio, { email: owner.email })).toBe("wrong");
  expect(await hashOf()).toBe(cheap);
  const checked = await checkCredentials(studio, { ...owner, network: "192.0.2.1" });
  expect(await hashOf()).toMatch(/^scrypt\$16384\$8\$5\$/);
  expect(checked).toMatchObject({ ok: true, value: { passwordHash: await hashOf() } });
  expect(await outcome(studio, owner)).toBe("ok");
});

test("what was refused is told to the operator, with the member where one is meant and nothing that was typed", async () => {
  const { studio, owner } = await createTestStudio();
  const member = await studio.db.select({ id: members.id }).from(members).get();
  const lines: string[] = [];
  console.warn = (line: unknown) => void lines.push(String(line));
  await outcome(studio, { email: owner.email });
  await outcome(studio, { email: "nobody@example.com" });
  const told = { message: "a proof of identity was refused", studioId: studio.tenant.id, by: "password" };
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    { level: "warn", ...told, reason: "wrong", memberId: member?.id },
    { level: "warn", ...told, reason: "wrong" },
  ]);
});

test("a hash that is damaged opens nothing", async () => {
  const { studio, owner } = await createTestStudio();
  for (const damaged of ["", "scrypt$16384$8$1$c2FsdA$", "plain$1$1$1$c2FsdA$a2V5", owner.password]) {
    await studio.db.update(members).set({ passwordHash: damaged }).where(eq(members.email, owner.email));
    expect(await outcome(studio, owner)).toBe("wrong");
  }
});
