import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { studios } from "../db/directory-schema";
import { STUDIO_SCHEMA_VERSION } from "../db/migrate";
import { studioMigrations } from "../db/migrations.generated";
import { setStudioStatus } from "../features/signup/set-studio-status.server";
import { ask } from "../test/ask";
import { createTestStudio, env, reopen } from "../test/create-test-studio";
import { expectErrorLog } from "../test/error-log";
import { Directory } from "./directory";
import { studioBinding } from "./env";
import { openStudio, studioOrigin } from "./open-studio";

const directory = new Directory(env.DIRECTORY);

/** Writes into the directory's row of a studio what should never stand there. */
async function misfile(slug: string, values: Partial<typeof studios.$inferInsert>): Promise<void> {
  await directory.db.update(studios).set(values).where(eq(studios.slug, slug));
}

function open(slug: string) {
  return directory.bySlug(slug).then((entry) => openStudio(env, entry, () => {}));
}

test("a subdomain without a studio is a friendly page with status 404", async () => {
  const response = await ask("nobody-is-here", "/");
  expect(response.status).toBe(404);
  expect(response.headers.get("cache-control")).toBe("no-store");
  expect(await response.text()).toContain("There is no studio here");
});

test("hosts that can be no studio's get the same page", async () => {
  for (const host of ["www", "a--b", "deep.aurora"]) expect((await ask(host, "/")).status).toBe(404);
});

test("the API of a subdomain without a studio answers in its envelope", async () => {
  const response = await ask("nobody-is-here", "/api/v1/galleries");
  expect(response.status).toBe(404);
  const requestId = response.headers.get("x-request-id");
  expect(await response.json()).toMatchObject({
    error: { type: "not_found", message: "There is no studio here" },
    path: "/api/v1/galleries",
    requestId,
  });
});

test("a suspended studio says so, on its pages and in its API, until it is resumed", async () => {
  const { slug } = await createTestStudio();
  await setStudioStatus(directory, slug, "suspended");
  const page = await ask(slug, "/");
  expect(page.status).toBe(403);
  expect(await page.text()).toContain("This studio is taking a break");
  const api = await ask(slug, "/api/v1/galleries");
  expect(api.status).toBe(403);
  expect(await api.json()).toMatchObject({ error: { type: "forbidden" } });
  await setStudioStatus(directory, slug, "active");
  expect((await ask(slug, "/")).status).toBe(200);
});

test("a studio whose database is not bound here is a 503 that says to come back", async () => {
  const { slug, dbRef } = await createTestStudio();
  await misfile(slug, { dbRef: "STUDIO_9999" });
  const response = await ask(slug, "/api/v1/galleries");
  await misfile(slug, { dbRef });
  expect(response.status).toBe(503);
  expect(response.headers.get("retry-after")).toBe("60");
  expect(await response.json()).toMatchObject({ error: { type: "unavailable" } });
  expectErrorLog(/not bound here.*STUDIO_9999/);
  expectErrorLog(/answered with an error/);
});

test("only the names of studio databases are looked up among the bindings", () => {
  for (const name of [
    "DIRECTORY",
    "PHOTOS",
    "constructor",
    "__proto__",
    "STUDIO_1",
    "studio_0001",
    "STUDIO_0001 ",
  ])
    expect(studioBinding(env, name)).toBeUndefined();
  expect(studioBinding(env, "STUDIO_0001")).toBeDefined();
});

test("a database that belongs to another studio is refused and logged", async () => {
  const one = await createTestStudio();
  const other = await createTestStudio();
  await misfile(other.slug, { dbRef: "STUDIO_9998" });
  await misfile(one.slug, { dbRef: other.dbRef });
  const opened = await open(one.slug);
  const response = await ask(one.slug, "/");
  await misfile(one.slug, { dbRef: one.dbRef });
  await misfile(other.slug, { dbRef: other.dbRef });
  expect(opened).toMatchObject({ ok: false, refusal: "unavailable" });
  expect(response.status).toBe(503);
  expectErrorLog(new RegExp(`database of another studio was refused.*${one.studio.tenant.id}`));
  expectErrorLog(/answered with an error/);
});

test("a database without an identity is refused and logged", async () => {
  const { slug, dbRef } = await createTestStudio();
  await studioBinding(env, dbRef)?.exec("DELETE FROM studio_identity");
  expect(await open(slug)).toMatchObject({ ok: false, refusal: "unavailable" });
  expectErrorLog(/database of another studio was refused/);
});

