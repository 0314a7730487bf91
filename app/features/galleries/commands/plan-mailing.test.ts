import { expect, test } from "vitest";
import { newId } from "../../../lib/ids";
import { DAY, HOUR } from "../../../lib/time";
import type { Studio } from "../../../tenancy/studio";
import { createTestStudio, later, workOff } from "../../../test/create-test-studio";
import { mailsTo } from "../../../test/sandbox";
import { members } from "../../account/schema";
import { mailingsOf } from "../mailings.server";
import type { Gallery } from "../model";
import { aGallery, aPerson } from "../testing";
import { cancelMailing } from "./cancel-mailing.server";
import { changeGallery } from "./change-gallery.server";
import { mailPeople } from "./mail-people.server";
import { planMailing } from "./plan-mailing.server";
import { unpublishGallery } from "./publish-gallery.server";
import { sendDueMailings } from "./send-due-mailings.server";

const written = {
  subject: "{{gallery}} is ready",
  message: "Hello {{client}}: {{link}}",
  tellsPassword: false,
  tellsPin: false,
};

async function plan(studio: Studio, gallery: Gallery, sendAt: number | null, text = written) {
  const planned = await planMailing(studio, gallery, text, { roles: ["main"], sendAt });
  if (!planned.ok) throw new Error(planned.refusal.reason);
  return planned.value;
}

test("a mail goes at once to the people of the chosen roles, with a link of their own, once", async () => {
  const { studio, slug } = await createTestStudio();
  const gallery = await aGallery(studio, {
    name: "Anna & Ben",
    visibility: "password",
    password: "rose garden",
  });
  const [anna, guest] = [`anna@${slug}.test`, `guest@${slug}.test`];
  const person = await aPerson(studio, gallery.id, { email: anna });
  await aPerson(studio, gallery.id, { email: guest, role: "guest" });
  const mailingId = await plan(studio, gallery, null, { ...written, tellsPassword: true });
  await workOff(studio);
  await mailPeople(studio, { mailingId });
  const mails = await mailsTo(anna);
  expect(mails.map(({ subject }) => subject)).toEqual(["Anna & Ben is ready"]);
  expect(mails[0]?.text).toContain(`/g/anna-ben/enter?token=${person.token}`);
  expect(mails[0]?.text).toContain("Password: rose garden");
  expect(await mailsTo(guest)).toEqual([]);
  expect(await mailingsOf(studio, gallery.id)).toMatchObject([{ status: "sent", sentCount: 1 }]);
});

test("a planned mail goes when its moment has come, and not after it was called back", async () => {
  const { studio, slug } = await createTestStudio();
  const gallery = await aGallery(studio);
  const email = `anna@${slug}.test`;
  await aPerson(studio, gallery.id, { email });
  const at = studio.clock.now() + 2 * HOUR;
  await plan(studio, gallery, at);
  const second = await plan(studio, gallery, at + HOUR);
  expect(await sendDueMailings(later(studio, HOUR))).toBe(at);
  await workOff(studio);
  expect(await mailsTo(email)).toEqual([]);
  expect([
    await cancelMailing(studio, gallery.id, second),
    await cancelMailing(studio, gallery.id, second),
  ]).toEqual([true, false]);
  const after = later(studio, DAY);
  await Promise.all([sendDueMailings(after), sendDueMailings(after)]);
  expect(await sendDueMailings(after)).toBe(null);
  await workOff(after);
  expect(await mailsTo(email)).toHaveLength(1);
});

test("nobody is told of a gallery that was taken back meanwhile", async () => {
  const { studio, slug } = await createTestStudio();
  const gallery = await aGallery(studio);
  const email = `anna@${slug}.test`;
  await aPerson(studio, gallery.id, { email });
  await plan(studio, gallery, studio.clock.now() + HOUR);
  await unpublishGallery(studio, gallery.id);
  const after = later(studio, DAY);
  await sendDueMailings(after);
  await workOff(after);
  expect(await mailsTo(email)).toEqual([]);
  expect(await mailingsOf(studio, gallery.id)).toMatchObject([{ status: "canceled" }]);
});

test("a test goes to the member who asks and to nobody else", async () => {
  const { studio, owner, slug } = await createTestStudio();
  const gallery = await aGallery(studio, { published: false });
  await aPerson(studio, gallery.id, { email: `anna@${slug}.test` });
  const [{ id } = { id: "" }] = await studio.db.select({ id: members.id }).from(members);
  expect(await planMailing(studio, gallery, written, { memberId: id })).toMatchObject({ ok: true });
  await workOff(studio);
  expect((await mailsTo(owner.email)).map(({ subject }) => subject)).toContain("Anna & Ben is ready");
  expect(await mailsTo(`anna@${slug}.test`)).toEqual([]);
  expect(await mailingsOf(studio, gallery.id)).toEqual([]);
});

test("a text that could not be filled in is refused, and so is one to nobody or to the past", async () => {
  const { studio, slug } = await createTestStudio();
  const gallery = await aGallery(studio);
  const reason = async (text: Partial<typeof written>, sendAt: number | null = null) => {
    const planned = await planMailing(studio, gallery, { ...written, ...text }, { roles: ["main"], sendAt });
    return planned.ok ? null : planned.refusal.reason;
  };
  expect(await reason({})).toBe("nobody");
  await aPerson(studio, gallery.id, { email: `anna@${slug}.test` });
  expect(await reason({ message: "Dear {{name}}" })).toBe("unknown_variable");
  expect(await reason({ subject: "{{password}}" })).toBe("no_password");
  expect(await reason({ message: "{{pin}}" })).toBe("no_pin");
  expect(await reason({ message: "{{last_day}}" })).toBe("no_last_day");
  expect(await reason({}, studio.clock.now())).toBe("in_the_past");
  await changeGallery(studio, gallery.id, { downloadPin: "1234" });
  expect(await reason({})).toBe(null);
});

test("a form that is sent twice plans one mail", async () => {
  const { studio, slug } = await createTestStudio();
  const gallery = await aGallery(studio);
  const email = `anna@${slug}.test`;
  await aPerson(studio, gallery.id, { email });
  const to = { roles: ["main"] as const, sendAt: null, key: newId("mailing") };
  const planned = await Promise.all([1, 2].map(() => planMailing(studio, gallery, written, to)));
  expect(planned).toEqual([1, 2].map(() => ({ ok: true, value: to.key })));
  const changed = await planMailing(studio, gallery, { ...written, subject: "Again" }, to);
  expect(changed).toEqual({ ok: false, refusal: { reason: "planned_before" } });
  await workOff(studio);
  expect(await mailsTo(email)).toHaveLength(1);
  expect(await mailingsOf(studio, gallery.id)).toHaveLength(1);
});

test("a mail's key of one gallery plans nothing in another, and says nothing of it", async () => {
  const { studio, slug } = await createTestStudio();
  const [one, other] = [await aGallery(studio), await aGallery(studio)];
  for (const { id } of [one, other]) await aPerson(studio, id, { email: `anna@${slug}.test` });
  const to = { roles: ["main"] as const, sendAt: null, key: newId("mailing") };
  await planMailing(studio, one, written, to);
  await expect(planMailing(studio, other, written, to)).rejects.toMatchObject({ type: "not_found" });
});
