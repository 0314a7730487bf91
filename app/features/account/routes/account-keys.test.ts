import { eq } from "drizzle-orm";
import { afterEach, expect, test } from "vitest";
import { DAY, HOUR, MINUTE } from "../../../lib/time";
import { ask } from "../../../test/ask";
import {
  createTestStudio,
  later,
  setClock,
  type TestStudio,
  workOff,
} from "../../../test/create-test-studio";
import { mailSubjects } from "../../../test/mailed-link";
import { askPage, ownerCookie, postForm } from "../../../test/pages";
import { aGallery } from "../../galleries/testing";
import { resetPassword } from "../commands/reset-password.server";
import { accountLinks } from "../index.server";
import { MOST_KEYS } from "../model";
import { apiKeys, members, signInSessions } from "../schema";
import { actsOn, aMember } from "../testing";

afterEach(() => setClock(0));

const NEW = "/account/keys/new";

async function aSignedInOwner() {
  const made = await createTestStudio();
  return { ...made, cookie: await ownerCookie(made) };
}

/** Makes a key through the form and takes it from the page that shows it. */
async function makeKey(
  { slug, cookie }: { slug: string; cookie: string },
  { scopes = ["galleries:read"], name = "A program", lasts = "90" } = {},
): Promise<string> {
  const body = new URLSearchParams([["name", name], ["lasts", lasts], ...scopes.map((s) => ["scopes", s])]);
  const page = await postForm(slug, NEW, {}, { body, headers: { cookie } });
  const key = /slk_[\w-]{32}/.exec(await page.text())?.[0];
  if (!key) throw new Error(`making a key answered ${page.status}`);
  return key;
}

const statusOf = async (slug: string, bearer: string, path = "/api/v1/galleries", json?: object) =>
  (await ask(slug, path, { bearer, json })).status;

const newGallery = { name: "Anna & Ben", pricePerPhoto: { amount: 1200, currency: "EUR" } };

async function onlyKey({ studio }: Pick<TestStudio, "studio">) {
  const row = await studio.db.select().from(apiKeys).get();
  if (!row) throw new Error("there is no key");
  return row;
}

test("a key is shown once and opens what it was made for, and no more", async () => {
  const owner = await aSignedInOwner();
  const key = await makeKey(owner);
  expect(await statusOf(owner.slug, key)).toBe(200);
  expect(await statusOf(owner.slug, key, "/api/v1/galleries", newGallery)).toBe(403);
  const list = await (
    await askPage(owner.slug, "/account/keys", { headers: { cookie: owner.cookie } })
  ).text();
  expect(list).toContain(key.slice(0, 8));
  expect(list).not.toContain(key);
  const row = await onlyKey(owner);
  expect(JSON.stringify(row)).not.toContain(key.slice(8));
  await workOff(owner.studio);
  expect(await mailSubjects(owner.owner.email)).toEqual([`A key was made · ${owner.studio.tenant.name}`]);
  expect(await actsOn(owner.studio, row.id)).toEqual(["key.made"]);
});

test("a key may do what it was given of what its member may at that moment", async () => {
  const owner = await aSignedInOwner();
  const key = await makeKey(owner, { scopes: ["galleries:read", "galleries:write"] });
  expect(await statusOf(owner.slug, key, "/api/v1/galleries", newGallery)).toBe(201);
  await owner.studio.db.update(members).set({ role: "viewer" });
  expect(await statusOf(owner.slug, key, "/api/v1/galleries", newGallery)).toBe(403);
  expect(await statusOf(owner.slug, key)).toBe(200);
});

test("nobody makes a key that may do more than they may, or nothing", async () => {
  const owner = await aSignedInOwner();
  const { id } = await onlyMember(owner);
  await owner.studio.db.update(members).set({ role: "viewer" }).where(eq(members.id, id));
  for (const scopes of ["galleries:write", "everything", ""]) {
    const fields = { name: "A program", lasts: "30", scopes };
    const page = await postForm(owner.slug, NEW, fields, { headers: { cookie: owner.cookie } });
    expect(await page.text(), scopes).toContain("scopes-error");
  }
  expect(await owner.studio.db.$count(apiKeys)).toBe(0);
});

test("making a key asks for password or code again, and a key or token cannot make one", async () => {
  const owner = await aSignedInOwner();
  const key = await makeKey(owner);
  const fields = { name: "Another", lasts: "30", scopes: "galleries:read" };
  const authorization = `Bearer ${key}`;
  const byKey = await postForm(owner.slug, NEW, fields, { headers: { authorization } });
  expect(byKey.status).toBeGreaterThanOrEqual(400);
  await owner.studio.db.update(signInSessions).set({ confirmedAt: Date.now() - 16 * MINUTE });
  const unconfirmed = await postForm(owner.slug, NEW, fields, { headers: { cookie: owner.cookie } });
  expect(unconfirmed.headers.get("location")).toBe(`/account/confirm?to=${encodeURIComponent(NEW)}`);
  expect(await owner.studio.db.$count(apiKeys)).toBe(1);
});

