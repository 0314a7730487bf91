import { expect, test } from "vitest";
import { DAY } from "../../../lib/time";
import { createTestStudio, later } from "../../../test/create-test-studio";
import { galleryDays, galleryDayVisitors } from "../schema/visitors";
import { statisticsOf } from "../statistics.server";
import { aGallery } from "../testing";
import { countView } from "./count-view.server";
import { forgetDayVisitors } from "./forget-day-visitors.server";

test("views are counted all, browsers once a day, and told apart on no other day", async () => {
  const { studio } = await createTestStudio();
  const { id } = await aGallery(studio);
  const phone = { network: "192.0.2.1", device: "phone" };
  for (const seen of [phone, phone, { ...phone, device: "desk" }]) await countView(studio, id, seen);
  const hashes = (await studio.db.select().from(galleryDayVisitors)).map(({ hash }) => hash);
  const tomorrow = later(studio, DAY);
  await countView(tomorrow, id, phone);
  expect(
    (await studio.db.select().from(galleryDays)).map(({ views, visitors }) => [views, visitors]),
  ).toEqual([
    [3, 2],
    [1, 1],
  ]);
  await forgetDayVisitors(tomorrow);
  const left = (await studio.db.select().from(galleryDayVisitors)).map(({ hash }) => hash);
  expect([left.length, left.some((hash) => hashes.includes(hash))]).toEqual([1, false]);
  const told = await statisticsOf(tomorrow, id);
  expect([told.views, told.visitors, told.days.at(-1)?.views, told.days.at(-2)?.visitors]).toEqual([
    4, 3, 1, 2,
  ]);
});
