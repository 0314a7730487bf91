import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { databasePool, slugQuarantine, studios } from "../../../db/directory-schema";
import { databaseOver } from "../../../db/remote-database";
import { runStatements } from "../../../db/statements";
import { sealAudit } from "../../../events/audit-chain";
import { auditLog } from "../../../events/schema";
import { DAY, MINUTE } from "../../../lib/time";
import { tokenHash } from "../../../lib/tokens";
import { Directory } from "../../../tenancy/directory";
import { studioBinding } from "../../../tenancy/env";
import { studioIdentity } from "../../../tenancy/schema";
import { askData } from "../../../test/ask";
import { env, lendDatabase, reopen, workOff } from "../../../test/create-test-studio";
import { expectErrorLog } from "../../../test/error-log";
import { mailsTo } from "../../../test/sandbox";
import { accountLinks, members } from "../../account/schema";
import { billingAccount } from "../../billing/schema";
import { listAlerts } from "../alerts.server";
import { type NewStudio, newStudio } from "../forms";
import { poolStatus } from "../pool.server";
import { withHashedPassword } from "../studio-to-make.server";
import { createStudio as create, type Founder, type Platform } from "./create-studio.server";
import { healClaims } from "./heal-claims.server";

const directory = new Directory(env.DIRECTORY);
const platform = { directory: env.DIRECTORY, studioDatabase: (ref: string) => studioBinding(env, ref) };

const unbound = { ...platform, studioDatabase: () => undefined };
const dying = {
  ...platform,
  studioDatabase: () => {
    throw new Error("the process died");
  },
};

function aStudio(values: Partial<NewStudio> = {}): NewStudio {
  const slug = `new-${crypto.randomUUID().slice(0, 8)}`;
  const owner = { email: `Owner@${slug}.test`, name: "Test Owner", password: "Correct-horse-7" };
  return newStudio.parse({ slug, name: "A New Studio", watermarkText: "New", owner, ...values });
}

async function createStudio(on: Platform, input: NewStudio, founder?: Founder) {
  return create(on, await withHashedPassword(input), founder);
}

/** Empty databases that sign-up can claim, in the order in which it does, and no others. */
async function freeDatabases(count: number): Promise<string[]> {
  const refs: string[] = [];
  for (let i = 0; i < count; i++) refs.push(await lendDatabase());
  for (const dbRef of refs)
    await directory.db.update(databasePool).set({ deployedAt: 1 }).where(eq(databasePool.dbRef, dbRef));
  return refs.toSorted();
}

function contentsOf(dbRef: string) {
  const d1 = studioBinding(env, dbRef);
  if (!d1) throw new Error("it is not bound");
  return databaseOver((statements) => runStatements(d1, statements));
}

const claimedBy = async (dbRef: string) =>
  (await directory.db.select().from(databasePool).where(eq(databasePool.dbRef, dbRef)).get())?.claimedBy;

test("a new studio takes a database of the pool, with its identity and its owner, and opens", async () => {
  const [dbRef = ""] = await freeDatabases(1);
  const input = aStudio({ currency: "JPY", timeZone: "Asia/Tokyo", providerAccount: "acct_new1" });
  const made = await createStudio(platform, input);
  const ownerId = expect.stringMatching(/^mem_/);
  expect(made).toEqual({ ok: true, value: { id: expect.stringMatching(/^std_/), dbRef, ownerId } });
  const id = made.ok ? made.value.id : "";
  expect(await claimedBy(dbRef)).toBe(id);
  const studio = await reopen(input.slug);
  const { name, currency, timeZone, watermarkText } = input;
  expect(studio.tenant).toMatchObject({ id, slug: input.slug, name, currency, timeZone, watermarkText });
  expect(await studio.db.select().from(members)).toMatchObject([
    { email: input.owner.email.toLowerCase(), role: "owner", name: "Test Owner" },
  ]);
  const { email, password } = input.owner;
  await askData(input.slug, "/tokens", { json: { email, password } });
});

