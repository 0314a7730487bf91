import { and, eq, sql } from "drizzle-orm";
import { afterEach, expect, test } from "vitest";
import { studios } from "../db/directory-schema";
import type { Gallery } from "../features/galleries/model";
import { galleries } from "../features/galleries/schema";
import { aGallery } from "../features/galleries/testing";
import { HOUR, MINUTE } from "../lib/time";
import { Directory } from "../tenancy/directory";
import type { Studio } from "../tenancy/studio";
import { createTestStudio, env, reopen } from "../test/create-test-studio";
import { commit } from "./commit";
import { outbox } from "./schema";

let disturbed: Studio | null = null;

afterEach(async () => {
  await disturbed?.db.run(sql`drop trigger if exists no_outbox`);
  disturbed = null;
});

/** From now on this studio's outbox takes nothing, as if the database broke in the middle of a commit. */
async function breakOutbox(studio: Studio): Promise<void> {
  disturbed = studio;
  await studio.db.run(
    sql`create trigger no_outbox before insert on outbox begin select raise(abort, 'the outbox is broken'); end`,
  );
}

/** Renames a gallery if it still has its name, and announces that. */
function rename(studio: Studio, { id, name }: Pick<Gallery, "id" | "name">, to: string, around = {}) {
  const change = studio.db
    .update(galleries)
    .set({ name: to })
    .where(and(eq(galleries.id, id), eq(galleries.name, name)))
    .returning({ name: galleries.name });
  return commit(studio, change, { event: { name: "gallery.expired", payload: { galleryId: id } } }, around);
}

const nameOf = async (studio: Studio, id: string) =>
  (await studio.db.select().from(galleries).where(eq(galleries.id, id)).get())?.name;

function counted(studio: Studio) {
  const calls = { afterCommit: 0, dueBy: [] as number[] };
  const watched: Studio = {
    ...studio,
    afterCommit: () => void calls.afterCommit++,
    dueBy: async (at) => void calls.dueBy.push(at),
  };
  return { studio: watched, calls };
}

test("a change and its event are committed together and sent on", async () => {
  const { studio: quiet } = await createTestStudio();
  const gallery = await aGallery(quiet);
  const { studio, calls } = counted(quiet);
  const before = studio.clock.now();
  expect(await rename(studio, gallery, "Other")).toEqual([{ name: "Other" }]);
  expect(await studio.db.select().from(outbox)).toEqual([
    {
      id: expect.stringMatching(/^evt_/),
      name: "gallery.expired",
      payload: JSON.stringify({ galleryId: gallery.id }),
      happenedAt: expect.any(Number),
      relayedAt: null,
    },
  ]);
  expect(calls.afterCommit).toBe(1);
  expect(calls.dueBy.at(-1)).toBeGreaterThanOrEqual(before + 2 * MINUTE);
});

test("a change whose guard does not hold any more announces nothing", async () => {
  const { studio: quiet } = await createTestStudio();
  const gallery = await aGallery(quiet);
  const { studio, calls } = counted(quiet);
  expect(await rename(studio, { ...gallery, name: "Stale" }, "Other")).toEqual([]);
  expect(await nameOf(studio, gallery.id)).toBe(gallery.name);
  expect(await studio.db.$count(outbox)).toBe(0);
  expect(calls.afterCommit).toBe(0);
});

test("of many who make the same change at once one is told so, and it is announced once", async () => {
  const { studio } = await createTestStudio();
  const gallery = await aGallery(studio);
  const results = await Promise.all(
    Array.from({ length: 8 }, (_, i) => rename(studio, gallery, `Name ${i}`)),
  );
  expect(results.filter((rows) => rows.length === 1)).toHaveLength(1);
  expect(await studio.db.$count(outbox)).toBe(1);
});

test("a change whose event cannot be written does not happen, nor what goes around it", async () => {
  const { studio: quiet } = await createTestStudio();
  const [gallery, before, after] = [await aGallery(quiet), await aGallery(quiet), await aGallery(quiet)];
  const { studio, calls } = counted(quiet);
  const touch = ({ id }: Gallery) =>
    studio.db.update(galleries).set({ name: "Touched" }).where(eq(galleries.id, id));
  await breakOutbox(studio);
  const around = { before: [touch(before)], after: [touch(after)] };
  await expect(rename(studio, gallery, "Other", around)).rejects.toThrow();
  for (const { id, name } of [gallery, before, after]) expect(await nameOf(studio, id)).toBe(name);
  expect(calls.afterCommit).toBe(0);
});

test("an event whose change cannot be made is not announced", async () => {
  const { studio } = await createTestStudio();
  const [gallery, other] = [await aGallery(studio), await aGallery(studio)];
  const clash = studio.db
    .update(galleries)
    .set({ slug: other.slug })
    .where(eq(galleries.id, gallery.id))
    .returning({ id: galleries.id });
  const event = { event: { name: "gallery.expired", payload: { galleryId: gallery.id } } } as const;
  await expect(commit(studio, clash, event)).rejects.toThrow();
  expect(await studio.db.$count(outbox)).toBe(0);
});

test("what goes before a change does not stand in for it", async () => {
  const { studio } = await createTestStudio();
  const [gallery, other] = [await aGallery(studio), await aGallery(studio)];
  const before = [studio.db.update(galleries).set({ name: "Touched" }).where(eq(galleries.id, other.id))];
  expect(await rename(studio, { ...gallery, name: "Stale" }, "Other", { before })).toEqual([]);
  expect(await nameOf(studio, other.id)).toBe("Touched");
  expect(await studio.db.$count(outbox)).toBe(0);
});

test("the sweep is called for before the commit, so that a Worker that dies after it loses nothing", async () => {
  const { studio, slug } = await createTestStudio();
  const gallery = await aGallery(studio);
  const directory = new Directory(env.DIRECTORY);
  const isThis = eq(studios.id, studio.tenant.id);
  await directory.db
    .update(studios)
    .set({ nextDueAt: Date.now() + HOUR })
    .where(isThis);
  const opened = await reopen(slug);
  await breakOutbox(opened);
  await expect(rename(opened, gallery, "Other")).rejects.toThrow();
  const row = await directory.db.select({ at: studios.nextDueAt }).from(studios).where(isThis).get();
  expect(row?.at).toBeLessThan(Date.now() + 3 * MINUTE);
});
