import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { databasePool, studios } from "../../db/directory-schema";
import { HOUR } from "../../lib/time";
import { Directory } from "../../tenancy/directory";
import { ask } from "../../test/ask";
import { createTestStudio, env } from "../../test/create-test-studio";
import { addToPool, listStudios, setStudioStatus } from "./index.server";

const directory = new Directory(env.DIRECTORY);

test("a suspended studio is closed with the next request and opens again when it is resumed", async () => {
  const { slug } = await createTestStudio();
  const status = async () => (await ask(slug, "/api/v1/galleries")).status;
  expect(await setStudioStatus(directory, slug, "suspended")).toBe("changed");
  expect(await status()).toBe(403);
  expect(await setStudioStatus(directory, slug, "suspended")).toBe("unchanged");
  expect(await setStudioStatus(directory, slug, "active")).toBe("changed");
  expect(await status()).toBe(401);
  expect(await setStudioStatus(directory, slug, "active")).toBe("unchanged");
});

test("a studio that does not exist can be neither suspended nor resumed", async () => {
  expect(await setStudioStatus(directory, "nobody-here", "suspended")).toBe("unknown");
  expect(await setStudioStatus(directory, "nobody-here", "active")).toBe("unknown");
});

test("suspending one studio leaves the others open", async () => {
  const [one, other] = [await createTestStudio(), await createTestStudio("borealis")];
  await setStudioStatus(directory, one.slug, "suspended");
  const listed = await listStudios(directory);
  const statusOf = (slug: string) => listed.find((studio) => studio.slug === slug)?.status;
  expect([statusOf(one.slug), statusOf(other.slug)]).toEqual(["suspended", "active"]);
});

test("a suspended studio is not swept, and a resumed one is swept at once", async () => {
  const { slug, studio } = await createTestStudio();
  const { id } = studio.tenant;
  const due = async (now: number) => (await directory.dueStudios(now, 1000)).includes(id);
  await setStudioStatus(directory, slug, "suspended");
  expect(await due(Date.now() + HOUR)).toBe(false);
  await directory.db
    .update(studios)
    .set({ nextDueAt: Date.now() + HOUR })
    .where(eq(studios.id, id));
  await setStudioStatus(directory, slug, "active");
  expect(await due(Date.now())).toBe(true);
});

test("studios are listed by their slugs with where they live and nothing secret", async () => {
  const { slug, dbRef } = await createTestStudio();
  const listed = await listStudios(directory);
  expect(listed.map((studio) => studio.slug)).toEqual(listed.map((studio) => studio.slug).toSorted());
  expect(listed.find((studio) => studio.slug === slug)).toMatchObject({ status: "active", dbRef });
});

test("a database that is put into the pool again stays as it is", async () => {
  const { dbRef, studio } = await createTestStudio();
  await addToPool(directory, [dbRef]);
  const row = await directory.db.select().from(databasePool).where(eq(databasePool.dbRef, dbRef)).get();
  expect(row).toMatchObject({ state: "claimed", claimedBy: studio.tenant.id });
});
