import { eq } from "drizzle-orm";
import fc from "fast-check";
import { afterEach, expect, test } from "vitest";
import { MINUTE } from "../../../lib/time";
import { totpCode, totpStep } from "../../../lib/totp";
import { ask } from "../../../test/ask";
import { createTestStudio, later, setClock, workOff } from "../../../test/create-test-studio";
import { mailSubjects } from "../../../test/mailed-link";
import { askPage, cookiesAfter, postForm } from "../../../test/pages";
import { checkCode } from "../commands/check-code.server";
import { secondProofLimits } from "../model";
import { members, recoveryCodes, signInSessions } from "../schema";
import { actsOn, aMember, type TestMember, withSecondFactor } from "../testing";

afterEach(() => setClock(0));

/** Gives the password; returns the cookies with which the second page is asked. */
async function afterPassword(slug: string, { email, password }: TestMember): Promise<string> {
  const response = await postForm(slug, "/sign-in", { email, password, to: "/studio/orders" });
  expect(response.headers.get("location")).toBe("/sign-in/code?to=%2Fstudio%2Forders");
  return cookiesAfter(response);
}

function giveCode(slug: string, cookie: string, code: string, to = "/studio/orders") {
  return postForm(slug, "/sign-in/code", { code, to }, { headers: { cookie } });
}

async function opens(slug: string, cookie: string): Promise<boolean> {
  return (await askPage(slug, "/account", { headers: { cookie } })).status === 200;
}

async function aGuardedMember() {
  const made = await createTestStudio();
  const member = await aMember(made.studio);
  return { ...made, member, ...(await withSecondFactor(member)) };
}

test("with a second factor the password opens nothing, and the code leads to the page that was wanted", async () => {
  const { slug, studio, member, code } = await aGuardedMember();
  const ticket = await afterPassword(slug, member);
  expect(ticket).not.toContain("safelight=");
  expect(await opens(slug, ticket)).toBe(false);
  expect(await studio.db.$count(signInSessions)).toBe(0);
  expect((await askPage(slug, "/sign-in/code", { headers: { cookie: ticket } })).status).toBe(200);

  const done = await giveCode(slug, ticket, await code(0));
  expect([done.status, done.headers.get("location")]).toEqual([303, "/studio/orders"]);
  const cookie = cookiesAfter(done, ticket);
  expect(cookie).not.toContain("sign-in-code");
  expect(await opens(slug, cookie)).toBe(true);
  expect(await actsOn(studio, member.id)).toEqual(["two_factor.enabled", "member.signed_in"]);
});

test("without a ticket, with one that ran out or was changed, the second page sends back to the first", async () => {
  const { slug, member, code } = await aGuardedMember();
  const ticket = await afterPassword(slug, member);
  const changed = ticket.replace(/.$/, (last) => (last === "A" ? "B" : "A"));
  for (const cookie of ["", changed, ticket.replace("mem_", "mem_x")]) {
    const page = await askPage(slug, "/sign-in/code", { headers: { cookie } });
    expect([page.status, page.headers.get("location")]).toEqual([302, "/sign-in"]);
    const given = await giveCode(slug, cookie, await code(0));
    expect(given.headers.get("location")).toBe("/sign-in");
  }
  await setClock(11 * MINUTE);
  expect((await giveCode(slug, ticket, await code(22))).headers.get("location")).toBe("/sign-in");
});

test("a ticket is this studio's, this member's, and ends with the password it stands for", async () => {
  const here = await aGuardedMember();
  const there = await createTestStudio("borealis");
  const ticket = await afterPassword(here.slug, here.member);
  const elsewhere = await askPage(there.slug, "/sign-in/code", { headers: { cookie: ticket } });
  expect(elsewhere.headers.get("location")).toBe("/sign-in");
  const other = await aMember(here.studio);
  await withSecondFactor(other);
  const swapped = ticket.replace(here.member.id, other.id);
  expect((await giveCode(here.slug, swapped, await here.code(0))).headers.get("location")).toBe("/sign-in");
  await here.studio.db.update(members).set({ passwordHash: "" }).where(eq(members.id, here.member.id));
  expect((await giveCode(here.slug, ticket, await here.code(0))).headers.get("location")).toBe("/sign-in");
});

test("a code is taken once, also when it comes many times at once, and so is every earlier one", async () => {
  const { slug, studio, member, code } = await aGuardedMember();
  const ticket = await afterPassword(slug, member);
  const now = await code(0);
  const answers = await Promise.all(Array.from({ length: 4 }, () => giveCode(slug, ticket, now)));
  expect(answers.map((answer) => answer.status).toSorted()).toEqual([200, 200, 200, 303]);
  expect(await studio.db.$count(signInSessions)).toBe(1);
  const again = await giveCode(slug, ticket, await code(-1));
  expect(await again.text()).toContain("This code is not right, or it was used already.");
  expect((await giveCode(slug, ticket, await code(1))).status).toBe(303);
});

