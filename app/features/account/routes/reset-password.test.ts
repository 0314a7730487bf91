import { eq } from "drizzle-orm";
import { afterEach, expect, test } from "vitest";
import { auditLog, outbox } from "../../../events/schema";
import { MINUTE } from "../../../lib/time";
import { askData } from "../../../test/ask";
import { createTestStudio, setClock, type TestStudio, workOff } from "../../../test/create-test-studio";
import { mailedPath, mailSubjects } from "../../../test/mailed-link";
import { askPage, ownerCookie, postForm } from "../../../test/pages";
import { linkLimits } from "../model";
import { accountLinks, apiTokens, members, signInSessions } from "../schema";
import { actsOn, aMember, withSecondFactor } from "../testing";

afterEach(() => setClock(0));

const NEW = "Brand-new-horse-8";

async function mailedReset({ slug, studio, owner }: TestStudio, email = owner.email): Promise<string> {
  await postForm(slug, "/forgot-password", { email });
  await workOff(studio);
  return mailedPath(email, "/reset/");
}

async function signsIn(slug: string, email: string, password: string): Promise<boolean> {
  return (await postForm(slug, "/sign-in", { email, password })).status === 303;
}

const ownPage = async (response: Response, typed: string) =>
  (await response.text())
    .replaceAll(typed, "TYPED")
    .replace(/req_\w{26}/g, "REQUEST")
    .replace(/nonce="[^"]+"/g, "");

test("an address of a member and one that nobody has get the same page and the same rows, and one mail", async () => {
  const made = await createTestStudio();
  const { studio, slug, owner } = made;
  const rows = () => Promise.all([accountLinks, outbox].map((table) => studio.db.$count(table)));
  const asked = async (email: string) => {
    const before = await rows();
    const page = await ownPage(await postForm(slug, "/forgot-password", { email }), email);
    const after = await rows();
    return { page, written: after.map((count, i) => count - (before[i] ?? 0)) };
  };
  const nobody = `nobody@${slug}.test`;
  const known = await asked(owner.email);
  expect(known.page).toContain("Look into your mailbox");
  expect(known.written).toEqual([1, 1]);
  expect(await asked(nobody)).toEqual(known);
  await workOff(studio);
  expect(await mailSubjects(owner.email)).toEqual([`A new password for ${studio.tenant.name}`]);
  expect(await mailSubjects(nobody)).toEqual([]);
});

test("a mailed link sets a new password, ends everything the old one opened, and tells the member", async () => {
  const made = await createTestStudio();
  const { studio, slug, owner } = made;
  const cookie = await ownerCookie(made);
  const json = { email: owner.email, password: owner.password };
  await askData(slug, "/tokens", { json });
  const path = await mailedReset(made);
  expect(await (await askPage(slug, path)).text()).toContain("New password");

  const done = await postForm(slug, path, { password: NEW });
  expect([done.status, done.headers.get("location")]).toEqual([303, "/sign-in"]);
  expect(done.headers.getSetCookie().some((header) => header.startsWith("safelight="))).toBe(false);
  expect((await askPage(slug, "/studio/galleries", { headers: { cookie } })).status).toBe(302);
  expect(await Promise.all([signInSessions, apiTokens].map((table) => studio.db.$count(table)))).toEqual([
    0, 0,
  ]);
  expect(await signsIn(slug, owner.email, owner.password)).toBe(false);
  expect(await signsIn(slug, owner.email, NEW)).toBe(true);
  await workOff(studio);
  expect(await mailSubjects(owner.email)).toContain(`A new password was chosen · ${studio.tenant.name}`);
  const [ownerRow] = await studio.db.select().from(members);
  const acts = await actsOn(studio, ownerRow?.id ?? "");
  expect(acts).toEqual(
    expect.arrayContaining(["password.reset_requested", "password.changed", "member.signed_in"]),
  );
  const told = JSON.stringify(await studio.db.select({ details: auditLog.details }).from(auditLog));
  expect(told).not.toContain(owner.email);
});

test("a link that is used twice at once sets one password", async () => {
  const made = await createTestStudio();
  const { slug, owner } = made;
  const path = await mailedReset(made);
  const passwords = Array.from({ length: 5 }, (_, i) => `${NEW}${i}`);
  const answers = await Promise.all(passwords.map((password) => postForm(slug, path, { password })));
  expect(answers.filter((answer) => answer.status === 303).length).toBe(1);
  const worked = await Promise.all(passwords.map((password) => signsIn(slug, owner.email, password)));
  expect(worked).toEqual(answers.map((answer) => answer.status === 303));
  expect(await (await askPage(slug, path)).text()).toContain("does not open any more");
});

