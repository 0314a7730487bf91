import { expect, test } from "vitest";
import { dayOf, endOfDay } from "../../../lib/time";
import { createTestStudio } from "../../../test/create-test-studio";
import { passwordOf } from "../download-pin.server";
import { presetNames, presets } from "../model/presets";
import { sectionsOf } from "../sections.server";
import { makeGallery } from "./make-gallery.server";

test("a gallery of a kind has everything that is usual for it, its sections and its last day too", async () => {
  const { studio } = await createTestStudio();
  for (const preset of presetNames) {
    const made = await makeGallery(studio, { name: `A ${preset}`, preset });
    if (!made.ok) throw new Error(made.refusal);
    const { sells: _, lastsDays, ...usual } = presets[preset];
    expect(made.value).toMatchObject({ ...usual, preset, status: "draft" });
    const { timeZone } = studio.tenant;
    expect(made.value.expiresAt).toBe(endOfDay(dayOf(made.value.expiresAt ?? 0, timeZone), timeZone));
    expect(dayOf(made.value.expiresAt ?? 0, timeZone) > dayOf(studio.clock.now(), timeZone)).toBe(
      lastsDays !== null,
    );
    const password = await passwordOf(studio, made.value);
    expect(password === null ? "" : password).toMatch(
      usual.visibility === "password" ? /^[a-z2-9]{8}$/ : /^$/,
    );
  }
});

test("the sections of a wedding stand in their order", async () => {
  const { studio } = await createTestStudio();
  const made = await makeGallery(studio, { name: "Anna & Ben", preset: "wedding" });
  if (!made.ok) throw new Error(made.refusal);
  expect((await sectionsOf(studio, made.value.id)).map(({ name }) => name)).toEqual([
    "Getting ready",
    "Ceremony",
    "Portraits",
    "Celebration",
  ]);
});

test("what is said goes before what is usual, and without a kind nothing is usual", async () => {
  const { studio } = await createTestStudio();
  const expiresAt = studio.clock.now() + 5000;
  const said = await makeGallery(studio, { name: "A", preset: "event", visibility: "unlisted", expiresAt });
  expect(said.ok && said.value).toMatchObject({ visibility: "unlisted", expiresAt, cover: "magazine" });
  const plain = await makeGallery(studio, { name: "B", preset: null });
  expect(plain.ok && plain.value).toMatchObject({ visibility: "unlisted", expiresAt: null, preset: null });
  expect(await makeGallery(studio, { name: "C", preset: "event", expiresAt: 1 })).toEqual({
    ok: false,
    refusal: "expiry_in_the_past",
  });
});
