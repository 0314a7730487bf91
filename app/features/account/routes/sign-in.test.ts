import { afterEach, expect, test } from "vitest";
import { DAY } from "../../../lib/time";
import { createTestStudio, later, setClock, type TestStudio } from "../../../test/create-test-studio";
import { askPage, ownerCookie, postForm } from "../../../test/pages";
import { forgetExpiredSignIns } from "../index.server";
import { signInLimits } from "../model";
import { signInSessions } from "../schema";

afterEach(() => setClock(0));

function signIn({ slug, owner }: TestStudio, more: Record<string, string> = {}, init = {}) {
  return postForm(slug, "/sign-in", { email: owner.email, password: owner.password, ...more }, init);
}

/** Whether a cookie opens the workspace. */
async function opens(slug: string, cookie: string): Promise<boolean> {
  const { status, headers } = await askPage(slug, "/studio/galleries", { headers: { cookie } });
  if (status === 302) expect(headers.get("location")).toBe("/sign-in?to=%2Fstudio%2Fgalleries");
  return status === 200;
}

test("signing in leads to the workspace and sets a cookie for this host alone", async () => {
  const made = await createTestStudio();
  const response = await signIn(made);
  expect([response.status, response.headers.get("location")]).toEqual([303, "/studio"]);
  const [cookie = "", mark, ...more] = response.headers.getSetCookie();
  expect(mark).toMatch(/^device=[\w-]{32}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=34560000$/);
  expect(more).toEqual([]);
  expect(cookie).toMatch(/^safelight=[a-z0-9]{40}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=2592000$/);
  expect(await opens(made.slug, cookie.split(";")[0] ?? "")).toBe(true);
});

test("on https the cookie is Secure and carries the browser's guarantee of its host", async () => {
  const made = await createTestStudio();
  const response = await signIn(made, {}, { scheme: "https" });
  const [cookie = ""] = response.headers.getSetCookie();
  expect(cookie).toMatch(
    /^__Host-safelight=\w{40}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=2592000; Secure$/,
  );
  const pair = cookie.split(";")[0] ?? "";
  const asked = (value: string) =>
    askPage(made.slug, "/studio/galleries", { scheme: "https", headers: { cookie: value } });
  expect((await asked(pair)).status).toBe(200);
  expect((await asked(pair.replace("__Host-", ""))).status).toBe(302);
});

test("a wrong password and an address that nobody has get the very same page", async () => {
  const made = await createTestStudio();
  const email = `nobody@${made.slug}.test`;
  const page = async (response: Response, typed: string) =>
    (await response.text())
      .replaceAll(typed, "TYPED")
      .replace(/req_\w{26}/g, "REQUEST")
      .replace(/nonce="[^"]+"/g, "");
  const wrong = await signIn(made, { password: "Wrong-horse-7" });
  const unknown = await signIn(made, { email, password: "Wrong-horse-7" });
  expect([wrong.status, unknown.status]).toEqual([200, 200]);
  expect([...wrong.headers.getSetCookie(), ...unknown.headers.getSetCookie()]).toEqual([]);
  const text = await page(wrong, made.owner.email);
  expect(text).toContain("The e-mail address or the password is not right.");
  expect(text).not.toContain("Wrong-horse-7");
  expect(await page(unknown, email)).toBe(text);
});

test("too many attempts are told a time in the studio's zone, and the right password does not help", async () => {
  const made = await createTestStudio();
  await Promise.all(
    Array.from({ length: signInLimits.perEmail }, () => signIn(made, { password: "Wrong-horse-7" })),
  );
  const stopped = await signIn(made);
  expect(stopped.status).toBe(200);
  expect(stopped.headers.getSetCookie()).toEqual([]);
  const { locale, timeZone } = made.studio.tenant;
  const format = new Intl.DateTimeFormat(locale, { timeStyle: "short", timeZone });
  const until = made.studio.clock.now() + signInLimits.window;
  const times = [until, until + 60_000].map((at) => `Try again after ${format.format(at)}.`);
  const text = await stopped.text();
  expect(times.some((time) => text.includes(time))).toBe(true);
});

test("after signing in a visitor goes on to a page of this host and never to another site", async () => {
  const made = await createTestStudio();
  const goesTo = async (to: string) => (await signIn(made, { to })).headers.get("location");
  expect(await goesTo("/studio/orders?cursor=1")).toBe("/studio/orders?cursor=1");
  for (const to of [
    "https://evil.test",
    "//evil.test",
    "/\\evil.test",
    "/\t/evil.test",
    "studio",
    "javascript:x",
  ]) {
    expect(await goesTo(to), to).toBe("/studio");
  }
});

