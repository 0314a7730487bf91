import { eq } from "drizzle-orm";
import { afterEach, expect, test } from "vitest";
import { MINUTE } from "../../../lib/time";
import { totpCode, totpStep } from "../../../lib/totp";
import { askData } from "../../../test/ask";
import { createTestStudio, setClock, workOff } from "../../../test/create-test-studio";
import { mailSubjects } from "../../../test/mailed-link";
import { askPage, cookiesAfter, postForm } from "../../../test/pages";
import { secondProofLimits } from "../model";
import { members, recoveryCodes } from "../schema";
import { actsOn, aMember, withSecondFactor } from "../testing";

afterEach(() => setClock(0));

const PAGE = "/account/two-factor";

async function aSignedInMember() {
  const made = await createTestStudio();
  const member = await aMember(made.studio);
  const { email, password } = member;
  const cookie = cookiesAfter(await postForm(made.slug, "/sign-in", { email, password }));
  return { ...made, member, cookie };
}

/** Opens the page that sets the second factor up: its key, and the cookies from then on. */
async function setUp(slug: string, cookie: string) {
  const response = await askPage(slug, PAGE, { headers: { cookie } });
  const key = /data-key="([A-Z2-7]{32})"/.exec(await response.text())?.[1] ?? "";
  return { key, cookie: cookiesAfter(response, cookie) };
}

const turnOn = (slug: string, cookie: string, code: string) =>
  postForm(slug, PAGE, { intent: "turn-on", code }, { headers: { cookie } });

const shownCodes = (page: string) => [...new Set(page.match(/\b\w{4}-\w{4}-\w{4}\b/g))];

test("the key stays the same until its first code turns the second factor on, and shows recovery codes once", async () => {
  const { slug, studio, member, cookie } = await aSignedInMember();
  const first = await setUp(slug, cookie);
  expect(first.key).toHaveLength(32);
  expect((await setUp(slug, first.cookie)).key).toBe(first.key);
  const step = totpStep(studio.clock.now());
  const wrong = await turnOn(slug, first.cookie, await totpCode(first.key, step - 5));
  const page = await wrong.text();
  expect(page).toContain("This is not the code of this key.");
  expect(page).toContain(first.key);
  expect(
    (await studio.db.select().from(members).where(eq(members.id, member.id)).get())?.totpSecret,
  ).toBeNull();

  const on = await turnOn(slug, first.cookie, await totpCode(first.key, step));
  expect(on.status).toBe(200);
  const codes = shownCodes(await on.text());
  expect(codes.length).toBe(10);
  expect(cookiesAfter(on, first.cookie)).not.toContain("totp-setup");
  const later = await (await askPage(slug, PAGE, { headers: { cookie } })).text();
  expect(shownCodes(later)).toEqual([]);
  expect(later).toContain("10 recovery codes are left.");
  expect(await actsOn(studio, member.id)).toEqual(["member.signed_in", "two_factor.enabled"]);
  await workOff(studio);
  expect(await mailSubjects(member.email)).toEqual([`The second factor is on · ${studio.tenant.name}`]);
});

test("the code that turned it on signs nobody in", async () => {
  const { slug, studio, member, cookie } = await aSignedInMember();
  const { key, cookie: cookies } = await setUp(slug, cookie);
  const code = await totpCode(key, totpStep(studio.clock.now()));
  await turnOn(slug, cookies, code);
  const { email, password } = member;
  const ticket = cookiesAfter(await postForm(slug, "/sign-in", { email, password }));
  expect((await postForm(slug, "/sign-in/code", { code }, { headers: { cookie: ticket } })).status).toBe(200);
});

test("a key that was shown in one browser is of no use in another, nor to another member", async () => {
  const { slug, studio, cookie } = await aSignedInMember();
  const { key, cookie: cookies } = await setUp(slug, cookie);
  const setup = /totp-setup=[^;]+/.exec(cookies)?.[0] ?? "";
  const other = await aMember(studio);
  const { email, password } = other;
  const theirs = cookiesAfter(await postForm(slug, "/sign-in", { email, password }));
  const shown = await setUp(slug, `${theirs}; ${setup}`);
  expect(shown.key).not.toBe(key);
});

test("of two browsers that turn it on at once one does, and its recovery codes are the ones that work", async () => {
  const { slug, studio, member, cookie } = await aSignedInMember();
  const { key, cookie: cookies } = await setUp(slug, cookie);
  const code = await totpCode(key, totpStep(studio.clock.now()));
  const answers = await Promise.all(Array.from({ length: 3 }, () => turnOn(slug, cookies, code)));
  const shown = await Promise.all(answers.map(async (answer) => shownCodes(await answer.text())));
  const [codes = [], ...others] = shown.filter((each) => each.length > 0);
  expect(others).toEqual([]);
  expect(await studio.db.$count(recoveryCodes, eq(recoveryCodes.memberId, member.id))).toBe(10);
  const { email, password } = member;
  const pair = await askData(slug, "/tokens", { json: { email, password, code: codes[0] } });
  expect(pair).toMatchObject({ expiresIn: 1800 });
});

