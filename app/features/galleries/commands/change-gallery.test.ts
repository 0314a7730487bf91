import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { studios } from "../../../db/directory-schema";
import { DAY } from "../../../lib/time";
import { Directory } from "../../../tenancy/directory";
import type { Studio } from "../../../tenancy/studio";
import { createTestStudio, env, later, reopen } from "../../../test/create-test-studio";
import { getGallery } from "../queries.server";
import { aGallery } from "../testing";
import { changeGallery } from "./change-gallery.server";
import { publishGallery, unpublishGallery } from "./publish-gallery.server";

async function nextDueAt(studio: Studio): Promise<number> {
  const { db } = new Directory(env.DIRECTORY);
  const row = await db
    .select({ at: studios.nextDueAt })
    .from(studios)
    .where(eq(studios.id, studio.tenant.id))
    .get();
  return row?.at ?? 0;
}

test("what is left out of a change stays as it was, the address too", async () => {
  const { studio } = await createTestStudio();
  const before = await aGallery(studio, { expiresAt: studio.clock.now() + DAY });
  const changed = await changeGallery(studio, before.id, { name: "Anna, Ben & Carl" });
  expect(changed).toEqual({ ok: true, value: { ...before, name: "Anna, Ben & Carl" } });
  expect(await changeGallery(studio, before.id, {})).toMatchObject({ ok: true });
  expect(await getGallery(studio, before.id)).toEqual({ ...before, name: "Anna, Ben & Carl" });
});

test("a last moment can be moved and taken away, but not into the past", async () => {
  const { studio } = await createTestStudio();
  const now = studio.clock.now();
  const { id } = await aGallery(studio, { expiresAt: now + DAY });
  const refused = await changeGallery(studio, id, { name: "Other", expiresAt: now - 1 });
  expect(refused).toEqual({ ok: false, refusal: "expiry_in_the_past" });
  expect(await getGallery(studio, id)).toMatchObject({ name: "Anna & Ben", expiresAt: now + DAY });
  await changeGallery(studio, id, { expiresAt: null });
  expect(await getGallery(studio, id)).toMatchObject({ expiresAt: null });
});

test("a gallery that has expired can be changed without moving its last moment", async () => {
  const { studio } = await createTestStudio();
  const { id, expiresAt } = await aGallery(studio, { expiresAt: studio.clock.now() + DAY });
  const changed = await changeGallery(later(studio, 2 * DAY), id, { name: "Later", expiresAt });
  expect(changed).toMatchObject({ ok: true, value: { name: "Later", expiresAt } });
});

test("publishing keeps the day a gallery was first open, unless it was a draft in between", async () => {
  const { studio } = await createTestStudio();
  const { id, publishedAt } = await aGallery(studio);
  const again = await publishGallery(later(studio, DAY), id);
  expect(again.publishedAt).toBe(publishedAt);
  expect(await unpublishGallery(studio, id)).toMatchObject({ status: "draft" });
  const anew = await publishGallery(later(studio, DAY), id);
  expect(anew.publishedAt).toBeGreaterThan((publishedAt ?? 0) + DAY / 2);
});

test("who is in comes in anew after another way in, and a draft that nobody has seen counts none", async () => {
  const { studio } = await createTestStudio();
  const { id } = await aGallery(studio, { published: false });
  const versionAfter = async (visibility: "public" | "unlisted" | "people") => {
    await changeGallery(studio, id, { visibility });
    return (await getGallery(studio, id)).accessVersion;
  };
  expect([await versionAfter("people"), await versionAfter("unlisted")]).toEqual([1, 1]);
  await publishGallery(studio, id);
  expect([await versionAfter("public"), await versionAfter("public")]).toEqual([2, 2]);
  await unpublishGallery(studio, id);
  expect(await versionAfter("unlisted")).toBe(4);
});

test("the sweep is told of the last moment by publishing and by every move of it", async () => {
  const { studio, slug } = await createTestStudio();
  const directory = new Directory(env.DIRECTORY);
  const rest = studio.clock.now() + 90 * DAY;
  const settled = async () => {
    await directory.db.update(studios).set({ nextDueAt: rest }).where(eq(studios.id, studio.tenant.id));
    return reopen(slug);
  };
  const first = studio.clock.now() + 30 * DAY;
  const draft = await aGallery(await settled(), { expiresAt: first, published: false });
  await publishGallery(await settled(), draft.id);
  expect(await nextDueAt(studio)).toBe(first + 1);
  await changeGallery(await settled(), draft.id, { expiresAt: first - DAY });
  expect(await nextDueAt(studio)).toBe(first - DAY + 1);
});

test("a gallery that does not exist cannot be changed, published or taken back", async () => {
  const { studio } = await createTestStudio();
  const id = "gal_00000000000000000000000000";
  const missing = { kind: "app_error", type: "not_found" };
  await expect(changeGallery(studio, id, { name: "Other" })).rejects.toMatchObject(missing);
  await expect(publishGallery(studio, id)).rejects.toMatchObject(missing);
  await expect(unpublishGallery(studio, id)).rejects.toMatchObject(missing);
});
