import { expect, test } from "vitest";
import { auditLog, outbox } from "../../../events/schema";
import { DAY } from "../../../lib/time";
import { createTestStudio, workOff } from "../../../test/create-test-studio";
import { killAtEveryPoint } from "../../../test/kill-at-every-point";
import { mailsTo } from "../../../test/sandbox";
import { mailingsOf } from "../mailings.server";
import { getGallery } from "../queries.server";
import { aGallery, aPerson } from "../testing";
import { publishAndTell } from "./publish-and-tell.server";

const values = {
  intent: "publish",
  when: "now",
  subject: "Ready",
  message: "Look: {{link}}",
  "to-main": "on",
} as const;

test("a process that dies while it publishes leaves no gallery open whose people are not told", async () => {
  const points = await killAtEveryPoint(async (kill, { studio, slug }) => {
    const { id } = await aGallery(studio, { published: false });
    const email = `anna@${slug}.test`;
    await aPerson(studio, id, { email });
    await kill((dying) => publishAndTell(dying, id, values));
    const { status } = await getGallery(studio, id);
    const mails = status === "published" ? 1 : 0;
    expect(await studio.db.$count(outbox)).toBe(mails);
    expect(await mailingsOf(studio, id)).toHaveLength(mails);
    await workOff(studio);
    expect(await mailsTo(email)).toHaveLength(mails);
  });
  expect(points).toBe(1);
});

test("what is published with a mail is told as two acts, once each", async () => {
  const { studio } = await createTestStudio();
  const { id } = await aGallery(studio, { published: false, expiresAt: studio.clock.now() + DAY });
  await aPerson(studio, id);
  await publishAndTell(studio, id, values);
  await publishAndTell(studio, id, values);
  const acts = await studio.db.select({ action: auditLog.action }).from(auditLog).orderBy(auditLog.seq);
  const told = acts.map(({ action }) => action).filter((action) => /published|mail/.test(action));
  expect(told).toEqual(["gallery.published", "gallery.mail_planned", "gallery.mail_planned"]);
});

test("where the mail cannot be written, the gallery stays a draft", async () => {
  const { studio } = await createTestStudio();
  const { id } = await aGallery(studio, { published: false });
  expect(await publishAndTell(studio, id, values)).toMatchObject({ refusal: { reason: "nobody" } });
  await aPerson(studio, id);
  const unfit = { ...values, message: "Dear {{name}}" };
  expect(await publishAndTell(studio, id, unfit)).toMatchObject({ refusal: { reason: "unknown_variable" } });
  expect((await getGallery(studio, id)).status).toBe("draft");
});
