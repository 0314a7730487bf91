import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { studioIdentity } from "../../tenancy/schema";
import { type Studio, speaking } from "../../tenancy/studio";
import { createTestStudio, reopen, workOff } from "../../test/create-test-studio";
import { askPage, cookiesAfter, postForm } from "../../test/pages";
import { mailsTo } from "../../test/sandbox";
import { aGallery } from "../galleries/testing";
import { aPhoto } from "../ingest/testing";
import { sendReceipt } from "../storefront/commands/send-receipt.server";
import { anOrder } from "../storefront/testing";
import { clients } from "./schema";

/** The studio as a visitor of this language has it before them. */
const readBy = (studio: Studio, locale: string): Studio => ({
  ...speaking(studio, locale),
  visitorLocale: locale,
});

const localeOf = async ({ db }: Studio, email: string) =>
  (await db.select({ locale: clients.locale }).from(clients).where(eq(clients.email, email)).get())?.locale;

const subjects = async (email: string) => (await mailsTo(email)).map(({ subject }) => subject).sort();

test("a buyer's mails are in the language they bought in, and the owner's in the studio's", async () => {
  const { studio, owner } = await createTestStudio();
  const order = await anOrder(readBy(studio, "de-AT"), { upTo: "fulfilled" });
  await workOff(studio);
  expect(await localeOf(studio, order.email)).toBe("de-AT");
  const [mail] = await mailsTo(order.email);
  expect(mail?.subject).toBe(`Ihre Fotos von ${studio.tenant.name}`);
  expect(mail?.html).toContain('lang="de-AT"');
  expect(mail?.text).toContain("€\u00a012,00");
  expect(await subjects(owner.email)).toEqual(["You sold photos for €12.00"]);
});

test("what a member or the system does for a client changes nothing of the client's language", async () => {
  const { studio } = await createTestStudio();
  const order = await anOrder(readBy(studio, "es"), { upTo: "fulfilled" });
  await sendReceipt(studio, order.id);
  await anOrder(studio, { email: order.email });
  await workOff(studio);
  expect(await localeOf(studio, order.email)).toBe("es");
  const { name } = studio.tenant;
  expect(await subjects(order.email)).toEqual([`Su recibo de ${name}`, `Sus fotos de ${name}`]);
});

test("a client who never read here gets the studio's language, and owners do too", async () => {
  const made = await createTestStudio();
  await made.studio.db.update(studioIdentity).set({ locale: "de-DE" });
  const studio = await reopen(made.slug);
  const order = await anOrder(studio, { upTo: "fulfilled" });
  await workOff(studio);
  expect(await localeOf(studio, order.email)).toBeNull();
  expect((await mailsTo(order.email))[0]?.text).toContain("12,00\u00a0€");
  expect(await subjects(made.owner.email)).toEqual(["Sie haben Fotos für 12,00\u00a0€ verkauft"]);
});

test("a link that is asked for comes in the language it is asked for in, which is kept", async () => {
  const { studio, slug } = await createTestStudio();
  const { email } = await anOrder(studio, { upTo: "fulfilled" });
  await postForm(slug, "/client/sign-in", { email }, { headers: { "accept-language": "es-MX" } });
  await workOff(studio);
  expect(await localeOf(studio, email)).toBe("es-MX");
  expect(await subjects(email)).toContain(`Su acceso a ${studio.tenant.name}`);
});

test("a cart is mailed in the language of its page, and nobody becomes a client by it", async () => {
  const { studio, slug } = await createTestStudio();
  const gallery = await aGallery(studio);
  const photo = await aPhoto(studio, gallery.id);
  const path = `/g/${gallery.slug}`;
  const buy = await (await askPage(slug, `${path}/buy?photo=${photo.id}`)).text();
  const product = /name="product"[^>]*value="([^"]+)"/.exec(buy)?.[1] ?? "";
  const cookie = cookiesAfter(await postForm(slug, path, { product, photo: photo.id }));
  const email = `cart@${slug}.test`;
  const headers = { cookie, "accept-language": "de" };
  await postForm(slug, `${path}/cart`, { intent: "mail", email }, { headers });
  await workOff(studio);
  expect(await subjects(email)).toEqual([`Ihr Warenkorb bei ${studio.tenant.name}`]);
  expect(await localeOf(studio, email)).toBeUndefined();
});
