import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { changeGallery } from "../features/galleries/commands/change-gallery.server";
import { type Gallery, type Visibility, visibilities } from "../features/galleries/model";
import { galleries } from "../features/galleries/schema";
import { aGallery } from "../features/galleries/testing";
import { photos } from "../features/ingest/schema";
import { aPhoto } from "../features/ingest/testing";
import { aPriceList } from "../features/storefront/testing";
import { DAY, MINUTE } from "../lib/time";
import { createTestStudio, type TestStudio } from "./create-test-studio";
import { askDoors, type Scene } from "./rights-matrix/galleries/ask-doors";
import { type Door, expectedAnswer, rights, standings } from "./rights-matrix/galleries/expected";
import { type Visitor, visitorsOf } from "./rights-matrix/galleries/visitors";

/** More than a thousand requests, however slow the machine is. */
const WALK = { timeout: 5 * MINUTE };

for (const kind of visibilities)
  test(
    `every door of a ${kind} gallery gives everybody what the table says, open, expired and taken back`,
    WALK,
    async () => {
      const made = await createTestStudio();
      const scene = await aScene(made, kind);
      const visitors = await visitorsOf(made, scene.gallery);
      const states = {
        open: {},
        expired: { expiresAt: made.studio.clock.now() - DAY, reopenPrice: 0 },
        draft: { expiresAt: null, status: "draft" },
      } as const;
      for (const [state, values] of Object.entries(states)) {
        if (state !== "open") await become(made, scene.gallery, values);
        const surprises = await Promise.all(
          (state === "open" ? visitors : oneOfEach(visitors, kind)).map((visitor) =>
            surprisesOf(visitor, scene, state as keyof typeof states),
          ),
        );
        expect(surprises.flat(), state).toEqual([]);
      }
    },
  );

/** Somebody of each standing: whether a gallery is open at all is asked of everybody alike. */
function oneOfEach(visitors: Visitor[], kind: Visibility): Visitor[] {
  const found = new Map(visitors.toReversed().map((visitor) => [standings[visitor.who][kind], visitor]));
  return [...found.values()];
}

async function surprisesOf(visitor: Visitor, scene: Scene, state: "open" | "expired" | "draft") {
  const { who } = visitor;
  const standing = standings[who][scene.gallery.visibility];
  if (!standing) throw new Error(`${who} cannot be there`);
  const answers = Object.entries(await askDoors(visitor, scene));
  return answers.flatMap(([door, got]) => {
    const expected = expectedAnswer(door as Door, standing, state);
    return got === expected ? [] : [`${door} by ${who} (${standing}): ${got}, expected: ${expected}`];
  });
}

/** A published gallery that gives away and sells two photos, of which one is hidden. */
async function aScene({ studio }: TestStudio, visibility: Gallery["visibility"]): Promise<Scene> {
  const list = await aPriceList(studio, [{ name: "File", amount: 0 }]);
  const gallery = await aGallery(studio, { visibility });
  const changed = await changeGallery(studio, gallery.id, { rights, priceListId: list.id });
  if (!changed.ok) throw new Error(changed.refusal);
  const photo = (await aPhoto(studio, gallery.id, { filename: "shown.jpg", web: true })).id;
  const hidden = (await aPhoto(studio, gallery.id, { filename: "hidden.jpg", web: true })).id;
  await studio.db.update(photos).set({ hidden: true }).where(eq(photos.id, hidden));
  return { gallery: changed.value, photo, hidden, product: list.products.File ?? "" };
}

async function become({ studio }: TestStudio, { id }: Gallery, values: Partial<Gallery>): Promise<void> {
  await studio.db.update(galleries).set(values).where(eq(galleries.id, id));
}
