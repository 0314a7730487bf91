import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { auditLog } from "../../events/schema";
import { studioIdentity } from "../../tenancy/schema";
import { createTestStudio, env, reopen, type TestStudio, workOff } from "../../test/create-test-studio";
import { askPage, ownerCookie, postForm } from "../../test/pages";
import { mailsTo } from "../../test/sandbox";
import { members } from "../account/schema";
import { galleries } from "../galleries/schema";
import { aGallery } from "../galleries/testing";
import { photos } from "../ingest/schema";
import { aPhoto } from "../ingest/testing";
import { RED_PNG } from "../ingest/testing/red-png";
import { tinyJpeg } from "../ingest/testing/tiny-jpeg";
import { orderLines, orders } from "../storefront/schema";
import { anOrder } from "../storefront/testing";
import { changeBrand, changeRegion, changeTax } from "./commands/change-settings.server";
import { fillWithExample } from "./commands/fill-with-example.server";
import { removeExample } from "./commands/remove-example.server";
import { parseTaxRate, taxRateText } from "./model";
import { setupOf } from "./setup.server";

const examples = ["one", "two"].map((name) => ({ filename: `${name}.jpg`, bytes: async () => tinyJpeg() }));

const objectsOf = async ({ studio }: Pick<TestStudio, "studio">, part = "") =>
  (await env.PHOTOS.list({ prefix: `s/${studio.tenant.id}/${part}` })).objects.map(({ key }) => key);

const doneSteps = async (made: TestStudio) =>
  (await setupOf(await reopen(made.slug))).steps.filter(({ done }) => done).map(({ name }) => name);

async function postAs(made: TestStudio, path: string, fields: Record<string, string>) {
  return postForm(made.slug, path, fields, { headers: { cookie: await ownerCookie(made) } });
}

test("the first steps are ticked off by what was done", async () => {
  const made = await createTestStudio();
  const { studio } = made;
  expect(await doneSteps(made)).toEqual(["payments"]);
  await changeBrand(studio, { name: "Nova", tagline: "Light", accent: "#2f5d62", logo: null });
  const { locale, timeZone, currency } = studio.tenant;
  await changeRegion(studio, { locale, timeZone, currency });
  await changeTax(studio, { pricesIncludeTax: true, taxName: "", taxRate: 0, taxNumber: "" });
  expect(await doneSteps(made)).toEqual(["brand", "region", "tax", "payments"]);
  const gallery = await aGallery(studio);
  await aPhoto(studio, gallery.id);
  await postAs(made, "/studio/setup", { intent: "send" });
  expect(await doneSteps(made)).toEqual(["brand", "region", "tax", "payments", "gallery", "send"]);
});

test("the way into the workspace leads to the first steps until they are done or hidden", async () => {
  const made = await createTestStudio();
  const start = async () => {
    const answer = await askPage(made.slug, "/studio", { headers: { cookie: await ownerCookie(made) } });
    return answer.headers.get("location");
  };
  expect(await start()).toBe("/studio/galleries");
  await made.studio.db.run("delete from setup_steps where step = 'checklist'");
  expect(await start()).toBe("/studio/setup");
  await made.studio.db.update(members).set({ role: "photographer" });
  expect(await start()).toBe("/studio/galleries");
  await made.studio.db.update(members).set({ role: "owner" });
  await postAs(made, "/studio/setup", { intent: "hide" });
  expect(await start()).toBe("/studio/galleries");
});

test("a gallery sent to oneself comes to the one who asked, once a minute", async () => {
  const made = await createTestStudio();
  const gallery = await aGallery(made.studio, { visibility: "unlisted" });
  await aPhoto(made.studio, gallery.id);
  expect((await postAs(made, "/studio/setup", { intent: "send" })).status).toBe(303);
  const again = await postAs(made, "/studio/setup", { intent: "send" });
  expect(await again.text()).toContain("on its way already");
  await workOff(made.studio);
  const all = await mailsTo(made.owner.email);
  const mails = all.filter(({ subject }) => subject === `Your photos: ${gallery.name}`);
  expect(mails).toHaveLength(1);
  expect(mails[0]?.text).toContain(`/g/${gallery.shareKey}`);
});

test("a change of the brand is kept, listed by the platform, and told without repeating what stayed", async () => {
  const made = await createTestStudio();
  const { accent, tagline } = made.studio.tenant;
  await changeBrand(made.studio, { name: "Nova", tagline, accent, logo: null });
  const studio = await reopen(made.slug);
  expect(studio.tenant.name).toBe("Nova");
  const entry = await studio.db.select().from(auditLog).where(eq(auditLog.action, "studio.changed")).get();
  expect(JSON.parse(entry?.details ?? "")).toEqual({
    before: { name: made.studio.tenant.name },
    after: { name: "Nova", fields: ["name"] },
  });
});

test("a logo is shown to everybody with the studio's name, replaced without a trace and taken away", async () => {
  const made = await createTestStudio();
  const brand = { name: "Nova", tagline: "", accent: "#2f5d62" };
  expect(await changeBrand(made.studio, { ...brand, logo: tinyJpeg() })).toMatchObject({
    refusal: "logo_not_png",
  });
  await changeBrand(made.studio, { ...brand, logo: RED_PNG });
  const shown = await askPage(made.slug, "/brand/logo.png");
  expect([shown.status, shown.headers.get("content-type")]).toEqual([200, "image/png"]);
  await changeBrand(await reopen(made.slug), { ...brand, logo: RED_PNG });
  expect(await objectsOf(made, "brand/")).toHaveLength(1);
  const gallery = await aGallery(made.studio);
  for (const path of ["/", `/g/${gallery.slug}`]) {
    const page = await (await askPage(made.slug, path)).text();
    expect(page, path).toMatch(/<img src="\/brand\/logo\.png\?v=[^"]+" alt="Nova"/);
  }
  await changeBrand(await reopen(made.slug), { ...brand, logo: "remove" });
  expect(await objectsOf(made, "brand/")).toEqual([]);
  expect((await askPage(made.slug, "/brand/logo.png")).status).toBe(404);
  expect(await (await askPage(made.slug, `/g/${gallery.slug}`)).text()).not.toContain("/brand/logo.png");
});

