import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { bytesSource } from "../../codec/byte-source";
import { createTestStudio } from "../../test/create-test-studio";
import { aGallery } from "../galleries/testing";
import { keepMetadata } from "./photo-metadata.server";
import { photos } from "./schema";
import { aPhoto } from "./testing";
import { tinyJpeg } from "./testing/tiny-jpeg";

test("what is read from a file again keeps the clock that the studio has set right", async () => {
  const { studio } = await createTestStudio();
  const { id } = await aPhoto(studio, (await aGallery(studio)).id);
  const read = async () => {
    await keepMetadata(studio, id, bytesSource(tinyJpeg()));
    return (await studio.db.select().from(photos).where(eq(photos.id, id)).get())?.capturedAt;
  };
  expect(await read()).toBe("2026-06-13T15:20:01+02:00");
  await studio.db.update(photos).set({ captureShift: 3733 }).where(eq(photos.id, id));
  expect([await read(), await read()]).toEqual(["2026-06-13T16:22:14+02:00", "2026-06-13T16:22:14+02:00"]);
});
