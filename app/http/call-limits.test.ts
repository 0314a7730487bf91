import { Hono } from "hono";
import { afterEach, beforeEach, expect, test } from "vitest";
import { aMember } from "../features/account/testing";
import { aGallery } from "../features/galleries/testing";
import { retryPhoto } from "../features/ingest/commands/retry-photo.server";
import { processingLimit } from "../features/ingest/model";
import { photos } from "../features/ingest/schema";
import { manyPhotos } from "../features/ingest/testing";
import { MINUTE } from "../lib/time";
import type { Env } from "../tenancy/env";
import type { Studio } from "../tenancy/studio";
import { ask, askData } from "../test/ask";
import { createTestStudio, setClock } from "../test/create-test-studio";
import { askPage, ownerCookie, postForm } from "../test/pages";
import { sendError } from "./api";
import { callCounter } from "./call-counter";
import { callLimits, limitNetwork, tellLimits } from "./call-limits";
import type { HttpEnv } from "./hono-env";

/** A minute of the product's clock begins with each test. */
const atFullMinute = () => MINUTE - (Date.now() % MINUTE);

beforeEach(() => setClock(atFullMinute()));
afterEach(() => setClock(0));

const HERE = { "cf-connecting-ip": "198.51.100.7" };
const { network } = callLimits;
const { most } = network;

/** Calls the API for something that is not there, which costs a call like any other. */
async function call(slug: string, times: number, headers: Record<string, string> = HERE): Promise<number[]> {
  const calls = Array.from({ length: times }, () => ask(slug, "/api/v1/nothing", { headers }));
  return (await Promise.all(calls)).map((response) => response.status);
}

/** The same without asking: the minute's calls of a network are used up. */
function useUp({ tenant, clock }: Studio, address = HERE["cf-connecting-ip"]): void {
  for (let i = 0; i < most; i++) callCounter.count(`${tenant.id}:${address}`, network, clock.now());
}

test("a hundred calls a minute are answered, also when they come at once, and the next is told when to come back", async () => {
  const { slug } = await createTestStudio();
  const statuses = await call(slug, most + 5);
  expect(statuses.filter((status) => status === 404)).toHaveLength(most);
  expect(statuses.filter((status) => status === 429)).toHaveLength(5);
  const stopped = await ask(slug, "/api/v1/nothing", { headers: HERE });
  const seconds = Number(stopped.headers.get("retry-after"));
  expect(seconds).toBeGreaterThan(0);
  expect(seconds).toBeLessThanOrEqual(60);
  expect(stopped.headers.get("ratelimit")).toBe(`"network";r=0;t=${seconds}`);
  expect(await stopped.json()).toMatchObject({ error: { type: "rate_limited" } });
  await setClock(atFullMinute() + MINUTE);
  expect(await call(slug, 1)).toEqual([404]);
});

test("every call says what is left, for its network and for the member behind it", async () => {
  const { slug, owner } = await createTestStudio();
  const { email, password } = owner;
  const { accessToken: bearer } = await askData<{ accessToken: string }>(slug, "/tokens", {
    json: { email, password },
    headers: HERE,
  });
  const { headers } = await ask(slug, "/api/v1/galleries", { bearer, headers: HERE });
  expect(headers.get("ratelimit-policy")).toBe('"network";q=100;w=60, "member";q=100;w=60');
  expect(headers.get("ratelimit")).toMatch(/^"network";r=98;t=\d+, "member";r=99;t=\d+$/);
});

test("networks and studios are counted apart, addresses of one IPv6 network together", async () => {
  const [{ slug, studio }, other] = [await createTestStudio(), await createTestStudio("borealis")];
  useUp(studio);
  expect(await call(slug, 1)).toEqual([429]);
  expect(await call(other.slug, 1)).toEqual([404]);
  expect(await call(slug, 1, { "cf-connecting-ip": "198.51.100.8" })).toEqual([404]);
  useUp(studio, "2001:0db8:0007:0007::/64");
  for (const address of ["2001:db8:7:7::1", "2001:db8:7:7:ffff::2"])
    expect(await call(slug, 1, { "cf-connecting-ip": address })).toEqual([429]);
  expect(await call(slug, 1, { "cf-connecting-ip": "2001:db8:7:8::1" })).toEqual([404]);
});

test("a member with a token is counted wherever they call from, and others are not", async () => {
  const { slug, studio } = await createTestStudio();
  const [busy, other] = [await aMember(studio), await aMember(studio)];
  const tokenOf = async ({ email, password }: typeof busy) =>
    (await askData<{ accessToken: string }>(slug, "/tokens", { json: { email, password } })).accessToken;
  const [bearer, otherBearer] = [await tokenOf(busy), await tokenOf(other)];
  const from = (i: number) => ({ "cf-connecting-ip": `203.0.113.${i}` });
  for (let i = 1; i < callLimits.member.most; i++)
    callCounter.count(`${studio.tenant.id}:${busy.id}`, callLimits.member, studio.clock.now());
  const status = async (i: number) =>
    (await ask(slug, "/api/v1/nothing", { bearer, headers: from(i) })).status;
  expect([await status(1), await status(2), await status(3)]).toEqual([404, 429, 429]);
  expect((await ask(slug, "/api/v1/nothing", { bearer: otherBearer, headers: from(1) })).status).toBe(404);
});

