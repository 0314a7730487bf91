import { eq } from "drizzle-orm";
import { afterEach, expect, test } from "vitest";
import { jobs } from "../../../jobs/schema";
import { DAY, HOUR } from "../../../lib/time";
import { ask, askData } from "../../../test/ask";
import { createTestStudio, setClock, workOff } from "../../../test/create-test-studio";
import { mailedPath, mailSubjects } from "../../../test/mailed-link";
import { askPage, cookiesAfter, postForm } from "../../../test/pages";
import { mailsTo } from "../../../test/sandbox";
import { secondProofLimits } from "../model";
import { knownDevices, members, signInSessions } from "../schema";
import { actsOn, aMember, type TestMember } from "../testing";

afterEach(() => setClock(0));

const FIREFOX = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:140.0) Gecko/20100101 Firefox/140.0";
const PHONE =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Safari/604.1";

/** Signs in as a browser would that calls itself so; returns its cookies. */
async function signIn(slug: string, who: TestMember, agent = FIREFOX, cookie = ""): Promise<string> {
  const { email, password } = who;
  const headers = { "user-agent": agent, "cf-connecting-ip": "198.51.100.7", cookie };
  const response = await postForm(slug, "/sign-in", { email, password }, { headers });
  expect(response.status).toBe(303);
  return cookiesAfter(response, cookie);
}

async function accountPage(slug: string, cookie: string) {
  return askPage(slug, "/account", { headers: { cookie } });
}

const opens = async (slug: string, cookie: string) => (await accountPage(slug, cookie)).status === 200;

/** The public ids of the sign-in sessions, oldest first. */
async function signIns({ studio, id }: TestMember): Promise<string[]> {
  const rows = await studio.db
    .select({ publicId: signInSessions.publicId })
    .from(signInSessions)
    .where(eq(signInSessions.memberId, id))
    .orderBy(signInSessions.publicId);
  return rows.map((row) => row.publicId);
}

