import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { auditLog } from "../../../events/schema";
import { jobs } from "../../../jobs/schema";
import { addDays, DAY, dayOf, endOfDay, HOUR } from "../../../lib/time";
import type { Studio } from "../../../tenancy/studio";
import { createTestStudio, deliver, later, setClock, workOff } from "../../../test/create-test-studio";
import { mailsTo, pay } from "../../../test/sandbox";
import { originalKey } from "../../ingest/model";
import { photos } from "../../ingest/schema";
import { aPhoto } from "../../ingest/testing";
import { fulfilOrder } from "../../storefront/commands/fulfil-order.server";
import { placeServiceOrder } from "../../storefront/index.server";
import { anOrder } from "../../storefront/testing";
import { plannedDeletions } from "../deletions.server";
import type { Gallery } from "../model";
import { galleries } from "../schema";
import { aGallery } from "../testing";
import { changeExpiry } from "./change-expiry.server";
import { changeGallery } from "./change-gallery.server";
import { deleteOriginals } from "./delete-originals.server";
import { keepOriginals } from "./keep-originals.server";
import { planDeletions } from "./plan-deletions.server";

/** A gallery whose last day is today, whose originals are deleted after so many days. */
async function aPassingGallery(studio: Studio, values: Partial<Gallery> = {}) {
  const { timeZone } = studio.tenant;
  const expiresAt = endOfDay(dayOf(studio.clock.now(), timeZone), timeZone);
  const gallery = await aGallery(studio, { expiresAt });
  const photoIds = [(await aPhoto(studio, gallery.id)).id, (await aPhoto(studio, gallery.id)).id];
  const rules = { deletesOriginals: true, graceDays: 30, ...values };
  await studio.db.update(galleries).set(rules).where(eq(galleries.id, gallery.id));
  return { ...gallery, ...rules, photoIds };
}

/** What the sweep of deletions does, at noon some days later. */
async function atNoon(studio: Studio, days: number, times = 1): Promise<void> {
  const then = noonIn(studio, days);
  for (let i = 0; i < times; i++) {
    await Promise.all([planDeletions(then), planDeletions(then)]);
    await Promise.all([deleteOriginals(then), deleteOriginals(then)]);
  }
  await setClock(then.clock.now() - Date.now());
  try {
    await workOff(then);
  } finally {
    await setClock(0);
  }
}

function noonIn(studio: Studio, days: number): Studio {
  const { timeZone } = studio.tenant;
  const now = studio.clock.now();
  return later(studio, endOfDay(addDays(dayOf(now, timeZone), days), timeZone) - 12 * HOUR - now);
}

/** Which of some photos still have their original in storage. */
async function kept({ objects }: Studio, photoIds: readonly string[]): Promise<boolean[]> {
  return Promise.all(photoIds.map(async (id) => (await objects.size(originalKey(id))) !== null));
}

const subjects = async (email: string) => (await mailsTo(email)).map(({ subject }) => subject);

test("originals are deleted after the grace, a week after the studio was told, and only those", async () => {
  const { studio, owner } = await createTestStudio();
  const gallery = await aPassingGallery(studio);
  const other = await aPassingGallery(studio, { deletesOriginals: false });
  await atNoon(studio, 22);
  expect(await subjects(owner.email)).toEqual([]);
  await atNoon(studio, 23);
  expect(await subjects(owner.email)).toEqual([expect.stringMatching(/^In 7 days: 1 gallery, /)]);
  await atNoon(studio, 30, 2);
  expect(await kept(studio, gallery.photoIds)).toEqual([true, true]);
  await atNoon(studio, 31, 2);
  expect(await kept(studio, gallery.photoIds)).toEqual([false, false]);
  expect(await kept(studio, other.photoIds)).toEqual([true, true]);
  expect(await subjects(owner.email)).toHaveLength(1);
  const acts = await studio.db
    .select()
    .from(auditLog)
    .where(eq(auditLog.action, "gallery.originals_deleted"));
  expect(acts).toHaveLength(1);
});

