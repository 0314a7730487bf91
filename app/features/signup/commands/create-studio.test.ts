import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { databasePool, studios } from "../../../db/directory-schema";
import { migrateStudio } from "../../../db/migrate";
import { databaseOver } from "../../../db/remote-database";
import { runStatements } from "../../../db/statements";
import { Directory } from "../../../tenancy/directory";
import { studioBinding } from "../../../tenancy/env";
import { studioIdentity } from "../../../tenancy/schema";
import { askData } from "../../../test/ask";
import { env, lendDatabase, reopen } from "../../../test/create-test-studio";
import { members } from "../../account/schema";
import { type NewStudio, newStudio } from "../forms";
import { poolStatus } from "../pool.server";
import { createStudio } from "./create-studio.server";

const directory = new Directory(env.DIRECTORY);
const platform = { directory: env.DIRECTORY, studioDatabase: (ref: string) => studioBinding(env, ref) };

function aStudio(values: Partial<NewStudio> = {}): NewStudio {
  const slug = `new-${crypto.randomUUID().slice(0, 8)}`;
  const owner = { email: `Owner@${slug}.test`, name: "Test Owner", password: "Correct-horse-7" };
  return newStudio.parse({ slug, name: "A New Studio", watermarkText: "New", owner, ...values });
}

/** Empty databases that sign-up can claim, and no others. */
async function freeDatabases(count: number): Promise<string[]> {
  const refs: string[] = [];
  for (let i = 0; i < count; i++) refs.push(await lendDatabase());
  for (const dbRef of refs)
    await directory.db.update(databasePool).set({ deployedAt: 1 }).where(eq(databasePool.dbRef, dbRef));
  return refs;
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
  expect(made).toEqual({ ok: true, value: { id: expect.stringMatching(/^std_/), dbRef } });
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
  const dying = { ...platform, studioDatabase: () => undefined };
  expect(await createStudio(dying, input)).toEqual({ ok: false, refusal: "database_not_bound" });
  const claimed = await directory.bySlug(input.slug);
  expect(claimed?.dbRef).toBe(dbRef);
  const impostor = aStudio({ slug: input.slug, name: "Somebody Else" });
  expect(await createStudio(platform, impostor)).toEqual({ ok: false, refusal: "slug_taken" });
  expect(await createStudio(platform, input)).toEqual({ ok: true, value: { id: claimed?.id, dbRef } });
  expect(await createStudio(platform, input)).toEqual({ ok: false, refusal: "slug_taken" });
  expect(await (await reopen(input.slug)).db.$count(members)).toBe(1);
});

test("a database that has an identity already is never given another", async () => {
  const [dbRef = ""] = await freeDatabases(1);
  const d1 = studioBinding(env, dbRef);
  if (d1) await migrateStudio(d1);
  const identity = { name: "Theirs", locale: "en", timeZone: "UTC", currency: "EUR", accent: "#000000" };
  await contentsOf(dbRef)
    .insert(studioIdentity)
    .values({ studioId: "std_theirs", watermarkText: "x", createdAt: 1, ...identity });
  const refused = await createStudio(platform, aStudio());
  expect(refused.ok).toBe(false);
  expect(await contentsOf(dbRef).select().from(studioIdentity)).toMatchObject([{ studioId: "std_theirs" }]);
  expect(await contentsOf(dbRef).$count(members)).toBe(0);
});

test("an account at the payment provider belongs to one studio", async () => {
  const [, spare = ""] = await freeDatabases(2);
  const providerAccount = `acct_${crypto.randomUUID().slice(0, 8)}`;
  expect((await createStudio(platform, aStudio({ providerAccount }))).ok).toBe(true);
  const second = aStudio({ providerAccount });
  await expect(createStudio(platform, second)).rejects.toThrow();
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
