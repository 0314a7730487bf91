import { afterEach, expect, test } from "vitest";
import { DAY } from "../../lib/time";
import { type AskInit, ask, askData } from "../../test/ask";
import { createTestStudio, setClock } from "../../test/create-test-studio";
import { addMember } from "../account/testing";
import { changeChoices } from "./commands/change-choices.server";
import { finishList } from "./commands/finish-list.server";
import { defaultRights, withFreeDownloads } from "./model/roles";
import { aGallery } from "./testing";
import { aChooser, aChoosing } from "./testing/choosing";

interface Shown {
  id: string;
  name: string;
  status: string;
  visibility: string;
  expired: boolean;
  expiresAt: string | null;
  url: string;
  pricePerPhoto: { amount: number; currency: string };
}

interface Listed {
  items: Shown[];
  nextCursor: string | null;
}

const body = { name: "Anna & Ben", pricePerPhoto: { amount: 1200, currency: "EUR" } };

afterEach(() => setClock(0));

/** A studio with its owner's access token. */
async function withToken() {
  const made = await createTestStudio();
  const { email, password } = made.owner;
  const { accessToken } = await askData<{ accessToken: string }>(made.slug, "/tokens", {
    json: { email, password },
  });
  return { ...made, bearer: accessToken };
}

async function failure(slug: string, path: string, init: AskInit) {
  const response = await ask(slug, `/api/v1${path}`, init);
  const { error } = (await response.json()) as { error: { type: string; fields?: Record<string, string[]> } };
  return { status: response.status, type: error.type, fields: error.fields };
}

test("a gallery made through the API is shown as it was sent", async () => {
  const { slug, studio, bearer } = await withToken();
  const gift = { freeDownloads: "web", downloadPin: "2468" };
  const json = { ...body, ...gift, visibility: "public", expiresAt: "2090-10-29" };
  const response = await ask(slug, "/api/v1/galleries", { bearer, json });
  expect(response.status).toBe(201);
  const { data } = (await response.json()) as { data: Shown };
  expect(data).toEqual({
    id: expect.stringMatching(/^gal_/),
    priceListId: expect.stringMatching(/^prl_/),
    name: "Anna & Ben",
    visibility: "public",
    status: "draft",
    expired: false,
    pricePerPhoto: { amount: 1200, currency: "EUR" },
    expiresAt: expect.stringMatching(/^2090-10-29T2[123]:59:59\.999Z$/),
    freeDownloads: "web",
    rights: withFreeDownloads(defaultRights, "web"),
    hasDownloadPin: true,
    hasPassword: false,
    registration: "none",
    photos: { total: 0, ready: 0, failed: 0 },
    url: `${studio.tenant.origin}/g/anna-ben`,
    createdAt: expect.any(String),
  });
  expect(await askData(slug, `/galleries/${data.id}`, { bearer })).toEqual(data);
});

test("a gallery can be made published, changed in part and taken back", async () => {
  const { slug, bearer } = await withToken();
  const made = await askData<Shown>(slug, "/galleries", { bearer, json: { ...body, status: "published" } });
  expect(made).toMatchObject({ status: "published", visibility: "unlisted" });
  const patch = (json: object) =>
    askData<Shown>(slug, `/galleries/${made.id}`, { bearer, json, method: "PATCH" });
  expect(await patch({ name: "Other" })).toEqual({ ...made, name: "Other" });
  expect(await patch({ pricePerPhoto: { amount: 0, currency: "EUR" }, status: "draft" })).toMatchObject({
    name: "Other",
    status: "draft",
    pricePerPhoto: { amount: 0, currency: "EUR" },
  });
  const moved = await patch({ visibility: "public", expiresAt: "2090-01-01T00:00:00+02:00" });
  expect(moved).toMatchObject({ visibility: "public", expiresAt: "2089-12-31T22:00:00.000Z" });
  expect(moved.url).not.toBe(made.url);
  expect(await patch({ expiresAt: null })).toMatchObject({ expiresAt: null, status: "draft" });
});