test("sign-ups at the same time never get the same database", async () => {
  const refs = await freeDatabases(5);
  const made = await Promise.all(refs.map(() => createStudio(platform, aStudio())));
  const taken = made.map((each) => (each.ok ? each.value.dbRef : each.refusal));
  expect(taken.toSorted()).toEqual(refs.toSorted());
  for (const each of made) if (each.ok) expect(await claimedBy(each.value.dbRef)).toBe(each.value.id);
});

test("more sign-ups at once than databases leave the others refused and nothing half-made", async () => {
  const refs = await freeDatabases(2);
  const inputs = Array.from({ length: 5 }, () => aStudio());
  const made = await Promise.all(inputs.map((input) => createStudio(platform, input)));
  expect(made.filter((each) => each.ok)).toHaveLength(2);
  for (const [i, each] of made.entries()) {
    const entry = await directory.bySlug(inputs[i]?.slug ?? "");
    if (each.ok) expect(refs).toContain(entry?.dbRef);
    else expect([each.refusal, entry]).toEqual(["pool_empty", undefined]);
  }
});

test("an empty pool refuses cleanly, and one that is not deployed yet is empty", async () => {
  const [dbRef = ""] = await freeDatabases(1);
  await directory.db.update(databasePool).set({ deployedAt: null }).where(eq(databasePool.dbRef, dbRef));
  const input = aStudio();
  expect(await createStudio(platform, input)).toEqual({ ok: false, refusal: "pool_empty" });
  expect(await directory.bySlug(input.slug)).toBe(undefined);
  expect(await claimedBy(dbRef)).toBe(null);
});

test("a slug that is taken is refused, and nobody becomes an owner of what is there", async () => {
  const [, spare = ""] = await freeDatabases(2);
  const theirs = aStudio();
  await createStudio(platform, theirs);
  const { slug } = theirs;
  for (const name of [theirs.name, "Another Name"]) {
    const again = await createStudio(platform, aStudio({ slug, name }));
    expect(again).toEqual({ ok: false, refusal: "slug_taken" });
  }
  const studio = await reopen(slug);
  expect(await studio.db.select({ email: members.email }).from(members)).toEqual([
    { email: theirs.owner.email.toLowerCase() },
  ]);
  expect(studio.tenant.name).toBe(theirs.name);
  expect(await claimedBy(spare)).toBe(null);
});

test("of many who want the same slug at once one gets it, whole", async () => {
  const refs = await freeDatabases(4);
  const slug = `new-${crypto.randomUUID().slice(0, 8)}`;
  const inputs = refs.map((_, i) => ({ ...aStudio({ name: `Studio ${i}` }), slug }));
  const made = await Promise.all(inputs.map((input) => createStudio(platform, input)));
  expect(made.filter((each) => each.ok)).toHaveLength(1);
  expect(made.flatMap((each) => (each.ok ? [] : [each.refusal]))).toEqual(Array(3).fill("slug_taken"));
  const winner = inputs[made.findIndex((each) => each.ok)];
  const studio = await reopen(slug);
  expect(studio.tenant.name).toBe(winner?.name);
  expect((await directory.bySlug(slug))?.name).toBe(winner?.name);
  expect(await studio.db.select({ email: members.email }).from(members)).toEqual([
    { email: winner?.owner.email.toLowerCase() },
  ]);
  expect((await Promise.all(refs.map(claimedBy))).filter((id) => id !== null)).toHaveLength(1);
});

