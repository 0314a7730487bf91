import { expect, test } from "vitest";
import { createTestStudio } from "../../test/create-test-studio";
import { clients } from "../clients/schema";
import type { MailingState } from "./model/mailing";
import { publishingOf } from "./publishing.server";
import { galleryMailingPeople, galleryMailings } from "./schema/mailings";
import { galleryPeople } from "./schema/visitors";
import { aGallery, aMailing } from "./testing";

test("people are named of mails that are not all through, so many, who has not got it first", async () => {
  const { studio } = await createTestStudio();
  const { db } = studio;
  const { id: galleryId } = await aGallery(studio);
  const ids = Array.from({ length: 203 }, (_, i) => `p${String(i).padStart(3, "0")}`);
  for (const id of ids) {
    const email = `${id}@example.com`;
    await db.batch([
      db.insert(clients).values({ id, email, createdAt: 1 }),
      db.insert(galleryPeople).values({ id, galleryId, clientId: id, role: "main", createdAt: 1 }),
    ]);
  }
  const mailingId = await aMailing(studio, galleryId);
  for (const personId of ids) {
    const sentAt = personId === "p202" ? null : 1;
    await db.insert(galleryMailingPeople).values({ mailingId, personId, sentAt });
  }
  const shownAs = async (status: MailingState) => {
    await db.update(galleryMailings).set({ status, sentCount: 7 });
    const [mailing] = (await publishingOf(studio, galleryId)).mailings;
    const { sentCount, peopleCount, people = [] } = mailing ?? {};
    return [sentCount, peopleCount, people.length, people[0]?.email, people[1]?.email];
  };
  const named = [202, 203, 200, "p202@example.com", "p000@example.com"];
  expect(await shownAs("sending")).toEqual(named);
  expect(await shownAs("failed")).toEqual(named);
  expect(await shownAs("sent")).toEqual([7, 0, 0, undefined, undefined]);
});
