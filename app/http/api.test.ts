import { sql } from "drizzle-orm";
import { afterEach, expect, test } from "vitest";
import type { Studio } from "../tenancy/studio";
import { type AskInit, ask, askData } from "../test/ask";
import { createTestStudio } from "../test/create-test-studio";
import { expectErrorLog } from "../test/error-log";

let disturbed: Studio | null = null;

afterEach(async () => {
  await disturbed?.db.run(sql`drop trigger if exists no_galleries`);
  disturbed = null;
});

async function withToken() {
  const made = await createTestStudio();
  const { email, password } = made.owner;
  const { accessToken } = await askData<{ accessToken: string }>(made.slug, "/tokens", {
    json: { email, password },
  });
  return { ...made, bearer: accessToken };
}

const newGallery = { name: "Anna & Ben", pricePerPhoto: { amount: 1200, currency: "EUR" } };

/** The status and the error of an answer whose envelope is checked. */
async function failureOf(response: Response, path: string) {
  const body = (await response.json()) as { error: { type: string; message: string }; requestId: string };
  expect(body).toEqual({
    error: expect.objectContaining({
      type: expect.any(String),
      message: expect.stringMatching(/^[A-Z].*\.$/),
    }),
    path,
    requestId: response.headers.get("x-request-id"),
    timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
  });
  expect(response.headers.get("cache-control")).toBe("no-store");
  expect(response.headers.get("content-type")).toBe("application/json");
  return { status: response.status, ...body.error };
}

async function failure(slug: string, path: string, init: AskInit = {}) {
  return failureOf(await ask(slug, path, init), path.split("?")[0] ?? "");
}

test("a success is data with the request's id and its time, and is not kept", async () => {
  const { slug, bearer } = await withToken();
  const response = await ask(slug, "/api/v1/galleries", { bearer });
  expect(await response.json()).toEqual({
    data: { items: [], nextCursor: null },
    requestId: response.headers.get("x-request-id"),
    timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
  });
  expect(response.headers.get("cache-control")).toBe("no-store");
});

test("an address that means nothing and a method that does nothing there are one and the same 404", async () => {
  const { slug, bearer } = await withToken();
  const missing = { status: 404, type: "not_found", message: "There is nothing at this address." };
  for (const path of ["/api/v1", "/api/v1/nothing", "/api/v1/galleries/a/b/c"])
    expect(await failure(slug, path, { bearer }), path).toEqual(missing);
  for (const method of ["DELETE", "PUT", "PATCH"])
    expect(await failure(slug, "/api/v1/galleries", { bearer, method }), method).toEqual(missing);
  expect(await failure(slug, "/api/v1/galleries/gal_none", { bearer, method: "DELETE" })).toEqual(missing);
});

test("an older or newer version of the API is nothing of ours", async () => {
  const { slug, bearer } = await withToken();
  const response = await ask(slug, "/api/v2/galleries", { bearer });
  expect(await response.text()).not.toContain('"data"');
});

test("the API answers on studios' hosts only", async () => {
  for (const path of ["/api/v1/galleries", "/api/v1/galleries/gal_none", "/api/v1/orders/ord_none"])
    expect(await failure("", path), path).toMatchObject({ status: 404, type: "not_found" });
  const json = { email: "anna@example.com", password: "Correct-horse-7" };
  expect(await failure("", "/api/v1/tokens", { json })).toMatchObject({ status: 404 });
});

test("a body that is no JSON, or no object, is refused with a sentence", async () => {
  const { slug, bearer } = await withToken();
  const send = (body: string) => failure(slug, "/api/v1/galleries", { bearer, method: "POST", body });
  for (const body of ["", "{", "name=Anna", "\u0000"])
    expect(await send(body), body).toEqual({
      status: 422,
      type: "invalid_request",
      message: "The body is not JSON.",
    });
  for (const body of ["null", "[]", '"text"', "7"])
    expect(await send(body), body).toMatchObject({ status: 422, fields: expect.any(Object) });
});

test("a body is counted while it comes, and refused as soon as it is too large", async () => {
  const { slug, bearer } = await withToken();
  const body = JSON.stringify({ ...newGallery, name: "x".repeat(300 * 1024) });
  expect(await failure(slug, "/api/v1/galleries", { bearer, method: "POST", body })).toMatchObject({
    status: 413,
    type: "too_large",
  });
});

test("a failure of ours says nothing of itself, and is logged with the request's id", async () => {
  const { slug, studio, bearer } = await withToken();
  disturbed = studio;
  await studio.db.run(
    sql`create trigger no_galleries before insert on galleries begin select raise(abort, 'a secret of ours'); end`,
  );
  const response = await ask(slug, "/api/v1/galleries", { bearer, json: newGallery });
  const id = response.headers.get("x-request-id");
  expect(await failureOf(response, "/api/v1/galleries")).toEqual({
    status: 500,
    type: "internal",
    message: "Something went wrong on our side.",
  });
  expectErrorLog(new RegExp(`an API call failed.*${id}`));
  expectErrorLog(new RegExp(`answered with an error.*${id}`));
});

test("an access token that is none is refused on every address, public ones too", async () => {
  const { slug } = await createTestStudio();
  for (const path of ["/api/v1/galleries", "/api/v1/nothing"])
    expect(await failure(slug, path, { bearer: "sla_made-up" })).toMatchObject({ status: 401 });
  const page = await ask(slug, "/", { bearer: "sla_made-up" });
  expect(page.status).toBe(401);
});

test("another site's browser can change nothing through the API, unless it holds a token", async () => {
  const { slug, bearer } = await withToken();
  const headers = { origin: "http://evil.test" };
  const json = { email: "anna@example.com", password: "Correct-horse-7" };
  expect(await failure(slug, "/api/v1/tokens", { json, headers })).toMatchObject({
    status: 403,
    type: "forbidden",
  });
  const withBearer = await ask(slug, "/api/v1/galleries", { bearer, json: newGallery, headers });
  expect(withBearer.status).toBe(201);
});

test("a name that stands twice in an address counts once", async () => {
  const { slug, bearer } = await withToken();
  await askData(slug, "/galleries", { bearer, json: newGallery });
  await askData(slug, "/galleries", { bearer, json: { ...newGallery, name: "Cleo & Dan" } });
  const page = await askData<{ items: unknown[] }>(slug, "/galleries?limit=1&limit=100", { bearer });
  expect(page.items.length).toBe(1);
});

test("names in a body that mean something to JavaScript change nothing outside of it", async () => {
  const { slug, bearer } = await withToken();
  const own = JSON.stringify(newGallery).slice(1);
  for (const name of ["__proto__", "constructor"]) {
    const body = `{"${name}":{"tainted":"yes","prototype":{"tainted":"yes"}},${own}`;
    const made = await ask(slug, "/api/v1/galleries", { bearer, method: "POST", body });
    expect([201, 422], name).toContain(made.status);
    expect(({} as Record<string, unknown>).tainted, name).toBe(undefined);
  }
});