test("the currency is locked once something was sold, and only the currency", async () => {
  const made = await createTestStudio();
  const region = { locale: "en-GB", timeZone: "Europe/London" };
  expect(await changeRegion(made.studio, { ...region, currency: "GBP" })).toMatchObject({ ok: true });
  expect(await changeRegion(made.studio, { ...region, currency: "EUR" })).toMatchObject({ ok: true });
  await anOrder(made.studio, { upTo: "fulfilled" });
  const locked = await changeRegion(made.studio, { ...region, currency: "GBP" });
  expect(locked).toEqual({ ok: false, refusal: "currency_locked" });
  expect(
    await changeRegion(made.studio, { ...region, timeZone: "Europe/Paris", currency: "EUR" }),
  ).toMatchObject({ ok: true });
  expect((await reopen(made.slug)).tenant).toMatchObject({ timeZone: "Europe/Paris", currency: "EUR" });
});

test("a tax number is kept and not written into the log", async () => {
  const { studio } = await createTestStudio();
  await changeTax(studio, {
    pricesIncludeTax: false,
    taxName: "MwSt.",
    taxRate: 1900,
    taxNumber: "DE123456789",
  });
  expect(await studio.db.select().from(studioIdentity).get()).toMatchObject({
    taxRate: 1900,
    taxNumber: "DE123456789",
  });
  const rows = await studio.db.select({ details: auditLog.details }).from(auditLog);
  expect(JSON.stringify(rows)).toContain("taxNumber");
  expect(JSON.stringify(rows)).not.toContain("DE123456789");
});

test("a tax rate is read as people write it, to hundredths of a percent", () => {
  for (const [text, rate] of [
    ["19", 1900],
    ["8.1", 810],
    ["7,75 %", 775],
    ["0", 0],
  ] as const)
    expect(parseTaxRate(text), text).toBe(rate);
  for (const text of ["", "19.125", "-1", "100", "x"]) expect(parseTaxRate(text), text).toBe(null);
  expect([taxRateText(1900), taxRateText(810), taxRateText(775)]).toEqual(["19", "8.1", "7.75"]);
});

test("the settings are for those who may change the studio", async () => {
  const made = await createTestStudio();
  const cookie = await ownerCookie(made);
  await made.studio.db.update(members).set({ role: "manager" });
  for (const path of ["/studio/setup", "/studio/settings", "/studio/settings/region", "/studio/settings/tax"])
    expect((await askPage(made.slug, path, { headers: { cookie } })).status, path).toBe(404);
  await made.studio.db.update(members).set({ role: "admin" });
  expect((await askPage(made.slug, "/studio/settings", { headers: { cookie } })).status).toBe(200);
  expect((await askPage(made.slug, "/studio/settings/payments", { headers: { cookie } })).status).toBe(404);
});

test("the example comes once, goes on where it was cut off, and leaves nothing behind", async () => {
  const made = await createTestStudio();
  const own = await aGallery(made.studio);
  await aPhoto(made.studio, own.id);
  const before = await objectsOf(made);
  const [first, second] = examples;
  const broken = { filename: second?.filename ?? "", bytes: () => Promise.reject(new Error("cut off")) };
  await expect(fillWithExample(made.studio, first ? [first, broken] : [])).rejects.toThrow("cut off");
  const { id } = await fillWithExample(made.studio, examples);
  expect(await fillWithExample(made.studio, examples)).toEqual({ id });
  const gallery = await made.studio.db.select().from(galleries).where(eq(galleries.id, id)).get();
  expect(gallery).toMatchObject({ demo: true, status: "published", visibility: "unlisted", photoCount: 2 });
  expect((await setupOf(made.studio)).steps.find(({ name }) => name === "gallery")?.done).toBe(true);
  expect(await removeExample(made.studio)).toEqual({ kept: false });
  expect(await objectsOf(made)).toEqual(before);
  expect(await made.studio.db.select({ id: galleries.id }).from(galleries)).toEqual([{ id: own.id }]);
  expect(await made.studio.db.$count(photos)).toBe(1);
});

test("what was ordered of the example stays, and nothing else of it", async () => {
  const made = await createTestStudio();
  const { id } = await fillWithExample(made.studio, examples);
  await made.studio.db.update(photos).set({ status: "ready" });
  const gallery = await made.studio.db.select().from(galleries).where(eq(galleries.id, id)).get();
  const [bought] = await made.studio.db.select().from(photos);
  if (!gallery || !bought) throw new Error("the example is empty");
  await anOrder(made.studio, { gallery, photoIds: [bought.id], upTo: "fulfilled" });
  expect(await removeExample(made.studio)).toEqual({ kept: true });
  expect(await made.studio.db.select({ id: photos.id }).from(photos)).toEqual([{ id: bought.id }]);
  expect([await made.studio.db.$count(orders), await made.studio.db.$count(orderLines)]).toEqual([1, 1]);
  expect(await objectsOf(made, `${bought.id}/original`)).toHaveLength(1);
  const left = await made.studio.db.select().from(galleries).where(eq(galleries.id, id)).get();
  expect(left).toMatchObject({ demo: false, status: "draft", photoCount: 1 });
  const actions = await made.studio.db.select({ action: auditLog.action }).from(auditLog);
  expect(actions.map(({ action }) => action)).toContain("demo.removed");
});
