import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { outbox } from "../../../events/schema";
import type { Studio } from "../../../tenancy/studio";
import { createTestStudio, workOff } from "../../../test/create-test-studio";
import { expectErrorLog } from "../../../test/error-log";
import { mailsTo } from "../../../test/sandbox";
import { clients } from "../../clients/schema";
import { mailingsOf } from "../mailings.server";
import { galleryMailingPeople } from "../schema/mailings";
import { galleryPeople } from "../schema/visitors";
import { aGallery, aMailing } from "../testing";
import { mailPeople } from "./mail-people.server";
import { sendDueMailings } from "./send-due-mailings.server";

/** A mail that is on its way to so many people, in the order of their addresses. */
async function aDueMailing(
  studio: Studio,
  slug: string,
  { count, refused = 0 }: { count: number; refused?: number },
) {
  const { id: galleryId } = await aGallery(studio);
  const emails = Array.from({ length: count }, (_, i) => {
    const name = `p${String(i).padStart(3, "0")}`;
    return `${name}@${i < refused ? "refuses.test" : `${slug}.test`}`;
  });
  for (const [i, email] of emails.entries())
    await studio.db.batch([
      studio.db.insert(clients).values({ id: `cli_${i}`, email, createdAt: 1 }),
      studio.db
        .insert(galleryPeople)
        .values({ id: `gpe_${i}`, galleryId, clientId: `cli_${i}`, role: "main", createdAt: 1 }),
    ]);
  const mailingId = await aMailing(studio, galleryId, studio.clock.now());
  await sendDueMailings(studio);
  const state = async () => {
    const [mailing] = await mailingsOf(studio, galleryId);
    return [mailing?.status, mailing?.sentCount];
  };
  const jobs = () => studio.db.$count(outbox, eq(outbox.name, "gallery.mailing_due"));
  return { mailingId, emails, state, jobs };
}

test("more people than one job writes to are all written to, by as many jobs as it takes", async () => {
  const { studio, slug } = await createTestStudio();
  const { emails, state, jobs } = await aDueMailing(studio, slug, { count: 205 });
  const states = [];
  for (const _job of [1, 2, 3]) {
    await workOff(studio);
    states.push(await state());
  }
  expect(states).toEqual([
    ["sending", 100],
    ["sending", 200],
    ["sent", 205],
  ]);
  expect(await jobs()).toBe(3);
  for (const i of [0, 99, 100, 204]) expect(await mailsTo(emails[i] ?? "")).toHaveLength(1);
});

test("refused ones are tried after all others, until the mail is given up", async () => {
  const { studio, slug } = await createTestStudio();
  const { emails, state, jobs } = await aDueMailing(studio, slug, { count: 102, refused: 1 });
  await workOff(studio);
  expect(await state()).toEqual(["sending", 99]);
  await workOff(studio);
  expect(await mailsTo(emails[101] ?? "")).toHaveLength(1);
  for (let attempt = 2; attempt <= 5; attempt++) await workOff(studio);
  expect(await state()).toEqual(["failed", 101]);
  expect(await jobs()).toBe(2);
  expectErrorLog(/a job failed.*there is no such mailbox/);
});

test("more people than one job writes to get a mail after it was refused for all of them", async () => {
  const { studio, slug } = await createTestStudio();
  const { mailingId, state } = await aDueMailing(studio, slug, { count: 101 });
  const people = await studio.db.select({ personId: galleryPeople.id }).from(galleryPeople);
  await studio.db.batch(
    people.map(({ personId }) =>
      studio.db.insert(galleryMailingPeople).values({ mailingId, personId, failure: "out of order" }),
    ) as never,
  );
  await workOff(studio);
  expect(await state()).toEqual(["sending", 100]);
  await workOff(studio);
  expect(await state()).toEqual(["sent", 101]);
});

test("whom another job has written to meanwhile is passed by", async () => {
  const { studio, slug } = await createTestStudio();
  const { mailingId, emails, state } = await aDueMailing(studio, slug, { count: 3 });
  const isSecond = and(
    eq(galleryMailingPeople.mailingId, mailingId),
    eq(galleryMailingPeople.personId, "gpe_1"),
  );
  const overtaken: Studio = {
    ...studio,
    mail: {
      ...studio.mail,
      async send(mail) {
        await studio.mail.send(mail);
        await studio.db.update(galleryMailingPeople).set({ sentAt: 1 }).where(isSecond);
      },
    },
  };
  await mailPeople(overtaken, { mailingId });
  expect(await Promise.all(emails.map(async (email) => (await mailsTo(email)).length))).toEqual([1, 0, 1]);
  expect(await state()).toEqual(["sent", 3]);
});
