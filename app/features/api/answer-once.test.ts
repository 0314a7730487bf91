import { sql } from "drizzle-orm";
import { afterEach, expect, test } from "vitest";
import { HOUR, MINUTE } from "../../lib/time";
import type { Studio } from "../../tenancy/studio";
import { type AskInit, ask, askData } from "../../test/ask";
import { createTestStudio, later, setClock } from "../../test/create-test-studio";
import { expectErrorLog } from "../../test/error-log";
import { sessionsOf } from "../../test/sandbox";
import { aKey, aMember } from "../account/testing";
import { galleries } from "../galleries/schema";
import { aGallery } from "../galleries/testing";
import { photos } from "../ingest/schema";
import { aPhoto } from "../ingest/testing";
import { tinyJpeg } from "../ingest/testing/tiny-jpeg";
import { orders } from "../storefront/schema";
import { beginCall, forgetOldCalls } from "./calls.server";
import { idempotentCalls } from "./schema";

let disturbed: Studio | null = null;

afterEach(async () => {
  await setClock(0);
  await disturbed?.db.run(sql`drop trigger if exists no_answers`);
  await disturbed?.db.run(sql`drop trigger if exists no_galleries`);
  disturbed = null;
});

const newGallery = { name: "Anna & Ben", pricePerPhoto: { amount: 1200, currency: "EUR" } };

async function withToken() {
  const made = await createTestStudio();
  const { email, password } = made.owner;
  const tokens = () =>
    askData<{ accessToken: string; refreshToken: string }>(made.slug, "/tokens", {
      json: { email, password },
    });
  const { accessToken: bearer } = await tokens();
  return { ...made, bearer, tokens };
}

/** A POST with a key, and what of its answer is compared. */
async function post(slug: string, path: string, key: string, { headers, ...init }: AskInit) {
  const all = { ...(headers as Record<string, string>), "idempotency-key": key };
  const response = await ask(slug, `/api/v1${path}`, { ...init, headers: all });
  const text = await response.text();
  return {
    status: response.status,
    text,
    again: response.headers.get("idempotency-replayed"),
    ...(JSON.parse(text) as { data?: { id: string }; error?: { type: string } }),
  };
}

test("a call that is sent again gets the same answer to the byte, and does nothing a second time", async () => {
  const { studio, slug, bearer } = await withToken();
  const once = await post(slug, "/galleries", "key-1", { bearer, json: newGallery });
  const twice = await post(slug, "/galleries", "key-1", { bearer, json: newGallery });
  expect([once.status, once.again, twice.status, twice.again]).toEqual([201, null, 201, "true"]);
  expect(twice.text).toBe(once.text);
  const other = await post(slug, "/galleries", "key-2", { bearer, json: newGallery });
  expect(other.data?.id).not.toBe(once.data?.id);
  expect(await studio.db.$count(galleries)).toBe(2);
});

test("25 calls with one key at the same time are carried out once; the others wait their turn or get its answer", async () => {
  const { studio, slug, bearer } = await withToken();
  const all = await Promise.all(
    Array.from({ length: 25 }, () => post(slug, "/galleries", "race", { bearer, json: newGallery })),
  );
  expect(all.filter(({ status, again }) => status === 201 && again === null)).toHaveLength(1);
  expect(all.filter(({ status, again }) => status !== 409 && again === null)).toHaveLength(1);
  expect(await studio.db.$count(galleries)).toBe(1);
  expect((await post(slug, "/galleries", "race", { bearer, json: newGallery })).again).toBe("true");
});

test("the same key with another body or query is refused, and the first answer stays", async () => {
  const { slug, bearer } = await withToken();
  const once = await post(slug, "/galleries", "key-1", { bearer, json: newGallery });
  const changed = await post(slug, "/galleries", "key-1", {
    bearer,
    json: { ...newGallery, name: "Cleo & Dan" },
  });
  expect([changed.status, changed.error?.type]).toEqual([422, "invalid_request"]);
  expect((await post(slug, "/galleries?x=1", "key-1", { bearer, json: newGallery })).status).toBe(422);
  expect((await post(slug, "/galleries", "key-1", { bearer, json: newGallery })).text).toBe(once.text);
});

test("files are told apart by their bytes", async () => {
  const { studio, slug, bearer } = await withToken();
  const gallery = await aGallery(studio);
  const path = `/galleries/${gallery.id}/photos?filename=a.jpg`;
  const upload = (last: number) => {
    const body = Uint8Array.from([...tinyJpeg(), last]);
    const headers = { "content-length": String(body.byteLength) };
    return post(slug, path, "file", { bearer, method: "POST", body, headers });
  };
  const once = await upload(1);
  expect(once.status).toBe(202);
  expect((await upload(1)).text).toBe(once.text);
  expect((await upload(2)).status).toBe(422);
});

