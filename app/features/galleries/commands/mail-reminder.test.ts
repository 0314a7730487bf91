import { eq, notInArray } from "drizzle-orm";
import { expect, test } from "vitest";
import { outbox } from "../../../events/schema";
import { jobs } from "../../../jobs/schema";
import { addDays, DAY, dayOf, endOfDay, HOUR } from "../../../lib/time";
import type { Studio } from "../../../tenancy/studio";
import { createTestStudio, deliver, later, setClock, workOff } from "../../../test/create-test-studio";
import { mailsTo } from "../../../test/sandbox";
import { clients } from "../../clients/schema";
import { photos } from "../../ingest/schema";
import { aPhoto } from "../../ingest/testing";
import { anOrder } from "../../storefront/testing";
import type { Visibility } from "../model";
import { galleries } from "../schema";
import { favouritesLists } from "../schema/favourites";
import { galleryNotices, galleryPeople, galleryVisits, visitors } from "../schema/visitors";
import { aGallery } from "../testing";
import { announceReminders } from "./announce-reminders.server";
import { mailReminder } from "./mail-reminder.server";

/** A gallery with two photos that closes in so many days, published long ago. */
async function anEndingGallery(studio: Studio, days: number, visibility: Visibility = "public") {
  const { timeZone } = studio.tenant;
  const last = addDays(dayOf(studio.clock.now(), timeZone), days);
  const gallery = await aGallery(studio, { visibility, expiresAt: endOfDay(last, timeZone) });
  const photoIds = [(await aPhoto(studio, gallery.id)).id, (await aPhoto(studio, gallery.id)).id];
  await studio.db.update(galleries).set({ publishedAt: 0 }).where(eq(galleries.id, gallery.id));
  return { ...gallery, photoIds };
}

const address = (name: string) => `${name}-${crypto.randomUUID().slice(0, 8)}@example.com`;

async function aClient({ db }: Studio, email: string): Promise<string> {
  const id = `cli_${email}`;
  await db.insert(clients).values({ id, email, createdAt: 1 });
  return id;
}

async function aPerson(
  studio: Studio,
  galleryId: string,
  values: Partial<typeof galleryPeople.$inferInsert> = {},
): Promise<string> {
  const email = address("person");
  const clientId = await aClient(studio, email);
  await studio.db.insert(galleryPeople).values({
    ...{ id: `gpe_${clientId}`, galleryId, clientId, role: "main", createdAt: 1 },
    ...{ invitedAt: 1, ...values },
  });
  return email;
}

async function aRegisteredVisitor(studio: Studio, galleryId: string): Promise<string> {
  const email = address("visitor");
  const clientId = await aClient(studio, email);
  const visitorId = `vis_${clientId}`;
  await studio.db.insert(visitors).values({
    ...{ id: visitorId, secretHash: visitorId, clientId, createdAt: 1, seenAt: 1 },
  });
  await studio.db
    .insert(galleryVisits)
    .values({ galleryId, visitorId, registeredAt: 1, firstAt: 1, lastAt: 1 });
  return email;
}

async function aListOwner(studio: Studio, galleryId: string): Promise<string> {
  const email = address("list");
  const clientId = await aClient(studio, email);
  await studio.db
    .insert(favouritesLists)
    .values({ id: `fav_${clientId}`, galleryId, clientId, name: "Album", changedAt: 1, createdAt: 1 });
  return email;
}

/** The sweep and everything it brings about, in the morning some days later. */
async function atNoon(studio: Studio, days: number): Promise<void> {
  const { timeZone } = studio.tenant;
  const now = studio.clock.now();
  const noon = endOfDay(addDays(dayOf(now, timeZone), days), timeZone) - 12 * HOUR;
  await setClock(noon - Date.now());
  try {
    const then = later(studio, noon - now);
    await Promise.all([announceReminders(then), announceReminders(then)]);
    await workOff(then);
  } finally {
    await setClock(0);
  }
}

const subjectsTo = async (email: string) => (await mailsTo(email)).map(({ subject }) => subject);

test("its people, owners of lists and visitors who left their address are reminded three times, once each", async () => {
  const { studio } = await createTestStudio();
  const gallery = await anEndingGallery(studio, 20);
  const told = [
    await aPerson(studio, gallery.id, { firstSeenAt: 1 }),
    await aListOwner(studio, gallery.id),
    await aRegisteredVisitor(studio, gallery.id),
  ];
  const stranger = address("stranger");
  await aClient(studio, stranger);
  for (const days of [0, 5, 6, 7, 10, 13, 14, 18, 19, 20, 21]) await atNoon(studio, days);
  for (const email of told) expect(await subjectsTo(email), email).toHaveLength(3);
  const [mail] = await mailsTo(told[0] ?? "");
  expect(mail?.subject).toMatch(/“Anna & Ben” is open until/);
  expect(mail?.html).toContain(`/g/${gallery.slug}`);
  expect(await mailsTo(stranger)).toEqual([]);
});