test("what is wrong is said by field and nothing is changed", async () => {
  const { slug, bearer } = await withToken();
  const bad = { name: " ", pricePerPhoto: { amount: 1.5, currency: "USD" }, expiresAt: "soon" };
  expect(await failure(slug, "/galleries", { bearer, json: bad })).toEqual({
    status: 422,
    type: "invalid_request",
    fields: {
      name: ["Give the gallery a name."],
      "pricePerPhoto.amount": ["Amounts are whole minor units."],
      "pricePerPhoto.currency": ["This studio sells in EUR."],
      expiresAt: ["Send a day (2026-12-24) or a moment with its offset."],
    },
  });
  const made = await askData<Shown>(slug, "/galleries", { bearer, json: body });
  const past = { name: "Other", expiresAt: "2020-01-01" };
  const refused = await failure(slug, `/galleries/${made.id}`, { bearer, json: past, method: "PATCH" });
  expect(refused).toMatchObject({ status: 422, fields: { expiresAt: [expect.any(String)] } });
  expect(await askData(slug, `/galleries/${made.id}`, { bearer })).toEqual(made);
  expect(await failure(slug, "/galleries", { bearer, json: { ...body, ...past } })).toMatchObject({
    status: 422,
    fields: { expiresAt: ["Choose a moment that is still to come."] },
  });
});

test("a list is read in pages from the newest on, without gaps or repetitions", async () => {
  const { slug, studio, bearer } = await withToken();
  const made: string[] = [];
  for (let i = 0; i < 7; i++) made.unshift((await aGallery(studio, { name: `Gallery ${i}` })).id);
  const pages: string[][] = [];
  let query = "?limit=3";
  for (;;) {
    const page = await askData<Listed>(slug, `/galleries${query}`, { bearer });
    pages.push(page.items.map((gallery) => gallery.id));
    if (page.nextCursor === null) break;
    query = `?limit=3&cursor=${page.nextCursor}`;
    if (pages.length === 1) await aGallery(studio, { name: "Made in between" });
  }
  expect(pages.map((page) => page.length)).toEqual([3, 3, 1]);
  expect(pages.flat()).toEqual(made);
});

test("a list that ends with a full page has no next one", async () => {
  const { slug, studio, bearer } = await withToken();
  for (let i = 0; i < 2; i++) await aGallery(studio);
  expect(await askData<Listed>(slug, "/galleries?limit=2", { bearer })).toMatchObject({ nextCursor: null });
});

test("a cursor or a limit that we did not give out is refused", async () => {
  const { slug, bearer } = await withToken();
  for (const query of ["cursor=x", "cursor=' or 1", "limit=0", "limit=201", "limit=two", "limit=1.5"]) {
    const refused = await failure(slug, `/galleries?${query}`, { bearer });
    expect(refused, query).toMatchObject({
      status: 422,
      fields: { [query.split("=")[0] ?? ""]: [expect.any(String)] },
    });
  }
});

test("a gallery past its last moment says so", async () => {
  const { slug, studio, bearer } = await withToken();
  const { id } = await aGallery(studio, { expiresAt: studio.clock.now() + 40 * 60_000 });
  expect(await askData(slug, `/galleries/${id}`, { bearer })).toMatchObject({ expired: false });
  await setClock(41 * 60_000);
  const { email, password } = { email: "later@example.com", password: "Correct-horse-7" };
  await addMember(studio, { email, password, name: "Later", role: "viewer" });
  const again = await askData<{ accessToken: string }>(slug, "/tokens", { json: { email, password } });
  expect(await askData(slug, `/galleries/${id}`, { bearer: again.accessToken })).toMatchObject({
    expired: true,
  });
});

test("strangers may neither see nor make galleries through the API, and learn nothing of what exists", async () => {
  const { slug, studio } = await createTestStudio();
  const { id } = await aGallery(studio, { expiresAt: studio.clock.now() + DAY });
  const json = { name: "Other" };
  for (const path of ["/galleries", `/galleries/${id}`, "/galleries/gal_none"])
    expect(await failure(slug, path, {})).toMatchObject({ status: 401, type: "unauthenticated" });
  for (const path of [`/galleries/${id}`, "/galleries/gal_none"])
    expect(await failure(slug, path, { json, method: "PATCH" })).toMatchObject({ status: 401 });
  expect(await failure(slug, "/galleries", { json: body })).toMatchObject({ status: 401 });
});