test("a key stands for one caller and one address: nobody gets the answer to somebody else's call", async () => {
  const { studio, slug, bearer, tokens } = await withToken();
  const once = await post(slug, "/galleries", "key-1", { bearer, json: newGallery });
  const admin = await aMember(studio, "admin");
  const { accessToken } = await askData<{ accessToken: string }>(slug, "/tokens", {
    json: { email: admin.email, password: admin.password },
  });
  const theirs = await post(slug, "/galleries", "key-1", { bearer: accessToken, json: newGallery });
  expect([theirs.status, theirs.again]).toEqual([201, null]);
  const stranger = await post(slug, "/galleries", "key-1", { json: newGallery });
  expect([stranger.status, stranger.again]).toEqual([401, null]);
  const { accessToken: newer } = await tokens();
  expect((await post(slug, "/galleries", "key-1", { bearer: newer, json: newGallery })).text).toBe(once.text);
  const { key } = await aKey(studio, admin.id, ["galleries:read"]);
  expect((await post(slug, "/galleries", "key-1", { bearer: key, json: newGallery })).status).toBe(403);
});

test("strangers of other networks have keys of their own", async () => {
  const { studio, slug } = await createTestStudio();
  const gallery = await aGallery(studio, { priceAmount: 900 });
  const photo = await aPhoto(studio, gallery.id);
  const json = { galleryId: gallery.id, photoIds: [photo.id], email: "anna@example.com" };
  const from = (network: string) =>
    post(slug, "/orders", "key-1", { json, headers: { "cf-connecting-ip": network } });
  const [ours, again, other] = [await from("192.0.2.1"), await from("192.0.2.1"), await from("192.0.2.2")];
  expect([ours.again, again.again, other.again]).toEqual([null, "true", null]);
  expect(other.data?.id).not.toBe(ours.data?.id);
});

test("what was turned away leaves its key free, and what was refused for good is kept", async () => {
  const { studio, slug, bearer } = await withToken();
  expect((await post(slug, "/galleries", "key-1", { bearer, json: {} })).status).toBe(422);
  expect((await post(slug, "/galleries", "key-1", { bearer, json: newGallery })).status).toBe(201);
  const missing = { galleryId: "gal_none", photoIds: ["pho_1"], email: "anna@example.com" };
  const first = await post(slug, "/orders", "key-2", { bearer, json: missing });
  const second = await post(slug, "/orders", "key-2", { bearer, json: missing });
  expect([first.status, second.status, second.again]).toEqual([404, 404, "true"]);
  expect(await studio.db.$count(idempotentCalls)).toBe(2);
});

test("a call that failed on our side is carried out when it is sent again", async () => {
  const { studio, slug, bearer } = await withToken();
  disturbed = studio;
  await studio.db.run(
    sql`create trigger no_galleries before insert on galleries begin select raise(abort, 'no'); end`,
  );
  expect((await post(slug, "/galleries", "key-1", { bearer, json: newGallery })).status).toBe(500);
  expectErrorLog(/an API call failed/);
  expectErrorLog(/answered with an error/);
  await studio.db.run(sql`drop trigger no_galleries`);
  const other = await post(slug, "/galleries", "key-1", { bearer, json: { ...newGallery, name: "Other" } });
  expect(other.status).toBe(422);
  const again = await post(slug, "/galleries", "key-1", { bearer, json: newGallery });
  expect([again.status, again.again]).toEqual([201, null]);
});

test("while a call is carried out, and for two minutes after its process died, it is not begun again", async () => {
  const { studio } = await createTestStudio();
  const call = { name: "somebody's", request: "something" };
  const begun = await beginCall(studio, call);
  expect(begun).toMatchObject({ ok: true, value: { runs: 1 } });
  expect(await beginCall(studio, call)).toEqual({ ok: false, refusal: { reason: "running" } });
  const afterwards = later(studio, 3 * MINUTE);
  const again = await beginCall(afterwards, call);
  expect(again).toMatchObject({ ok: true, value: { id: begun.ok ? begun.value.id : "", runs: 2 } });
  expect(await beginCall(afterwards, { ...call, request: "other" })).toEqual({
    ok: false,
    refusal: { reason: "another" },
  });
});

