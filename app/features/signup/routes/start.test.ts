import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { databasePool, operatorAlerts, waitList } from "../../../db/directory-schema";
import { MINUTE } from "../../../lib/time";
import { Directory } from "../../../tenancy/directory";
import { env, lendDatabase, reopen, setClock } from "../../../test/create-test-studio";
import { askPage, postForm } from "../../../test/pages";
import { mailsTo } from "../../../test/sandbox";
import { members, signInSessions } from "../../account/schema";
import { sweepPlatform } from "../commands/sweep-platform.server";
import { addToPool } from "../pool.server";

const directory = new Directory(env.DIRECTORY);

let networks = 0;

/** A filled-in form from a network of its own, so that no test counts another's attempts. */
function fields(values: Record<string, string> = {}) {
  const slug = `new-${crypto.randomUUID().slice(0, 8)}`;
  const region = { timeZone: "Europe/Berlin", currency: "EUR", locale: "de-DE" };
  const owner = { ownerName: "Lena Vogel", email: `lena@${slug}.test`, password: "Correct-horse-7" };
  return { name: "Lena Vogel Fotografie", slug, ...owner, ...region, ...values };
}

const post = (form: Record<string, string>, network = `198.51.100.${++networks}`) =>
  postForm("", "/start", form, { headers: { "cf-connecting-ip": network } });

async function welcomeOf(response: Response): Promise<{ host: string; path: string }> {
  const location = response.headers.get("location") ?? "";
  expect(location, await response.text()).toMatch(/^http:\/\/[a-z0-9-]+\.localhost:8787\/welcome\?token=/);
  const { hostname, pathname, search } = new URL(location);
  return { host: hostname.split(".")[0] ?? "", path: pathname + search };
}

test("signing up leads to the studio's own host, signed in, at the first steps", async () => {
  await lendDatabase();
  const form = fields();
  const { host, path } = await welcomeOf(await post(form));
  expect(host).toBe(form.slug);
  const welcomed = await askPage(host, path);
  expect([welcomed.status, welcomed.headers.get("location")]).toEqual([303, "/studio/setup"]);
  const cookie = welcomed.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  const setup = await askPage(host, "/studio/setup", { headers: { cookie } });
  expect(await setup.text()).toContain("Lena Vogel");
  const { tenant } = await reopen(host);
  expect(tenant).toMatchObject({ timeZone: "Europe/Berlin", currency: "EUR", locale: "de-DE" });
});

test("the hand-over works once, for a minute, and on no other host", async () => {
  await lendDatabase();
  const first = await welcomeOf(await post(fields()));
  await lendDatabase();
  const second = await welcomeOf(await post(fields()));
  const foreign = await askPage(second.host, first.path);
  expect([foreign.status, foreign.headers.getSetCookie()]).toEqual([410, []]);
  expect((await askPage("", first.path)).status).toBe(404);
  expect((await askPage(first.host, first.path, { method: "HEAD" })).status).toBe(410);
  const both = await Promise.all([askPage(first.host, first.path), askPage(first.host, first.path)]);
  expect(both.map(({ status }) => status).toSorted()).toEqual([303, 410]);
  const again = await askPage(first.host, first.path);
  expect(again.status).toBe(410);
  expect(await again.text()).toContain('href="/sign-in"');
  expect(await (await reopen(first.host)).db.$count(signInSessions)).toBe(1);
  await setClock(2 * MINUTE);
  expect((await askPage(second.host, second.path)).status).toBe(410);
  await setClock(0);
});

test("what is wrong stands beside its field, and everything but the password is still there", async () => {
  const form = fields({ email: "lena", password: "Passw0rd!", name: 'Lena "Luz" Vogel' });
  const text = await (await post(form)).text();
  expect(text).toContain("Enter an e-mail address such as anna@example.com.");
  expect(text).toContain("Too many people have chosen this password.");
  expect(text).toContain('value="Lena &quot;Luz&quot; Vogel"');
  expect(text).toContain(`value="${form.slug}"`);
  expect(text).not.toContain("Passw0rd!");
});