test("whatever codes come in whatever order, none is taken that is not newer than the last", async () => {
  const { studio, member, secret } = await aGuardedMember();
  const start = totpStep(studio.clock.now());
  let last = start - 1;
  const attempt = fc.record({
    minutes: fc.integer({ min: 16, max: 40 }),
    difference: fc.integer({ min: -2, max: 2 }),
  });
  let elapsed = 0;
  await fc.assert(
    fc.asyncProperty(attempt, async ({ minutes, difference }) => {
      elapsed += minutes * MINUTE;
      const then = later(studio, elapsed);
      const step = totpStep(then.clock.now()) + difference;
      const who = { memberId: member.id, name: "Test" };
      const taken = await checkCode(then, who, await totpCode(secret, step));
      expect(taken.ok).toBe(Math.abs(difference) <= 1 && step > last);
      if (taken.ok) last = step;
      const replayed = await checkCode(then, who, await totpCode(secret, step));
      expect(replayed.ok).toBe(false);
    }),
    { numRuns: 20 },
  );
});

test("a recovery code lets in once, however it is typed, and the member is told", async () => {
  const { slug, studio, member, recoveryCodes: codes } = await aGuardedMember();
  expect(new Set(codes).size).toBe(10);
  const ticket = await afterPassword(slug, member);
  const typed = codes[3]?.toUpperCase().replaceAll("-", " ") ?? "";
  const answers = await Promise.all(Array.from({ length: 4 }, () => giveCode(slug, ticket, typed)));
  expect(answers.map((answer) => answer.status).toSorted()).toEqual([200, 200, 200, 303]);
  expect(await actsOn(studio, member.id)).toEqual([
    "two_factor.enabled",
    "two_factor.recovery_code_used",
    "member.signed_in",
  ]);
  await workOff(studio);
  expect(await mailSubjects(member.email)).toEqual([
    `The second factor is on · ${studio.tenant.name}`,
    `A recovery code was used · ${studio.tenant.name}`,
  ]);
  const rows = JSON.stringify(await studio.db.select().from(recoveryCodes));
  for (const code of codes) expect(rows).not.toContain(code.replaceAll("-", ""));
});

test("recovery codes of one member are nothing to another", async () => {
  const { slug, studio, recoveryCodes: codes } = await aGuardedMember();
  const other = await aMember(studio);
  await withSecondFactor(other);
  const ticket = await afterPassword(slug, other);
  expect((await giveCode(slug, ticket, codes[0] ?? "")).status).toBe(200);
});

test("wrong codes are counted before they are looked at, and the right one does not help any more", async () => {
  const { slug, member, code } = await aGuardedMember();
  const ticket = await afterPassword(slug, member);
  const right = await code(0);
  const wrong = right === "000000" ? "111111" : "000000";
  await Promise.all(Array.from({ length: secondProofLimits.perMember }, () => giveCode(slug, ticket, wrong)));
  const stopped = await giveCode(slug, ticket, right);
  expect(stopped.status).toBe(200);
  expect(await stopped.text()).toMatch(/Try again after \d/);
  await setClock(16 * MINUTE);
  const later = await afterPassword(slug, member);
  expect((await giveCode(slug, later, await code(32))).status).toBe(303);
});

test("tokens of the API need the code as well, and only after the password was right", async () => {
  const { slug, member, code, recoveryCodes: codes } = await aGuardedMember();
  const { email, password } = member;
  const tokens = async (json: object) => {
    const response = await ask(slug, "/api/v1/tokens", { json });
    const body = (await response.json()) as { error?: { message: string; fields?: object } };
    return [response.status, body.error?.message ?? null];
  };
  expect(await tokens({ email, password })).toEqual([401, "Send the code of your second factor."]);
  expect(await tokens({ email, password: "Wrong-horse-7", code: await code(0) })).toEqual([
    401,
    "The address or the password is wrong.",
  ]);
  expect(await tokens({ email, password, code: "12 34 5" })).toEqual([401, "This code is not right."]);
  expect(await tokens({ email, password, code: await code(0) })).toEqual([201, null]);
  expect(await tokens({ email, password, code: await code(0) })).toEqual([401, "This code is not right."]);
  expect(await tokens({ email, password, code: codes[0] })).toEqual([201, null]);
});

test("nothing in the database gives a code away, and a secret is of no use in another studio", async () => {
  const { studio, member, secret } = await aGuardedMember();
  const row = await studio.db.select().from(members).where(eq(members.id, member.id)).get();
  expect(JSON.stringify(row)).not.toContain(secret);
  const there = await createTestStudio("borealis");
  await expect(there.studio.unseal(`totp:${member.id}`, row?.totpSecret ?? "")).rejects.toThrow();
  await expect(studio.unseal("totp:mem_other", row?.totpSecret ?? "")).rejects.toThrow();
});