test("whoever is signed in is not asked to sign in again", async () => {
  const made = await createTestStudio();
  const cookie = await ownerCookie(made);
  const ahead = async (path: string) => {
    const { status, headers } = await askPage(made.slug, path, { headers: { cookie } });
    return [status, headers.get("location")];
  };
  expect(await ahead("/sign-in?to=/studio/orders")).toEqual([302, "/studio/orders"]);
  expect(await ahead("/sign-in?to=//evil.test")).toEqual([302, "/studio"]);
});

test("a sign-in session ends thirty days after its last use", async () => {
  const made = await createTestStudio();
  const [used, unused] = [await ownerCookie(made), await ownerCookie(made)];
  await setClock(20 * DAY);
  const prolonged = await askPage(made.slug, "/studio/galleries", { headers: { cookie: used } });
  expect(prolonged.headers.getSetCookie()).toEqual([
    `${used}; Path=/; HttpOnly; SameSite=Lax; Max-Age=2592000`,
  ]);
  await setClock(29 * DAY);
  expect(await opens(made.slug, unused.replace("safelight=", "other="))).toBe(false);
  await setClock(31 * DAY);
  expect(await opens(made.slug, unused)).toBe(false);
  expect(await opens(made.slug, used)).toBe(true);
  await setClock(62 * DAY);
  expect(await opens(made.slug, used)).toBe(false);
});

test("signing out ends the session of this browser and no other", async () => {
  const made = await createTestStudio();
  const [here, elsewhere] = [await ownerCookie(made), await ownerCookie(made)];
  const read = await askPage(made.slug, "/sign-out", { headers: { cookie: here } });
  expect([read.status, read.headers.get("location")]).toEqual([302, "/sign-in"]);
  expect(await opens(made.slug, here)).toBe(true);

  const out = await postForm(made.slug, "/sign-out", {}, { headers: { cookie: here } });
  expect([out.status, out.headers.get("location")]).toEqual([303, "/sign-in"]);
  expect(out.headers.getSetCookie()).toContain("safelight=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0");
  expect(await opens(made.slug, here)).toBe(false);
  expect(await opens(made.slug, elsewhere)).toBe(true);
});

test("a form that another site sends changes nothing", async () => {
  const made = await createTestStudio();
  const cookie = await ownerCookie(made);
  const foreign: Record<string, string>[] = [
    { origin: "https://evil.test" },
    { origin: "http://aurora.localhost:8787" },
    { origin: "http://localhost:8787" },
    { origin: `http://${made.slug}.localhost` },
    { origin: `http://${made.slug}.localhost:8787.evil.test` },
    { origin: "null" },
    { origin: "" },
  ];
  for (const headers of foreign) {
    const out = await postForm(made.slug, "/sign-out", {}, { headers: { cookie, ...headers } });
    expect(out.status, headers.origin).toBe(403);
    const signedIn = await signIn(made, {}, { headers });
    expect([signedIn.status, signedIn.headers.getSetCookie()]).toEqual([403, []]);
  }
  const { slug } = made;
  const silent = await askPage(slug, "/sign-out", { method: "POST", headers: { cookie }, body: "" });
  expect(silent.status).toBe(403);
  expect(await opens(slug, cookie)).toBe(true);
});

test("a cookie of another studio, or one made up, opens nothing", async () => {
  const [here, there] = [await createTestStudio(), await createTestStudio("borealis")];
  const cookie = await ownerCookie(there);
  expect(await opens(there.slug, cookie)).toBe(true);
  expect(await opens(here.slug, cookie)).toBe(false);
  expect(await opens(here.slug, `safelight=${"a".repeat(40)}`)).toBe(false);
  expect(await opens(here.slug, "safelight=%")).toBe(false);
});

test("no session can be read out of the database, and the sweep takes away those that ended", async () => {
  const made = await createTestStudio();
  const cookie = await ownerCookie(made);
  const rows = await made.studio.db.select().from(signInSessions);
  expect(rows.map((row) => row.id)).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)]);
  expect(JSON.stringify(rows)).not.toContain(cookie.split("=")[1]);
  await forgetExpiredSignIns(later(made.studio, 29 * DAY));
  expect(await made.studio.db.$count(signInSessions)).toBe(1);
  await forgetExpiredSignIns(later(made.studio, 31 * DAY));
  expect(await made.studio.db.$count(signInSessions)).toBe(0);
});
