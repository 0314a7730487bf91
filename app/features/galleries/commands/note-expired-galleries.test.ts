import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { outbox } from "../../../events/schema";
import { jobs } from "../../../jobs/schema";
import { DAY, HOUR, MINUTE } from "../../../lib/time";
import type { Studio } from "../../../tenancy/studio";
import { createTestStudio, deliver, later, workOff } from "../../../test/create-test-studio";
import { mailsTo } from "../../../test/sandbox";
import { addMember } from "../../account/testing";
import { galleries } from "../schema";
import { aGallery } from "../testing";
import { changeGallery } from "./change-gallery.server";
import { mailExpiry } from "./mail-expiry.server";
import { noteExpiredGalleries } from "./note-expired-galleries.server";

async function announced(studio: Studio): Promise<string[]> {
  const events = await studio.db.select().from(outbox).where(eq(outbox.name, "gallery.expired"));
  return events.map((event) => (JSON.parse(event.payload) as { galleryId: string }).galleryId);
}

test("a gallery whose last moment has passed is announced once, however often the sweep comes", async () => {
  const { studio } = await createTestStudio();
  const gallery = await aGallery(studio, { expiresAt: studio.clock.now() + HOUR });
  await aGallery(studio);
  await noteExpiredGalleries(later(studio, 30 * MINUTE));
  expect(await announced(studio)).toEqual([]);
  const after = later(studio, 2 * HOUR);
  await Promise.all(Array.from({ length: 5 }, () => noteExpiredGalleries(after)));
  await noteExpiredGalleries(later(studio, 3 * DAY));
  expect(await announced(studio)).toEqual([gallery.id]);
});

test("a draft does not expire", async () => {
  const { studio } = await createTestStudio();
  await aGallery(studio, { expiresAt: studio.clock.now() + HOUR, published: false });
  await noteExpiredGalleries(later(studio, DAY));
  expect(await announced(studio)).toEqual([]);
});

test("the sweep is asked back right after the next last moment", async () => {
  const { studio } = await createTestStudio();
  expect(await noteExpiredGalleries(studio)).toBe(null);
  const now = studio.clock.now();
  for (const hours of [5, 2, 9]) await aGallery(studio, { expiresAt: now + hours * HOUR });
  expect(await noteExpiredGalleries(studio)).toBe(now + 2 * HOUR + 1);
  expect(await noteExpiredGalleries(later(studio, 3 * HOUR))).toBe(now + 5 * HOUR + 1);
  expect(await noteExpiredGalleries(later(studio, DAY))).toBe(null);
});

test("a gallery that was opened again and expires anew is announced anew", async () => {
  const { studio } = await createTestStudio();
  const now = studio.clock.now();
  const { id } = await aGallery(studio, { expiresAt: now + HOUR });
  await noteExpiredGalleries(later(studio, 2 * HOUR));
  await changeGallery(later(studio, 2 * HOUR), id, { expiresAt: now + 5 * HOUR });
  await noteExpiredGalleries(later(studio, 3 * HOUR));
  expect(await announced(studio)).toEqual([id]);
  await noteExpiredGalleries(later(studio, 6 * HOUR));
  expect(await announced(studio)).toEqual([id, id]);
});

test("every owner gets one mail about it, and nobody else, however often the message comes", async () => {
  const { studio, slug, owner } = await createTestStudio();
  const second = { email: `second@${slug}.test`, name: "Second", password: "Correct-horse-7" };
  await addMember(studio, { ...second, role: "owner" });
  await addMember(studio, { ...second, email: `viewer@${slug}.test`, role: "viewer" });
  const { id } = await aGallery(studio, { name: "Anna <Ben>", expiresAt: studio.clock.now() + HOUR });
  await studio.db
    .update(galleries)
    .set({ expiresAt: studio.clock.now() - HOUR })
    .where(eq(galleries.id, id));
  await noteExpiredGalleries(studio);
  await workOff(studio);
  const [job] = await studio.db.select().from(jobs);
  if (!job) throw new Error("there is no job");
  await deliver(studio, job.id, job.name, 3);
  await mailExpiry(studio, { galleryId: id });
  for (const to of [owner.email, second.email]) {
    const mails = await mailsTo(to);
    expect(mails.map((mail) => mail.subject)).toEqual(["“Anna <Ben>” has expired"]);
    expect(mails[0]?.html).toContain(`${studio.tenant.origin}/studio/galleries/${id}/settings`);
    expect(mails[0]?.html).not.toContain("<Ben>");
  }
  expect(await mailsTo(`viewer@${slug}.test`)).toEqual([]);
});

test("nobody is mailed about a gallery whose last moment has been moved meanwhile", async () => {
  const { studio, owner } = await createTestStudio();
  const now = studio.clock.now();
  const moved = await aGallery(studio, { expiresAt: now + HOUR });
  await mailExpiry(studio, { galleryId: moved.id });
  const endless = await aGallery(studio);
  await mailExpiry(later(studio, DAY), { galleryId: endless.id });
  expect(await mailsTo(owner.email)).toEqual([]);
});