test("who may not write makes no gallery, published or not", async () => {
  const { slug, studio, bearer } = await withToken();
  const who = { email: "assistant@example.com", password: "Correct-horse-7" };
  await addMember(studio, { ...who, name: "Assistant", role: "assistant" });
  const { accessToken } = await askData<{ accessToken: string }>(slug, "/tokens", { json: who });
  const json = { ...body, status: "published" };
  expect(await failure(slug, "/galleries", { bearer: accessToken, json })).toMatchObject({ status: 403 });
  expect((await askData<Listed>(slug, "/galleries", { bearer })).items).toEqual([]);
});

test("the rights of each role are told, and changed by what is sent of them", async () => {
  const { slug, studio, bearer } = await withToken();
  const gallery = await aGallery(studio);
  const path = `/galleries/${gallery.id}`;
  const rights = { guest: { download: "web", buy: false }, main: { hide: false } };
  const patched = { bearer, method: "PATCH", json: { rights } };
  const changed = await askData<{ rights: unknown }>(slug, path, patched);
  const expected = {
    main: { ...defaultRights.main, hide: false },
    guest: { ...defaultRights.guest, download: "web", buy: false },
    buyer: defaultRights.buyer,
  };
  expect(changed.rights).toEqual(expected);
  for (const json of [
    { rights: { owner: { hide: true } } },
    { rights: { guest: { see: true } } },
    { rights: { guest: { download: "all" } } },
    { rights: { guest: { buy: true } }, freeDownloads: "web" },
  ])
    expect(await failure(slug, path, { bearer, method: "PATCH", json })).toMatchObject({
      type: "invalid_request",
    });
  expect((await askData<{ rights: unknown }>(slug, path, { bearer })).rights).toEqual(expected);
});

test("the lists of a gallery are told with who made them, and each with its photos, some at a time", async () => {
  const { slug, studio, bearer } = await withToken();
  const { gallery, photoIds, place } = await aChoosing(studio, { mode: "pick", picks: 2 });
  const { chooser, as } = await aChooser(studio, gallery);
  const [first = "", second = ""] = photoIds;
  const changes = [
    { photoId: first, mark: "chosen" as const, comment: "Large, please" },
    { photoId: second, mark: "chosen" as const },
  ];
  const made = await changeChoices(as, place, chooser, { listId: null, changes });
  if (!made.ok) throw new Error(made.refusal);
  const { listId } = made.value;
  await finishList(as, place, chooser, listId);
  const lists = `/galleries/${gallery.id}/favourites`;
  const moment = expect.stringMatching(/^\d{4}-.*Z$/);
  const told = {
    id: listId,
    name: expect.stringContaining("Anna"),
    note: "",
    person: { id: chooser.clientId, name: "Anna", email: "anna@example.com", proven: false },
    counts: { chosen: 2, rejected: 0, labelled: 0, commented: 1 },
    extras: { paid: 0, unpaid: 0 },
    finishedAt: moment,
    changedAt: moment,
  };
  expect(await askData(slug, lists, { bearer })).toEqual({ items: [told], nextCursor: null });
  expect(await askData(slug, `${lists}/${listId}?limit=1`, { bearer })).toEqual({
    ...told,
    photos: [
      {
        id: first,
        filename: "DSC_0001.jpg",
        mark: "chosen",
        label: null,
        comment: "Large, please",
        at: moment,
      },
    ],
    nextCursor: first,
  });
  const rest = await askData(slug, `${lists}/${listId}?cursor=${first}`, { bearer });
  expect(rest).toMatchObject({ photos: [{ id: second }], nextCursor: null });
  const other = await aGallery(studio);
  expect(await failure(slug, `/galleries/${other.id}/favourites/${listId}`, { bearer })).toMatchObject({
    status: 404,
  });
});
