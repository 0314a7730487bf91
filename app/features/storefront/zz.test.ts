import { expect, test } from "vitest";
import { createTestStudio } from "../../test/create-test-studio";
import { aGallery } from "../galleries/testing";
import { aPhoto } from "../ingest/testing";
import { placeOrder } from "./index.server";

test("x", async () => {
  const { studio } = await createTestStudio();
  const gallery = await aGallery(studio);
  const { id } = await aPhoto(studio, gallery.id);
  const placed = await placeOrder(studio, { gallery, photoIds: [id], email: "a@example.com" });
  expect(placed).toMatchObject({ ok: true });
});
