import { expect, test } from "vitest";
import { createTestStudio } from "../../../test/create-test-studio";
import { shareKeyOf } from "../model";
import { galleries } from "../schema";
import { aGallery } from "../testing";
import { createGallery } from "./create-gallery.server";

const input = {
  name: "Anna & Ben",
  visibility: "public",
  priceListId: null,
  expiresAt: null,
  freeDownloads: "none",
  downloadPin: null,
} as const;

test("a new gallery is a draft in the studio's currency with both its addresses", async () => {
  const { studio } = await createTestStudio("borealis");
  const created = await createGallery(studio, { ...input, name: "Ægir & Øyvind – Vår" });
  if (!created.ok) throw new Error("it was refused");
  expect(created.value).toMatchObject({
    id: expect.stringMatching(/^gal_[0-9a-z]{26}$/),
    status: "draft",
    publishedAt: null,
    shareKey: expect.stringMatching(/^[\w-]{22}$/),
    slug: expect.stringMatching(/^[a-z0-9-]+$/),
  });
});

test("galleries of one name get different addresses, also when they are made at once", async () => {
  const { studio } = await createTestStudio();
  const made = await Promise.all(Array.from({ length: 8 }, () => aGallery(studio, { name: "Wedding" })));
  expect(new Set(made.map((gallery) => gallery.slug)).size).toBe(8);
  expect(new Set(made.map((gallery) => gallery.shareKey)).size).toBe(8);
  expect(made.filter((gallery) => gallery.slug === "wedding")).toHaveLength(1);
});

test("a name without a letter that an address can hold still has an address", async () => {
  const { studio } = await createTestStudio();
  const [first, second] = [await aGallery(studio, { name: "桜" }), await aGallery(studio, { name: "💍" })];
  expect(first.slug).toBe("gallery");
  expect(second.slug).toMatch(/^gallery-/);
});

test("a gallery cannot be made that has expired already, but one that expires this moment can", async () => {
  const { studio } = await createTestStudio();
  const now = studio.clock.now();
  const frozen = { ...studio, clock: { ...studio.clock, now: () => now } };
  const past = await createGallery(frozen, { ...input, expiresAt: now - 1 });
  expect(past).toEqual({ ok: false, refusal: "expiry_in_the_past" });
  expect(await studio.db.$count(galleries)).toBe(0);
  expect((await createGallery(frozen, { ...input, expiresAt: now })).ok).toBe(true);
});

test("an unlisted gallery is shared by its secret, a public one by its name", async () => {
  const { studio } = await createTestStudio();
  const listed = await aGallery(studio);
  const unlisted = await aGallery(studio, { visibility: "unlisted" });
  expect(shareKeyOf(listed)).toBe("anna-ben");
  expect(shareKeyOf(unlisted)).toBe(unlisted.shareKey);
});
