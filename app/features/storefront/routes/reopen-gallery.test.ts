import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { DAY, HOUR } from "../../../lib/time";
import type { Studio } from "../../../tenancy/studio";
import { createTestStudio } from "../../../test/create-test-studio";
import { askPage, postForm } from "../../../test/pages";
import type { Visibility } from "../../galleries/model";
import { enterPath } from "../../galleries/paths";
import { galleries } from "../../galleries/schema";
import { aGallery, GALLERY_PASSWORD } from "../../galleries/testing";
import { TestBrowser } from "../../galleries/testing/browser";
import { changePaymentSettings } from "../commands/change-payment-settings.server";
import { reopenPath } from "../paths";
import { orders } from "../schema";
import { INSTRUCTIONS } from "../testing";

const MAIL = "late@example.com";

async function anExpiredGallery(
  studio: Studio,
  values: Partial<typeof galleries.$inferInsert> = {},
  visibility: Visibility = "public",
) {
  const now = studio.clock.now();
  const gallery = await aGallery(studio, { visibility, expiresAt: now + HOUR });
  await studio.db
    .update(galleries)
    .set({ expiresAt: now - 2 * DAY, reopenPrice: 2500, reopenDays: 10, ...values })
    .where(eq(galleries.id, gallery.id));
  return gallery;
}

const post = (slug: string, key: string, form: Record<string, string>) =>
  postForm(slug, `/g/${key}/reopen`, form);

test("whoever comes too late reads until when it was open, and how to see it again", async () => {
  const { studio, slug } = await createTestStudio();
  const { slug: key } = await anExpiredGallery(studio);
  const page = await (await askPage(slug, `/g/${key}`)).text();
  expect(page).toContain("This gallery has closed");
  expect(page).toContain(`href="/g/${key}/reopen"`);
  expect(page).toContain("€25.00");
  const answer = await post(slug, key, { email: MAIL, shownTotal: "2500", consent: "on" });
  expect(answer.status).toBe(303);
  expect(answer.headers.get("location")).toContain("/pay/");
  expect(answer.headers.get("set-cookie")).toContain("buyer-ord_");
});

test("what is not to be had leads back to the gallery: no offer, originals gone, still open", async () => {
  const { studio, slug } = await createTestStudio();
  const ways: Partial<typeof galleries.$inferInsert>[] = [
    { reopenPrice: null },
    { originalsDeletedAt: 1 },
    { expiresAt: null },
  ];
  for (const values of ways) {
    const { slug: key } = await anExpiredGallery(studio, values);
    const answer = await askPage(slug, `/g/${key}/reopen`);
    expect([answer.status, answer.headers.get("location")]).toEqual([303, `/g/${key}`]);
    expect((await post(slug, key, { email: MAIL, shownTotal: "2500" })).headers.get("location")).toBe(
      `/g/${key}`,
    );
  }
  expect(await studio.db.$count(orders)).toBe(0);
});

test("somebody whom a gallery has not let in cannot pay for it", async () => {
  const { studio, slug } = await createTestStudio();
  const { shareKey } = await anExpiredGallery(studio, {}, "people");
  const answer = await post(slug, shareKey, { email: MAIL, shownTotal: "2500" });
  const door = enterPath(shareKey, reopenPath(shareKey));
  expect([answer.status, answer.headers.get("location")]).toEqual([303, door]);
  expect(await studio.db.$count(orders)).toBe(0);
});

test("a client on a device that was never let in comes by the door of the closed gallery to where it is paid", async () => {
  const { studio, slug } = await createTestStudio();
  const { slug: key } = await anExpiredGallery(studio, {}, "password");
  const browser = new TestBrowser(slug);
  const door = (await browser.get(reopenPath(key))).location ?? "";
  expect((await browser.get(door)).text).toContain("This gallery is private.");
  const form = { intent: "password", password: GALLERY_PASSWORD, to: reopenPath(key) };
  expect((await browser.post(enterPath(key), form)).location).toBe(reopenPath(key));
  expect((await browser.get(reopenPath(key))).text).toContain("€25.00");
  expect((await browser.get(enterPath(key))).location).toBe(`/g/${key}`);
});