test("a run that died after the claim is finished by running it again, once", async () => {
  const [dbRef = ""] = await freeDatabases(1);
  const input = aStudio();
  await expect(createStudio(dying, input)).rejects.toThrow("the process died");
  const claimed = await directory.bySlug(input.slug);
  expect(claimed?.dbRef).toBe(dbRef);
  const impostor = aStudio({ slug: input.slug, name: "Somebody Else" });
  expect(await createStudio(platform, impostor)).toEqual({ ok: false, refusal: "slug_taken" });
  expect(await createStudio(platform, input)).toMatchObject({ ok: true, value: { id: claimed?.id, dbRef } });
  expect(await createStudio(platform, input)).toEqual({ ok: false, refusal: "slug_taken" });
  expect(await (await reopen(input.slug)).db.$count(members)).toBe(1);
});

test("what a sign-up that died had claimed is free again when nobody went on with it", async () => {
  const [dbRef = ""] = await freeDatabases(1);
  const input = aStudio();
  await expect(createStudio(dying, input)).rejects.toThrow();
  await healClaims(platform, directory, Date.now() + 5 * MINUTE);
  expect(await directory.bySlug(input.slug)).toBeDefined();
  await healClaims(platform, directory, Date.now() + 11 * MINUTE);
  expect(await directory.bySlug(input.slug)).toBe(undefined);
  expect(await claimedBy(dbRef)).toBe(null);
  const successor = aStudio({ slug: input.slug, name: "Somebody Else" });
  expect(await createStudio(platform, successor)).toMatchObject({ ok: true, value: { dbRef } });
});

test("a finished studio is never undone, also while its database is not bound", async () => {
  await freeDatabases(1);
  const input = aStudio();
  await createStudio(platform, input);
  const studio = await reopen(input.slug);
  await healClaims(platform, directory, Date.now() + DAY);
  await sealAudit(studio);
  await healClaims(unbound, directory, Date.now() + DAY);
  expect(await createStudio(unbound, input)).toEqual({ ok: false, refusal: "slug_taken" });
  expect((await directory.bySlug(input.slug))?.id).toBe(studio.tenant.id);
});

test("a database that is not bound is set aside, the next one taken and the operator told", async () => {
  const [missing = "", next = ""] = await freeDatabases(2);
  const without = {
    ...platform,
    studioDatabase: (ref: string) => (ref === missing ? undefined : studioBinding(env, ref)),
  };
  const input = aStudio();
  expect(await createStudio(without, input)).toMatchObject({ ok: true, value: { dbRef: next } });
  expectErrorLog(/a database of the pool cannot be used/);
  const row = await directory.db.select().from(databasePool).where(eq(databasePool.dbRef, missing)).get();
  expect(row).toMatchObject({ state: "free", claimedBy: null, deployedAt: null });
  const alerts = await listAlerts(directory);
  expect(alerts.map(({ kind }) => kind)).toContain(`database:${missing}`);
});

test("a pool of databases that are all unusable leaves the slug free and nothing half-made", async () => {
  await freeDatabases(2);
  const input = aStudio();
  expect(await createStudio(unbound, input)).toEqual({ ok: false, refusal: "pool_empty" });
  expectErrorLog(/a database of the pool cannot be used/);
  expect(await directory.bySlug(input.slug)).toBe(undefined);
  await freeDatabases(1);
  expect((await createStudio(platform, input)).ok).toBe(true);
});

test("a slug that looks like a studio's, or that was given up lately, is not given away", async () => {
  const [, , spare = ""] = await freeDatabases(3);
  const theirs = aStudio({ slug: `mill-${crypto.randomUUID().slice(0, 8)}` });
  await createStudio(platform, theirs);
  const alike = aStudio({ slug: theirs.slug.replace("mill", "mi1l") });
  expect(await createStudio(platform, alike)).toEqual({ ok: false, refusal: "slug_taken" });
  const resting = aStudio();
  const until = Date.now() + DAY;
  await directory.db.insert(slugQuarantine).values({ slug: resting.slug, studioId: "std_gone", until });
  expect(await createStudio(platform, resting)).toEqual({ ok: false, refusal: "slug_taken" });
  await directory.db.update(slugQuarantine).set({ until: 1 }).where(eq(slugQuarantine.slug, resting.slug));
  expect((await createStudio(platform, resting)).ok).toBe(true);
  expect(await claimedBy(spare)).toBe(null);
});