test("new recovery codes end the old ones, and turning it off ends them all", async () => {
  const { slug, studio, member, cookie } = await aSignedInMember();
  const { recoveryCodes: old } = await withSecondFactor(member);
  const post = (intent: string) => postForm(slug, PAGE, { intent }, { headers: { cookie } });
  const fresh = shownCodes(await (await post("new-codes")).text());
  expect(fresh.length).toBe(10);
  expect(fresh.filter((code) => old.includes(code))).toEqual([]);
  const off = await post("turn-off");
  expect([off.status, off.headers.get("location")]).toEqual([303, "/account"]);
  expect(await studio.db.$count(recoveryCodes)).toBe(0);
  const { email, password } = member;
  expect((await postForm(slug, "/sign-in", { email, password })).headers.get("location")).toBe("/studio");
  expect(await actsOn(studio, member.id)).toEqual(
    expect.arrayContaining(["two_factor.recovery_codes_made", "two_factor.disabled"]),
  );
  expect((await post("new-codes")).headers.get("location")).toBe(PAGE);
});

test("after a quarter of an hour dangerous pages ask who it is first, and lead back", async () => {
  const { slug, studio, member, cookie } = await aSignedInMember();
  await withSecondFactor(member);
  await studio.db.update(members).set({ totpSecret: null }).where(eq(members.id, member.id));
  let held = cookie;
  const get = () => askPage(slug, PAGE, { headers: { cookie: held } });
  await setClock(14 * MINUTE);
  expect((await get()).status).toBe(200);
  await setClock(16 * MINUTE);
  const asked = await get();
  expect([asked.status, asked.headers.get("location")]).toEqual([
    302,
    "/account/confirm?to=%2Faccount%2Ftwo-factor",
  ]);
  const confirm = async (password: string, to = PAGE) => {
    const fields = { by: "password", password, to };
    const answer = await postForm(slug, "/account/confirm", fields, { headers: { cookie: held } });
    held = cookiesAfter(answer, held);
    return answer;
  };
  expect(await (await confirm("Wrong-horse-7")).text()).toContain("That is not your password.");
  expect((await get()).status).toBe(302);
  expect((await confirm(member.password, "//evil.test")).headers.get("location")).toBe("/account");
  expect((await confirm(member.password)).headers.get("location")).toBe(PAGE);
  expect((await get()).status).toBe(200);
  expect(await actsOn(studio, member.id)).toContain("member.confirmed");
});

test("a form of a dangerous act that comes too late changes nothing and leads to its page by way of the question", async () => {
  const { slug, studio, member, cookie } = await aSignedInMember();
  await withSecondFactor(member);
  await setClock(16 * MINUTE);
  for (const [path, fields] of [
    [PAGE, { intent: "turn-off" }],
    ["/account/email", { email: "new@example.com" }],
  ] as const) {
    const posted = await postForm(slug, path, fields, { headers: { cookie } });
    expect(posted.headers.get("location")).toBe(`/account/confirm?to=${encodeURIComponent(path)}`);
  }
  const row = await studio.db.select().from(members).where(eq(members.id, member.id)).get();
  expect(row?.totpSecret).not.toBeNull();
});

test("whoever has a second factor may give a code instead of the password, and a used one is none", async () => {
  const { slug, member, cookie } = await aSignedInMember();
  const { code } = await withSecondFactor(member);
  await setClock(16 * MINUTE);
  const giveWith = (held: string, value: string) =>
    postForm(slug, "/account/confirm", { by: "code", code: value, to: PAGE }, { headers: { cookie: held } });
  const good = await code(32);
  const confirmed = await giveWith(cookie, good);
  expect(confirmed.headers.get("location")).toBe(PAGE);
  const give = (value: string) => giveWith(cookiesAfter(confirmed, cookie), value);
  expect(await (await give(good)).text()).toContain("This code is not right, or it was used already.");
  await setClock(32 * MINUTE);
  const wrong = await Promise.all(
    Array.from({ length: secondProofLimits.perMember }, () => give("abcd-efgh-jkmn")),
  );
  expect(wrong.every((answer) => answer.status === 200)).toBe(true);
  expect(await (await give(await code(64))).text()).toMatch(/Try again after \d/);
});

test("a token of the API opens none of the pages that ask who it is", async () => {
  const { slug, member } = await aSignedInMember();
  const { email, password } = member;
  const { accessToken } = await askData<{ accessToken: string }>(slug, "/tokens", {
    json: { email, password },
  });
  const headers = { authorization: `Bearer ${accessToken}` };
  expect((await askPage(slug, PAGE, { headers })).status).toBe(403);
  expect((await askPage(slug, "/account/email", { headers })).status).toBe(403);
});
