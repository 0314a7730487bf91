import { and, eq, lt } from "drizzle-orm";
import { expect, test } from "vitest";
import { countingRows } from "../../test/count-rows";
import { createTestStudio } from "../../test/create-test-studio";
import { listTiles } from "../downloads/queries.server";
import { findRendition, listPhotos } from "../ingest/queries.server";
import { photos } from "../ingest/schema";
import { getShownPhoto, listShownPhotos } from "../ingest/shown-photos.server";
import { manyPhotos } from "../ingest/testing";
import { galleryPage } from "./gallery-page.server";
import { defaultRights, type Viewer } from "./model/roles";
import { getGallery, listGalleries, listPublicGalleries } from "./queries.server";
import { aGallery } from "./testing";
import { enterGallery } from "./viewer.server";

const guest: Viewer = {
  role: "guest",
  rights: defaultRights.guest,
  seesHidden: false,
  isMember: false,
  clientId: null,
};

const firstTiles = { size: "web", cursor: undefined, limit: 60 } as const;

const FEW = 100;
const MANY = 3000;

test("what a page reads does not grow with the gallery", async () => {
  const small = await costOfPages(FEW);
  const large = await costOfPages(MANY);
  expect(large).toEqual(small);
});

test("what a page reads does not grow with the photos that are hidden from guests", async () => {
  const small = await costOfPages(FEW, { shown: FEW - 10 });
  const large = await costOfPages(MANY, { shown: FEW - 10 });
  expect(large).toEqual(small);
});

/** Rows that D1 reads for each page of a gallery with so many photos, of which the last ones are shown to guests. */
async function costOfPages(count: number, { shown = count } = {}) {
  const { studio, dbRef } = await createTestStudio();
  const gallery = await aGallery(studio);
  const all = await manyPhotos(studio, gallery.id, count);
  const ids = all.slice(count - shown);
  if (shown < count) {
    const isBefore = and(eq(photos.galleryId, gallery.id), lt(photos.id, ids[0] ?? ""));
    await studio.db.update(photos).set({ hidden: true }).where(isBefore);
  }
  const middle = ids[FEW / 2] ?? "";
  const shelf = { galleryId: gallery.id, sectionId: null, seesHidden: false };
  const pages = {
    home: (s: typeof studio) => listPublicGalleries(s, 60),
    workspace: (s: typeof studio) => listGalleries(s, { limit: 24 }),
    page: async (s: typeof studio) => galleryPage(s, await getGallery(s, gallery.id), guest, null),
    laterPage: async (s: typeof studio) =>
      galleryPage(s, await getGallery(s, gallery.id), guest, `-~0.${ids[30]}`),
    shared: (s: typeof studio) => enterGallery(s, gallery.slug),
    firstPhotos: (s: typeof studio) => listShownPhotos(s, shelf, { limit: 48 }),
    laterPhotos: (s: typeof studio) => listShownPhotos(s, shelf, { limit: 48, cursor: `0.${ids[10]}` }),
    board: (s: typeof studio) => listPhotos(s, gallery.id, { limit: 50 }),
    large: (s: typeof studio) => getShownPhoto(s, shelf, middle),
    image: (s: typeof studio) => findRendition(s, middle),
    downloads: (s: typeof studio) =>
      listTiles(s, { orderId: null, galleryId: gallery.id, grant: "web", seesHidden: false }, firstTiles),
  };
  const costs: Record<string, number> = {};
  for (const [name, page] of Object.entries(pages)) {
    const counting = countingRows(studio, dbRef);
    await page(counting.studio);
    costs[name] = counting.rowsRead();
  }
  return costs;
}