test("somebody who was invited and never came is told so; somebody never invited, or revoked, is told nothing", async () => {
  const { studio } = await createTestStudio();
  const gallery = await anEndingGallery(studio, 7, "people");
  const invited = await aPerson(studio, gallery.id);
  const others = [
    await aPerson(studio, gallery.id, { invitedAt: null }),
    await aPerson(studio, gallery.id, { revokedAt: 1 }),
    // They are let in no more: only named people are.
    await aRegisteredVisitor(studio, gallery.id),
  ];
  await atNoon(studio, 0);
  expect(await subjectsTo(invited)).toEqual([expect.stringContaining("You have not seen")]);
  for (const email of others) expect(await mailsTo(email)).toEqual([]);
});

test("a secret address is not sent to somebody who left theirs before it was one", async () => {
  const { studio } = await createTestStudio();
  const gallery = await anEndingGallery(studio, 7, "unlisted");
  const before = await aRegisteredVisitor(studio, gallery.id);
  await studio.db.update(galleries).set({ accessVersion: 2 }).where(eq(galleries.id, gallery.id));
  const person = await aPerson(studio, gallery.id);
  await atNoon(studio, 0);
  expect(await mailsTo(before)).toEqual([]);
  expect(await mailsTo(person)).toHaveLength(1);
});

test("whoever bought all that guests see is not reminded, whoever bought a part is", async () => {
  const { studio } = await createTestStudio();
  const gallery = await anEndingGallery(studio, 7);
  const [one, two] = gallery.photoIds as [string, string];
  const buyers: Record<string, string[]> = { all: [one, two], part: [one] };
  const emails: Record<string, string> = {};
  for (const [name, photoIds] of Object.entries(buyers)) {
    const { email } = await anOrder(studio, { upTo: "fulfilled", gallery, photoIds });
    emails[name] = email;
    const client = await studio.db.select().from(clients).where(eq(clients.email, email)).get();
    await studio.db.insert(galleryPeople).values({
      id: `gpe_${name}`,
      galleryId: gallery.id,
      clientId: client?.id ?? "",
      role: "main",
      invitedAt: 1,
      createdAt: 1,
    });
  }
  const about = gallery.expiresAt ?? 0;
  await mailReminder(studio, { galleryId: gallery.id, days: 7, about, part: 1 });
  const reminders = async (name: string) =>
    (await subjectsTo(emails[name] ?? "")).filter((subject) => subject.includes("open until"));
  expect(await reminders("all")).toEqual([]);
  expect(await reminders("part")).toHaveLength(1);
  // A photo comes to it, so that all is not all any more.
  await aPhoto(studio, gallery.id);
  await mailReminder(studio, { galleryId: gallery.id, days: 7, about, part: 1 });
  expect(await reminders("all")).toHaveLength(1);
  // Once that is hidden, it is again: nobody tells them of the last day.
  await studio.db
    .update(photos)
    .set({ hidden: true })
    .where(notInArray(photos.id, [one, two]));
  await mailReminder(studio, { galleryId: gallery.id, days: 1, about, part: 1 });
  expect(await reminders("all")).toHaveLength(1);
  expect(await reminders("part")).toHaveLength(2);
});

test("nobody is reminded of an end that has been moved, or of a gallery that was taken back", async () => {
  const { studio } = await createTestStudio();
  const gallery = await anEndingGallery(studio, 7);
  const email = await aPerson(studio, gallery.id);
  const about = gallery.expiresAt ?? 0;
  await mailReminder(studio, { galleryId: gallery.id, days: 7, about: about + DAY, part: 1 });
  await studio.db.update(galleries).set({ status: "draft" }).where(eq(galleries.id, gallery.id));
  await mailReminder(studio, { galleryId: gallery.id, days: 7, about, part: 1 });
  expect(await mailsTo(email)).toEqual([]);
});

test("a job that is delivered again, and one that died between two mails, write to everybody once", async () => {
  const { studio } = await createTestStudio();
  const gallery = await anEndingGallery(studio, 7);
  const emails = [await aPerson(studio, gallery.id), await aPerson(studio, gallery.id)];
  await atNoon(studio, 0);
  // It died after the mail, before the notice of it.
  await studio.db.delete(galleryNotices).where(eq(galleryNotices.clientId, `cli_${emails[1]}`));
  const [job] = await studio.db.select().from(jobs).where(eq(jobs.name, "mail-gallery-reminder"));
  if (!job) throw new Error("there is no job");
  await studio.db.update(jobs).set({ state: "queued" }).where(eq(jobs.id, job.id));
  await deliver(studio, job.id, job.name, 3);
  for (const email of emails) expect(await mailsTo(email), email).toHaveLength(1);
});

test("more people than one job writes to are all written to, by as many jobs as it takes", async () => {
  const { studio } = await createTestStudio();
  const gallery = await anEndingGallery(studio, 7);
  const emails: string[] = [];
  for (let i = 0; i < 205; i++) emails.push(await aPerson(studio, gallery.id));
  await announceReminders(later(studio, 0));
  const about = gallery.expiresAt ?? 0;
  for (const part of [1, 2, 3]) await mailReminder(studio, { galleryId: gallery.id, days: 7, about, part });
  for (const email of [emails[0], emails[104], emails[204]])
    expect(await mailsTo(email ?? "")).toHaveLength(1);
  const events = await studio.db.select().from(outbox).where(eq(outbox.name, "gallery.expiry_near"));
  const parts = events.map(({ payload }) => (JSON.parse(payload) as { part: number }).part);
  expect(parts.filter((part) => part > 1)).toEqual([2, 3]);
});