test("the page of an account lists the browsers and says which one this is", async () => {
  const { slug, studio } = await createTestStudio();
  const member = await aMember(studio);
  const here = await signIn(slug, member);
  await signIn(slug, member, PHONE);
  const page = (await (await accountPage(slug, here)).text()).replace(/<script[\s\S]*/, "");
  expect(page).toContain("Firefox, Mac");
  expect(page).toContain("Safari, iPhone");
  expect(page).toContain("198.51.100.7");
  expect(page.match(/This one/g)?.length).toBe(1);
  expect(page.match(/aria-label="Sign out [^"]+"/g)).toEqual(['aria-label="Sign out Safari, iPhone"']);
});

test("one browser, or all others, can be signed out from another, and nobody else's", async () => {
  const { slug, studio } = await createTestStudio();
  const [member, other] = [await aMember(studio), await aMember(studio)];
  const cookies = [await signIn(slug, member), await signIn(slug, member), await signIn(slug, member)];
  const [first = "", second = "", third = ""] = cookies;
  const theirs = await signIn(slug, other);
  const [, ofSecond = ""] = await signIns(member);
  const [ofOther = ""] = await signIns(other);
  const post = (fields: Record<string, string>) =>
    postForm(slug, "/account/devices", fields, { headers: { cookie: first } });

  expect((await post({ intent: "one", signIn: ofOther })).status).toBe(404);
  expect(await opens(slug, theirs)).toBe(true);
  await post({ intent: "one", signIn: ofSecond });
  expect(await Promise.all([first, second, third].map((each) => opens(slug, each)))).toEqual([
    true,
    false,
    true,
  ]);
  await post({ intent: "others" });
  expect(await Promise.all([first, third, theirs].map((each) => opens(slug, each)))).toEqual([
    true,
    false,
    true,
  ]);
  const acts = await actsOn(studio, member.id);
  expect(acts.filter((act) => act === "member.device_signed_out").length).toBe(2);
  await postForm(slug, "/sign-out", {}, { headers: { cookie: first } });
  expect((await actsOn(studio, member.id)).at(-1)).toBe("member.signed_out");
});

test("a browser that was not used before is told by mail, once, and the first one is no news", async () => {
  const { slug, studio } = await createTestStudio();
  const member = await aMember(studio);
  const first = await signIn(slug, member);
  await signIn(slug, member, FIREFOX, first);
  await workOff(studio);
  expect(await mailsTo(member.email)).toEqual([]);

  const phone = await signIn(slug, member, PHONE);
  await signIn(slug, member, PHONE, phone);
  await workOff(studio);
  const [mail, ...more] = await mailsTo(member.email);
  expect(more).toEqual([]);
  expect(mail?.subject).toBe(`You signed in on a new device · ${studio.tenant.name}`);
  for (const part of ["Safari, iPhone", "198.51.100.7", "/account"]) expect(mail?.text).toContain(part);
  const kept = JSON.stringify(await studio.db.select({ payload: jobs.payload }).from(jobs));
  expect(kept).not.toContain("198.51.100.7");
  expect(await studio.db.$count(knownDevices)).toBe(2);
});

test("when a browser was last seen is known to the hour", async () => {
  const { slug, studio } = await createTestStudio();
  const member = await aMember(studio);
  const cookie = await signIn(slug, member);
  const lastSeen = async () => {
    const row = await studio.db.select({ at: signInSessions.lastSeenAt }).from(signInSessions).get();
    return row?.at ?? 0;
  };
  const start = await lastSeen();
  await setClock(HOUR / 2);
  await accountPage(slug, cookie);
  expect(await lastSeen()).toBe(start);
  await setClock(3 * HOUR);
  await accountPage(slug, cookie);
  expect(await lastSeen()).toBeGreaterThanOrEqual(start + 3 * HOUR);
});

test("name and phone are changed, and what is wrong with them is said beside the field", async () => {
  const { slug, studio } = await createTestStudio();
  const member = await aMember(studio);
  const cookie = await signIn(slug, member);
  const save = (fields: Record<string, string>) =>
    postForm(slug, "/account", fields, { headers: { cookie } });
  const wrong = await (await save({ name: " ", phone: "call me" })).text();
  expect(wrong).toContain("Enter your name.");
  expect(wrong).toContain("Enter a phone number such as");
  expect((await save({ name: "Zoë Nolan", phone: "+353 1 234 5678" })).status).toBe(303);
  const row = await studio.db.select().from(members).where(eq(members.id, member.id)).get();
  expect(row).toMatchObject({ name: "Zoë Nolan", phone: "+353 1 234 5678" });
  expect((await actsOn(studio, member.id)).at(-1)).toBe("member.changed");
});

test("a new password needs the old one, ends all other browsers and tokens, and tells the member", async () => {
  const { slug, studio } = await createTestStudio();
  const member = await aMember(studio);
  const { email, password } = member;
  const [here, elsewhere] = [await signIn(slug, member), await signIn(slug, member)];
  const { accessToken } = await askData<{ accessToken: string }>(slug, "/tokens", {
    json: { email, password },
  });
  const change = (currentPassword: string, next: string) =>
    postForm(slug, "/account/password", { currentPassword, password: next }, { headers: { cookie: here } });
  const wrong = await (await change("Wrong-horse-7", "Brand-new-horse-8")).text();
  expect(wrong).toContain("That is not your password.");
  expect(wrong).not.toContain("Brand-new-horse-8");
  expect(await (await change(password, "password")).text()).toContain("A password has a capital letter.");
  expect((await change(password, "Brand-new-horse-8")).status).toBe(303);
  expect(await opens(slug, here)).toBe(true);
  expect(await opens(slug, elsewhere)).toBe(false);
  expect((await ask(slug, "/api/v1/galleries", { bearer: accessToken })).status).toBe(401);
  await workOff(studio);
  expect(await mailSubjects(email)).toContain(`Your password was changed · ${studio.tenant.name}`);
});

test("of two changes of a password at once one is made", async () => {
  const { slug, studio } = await createTestStudio();
  const member = await aMember(studio);
  const cookie = await signIn(slug, member);
  const answers = await Promise.all(
    ["Brand-new-horse-8", "Other-new-horse-9"].map((password) =>
      postForm(
        slug,
        "/account/password",
        { currentPassword: member.password, password },
        { headers: { cookie } },
      ),
    ),
  );
  expect(answers.map((answer) => answer.status).toSorted()).toEqual([200, 303]);
});

test("guesses of the password from a browser that is signed in are counted", async () => {
  const { slug, studio } = await createTestStudio();
  const member = await aMember(studio);
  const cookie = await signIn(slug, member);
  const change = (currentPassword: string) =>
    postForm(
      slug,
      "/account/password",
      { currentPassword, password: "Brand-new-horse-8" },
      { headers: { cookie } },
    );
  await Promise.all(Array.from({ length: secondProofLimits.perMember }, () => change("Wrong-horse-7")));
  expect(await (await change(member.password)).text()).toMatch(/Try again after \d/);
});

test("an address is changed by the link mailed to the new one, once, and the old one is told", async () => {
  const { slug, studio } = await createTestStudio();
  const member = await aMember(studio);
  const cookie = await signIn(slug, member);
  const next = `new-${member.email}`;
  const asked = await postForm(slug, "/account/email", { email: next }, { headers: { cookie } });
  expect(asked.status).toBe(303);
  await workOff(studio);
  const path = await mailedPath(next, "/verify/");
  expect(await (await askPage(slug, path)).text()).toContain(next);
  expect((await postForm(slug, "/sign-in", { email: next, password: member.password })).status).toBe(200);

  const answers = await Promise.all(Array.from({ length: 3 }, () => postForm(slug, path, {})));
  expect(answers.map((answer) => answer.status).toSorted()).toEqual([303, 410, 410]);
  expect((await postForm(slug, "/sign-in", { email: next, password: member.password })).status).toBe(303);
  await workOff(studio);
  expect(await mailSubjects(member.email)).toEqual([`Your address was changed · ${studio.tenant.name}`]);
  const kept = JSON.stringify(await studio.db.select({ payload: jobs.payload }).from(jobs));
  expect(kept).not.toContain(member.email);
});

test("an address that somebody else has by now stays theirs", async () => {
  const { slug, studio } = await createTestStudio();
  const [member, other] = [await aMember(studio), await aMember(studio)];
  const cookie = await signIn(slug, member);
  await postForm(slug, "/account/email", { email: other.email }, { headers: { cookie } });
  await workOff(studio);
  const taken = await postForm(slug, await mailedPath(other.email, "/verify/"), {});
  expect(await taken.text()).toContain("Somebody else in this studio has this address by now.");
  const rows = await studio.db.select({ email: members.email }).from(members);
  expect(rows.map((row) => row.email)).toEqual(expect.arrayContaining([member.email, other.email]));
});

test("until the address is verified the workspace says so, and mails again as often as is sensible", async () => {
  const { slug, studio } = await createTestStudio();
  const member = await aMember(studio);
  await studio.db.update(members).set({ emailVerifiedAt: null }).where(eq(members.id, member.id));
  const cookie = await signIn(slug, member);
  expect(await (await accountPage(slug, cookie)).text()).toContain("Nobody has verified");
  const again = () =>
    postForm(slug, "/account/verification", { to: "/studio/orders" }, { headers: { cookie } });
  const sent = await again();
  expect([sent.status, sent.headers.get("location")]).toEqual([303, "/studio/orders"]);
  await workOff(studio);
  const path = await mailedPath(member.email, "/verify/");
  expect((await postForm(slug, path, {}, { headers: { cookie } })).headers.get("location")).toBe("/account");
  expect(await (await accountPage(slug, cookie)).text()).not.toContain("Nobody has verified");
  expect((await actsOn(studio, member.id)).at(-1)).toBe("member.changed");

  await studio.db.update(members).set({ emailVerifiedAt: null }).where(eq(members.id, member.id));
  for (let i = 0; i < 6; i++) await again();
  await workOff(studio);
  expect((await mailsTo(member.email)).length).toBe(5);
});

test("a verification is gone after two days, and when another one was used", async () => {
  const { slug, studio } = await createTestStudio();
  const member = await aMember(studio);
  const cookie = await signIn(slug, member);
  const mailed = async (email: string) => {
    await postForm(slug, "/account/email", { email }, { headers: { cookie } });
    await workOff(studio);
    return mailedPath(email, "/verify/");
  };
  const [first, second] = [await mailed(`a-${member.email}`), await mailed(`b-${member.email}`)];
  expect((await postForm(slug, second, {})).status).toBe(303);
  expect((await postForm(slug, first, {})).status).toBe(410);
  const late = await mailed(`c-${member.email}`);
  await setClock(2 * DAY + HOUR);
  expect(await (await askPage(slug, late)).text()).toContain("does not open any more");
  expect((await postForm(slug, late, {})).status).toBe(410);
});