test("a database that is behind is brought up to date by the first to open it, however many come at once", async () => {
  const { slug, dbRef, studio } = await createTestStudio();
  await goBackToFirstMigration(dbRef);
  await misfile(slug, { schemaVersion: 1 });
  const responses = await Promise.all(Array.from({ length: 6 }, () => ask(slug, "/")));
  expect(responses.map((response) => response.status)).toEqual(Array(6).fill(200));
  expect(await directory.bySlug(slug)).toMatchObject({ schemaVersion: STUDIO_SCHEMA_VERSION });
  expect(await migrationsOf(dbRef)).toEqual(studioMigrations.map(({ name }) => name));
  expect((await reopen(slug)).tenant.id).toBe(studio.tenant.id);
});

test("a database that is behind and belongs to another studio is left as it is", async () => {
  const { slug, dbRef } = await createTestStudio();
  await goBackToFirstMigration(dbRef);
  await studioBinding(env, dbRef)?.exec("UPDATE studio_identity SET studio_id = 'std_another'");
  await misfile(slug, { schemaVersion: 1 });
  expect(await open(slug)).toMatchObject({ ok: false, refusal: "unavailable" });
  expect(await migrationsOf(dbRef)).toHaveLength(1);
  expect(await directory.bySlug(slug)).toMatchObject({ schemaVersion: 1 });
  expectErrorLog(/database of another studio was refused/);
});

test("a studio's origin is one label below the platform's", () => {
  expect(studioOrigin({ ROOT_ORIGIN: "https://safelight.example" }, "aurora")).toBe(
    "https://aurora.safelight.example",
  );
  expect(studioOrigin({ ROOT_ORIGIN: "http://localhost:8787" }, "aurora")).toBe(
    "http://aurora.localhost:8787",
  );
});

test("work that is due lowers the studio's next sweep and never puts it off", async () => {
  const { slug } = await createTestStudio();
  await misfile(slug, { nextDueAt: 5000 });
  const studio = await reopen(slug);
  await studio.dueBy(6000);
  expect(await directory.bySlug(slug)).toMatchObject({ nextDueAt: 5000 });
  await studio.dueBy(4000);
  expect(await directory.bySlug(slug)).toMatchObject({ nextDueAt: 4000 });
});

test("work is due also where a sweep has settled the studio meanwhile", async () => {
  const { slug } = await createTestStudio();
  const studio = await reopen(slug);
  const now = studio.clock.now();
  await misfile(slug, { nextDueAt: now + 3_600_000 });
  await studio.dueBy(now + 120_000);
  expect(await directory.bySlug(slug)).toMatchObject({ nextDueAt: now + 120_000 });
});

/** Makes a studio's database one of an old release that keeps its identity. */
async function goBackToFirstMigration(dbRef: string): Promise<void> {
  const [first] = studioMigrations;
  const d1 = studioBinding(env, dbRef);
  if (!d1 || !first) throw new Error("there is no such database");
  const identity = await d1.prepare("SELECT * FROM studio_identity").first<Record<string, unknown>>();
  if (!identity) throw new Error("the database has no identity");
  const { results } = await d1
    .prepare(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '_cf_%' ORDER BY rowid DESC",
    )
    .all<{ name: string }>();
  const created = first.statements.find((sql) => sql.includes("`studio_identity`")) ?? "";
  const columns = Object.keys(identity).filter((column) => created.includes(`\`${column}\``));
  await d1.batch([
    d1.prepare("PRAGMA defer_foreign_keys = on"),
    ...results
      .filter(({ name }) => name !== "applied_migrations")
      .map(({ name }) => d1.prepare(`DROP TABLE "${name}"`)),
    d1.prepare("DELETE FROM applied_migrations WHERE name <> ?").bind(first.name),
    ...first.statements.map((sql) => d1.prepare(sql)),
    d1
      .prepare(`INSERT INTO studio_identity (${columns}) VALUES (${columns.map(() => "?")})`)
      .bind(...columns.map((column) => identity[column])),
  ]);
}

async function migrationsOf(dbRef: string): Promise<string[]> {
  const d1 = studioBinding(env, dbRef);
  const found = await d1
    ?.prepare("SELECT name FROM applied_migrations ORDER BY name")
    .all<{ name: string }>();
  return (found?.results ?? []).map(({ name }) => name);
}
