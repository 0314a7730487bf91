import { expect, test } from "vitest";
import type { StudioObjects } from "../../adapters/objects/studio-objects";
import { createTestStudio } from "../../test/create-test-studio";
import { missingFiles } from "./missing-files.server";

/** Objects of a photo that come before its original in the order of keys. */
const PICTURES = ["1-a/grid.jpg", "1-a/thumb.jpg"];

/** Originals in storage, of three bytes each, with pictures beside them. */
async function stored(objects: StudioObjects, photos: string[], pictures = PICTURES) {
  const put = (photo: string, name: string) =>
    objects.put(`${photo}/${name}`, new Uint8Array(3), "image/jpeg");
  await Promise.all(photos.flatMap((photo) => ["original", ...pictures].map((name) => put(photo, name))));
  return photos.map((photo) => ({ key: `${photo}/original`, size: 3 }));
}

/** Storage that lists no more than `page` objects at a time, and counts what it is asked. */
function counted(objects: StudioObjects, page = 1000) {
  const asked = { listAfter: 0, size: 0 };
  const counting: StudioObjects = {
    ...objects,
    async listAfter(key) {
      asked.listAfter++;
      const { objects: listed, isAll } = await objects.listAfter(key);
      return { objects: listed.slice(0, page), isAll: isAll && listed.length <= page };
    },
    size(key) {
      asked.size++;
      return objects.size(key);
    },
  };
  return { asked, counting };
}

const named = (count: number) => Array.from({ length: count }, (_, i) => `pho_${String(i).padStart(5, "0")}`);

test("of files that are all there none is missing, and of none neither", async () => {
  const { studio } = await createTestStudio();
  expect(await missingFiles(studio.objects, [])).toEqual([]);
  const files = await stored(studio.objects, named(3));
  expect(await missingFiles(studio.objects, files)).toEqual([]);
});

test("neighbours are found by listings, a hundred photos at a time", async () => {
  const { studio } = await createTestStudio();
  const files = await stored(studio.objects, named(130));
  const { asked, counting } = counted(studio.objects);
  expect(await missingFiles(counting, files.toReversed())).toEqual([]);
  expect(asked).toEqual({ listAfter: 2, size: 0 });
});

test("listings go on where one of them ended", async () => {
  const { studio } = await createTestStudio();
  const files = await stored(studio.objects, named(60));
  await studio.objects.delete(["pho_00019/original", "pho_00020/original"]);
  const { asked, counting } = counted(studio.objects, 60);
  expect(await missingFiles(counting, files)).toEqual(files.slice(19, 21));
  expect(asked).toEqual({ listAfter: 3, size: 0 });
});

test("files that are gone, or have another size, are named wherever they stand", async () => {
  const { studio } = await createTestStudio();
  const files = await stored(studio.objects, named(120));
  const gone = [0, 1, 99, 100, 110, 119].map((i) => files[i]?.key ?? "");
  await studio.objects.delete(gone);
  await studio.objects.put("pho_00042/original", new Uint8Array(2), "image/jpeg");
  const missing = await missingFiles(studio.objects, files);
  expect(missing.map(({ key }) => key).sort()).toEqual([...gone, "pho_00042/original"].sort());
});

test("when nothing at all is there, every file is named", async () => {
  const { studio } = await createTestStudio();
  const files = named(120).map((photo) => ({ key: `${photo}/original`, size: 3 }));
  expect(await missingFiles(studio.objects, files)).toHaveLength(120);
});

test("files that lie far apart are asked for one by one", async () => {
  const { studio } = await createTestStudio();
  const all = await stored(studio.objects, named(120), []);
  const wanted = all.filter((_, i) => i % 10 === 7);
  await studio.objects.delete([wanted[4]?.key ?? "", wanted[7]?.key ?? ""]);
  const { asked, counting } = counted(studio.objects, 50);
  const missing = await missingFiles(counting, wanted);
  expect(missing).toEqual([wanted[4], wanted[7]]);
  expect(asked).toEqual({ listAfter: 1, size: 6 });
});

test("another studio's files are not there", async () => {
  const [here, there] = [await createTestStudio(), await createTestStudio()];
  const files = await stored(there.studio.objects, named(20));
  expect(await missingFiles(here.studio.objects, files)).toHaveLength(20);
});