test("a studio that says so late is told a week ahead all the same", async () => {
  const { studio, owner } = await createTestStudio();
  const gallery = await aPassingGallery(studio, { deletesOriginals: false, graceDays: 0 });
  await atNoon(studio, 50);
  await changeExpiry(studio, gallery.id, {
    ...{ deletesOriginals: true, graceDays: 0, reopenPrice: null, reopenDays: 30 },
  });
  await atNoon(studio, 50);
  expect(await subjects(owner.email)).toEqual([expect.stringMatching(/^In 7 days: /)]);
  await atNoon(studio, 57, 2);
  expect(await kept(studio, gallery.photoIds)).toEqual([true, true]);
  await atNoon(studio, 58);
  expect(await kept(studio, gallery.photoIds)).toEqual([false, false]);
});

test("an original that somebody bought stays, and one whose price was given back goes", async () => {
  const { studio } = await createTestStudio();
  const gallery = await aPassingGallery(studio);
  const [bought] = gallery.photoIds as [string];
  await anOrder(studio, { upTo: "fulfilled", gallery, photoIds: [bought] });
  await atNoon(studio, 24);
  const then = noonIn(studio, 24);
  expect((await plannedDeletions(then)).map(({ photos: count }) => count)).toEqual([1]);
  await atNoon(studio, 40);
  expect(await kept(studio, gallery.photoIds)).toEqual([true, false]);
});

test("what the studio keeps, moves or takes back is not deleted", async () => {
  const { studio } = await createTestStudio();
  const saved = await aPassingGallery(studio);
  const moved = await aPassingGallery(studio);
  const draft = await aPassingGallery(studio);
  await atNoon(studio, 24);
  expect(await keepOriginals(studio, saved.id)).toMatchObject({ isKept: true });
  expect(await keepOriginals(studio, saved.id)).toMatchObject({ isKept: false });
  await changeGallery(studio, moved.id, { expiresAt: studio.clock.now() + 60 * DAY });
  await studio.db.update(galleries).set({ status: "draft" }).where(eq(galleries.id, draft.id));
  await atNoon(studio, 45, 2);
  for (const { photoIds } of [saved, moved, draft])
    expect(await kept(studio, photoIds)).toEqual([true, true]);
});

test("while somebody pays for opening it again nothing is deleted, and once they have it is open", async () => {
  const { studio } = await createTestStudio();
  const gallery = await aPassingGallery(studio, { reopenPrice: 2500, reopenDays: 10 });
  await atNoon(studio, 24);
  const then = noonIn(studio, 31);
  const row = await studio.db.select().from(galleries).where(eq(galleries.id, gallery.id)).get();
  if (!row) throw new Error("there is no gallery");
  await setClock(then.clock.now() - Date.now());
  try {
    const placed = await placeServiceOrder(then, {
      ...{ gallery: row, kind: "reopening", subjectId: row.id, amount: 2500, quantity: 1 },
      ...{ email: "late@example.com", title: "Open again" },
    });
    if (!placed.ok) throw new Error(placed.refusal.reason);
    await deleteOriginals(then);
    const waiting = await studio.db.select().from(galleries).where(eq(galleries.id, gallery.id)).get();
    expect(waiting?.originalsDeletedAt).toBe(null);
    await pay(placed.value.checkoutUrl);
    await fulfilOrder(then, /\/pay\/(.+)$/.exec(placed.value.checkoutUrl)?.[1] ?? "");
  } finally {
    await setClock(0);
  }
  await atNoon(studio, 35, 2);
  expect(await kept(studio, gallery.photoIds)).toEqual([true, true]);
});

test("a job that died before the files were gone takes them away when it comes again, however often", async () => {
  const { studio } = await createTestStudio();
  const gallery = await aPassingGallery(studio);
  await atNoon(studio, 24);
  const [first] = gallery.photoIds as [string];
  await atNoon(studio, 40);
  // As if it had died between noting and removing.
  await studio.objects.put(originalKey(first), new Uint8Array([1]), "image/jpeg");
  const [job] = await studio.db.select().from(jobs).where(eq(jobs.name, "remove-gallery-originals"));
  if (!job) throw new Error("there is no job");
  await studio.db.update(jobs).set({ state: "queued" }).where(eq(jobs.id, job.id));
  await deliver(studio, job.id, job.name, 3);
  expect(await kept(studio, gallery.photoIds)).toEqual([false, false]);
  // What came later is not touched.
  const { id } = await aPhoto(studio, gallery.id);
  await atNoon(studio, 60, 2);
  expect(await kept(studio, [id])).toEqual([true]);
  const gone = await studio.db.select().from(photos).where(eq(photos.id, first)).get();
  expect(gone?.originalDeletedAt).not.toBe(null);
});
