import { expect, test } from "vitest";
import { createTestStudio } from "../../test/create-test-studio";
import { aPhoto } from "../ingest/testing";
import { getGallery, listPublicGalleries } from "./queries.server";
import { aGallery } from "./testing";

test("a gallery's counters follow its photos", async () => {
  const { studio } = await createTestStudio();
  const gallery = await aGallery(studio);
  await aPhoto(studio, gallery.id);
  await aPhoto(studio, gallery.id, { ready: false });
  const counted = await getGallery(studio, gallery.id);
  expect(counted).toMatchObject({ photoCount: 2, readyCount: 1, failedCount: 0 });
});

test("the home page lists a public gallery with its first ready photo as its cover", async () => {
  const { studio } = await createTestStudio();
  const gallery = await aGallery(studio);
  await aPhoto(studio, gallery.id, { ready: false });
  const { id } = await aPhoto(studio, gallery.id);
  await aPhoto(studio, gallery.id);
  const [listed] = await listPublicGalleries(studio, 10);
  expect(listed?.coverPhoto).toEqual({ id, version: 1, width: 64, height: 48 });
});