test("a key does not open its member's account", async () => {
  const owner = await aSignedInOwner();
  const key = await makeKey(owner, { scopes: ["galleries:read", "studio:write"] });
  const headers = { authorization: `Bearer ${key}` };
  for (const path of ["/account", "/account/keys", "/account/password", "/account/two-factor"])
    expect((await askPage(owner.slug, path, { headers })).status, path).toBe(404);
  const renamed = await postForm(owner.slug, "/account", { name: "Mallory" }, { headers });
  expect(renamed.status).toBe(404);
  expect((await onlyMember(owner)).name).toBe("Test Owner");
});

test("a revoked key, one that ran out and one of a removed member are dead", async () => {
  const owner = await aSignedInOwner();
  const [revoked, short, kept] = [
    await makeKey(owner),
    await makeKey(owner, { lasts: "30" }),
    await makeKey(owner, { lasts: "never" }),
  ];
  const row = await onlyKey(owner);
  const revoke = () =>
    postForm(owner.slug, "/account/keys", { key: row.id }, { headers: { cookie: owner.cookie } });
  const answers = await Promise.all([revoke(), revoke(), revoke()]);
  expect(answers.map((answer) => answer.status).toSorted()).toEqual([303, 404, 404]);
  expect(await actsOn(owner.studio, row.id)).toEqual(["key.made", "key.revoked"]);
  expect(await statusOf(owner.slug, revoked)).toBe(401);
  expect(await statusOf(owner.slug, short)).toBe(200);
  await setClock(31 * DAY);
  expect(await statusOf(owner.slug, short)).toBe(401);
  expect(await statusOf(owner.slug, kept)).toBe(200);
  await owner.studio.db.update(members).set({ status: "removed" });
  expect(await statusOf(owner.slug, kept)).toBe(401);
});

test("a member revokes no key of a colleague", async () => {
  const owner = await aSignedInOwner();
  const colleague = await aMember(owner.studio);
  const id = "key_of_a_colleague";
  const row = { id, memberId: colleague.id, name: "Theirs", start: "slk_aaaa", keyHash: id, scopes: "[]" };
  await owner.studio.db.insert(apiKeys).values({ ...row, createdAt: 0 });
  const page = await postForm(
    owner.slug,
    "/account/keys",
    { key: id },
    { headers: { cookie: owner.cookie } },
  );
  expect(page.status).toBe(404);
  expect((await onlyKey(owner)).revokedAt).toBeNull();
});

test("the last use of a key is kept to the hour, with one write an hour", async () => {
  const owner = await aSignedInOwner();
  const key = await makeKey(owner);
  await statusOf(owner.slug, key);
  const first = (await onlyKey(owner)).lastUsedAt ?? 0;
  expect(first % HOUR).toBe(0);
  await owner.studio.db.update(apiKeys).set({ lastUsedAt: first + 1 });
  await statusOf(owner.slug, key);
  expect((await onlyKey(owner)).lastUsedAt).toBe(first + 1);
  await setClock(HOUR);
  await statusOf(owner.slug, key);
  expect((await onlyKey(owner)).lastUsedAt).toBe(first + HOUR);
});

test("a member has only so many keys, also when they are made at once", async () => {
  const owner = await aSignedInOwner();
  const fields = { name: "One of many", lasts: "30", scopes: "galleries:read" };
  const many = Array.from({ length: MOST_KEYS + 3 }, () =>
    postForm(owner.slug, NEW, fields, { headers: { cookie: owner.cookie } }),
  );
  await Promise.all(many);
  expect(await owner.studio.db.$count(apiKeys)).toBe(MOST_KEYS);
});

test("a password that was reset ends the member's keys, one that was changed does not", async () => {
  const owner = await aSignedInOwner();
  const key = await makeKey(owner);
  const changed = await postForm(
    owner.slug,
    "/account/password",
    { currentPassword: owner.owner.password, password: "Brand-new-horse-8" },
    { headers: { cookie: owner.cookie } },
  );
  expect(changed.status).toBe(303);
  expect(await statusOf(owner.slug, key)).toBe(200);
  const { id } = await onlyMember(owner);
  const { id: linkId, insert } = await accountLinks.newLink(owner.studio, "password-reset", id);
  await insert;
  const token = (await accountLinks.linkToMail(owner.studio, linkId))?.token ?? "";
  const reset = await resetPassword(later(owner.studio, MINUTE), {
    token,
    password: "Brand-new-horse-9",
    network: "192.0.2.1",
  });
  expect(reset.ok).toBe(true);
  expect(await statusOf(owner.slug, key)).toBe(401);
  expect(await actsOn(owner.studio, id)).toContain("key.revoked");
});

test("a key of a photographer sees the galleries they are assigned to, as they do", async () => {
  const owner = await aSignedInOwner();
  const gallery = await aGallery(owner.studio);
  const key = await makeKey(owner);
  expect(await statusOf(owner.slug, key, `/api/v1/galleries/${gallery.id}`)).toBe(200);
  await owner.studio.db.update(members).set({ role: "photographer" });
  expect(await statusOf(owner.slug, key, `/api/v1/galleries/${gallery.id}`)).toBe(404);
});

async function onlyMember({ studio }: Pick<TestStudio, "studio">) {
  const row = await studio.db.select().from(members).get();
  if (!row) throw new Error("the studio has no member");
  return row;
}