test("an address that is reserved, taken or like a studio's is refused with others to choose", async () => {
  await lendDatabase();
  const theirs = fields({ slug: `mill-${crypto.randomUUID().slice(0, 6)}` });
  await welcomeOf(await post(theirs));
  const said = async (slug: string, name = "Mill") => {
    const text = await (await post(fields({ slug, name }))).text();
    return /slug-error"|id="[^"]*-error"/.test(text) ? text : "";
  };
  expect(await said("www")).toContain("kept for Safelight");
  expect(await said("adm1n")).toContain("kept for Safelight");
  expect(await said("xn--mill-7qa")).toContain("3 to 40 small letters");
  expect(await said(theirs.slug)).toContain("another studio&#x27;s");
  expect(await said(theirs.slug.replace("mill", "mi1l"))).toContain("could be taken for");
  expect(await said(theirs.slug)).toMatch(/Free: [a-z0-9-]+/);
});

test("the address is checked while it is written", async () => {
  const check = async (slug: string) =>
    (await askPage("", `/start/slug?slug=${slug}&name=Aurora`)).json() as Promise<{
      state: string;
      suggestions: string[];
    }>;
  expect(await check("no-such-studio-yet")).toMatchObject({ state: "free", suggestions: [] });
  expect((await check("billing")).state).toBe("reserved");
  expect((await check("a--b")).state).toBe("malformed");
  expect((await check("billing")).suggestions.length).toBeGreaterThan(0);
});

test("on a studio's host sign-up leads to the platform's", async () => {
  await lendDatabase();
  const { host } = await welcomeOf(await post(fields()));
  const page = await askPage(host, "/start");
  expect([page.status, page.headers.get("location")]).toEqual([302, "http://localhost:8787/start"]);
});

test("two who want the last database at once: one gets it, the other is on the wait list", async () => {
  await lendDatabase();
  const forms = [fields(), fields()];
  const answers = await Promise.all(forms.map((form) => post(form)));
  const to = answers.map(
    (answer) => new URL(answer.headers.get("location") ?? "", "http://localhost").pathname,
  );
  expect(to.toSorted()).toEqual(["/start/waiting", "/welcome"]);
  const loser = forms[to.indexOf("/start/waiting")];
  expect(await directory.bySlug(loser?.slug ?? "")).toBe(undefined);
});

test("an empty pool loses nothing: the wish is kept, the operator told once, and whoever waits is told in order", async () => {
  const dbRef = await lendDatabase();
  await directory.db.update(databasePool).set({ deployedAt: null });
  await directory.db.delete(waitList);
  await directory.db.delete(operatorAlerts);
  const [first, second] = [fields(), fields()];
  for (const form of [first, second, first])
    expect((await post(form)).headers.get("location")).toBe("/start/waiting");
  const rows = await directory.db.select().from(waitList);
  expect(rows.map(({ email, slug }) => [email, slug])).toEqual(
    [first, second].map(({ email, slug }) => [email, slug]),
  );
  expect(JSON.stringify(rows)).not.toContain("Correct-horse");
  const before = (await mailsTo("operator@safelight.test")).length;
  await sweepPlatform(env);
  await sweepPlatform(env);
  expect((await mailsTo("operator@safelight.test")).length).toBe(before + 1);
  expect(await mailsTo(first.email)).toEqual([]);

  await addToPool(directory, [dbRef]);
  await directory.db.update(databasePool).set({ deployedAt: 1 }).where(eq(databasePool.dbRef, dbRef));
  for (let i = 0; i < 2; i++) await sweepPlatform(env);
  expect([(await mailsTo(first.email)).length, (await mailsTo(second.email)).length]).toEqual([1, 0]);
  const [mail] = await mailsTo(first.email);
  expect(mail?.text).toContain(`/start?name=Lena+Vogel+Fotografie&slug=${first.slug}`);
  await welcomeOf(await post(first));
  const left = await directory.db.select().from(waitList);
  expect(left.map(({ email, toldAt }) => [email, toldAt])).toEqual([[second.email, null]]);
});

test("sign-ups of one network are counted", async () => {
  const answers: string[] = [];
  for (let i = 0; i < 21; i++)
    answers.push(await (await post(fields({ slug: "www" }), "203.0.113.99")).text());
  expect(answers[19]).not.toContain("many sign-ups");
  expect(answers[20]).toContain("many sign-ups");
  expect(await (await post(fields({ slug: "www" }))).text()).not.toContain("many sign-ups");
});

test("the owner of a new studio has an address that is to be proven", async () => {
  await lendDatabase();
  const { host } = await welcomeOf(await post(fields()));
  const owner = await (await reopen(host)).db.select().from(members).get();
  expect(owner).toMatchObject({ role: "owner", emailVerifiedAt: null });
});