test("pages, pictures and files on their way in are not counted", async () => {
  const made = await createTestStudio();
  const { slug, studio } = made;
  const gallery = await aGallery(studio);
  const cookie = await ownerCookie(made);
  useUp(studio);
  const headers = { ...HERE, cookie, origin: `http://${slug}.localhost:8787` };
  for (const path of ["/", `/g/${gallery.slug}`, "/studio/galleries", "/media/pho_none/1/grid.jpg"]) {
    const response = await askPage(slug, path, { headers });
    expect([response.status === 429, response.headers.get("ratelimit")], path).toEqual([false, null]);
  }
  for (const path of [`/api/v1/galleries/${gallery.id}/photos`, `/studio/galleries/${gallery.id}/photos`]) {
    const response = await askPage(slug, path, { headers, method: "POST", body: "x" });
    expect([response.status === 429, response.headers.get("ratelimit")], path).toEqual([false, null]);
  }
});

test("a form that comes too often is answered with a page that says when, and does nothing", async () => {
  const made = await createTestStudio();
  const cookie = await ownerCookie(made);
  useUp(made.studio);
  const page = await postForm(made.slug, "/account", { name: "Changed" }, { headers: { ...HERE, cookie } });
  expect(page.status).toBe(429);
  const seconds = page.headers.get("retry-after");
  expect(await page.text()).toContain(`try again in ${seconds} second`);
  const account = await askPage(made.slug, "/account", { headers: { cookie } });
  expect(await account.text()).not.toContain("Changed");
});

test("a form that JavaScript sends too often leaves its page as it is, with a sentence", async () => {
  const made = await createTestStudio();
  const cookie = await ownerCookie(made);
  useUp(made.studio);
  const referer = `http://${made.slug}.localhost:8787/account?from=here`;
  const headers = { ...HERE, cookie, referer };
  const answer = await postForm(made.slug, "/account.data", { name: "Changed" }, { headers });
  expect(answer.status).toBe(202);
  const text = await answer.text();
  expect(text).toContain('"redirect"');
  expect(text).toContain("/account?from=here");
  expect(decodeURIComponent(answer.headers.get("set-cookie") ?? "")).toContain("That was a lot at once");
  expect(answer.headers.get("retry-after")).toMatch(/^\d+$/);
  const account = await askPage(made.slug, "/account", { headers: { cookie } });
  expect(await account.text()).not.toContain("Changed");
});

test("the way back leads to no other host", async () => {
  const { slug } = await createTestStudio();
  for (const referer of [
    "https://evil.test/account",
    "not an address",
    `http://${slug}.localhost:8787//evil.test/x`,
  ]) {
    const answer = await postForm(slug, "/too-many", { seconds: "7" }, { headers: { referer } });
    expect(answer.headers.get("location"), referer).toMatch(/^\/(?!\/)/);
  }
});

test("webhooks have a limit of their own, which counts before the signature is looked at", async () => {
  const notice = await ask("", "/webhooks/stripe/connect", { method: "POST", body: "{}", headers: HERE });
  expect(notice.status).toBe(422);
  expect(notice.headers.get("ratelimit")).toMatch(/^"webhooks";r=1199;t=\d+$/);
});

test("the one that came first is forgotten when more are counted than there is room for", () => {
  const now = 7 * MINUTE;
  for (let i = 0; i < 30_000; i++) callCounter.count(`network-${i}`, network, now);
  expect(callCounter.count("network-29999", network, now).left).toBe(most - 2);
  expect(callCounter.count("network-0", network, now).left).toBe(most - 1);
});

test("the data centre's count stops what one isolate would let through", async () => {
  const keys: string[] = [];
  const CALL_LIMIT = { limit: async ({ key }: { key: string }) => ({ success: keys.push(key) < 3 }) };
  const app = new Hono<HttpEnv>()
    .use(tellLimits)
    .use(limitNetwork(() => true, network))
    .get("/api/v1/x", (c) => c.text("done"))
    .onError((error, c) => sendError(c, error));
  const statuses: number[] = [];
  for (let i = 0; i < 4; i++) {
    const response = await app.request("/api/v1/x", { headers: HERE }, { CALL_LIMIT } as unknown as Env);
    statuses.push(response.status);
    if (i === 3) expect(response.headers.get("ratelimit")).toMatch(/^"network";r=0;/);
  }
  expect(statuses).toEqual([200, 200, 429, 429]);
  expect(new Set(keys)).toEqual(new Set(["network:platform:198.51.100.7"]));
});

test("photos are processed again ten times a minute for each member, counted exactly", async () => {
  const { studio } = await createTestStudio();
  const gallery = await aGallery(studio);
  const ids = await manyPhotos(studio, gallery.id, processingLimit.most + 3);
  await studio.db.update(photos).set({ status: "failed", failure: "damaged" });
  const [one, other] = [await aMember(studio), await aMember(studio)];
  const results = await Promise.allSettled(ids.map((id) => retryPhoto(one.studio, gallery.id, id)));
  const refused = results.filter((result) => result.status === "rejected");
  expect(refused.map(({ reason }) => reason)).toEqual(
    Array.from({ length: 3 }, () => expect.objectContaining({ type: "rate_limited" })),
  );
  const left = ids.find((_, i) => results[i]?.status === "rejected") ?? "";
  await retryPhoto(other.studio, gallery.id, left);
});
