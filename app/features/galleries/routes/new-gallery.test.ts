import { expect, test } from "vitest";
import { dayOf, endOfDay } from "../../../lib/time";
import { studioIdentity } from "../../../tenancy/schema";
import { createTestStudio } from "../../../test/create-test-studio";
import { askPage, ownerCookie, postForm } from "../../../test/pages";
import { addMember } from "../../account/testing";
import { pricesOf } from "../../storefront/index.server";
import { getGallery, listGalleries } from "../queries.server";
import { aGallery } from "../testing";

const good = { name: "Anna & Ben", visibility: "unlisted", price: "12,50", expiresOn: "" };

async function signedIn() {
  const made = await createTestStudio();
  const cookie = await ownerCookie(made);
  const post = (path: string, fields: Record<string, string>) =>
    postForm(made.slug, path, fields, { headers: { cookie } });
  return { ...made, post };
}

test("the form makes a gallery and leads to it; an empty last day is no end", async () => {
  const { studio, post } = await signedIn();
  const response = await post("/studio/galleries/new", good);
  const { items } = await listGalleries(studio, { limit: 2 });
  expect(items).toHaveLength(1);
  expect(items[0]).toMatchObject({ name: "Anna & Ben", expiresAt: null, status: "draft" });
  expect(await pricesOf(studio, { priceListId: items[0]?.priceListId ?? "" })).toMatchObject({
    perPhoto: 1250,
    originalAmount: 1250,
  });
  expect([response.status, response.headers.get("location")]).toEqual([
    303,
    `/studio/galleries/${items[0]?.id}`,
  ]);
});

test("a form that is not right comes back with what was typed and what is wrong", async () => {
  const { studio, post } = await signedIn();
  const response = await post("/studio/galleries/new", { ...good, name: "", price: "twelve" });
  const text = await response.text();
  expect(response.status).toBe(200);
  expect(text).toContain("Give the gallery a name.");
  const priced = await (await post("/studio/galleries/new", { ...good, price: "twelve" })).text();
  expect(priced).toContain("Enter a price in EUR such as 12.50");
  expect(text).toContain('value="twelve"');
  const past = await post("/studio/galleries/new", { ...good, expiresOn: "2020-01-01" });
  expect(await past.text()).toContain("Choose a day that is not over yet.");
  expect((await listGalleries(studio, { limit: 1 })).items).toEqual([]);
});

test("today can be the last day wherever the studio is", async () => {
  const { studio, post } = await signedIn();
  const today = dayOf(studio.clock.now(), studio.tenant.timeZone);
  expect((await post("/studio/galleries/new", { ...good, expiresOn: today })).status).toBe(303);
  const { items } = await listGalleries(studio, { limit: 1 });
  expect(items[0]?.expiresAt).toBe(endOfDay(today, studio.tenant.timeZone));
});

test("settings are saved by the form, and the gallery's page publishes and takes back", async () => {
  const { studio, post } = await signedIn();
  const { id } = await aGallery(studio, { published: false });
  const settings = await post(`/studio/galleries/${id}/settings`, { intent: "basics", name: "Other" });
  expect(settings.status).toBe(303);
  expect(await getGallery(studio, id)).toMatchObject({ name: "Other", visibility: "public" });
  await post(`/studio/galleries/${id}`, { intent: "publish" });
  expect(await getGallery(studio, id)).toMatchObject({ status: "published" });
  await post(`/studio/galleries/${id}`, { intent: "unpublish" });
  expect(await getGallery(studio, id)).toMatchObject({ status: "draft" });
  const unknown = await post(`/studio/galleries/${id}`, { intent: "delete" });
  expect([unknown.status, (await getGallery(studio, id)).status]).toEqual([200, "draft"]);
});

test("a member without the right to write gets the page of what is missing", async () => {
  const { studio, slug } = await createTestStudio();
  const { id } = await aGallery(studio, { published: false });
  const owner = { email: "viewer@example.com", password: "Correct-horse-7" };
  await addMember(studio, { ...owner, name: "Viewer", role: "viewer" });
  const cookie = await ownerCookie({ slug, owner });
  const post = async (path: string, fields: Record<string, string>) =>
    (await postForm(slug, path, fields, { headers: { cookie } })).status;
  expect(await post("/studio/galleries/new", good)).toBe(404);
  expect(await post(`/studio/galleries/${id}/settings`, { intent: "basics", name: "Other" })).toBe(404);
  expect(await post(`/studio/galleries/${id}`, { intent: "publish" })).toBe(403);
  expect(await getGallery(studio, id)).toMatchObject({ name: "Anna & Ben", status: "draft" });
});

test("the price is asked for as the studio's locale writes it", async () => {
  const { slug, studio, owner } = await signedIn();
  const gallery = await aGallery(studio, { priceAmount: 900 });
  const cookie = await ownerCookie({ slug, owner });
  const priceField = async (locale: string) => {
    await studio.db.update(studioIdentity).set({ locale });
    const path = `/studio/galleries/${gallery.id}/settings`;
    const text = await (await askPage(slug, path, { headers: { cookie } })).text();
    return /<div class="control-group">(?:(?!<\/div>).)*name="price".*?<\/div>/s
      .exec(text)?.[0]
      .replace(/<input[^>]*value="([^"]*)"[^>]*>/, " $1 ")
      .replace(/<[^>]*>/g, "")
      .trim();
  };
  expect([await priceField("en-IE"), await priceField("de-DE")]).toEqual(["€ 9.00", "€ 9,00"]);
});
