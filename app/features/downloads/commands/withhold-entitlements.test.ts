import { expect, test } from "vitest";
import { auditLog } from "../../../events/schema";
import type { Studio } from "../../../tenancy/studio";
import { createTestStudio } from "../../../test/create-test-studio";
import { askPage } from "../../../test/pages";
import { actsOn } from "../../account/testing";
import { restoreEntitlements, withholdEntitlements } from "../index.server";
import type { Withholding } from "../model";
import { archivePath, downloadPath, downloadThumbPath, originalPath } from "../paths";
import { listOffers } from "../queries.server";
import { aPurchase, fetched } from "../testing/holders";
import type { EntitledBy } from "./withhold-entitlements.server";

type Batch = Parameters<Studio["db"]["batch"]>[0];

const withhold = async (studio: Studio, order: EntitledBy, reason: Withholding) =>
  studio.db.batch((await withholdEntitlements(studio, order, reason)) as unknown as Batch);

const restore = async (studio: Studio, order: EntitledBy, reason: Withholding) =>
  studio.db.batch((await restoreEntitlements(studio, order, reason)) as unknown as Batch);

/** How many photos an order's buyer may take now. */
async function entitled(studio: Studio, orderId: string) {
  const [offer] = await listOffers(studio, { orderId, galleryId: null, grant: null, seesHidden: false });
  return offer?.items.length ?? 0;
}

test("a refunded order hands out no byte by any of its addresses, and its page says so", async () => {
  const { studio, slug } = await createTestStudio();
  const { order, token, photoIds } = await aPurchase(studio);
  const [photo = ""] = photoIds;
  const paths = [
    archivePath(token),
    archivePath(token, "web"),
    originalPath(token, photo),
    originalPath(token, photo, "web"),
    downloadThumbPath(token, photo),
  ];
  for (const path of paths) expect((await fetched(slug, path)).status, path).toBe(200);
  await withhold(studio, { orderId: order.id }, "refund");
  for (const path of paths)
    expect(await fetched(slug, path), path).toEqual({
      status: 303,
      location: downloadPath(token),
      bytes: new Uint8Array(),
    });
  const page = await (await askPage(slug, downloadPath(token))).text();
  expect(page).toContain("These downloads have ended");
  expect(page).not.toContain(photo);
  expect(page).not.toContain("Mail me a fresh link");
  await restore(studio, { orderId: order.id }, "refund");
  for (const path of paths) expect((await fetched(slug, path)).status, path).toBe(200);
});

test("a line that was refunded takes its photo only, and the others go on", async () => {
  const { studio, slug } = await createTestStudio();
  const { order, token, photoIds, lineOf } = await aPurchase(studio);
  const [gone = "", kept = ""] = photoIds;
  await withhold(studio, { orderId: order.id, lineId: lineOf(gone) }, "refund");
  expect((await fetched(slug, originalPath(token, gone))).status).toBe(404);
  expect((await fetched(slug, downloadThumbPath(token, gone))).status).toBe(404);
  expect((await fetched(slug, originalPath(token, kept))).status).toBe(200);
  const page = await (await askPage(slug, downloadPath(token))).text();
  expect([page.includes(kept), page.includes(gone)]).toEqual([true, false]);
});

test("a dispute that is won gives back what it withheld, and not what was refunded", async () => {
  const { studio } = await createTestStudio();
  const { order, photoIds, lineOf } = await aPurchase(studio);
  const whole = { orderId: order.id };
  const line = { orderId: order.id, lineId: lineOf(photoIds[0] ?? "") };
  await withhold(studio, line, "refund");
  await withhold(studio, whole, "dispute");
  expect(await entitled(studio, order.id)).toBe(0);
  await restore(studio, whole, "dispute");
  expect(await entitled(studio, order.id)).toBe(1);
  await restore(studio, line, "refund");
  expect(await entitled(studio, order.id)).toBe(2);
});

test("doing it again, or at once, changes and tells nothing more; another order is left alone", async () => {
  const { studio } = await createTestStudio();
  const [one, other] = [await aPurchase(studio, { photos: 1 }), await aPurchase(studio, { photos: 1 })];
  const order = { orderId: one.order.id };
  const twice = (act: () => Promise<unknown>) => Promise.all([act(), act()]);
  await twice(() => withhold(studio, order, "refund"));
  await withhold(studio, order, "refund");
  await twice(() => restore(studio, order, "refund"));
  await restore(studio, order, "dispute");
  const told = (await actsOn(studio, order.orderId)).filter((act) => act.startsWith("entitlements."));
  expect(told).toEqual(["entitlements.withheld", "entitlements.restored"]);
  expect(await entitled(studio, other.order.id)).toBe(1);
  const rows = await studio.db.select().from(auditLog);
  expect(rows.find(({ action }) => action === "entitlements.withheld")?.details).toBe(
    '{"after":{"reason":"refund"}}',
  );
});