test("a link opens for half an hour, and one use ends all others of the member", async () => {
  const made = await createTestStudio();
  const { slug, owner } = made;
  const [first, second] = [await mailedReset(made), await mailedReset(made)];
  expect(first).not.toBe(second);
  await setClock(29 * MINUTE);
  expect((await postForm(slug, second, { password: NEW })).status).toBe(303);
  expect((await postForm(slug, first, { password: `${NEW}9` })).status).toBe(410);
  const late = await mailedReset(made);
  await setClock(60 * MINUTE);
  expect((await postForm(slug, late, { password: `${NEW}9` })).status).toBe(410);
  expect(await signsIn(slug, owner.email, NEW)).toBe(true);
});

test("looking at a link does not use it up, and a password against the policy neither", async () => {
  const made = await createTestStudio();
  const { slug } = made;
  const path = await mailedReset(made);
  for (let i = 0; i < 3; i++) await askPage(slug, path);
  const common = await postForm(slug, path, { password: "Password123!" });
  const page = await common.text();
  expect(page).toContain("Too many people have chosen this password.");
  expect(page).not.toContain("Password123!");
  expect((await postForm(slug, path, { password: NEW })).status).toBe(303);
});

test("a link is this studio's and this purpose's, and no token can be read out of the database", async () => {
  const [here, there] = [await createTestStudio(), await createTestStudio("borealis")];
  const path = await mailedReset(there);
  expect(await (await askPage(here.slug, path)).text()).toContain("does not open any more");
  expect((await postForm(here.slug, path, { password: NEW })).status).toBe(410);
  expect((await askPage(there.slug, path.replace("/reset/", "/verify/"))).status).toBe(410);
  const token = path.slice("/reset/".length);
  const rows = JSON.stringify([
    await there.studio.db.select().from(accountLinks),
    await there.studio.db.select().from(outbox),
  ]);
  expect(rows).not.toContain(token);
  expect((await postForm(there.slug, path, { password: NEW })).status).toBe(303);
});

test("mails to one address are counted, and whoever asks too often is told when to come back", async () => {
  const { slug, studio } = await createTestStudio();
  const email = `nobody@${slug}.test`;
  const ask = () => postForm(slug, "/forgot-password", { email });
  await Promise.all(Array.from({ length: linkLimits.mailsPerEmail }, ask));
  expect(await (await ask()).text()).toMatch(/Try again after \d/);
  expect(await studio.db.$count(accountLinks)).toBe(linkLimits.mailsPerEmail);
});

test("links that are tried are counted for each network, so that none can be guessed", async () => {
  const made = await createTestStudio();
  const path = await mailedReset(made);
  const open = (link: string, network: string) =>
    postForm(made.slug, link, { password: NEW }, { headers: { "cf-connecting-ip": network } });
  for (let i = 0; i < linkLimits.usesPerNetwork; i++)
    expect((await open(`/reset/guess-${i}`, "198.51.100.7")).status).toBe(410);
  const stopped = await open(path, "198.51.100.7");
  expect([stopped.status, await stopped.text()]).toEqual([200, expect.stringMatching(/Try again after \d/)]);
  expect((await open(path, "198.51.100.8")).status).toBe(303);
});

test("a reset does not get around the second factor", async () => {
  const made = await createTestStudio();
  const member = await aMember(made.studio);
  await withSecondFactor(member);
  const path = await mailedReset(made, member.email);
  expect((await postForm(made.slug, path, { password: NEW })).status).toBe(303);
  const { email } = member;
  const next = await postForm(made.slug, "/sign-in", { email, password: NEW });
  expect(next.headers.get("location")).toBe("/sign-in/code?to=%2Fstudio");
  expect(await made.studio.db.$count(signInSessions, eq(signInSessions.memberId, member.id))).toBe(0);
});

test("a member who was removed gets no mail, and a link mailed before does nothing", async () => {
  const made = await createTestStudio();
  const member = await aMember(made.studio);
  const path = await mailedReset(made, member.email);
  await made.studio.db.update(members).set({ status: "removed" }).where(eq(members.id, member.id));
  expect((await postForm(made.slug, path, { password: NEW })).status).toBe(200);
  await postForm(made.slug, "/forgot-password", { email: member.email });
  await workOff(made.studio);
  expect((await mailSubjects(member.email)).length).toBe(1);
});
