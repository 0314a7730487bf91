import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { auditLog, outbox } from "../../../events/schema";
import { retryDeadJob } from "../../../jobs/dead-jobs";
import { jobs } from "../../../jobs/schema";
import { aJob } from "../../../jobs/testing";
import type { Studio } from "../../../tenancy/studio";
import { createTestStudio, workOff } from "../../../test/create-test-studio";
import { expectErrorLog } from "../../../test/error-log";
import { mailsTo } from "../../../test/sandbox";
import { subscriptions } from "../../../wiring/subscribers";
import { clients } from "../../clients/schema";
import { deliveriesOf } from "../deliveries.server";
import { mailingsOf } from "../mailings.server";
import { getGallery } from "../queries.server";
import { aGallery, aPerson } from "../testing";
import { failStalledMailings } from "./fail-stalled-mailings.server";
import { revokePerson } from "./name-person.server";
import { planMailing } from "./plan-mailing.server";
import { unpublishGallery } from "./publish-gallery.server";
import { repeatMailing } from "./repeat-mailing.server";

/** Attempts that a job has. */
const ATTEMPTS = 5;

const written = { subject: "Ready", message: "Look: {{link}}", tellsPassword: false, tellsPin: false };

/** A gallery whose mail went to Anna and was refused for Ben until it was given up. */
async function aFailedMailing(studio: Studio, slug: string) {
  const { id: galleryId } = await aGallery(studio);
  const anna = `anna@${slug}.test`;
  await aPerson(studio, galleryId, { email: anna });
  const ben = await aPerson(studio, galleryId, { email: "ben@refuses.test" });
  const mailingId = await plan(studio, galleryId);
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) await workOff(studio);
  expectErrorLog(/a job failed.*there is no such mailbox/);
  return { galleryId, mailingId, anna, ben };
}

async function plan(studio: Studio, galleryId: string) {
  const gallery = await getGallery(studio, galleryId);
  const planned = await planMailing(studio, gallery, written, { roles: ["main"], sendAt: null });
  if (!planned.ok) throw new Error(planned.refusal.reason);
  return planned.value;
}

async function statesOf(studio: Studio, mailingId: string) {
  const deliveries = await deliveriesOf(studio, mailingId, 200);
  return deliveries.map(({ email, state, failure }) => [email, state, failure]);
}

test("a mail that is refused for one goes once to the others, and the studio sees for whom and why", async () => {
  const { studio, slug } = await createTestStudio();
  const { galleryId, mailingId, anna } = await aFailedMailing(studio, slug);
  expect(await mailsTo(anna)).toHaveLength(1);
  expect(await mailingsOf(studio, galleryId)).toMatchObject([{ status: "failed", sentCount: 1 }]);
  expect(await statesOf(studio, mailingId)).toEqual([
    ["ben@refuses.test", "failed", "550 there is no such mailbox"],
    [anna, "sent", null],
  ]);
});

test("sent again, it goes to those who have not got it and to nobody else, whoever was named since", async () => {
  const { studio, slug } = await createTestStudio();
  const { galleryId, mailingId, anna, ben } = await aFailedMailing(studio, slug);
  const [right, late] = [`ben@${slug}.test`, `late@${slug}.test`];
  await studio.db.update(clients).set({ email: right }).where(eq(clients.id, ben.clientId));
  await aPerson(studio, galleryId, { email: late });
  expect(await Promise.all([again(), again()])).toEqual(expect.arrayContaining([{ ok: true }]));
  await workOff(studio);
  expect(await Promise.all([anna, right, late].map(async (to) => (await mailsTo(to)).length))).toEqual([
    1, 1, 0,
  ]);
  expect(await mailingsOf(studio, galleryId)).toMatchObject([{ status: "sent", sentCount: 2 }]);
  expect(await again()).toEqual({ ok: false, refusal: "not_failed" });
  const acts = await studio.db.select().from(auditLog).where(eq(auditLog.action, "gallery.mail_repeated"));
  expect(acts).toHaveLength(1);

  function again() {
    return repeatMailing(studio, galleryId, mailingId);
  }
});

test("it is not sent again to somebody whose link was taken back, nor of a gallery that was taken back", async () => {
  const { studio, slug } = await createTestStudio();
  const { galleryId, mailingId, anna, ben } = await aFailedMailing(studio, slug);
  await revokePerson(studio, galleryId, ben.id);
  await repeatMailing(studio, galleryId, mailingId);
  await workOff(studio);
  expect(await mailingsOf(studio, galleryId)).toMatchObject([{ status: "sent", sentCount: 1 }]);
  expect(await statesOf(studio, mailingId)).toMatchObject([
    ["ben@refuses.test", "revoked", expect.any(String)],
    [anna, "sent", null],
  ]);
  await unpublishGallery(studio, galleryId);
  expect(await repeatMailing(studio, galleryId, mailingId)).toEqual({ ok: false, refusal: "draft" });
});

test("a dead job that an operator has done once more takes the mail up again", async () => {
  const { studio, slug } = await createTestStudio();
  const { galleryId, mailingId } = await aFailedMailing(studio, slug);
  const job = await studio.db.select({ id: jobs.id }).from(jobs).where(eq(jobs.state, "dead")).get();
  expect(await retryDeadJob(studio.db, subscriptions, job?.id ?? "")).toBe("retried");
  expect(await mailingsOf(studio, galleryId)).toMatchObject([{ id: mailingId, status: "sending" }]);
});

test("the sweep gives up a mail that nothing moves any more, and none that something will move", async () => {
  const { studio, slug } = await createTestStudio();
  const { id: galleryId } = await aGallery(studio);
  const email = `anna@${slug}.test`;
  await aPerson(studio, galleryId, { email });
  const mailingId = await plan(studio, galleryId);
  const status = async () => {
    await failStalledMailings(studio);
    return (await mailingsOf(studio, galleryId))[0]?.status;
  };
  expect(await status()).toBe("sending");
  const [event] = await studio.db.select().from(outbox);
  await studio.db.update(outbox).set({ relayedAt: studio.clock.now() });
  await aJob(studio, { name: "mail-gallery-people", state: "running", payload: event?.payload ?? "" });
  expect(await status()).toBe("sending");
  await studio.db.update(jobs).set({ state: "dead" });
  expect(await status()).toBe("failed");
  expect(await repeatMailing(studio, galleryId, mailingId)).toMatchObject({ ok: true });
  expect(await status()).toBe("sending");
  await workOff(studio);
  expect([await status(), (await mailsTo(email)).length]).toEqual(["sent", 1]);
});