test("a studio that its owner starts is told of: audit, payment customer, a mail that asks about the address", async () => {
  await freeDatabases(1);
  const input = aStudio();
  const from = { network: "203.0.113.7", device: "Firefox, Mac" };
  const made = await createStudio(platform, input, { kind: "owner", from });
  const studio = await reopen(input.slug);
  const owner = await studio.db.select().from(members).get();
  expect(owner).toMatchObject({ id: made.ok ? made.value.ownerId : "", emailVerifiedAt: null });
  expect(studio.trialEndsAt).toBeGreaterThan(Date.now() + 13 * DAY);
  const [entry] = await studio.db.select().from(auditLog);
  expect(entry).toMatchObject({ action: "studio.created", actorKind: "member", actorId: owner?.id });
  expect(entry?.details).not.toContain(input.owner.email.toLowerCase());
  await workOff(studio);
  await workOff(studio);
  expect(await studio.db.select().from(billingAccount)).toMatchObject([
    { customerId: expect.stringMatching(/^cus_/) },
  ]);
  const [mail, ...others] = await mailsTo(input.owner.email.toLowerCase());
  expect(others).toEqual([]);
  const token = /\/verify\/(\S+)/.exec(mail?.text ?? "")?.[1] ?? "";
  const link = await studio.db
    .select()
    .from(accountLinks)
    .where(eq(accountLinks.tokenHash, await tokenHash(token)))
    .get();
  expect(link).toMatchObject({ kind: "email-verification", personId: owner?.id, usedAt: null });
});

test("a database that has an identity already is never given another; it is set aside and the next one taken", async () => {
  const [dbRef = "", next = ""] = await freeDatabases(2);
  const identity = { name: "Theirs", locale: "en", timeZone: "UTC", currency: "EUR", accent: "#000000" };
  await contentsOf(dbRef)
    .insert(studioIdentity)
    .values({ studioId: "std_theirs", watermarkText: "x", createdAt: 1, ...identity });
  expect(await createStudio(platform, aStudio())).toMatchObject({ ok: true, value: { dbRef: next } });
  expectErrorLog(/a database of the pool cannot be used/);
  expect(await contentsOf(dbRef).select().from(studioIdentity)).toMatchObject([{ studioId: "std_theirs" }]);
  expect(await contentsOf(dbRef).$count(members)).toBe(0);
});

test("an account at the payment provider belongs to one studio", async () => {
  const [, spare = ""] = await freeDatabases(2);
  const providerAccount = `acct_${crypto.randomUUID().slice(0, 8)}`;
  expect((await createStudio(platform, aStudio({ providerAccount }))).ok).toBe(true);
  const second = aStudio({ providerAccount });
  expect(await createStudio(platform, second)).toEqual({ ok: false, refusal: "account_taken" });
  expect(await directory.bySlug(second.slug)).toBe(undefined);
  expect(await claimedBy(spare)).toBe(null);
});

test("the pool tells how many databases are free and whose the others are", async () => {
  const [dbRef = "", spare = ""] = await freeDatabases(2);
  const before = await poolStatus(directory);
  const made = await createStudio(platform, aStudio());
  const after = await poolStatus(directory);
  expect([after.free, after.total]).toEqual([before.free - 1, before.total]);
  const of = (ref: string) => after.databases.find((database) => database.dbRef === ref);
  expect(of(dbRef)).toMatchObject({ state: "claimed", claimedBy: made.ok ? made.value.id : "" });
  expect(of(spare)).toMatchObject({ state: "free", claimedBy: null });
  const entry = await directory.db.select().from(studios).where(eq(studios.dbRef, dbRef)).get();
  expect(entry?.id).toBe(made.ok ? made.value.id : "");
});