test("a gallery and a photo whose answers were lost with their process are found again", async () => {
  const { studio, slug, bearer } = await withToken();
  disturbed = studio;
  const died = async (call: () => ReturnType<typeof post>) => {
    await studio.db.run(
      sql`create trigger no_answers before update of answer on idempotent_calls begin select raise(abort, 'died'); end`,
    );
    expect((await call()).status).toBe(500);
    expectErrorLog(/an API call failed/);
    expectErrorLog(/answered with an error/);
    await studio.db.run(sql`drop trigger no_answers`);
  };
  const gallery = () =>
    post(slug, "/galleries", "gallery", { bearer, json: { ...newGallery, status: "published" } });
  await died(gallery);
  const [made] = await studio.db.select().from(galleries);
  const photo = () => {
    const body = Uint8Array.from(tinyJpeg());
    const headers = { "content-length": String(body.byteLength) };
    const path = `/galleries/${made?.id}/photos?filename=a.jpg`;
    return post(slug, path, "photo", { bearer, method: "POST", body, headers });
  };
  await died(photo);
  await setClock(3 * MINUTE);
  const foundGallery = await gallery();
  expect([foundGallery.status, foundGallery.data?.id]).toEqual([201, made?.id]);
  expect(await studio.db.$count(galleries)).toBe(1);
  const foundPhoto = await photo();
  const [kept, ...others] = await studio.db.select().from(photos);
  expect([foundPhoto.status, foundPhoto.data?.id, others.length]).toEqual([202, kept?.id, 0]);
});

test("an order whose answer was lost with its process is found again, not placed a second time", async () => {
  const { studio, slug, account } = await createTestStudio();
  disturbed = studio;
  const gallery = await aGallery(studio, { priceAmount: 900 });
  const photo = await aPhoto(studio, gallery.id);
  const json = { galleryId: gallery.id, photoIds: [photo.id], email: "anna@example.com" };
  await studio.db.run(
    sql`create trigger no_answers before update of answer on idempotent_calls begin select raise(abort, 'died'); end`,
  );
  expect((await post(slug, "/orders", "key-1", { json })).status).toBe(500);
  expectErrorLog(/an API call failed/);
  expectErrorLog(/answered with an error/);
  await studio.db.run(sql`drop trigger no_answers`);
  expect((await post(slug, "/orders", "key-1", { json })).status).toBe(409);
  await setClock(3 * MINUTE);
  const found = await post(slug, "/orders", "key-1", { json });
  expect([found.status, found.again]).toEqual([201, null]);
  const [order, ...others] = await studio.db.select().from(orders);
  expect([order?.id, others.length]).toEqual([found.data?.id, 0]);
  expect(found.data).toMatchObject({
    checkoutUrl: order?.checkoutUrl,
    total: { amount: 900, currency: "EUR" },
    buyerToken: expect.stringMatching(/^buy_/),
  });
  expect(await sessionsOf(account)).toHaveLength(1);
  expect((await post(slug, "/orders", "key-1", { json })).text).toBe(found.text);
});

test("tokens, addresses and keys are not to be read in what is kept", async () => {
  const { studio, slug, owner } = await createTestStudio();
  const key = "a-key-of-the-caller";
  const { data, text } = await post(slug, "/tokens", key, {
    json: { email: owner.email, password: owner.password },
  });
  const kept = JSON.stringify(await studio.db.select().from(idempotentCalls));
  const { accessToken, refreshToken } = data as unknown as Record<string, string>;
  expect(text).toContain(accessToken);
  for (const secret of [accessToken, refreshToken, owner.email, owner.password, key, "192.0.2", "/tokens"])
    expect(kept).not.toContain(secret);
});

test("after a day a key is a new one, and what was kept of it goes", async () => {
  const { studio, slug, bearer, tokens } = await withToken();
  const once = await post(slug, "/galleries", "key-1", { bearer, json: newGallery });
  await setClock(23 * HOUR);
  const { accessToken } = await tokens();
  const same = await post(slug, "/galleries", "key-1", { bearer: accessToken, json: newGallery });
  expect(same.text).toBe(once.text);
  await setClock(25 * HOUR);
  const { accessToken: last } = await tokens();
  const next = await post(slug, "/galleries", "key-1", { bearer: last, json: newGallery });
  expect([next.status, next.again]).toEqual([201, null]);
  expect(next.data?.id).not.toBe(once.data?.id);
  expect(await studio.db.$count(idempotentCalls)).toBe(1);
  expect(await forgetOldCalls(later(studio, 50 * HOUR))).toBeNull();
  expect(await studio.db.$count(idempotentCalls)).toBe(0);
});

test("a key is text without spaces of at most 255 characters, and other methods take none", async () => {
  const { studio, slug, bearer } = await withToken();
  for (const key of ["two words", "x".repeat(256), ""])
    expect((await post(slug, "/galleries", key, { bearer, json: newGallery })).status, key).toBe(422);
  const read = await ask(slug, "/api/v1/galleries", { bearer, headers: { "idempotency-key": "key-1" } });
  expect(read.status).toBe(200);
  expect(await studio.db.$count(idempotentCalls)).toBe(0);
});