test("another price than the one shown, and an address that is none, are said beside the form", async () => {
  const { studio, slug } = await createTestStudio();
  const { slug: key } = await anExpiredGallery(studio);
  expect(await (await post(slug, key, { email: MAIL, shownTotal: "1" })).text()).toContain(
    "price has changed",
  );
  const wrong = await (await post(slug, key, { email: "anna", shownTotal: "2500" })).text();
  expect(wrong).toContain("Enter an e-mail address");
  expect(await studio.db.$count(orders)).toBe(0);
});

test("where the studio takes transfers, it can be paid by one, and stays closed until that has arrived", async () => {
  const { studio, slug } = await createTestStudio();
  await changePaymentSettings(studio, { instructions: INSTRUCTIONS, charge: "now" });
  const { slug: key, id } = await anExpiredGallery(studio);
  const answer = await post(slug, key, { email: MAIL, shownTotal: "2500", payBy: "transfer", consent: "on" });
  expect(answer.headers.get("location")).toMatch(/\/orders\/ord_/);
  const row = await studio.db.select().from(galleries).where(eq(galleries.id, id)).get();
  expect(row?.expiresAt).toBeLessThan(studio.clock.now());
});

test("what is done at once asks for the buyer's consent, in their language, and the order and its receipt keep it", async () => {
  const { studio, slug } = await createTestStudio();
  const { slug: key, id } = await anExpiredGallery(studio);
  const asked = { email: MAIL, shownTotal: "2500" };
  expect(await (await askPage(slug, `/g/${key}/reopen`)).text()).toContain("I lose my right of withdrawal");
  const refused = await post(slug, key, asked);
  expect(await refused.text()).toContain("agree to it first");
  expect(await studio.db.$count(orders)).toBe(0);
  await post(slug, key, { ...asked, consent: "on" });
  const [order] = await studio.db.select().from(orders);
  expect(order?.consentedAt).toBe(order?.createdAt);
  // What costs nothing asks for nothing.
  await studio.db.update(galleries).set({ reopenPrice: 0 }).where(eq(galleries.id, id));
  expect(await (await askPage(slug, `/g/${key}/reopen`)).text()).not.toContain("right of withdrawal");
});

test("a browser that orders the same once more comes to its order; what it wants otherwise replaces that", async () => {
  const { studio, slug } = await createTestStudio();
  await changePaymentSettings(studio, { instructions: INSTRUCTIONS, charge: "now" });
  const { slug: key } = await anExpiredGallery(studio);
  const browser = new TestBrowser(slug);
  const wanted = { email: MAIL, shownTotal: "2500", payBy: "transfer", consent: "on" };
  const order = async (as: TestBrowser, form = wanted) =>
    (await as.post(reopenPath(key), form)).location ?? "";
  const first = await order(browser);
  expect(first).toMatch(/\/orders\/ord_/);
  expect(await order(browser)).toBe(first);
  // Whoever types the address of somebody else is neither shown their order nor takes it from them.
  expect(await order(new TestBrowser(slug))).not.toBe(first);
  expect(await statuses()).toEqual(["pending", "pending"]);

  expect(await order(browser, { ...wanted, payBy: "stripe" })).toContain("/pay/");
  expect(await statuses()).toEqual(["expired", "pending", "pending"]);
  await studio.db.update(orders).set({ status: "processing" }).where(eq(orders.provider, "stripe"));
  const [byCard] = await studio.db.select().from(orders).where(eq(orders.provider, "stripe"));
  expect(await order(browser)).toBe(`/orders/${byCard?.id}`);
  expect(await studio.db.$count(orders)).toBe(3);

  async function statuses() {
    return (await studio.db.select().from(orders).orderBy(orders.id)).map(({ status }) => status);
  }
});
