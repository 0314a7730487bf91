import { eq } from "drizzle-orm";
import { afterEach, expect, test } from "vitest";
import { DAY, MINUTE } from "../../../lib/time";
import { ask, askData } from "../../../test/ask";
import { createTestStudio, setClock } from "../../../test/create-test-studio";
import { askPage, cookiesAfter, ownerCookie, postForm } from "../../../test/pages";
import type { TokenPair } from "../commands/issue-tokens.server";
import { forgetExpiredSignIns } from "../queries.server";
import { signInSessions } from "../schema";
import { aMember } from "../testing";

afterEach(() => setClock(0));

async function opens(slug: string, cookie: string): Promise<boolean> {
  return (await askPage(slug, "/account", { headers: { cookie } })).status === 200;
}

test("after ninety days it takes a sign-in, however much the browser was used", async () => {
  const made = await createTestStudio();
  const cookie = await ownerCookie(made);
  for (const days of [20, 40, 60, 80, 89]) {
    await setClock(days * DAY);
    expect(await opens(made.slug, cookie)).toBe(true);
  }
  await setClock(90 * DAY);
  expect(await opens(made.slug, cookie)).toBe(false);
  await forgetExpiredSignIns({ ...made.studio, clock: { offset: 0, now: () => Date.now() + 90 * DAY } });
  expect(await made.studio.db.$count(signInSessions)).toBe(0);
});

test("tokens can be exchanged for ninety days after the sign-in that they came of", async () => {
  const { slug, owner } = await createTestStudio();
  const { email, password } = owner;
  let pair = await askData<TokenPair>(slug, "/tokens", { json: { email, password } });
  const refresh = () => ask(slug, "/api/v1/tokens/refresh", { json: { refreshToken: pair.refreshToken } });
  for (let days = 6; days < 90; days += 6) {
    await setClock(days * DAY);
    const answer = await refresh();
    expect(answer.status).toBe(201);
    pair = ((await answer.json()) as { data: TokenPair }).data;
  }
  await setClock(90 * DAY);
  expect((await refresh()).status).toBe(401);
});

test("giving the password once more gives the browser a new secret, and the one before opens nothing", async () => {
  const made = await createTestStudio();
  const before = await ownerCookie(made);
  await setClock(16 * MINUTE);
  const fields = { by: "password", password: made.owner.password, to: "/account/password" };
  const confirmed = await postForm(made.slug, "/account/confirm", fields, { headers: { cookie: before } });
  expect(confirmed.headers.get("location")).toBe("/account/password");
  const after = cookiesAfter(confirmed, before);
  expect(after).not.toBe(before);
  expect([await opens(made.slug, before), await opens(made.slug, after)]).toEqual([false, true]);
  expect(await made.studio.db.$count(signInSessions)).toBe(1);
});

test("a sign-in ends the one that was going on in the same browser", async () => {
  const { slug, studio } = await createTestStudio();
  const [first, second] = [await aMember(studio), await aMember(studio)];
  const signIn = async ({ email, password }: typeof first, cookie = "") =>
    cookiesAfter(await postForm(slug, "/sign-in", { email, password }, { headers: { cookie } }), cookie);
  const elsewhere = await signIn(first);
  const before = await signIn(first);
  const after = await signIn(second, before);
  expect(await Promise.all([elsewhere, before, after].map((each) => opens(slug, each)))).toEqual([
    true,
    false,
    true,
  ]);
  expect(await studio.db.$count(signInSessions, eq(signInSessions.memberId, first.id))).toBe(1);
});

test("ending another browser asks once more who it is when that is long ago", async () => {
  const made = await createTestStudio();
  const [here, other] = [await ownerCookie(made), await ownerCookie(made)];
  await setClock(16 * MINUTE);
  const answer = await postForm(
    made.slug,
    "/account/devices",
    { intent: "others" },
    { headers: { cookie: here } },
  );
  expect(answer.headers.get("location")).toMatch(/^\/account\/confirm\?to=/);
  expect(await opens(made.slug, other)).toBe(true);
});

test("every page of a member has a form to sign out, which has the browser forget what it kept", async () => {
  const made = await createTestStudio();
  const headers = { cookie: await ownerCookie(made) };
  for (const path of [
    "/studio/galleries",
    "/studio/people",
    "/studio/audit",
    "/account",
    "/account/confirm",
  ]) {
    const page = await (await askPage(made.slug, path, { headers })).text();
    expect(page, path).toMatch(/<form[^>]*action="\/sign-out"/);
  }
  await askPage(made.slug, "/sign-out", { headers });
  expect(await opens(made.slug, headers.cookie)).toBe(true);
  const out = await postForm(made.slug, "/sign-out", {}, { headers });
  expect(out.headers.get("clear-site-data")).toBe('"cache", "storage"');
  expect(await opens(made.slug, headers.cookie)).toBe(false);
});
