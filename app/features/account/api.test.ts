import { afterEach, expect, test } from "vitest";
import { DAY, MINUTE } from "../../lib/time";
import { ask, askData } from "../../test/ask";
import { createTestStudio, later, setClock, type TestStudio } from "../../test/create-test-studio";
import { countAttempt } from "./attempts.server";
import { forgetExpiredSignIns } from "./index.server";
import { signInLimits } from "./model";
import { apiTokens } from "./schema";

interface Pair {
  accessToken: string;
  refreshToken: string;
  expiresIn: number;
}

afterEach(() => setClock(0));

const signIn = ({ slug, owner }: TestStudio) =>
  askData<Pair>(slug, "/tokens", { json: { email: owner.email, password: owner.password } });

const refresh = (slug: string, refreshToken: string) =>
  ask(slug, "/api/v1/tokens/refresh", { json: { refreshToken } });

const galleriesStatus = async (slug: string, bearer: string) =>
  (await ask(slug, "/api/v1/galleries", { bearer })).status;

/** An answer without what differs from request to request. */
async function answerOf(response: Response) {
  const { requestId, timestamp, ...body } = (await response.json()) as Record<string, unknown>;
  return { status: response.status, body };
}

test("address and password are exchanged for tokens that open the API", async () => {
  const made = await createTestStudio();
  const { owner, slug } = made;
  const response = await ask(slug, "/api/v1/tokens", {
    json: { email: owner.email, password: owner.password },
  });
  expect(response.status).toBe(201);
  expect(response.headers.get("cache-control")).toBe("no-store");
  const { data } = (await response.json()) as { data: Pair };
  expect(data).toEqual({
    accessToken: expect.stringMatching(/^sla_[\w-]{32}$/),
    refreshToken: expect.stringMatching(/^slr_[\w-]{32}$/),
    expiresIn: 1800,
  });
  expect(await galleriesStatus(slug, data.accessToken)).toBe(200);
});

test("a wrong password and an address that nobody has get the very same answer", async () => {
  const { slug, owner } = await createTestStudio();
  const attempt = async (email: string) =>
    answerOf(await ask(slug, "/api/v1/tokens", { json: { email, password: "Wrong-horse-7" } }));
  const wrong = await attempt(owner.email);
  expect(wrong).toEqual({
    status: 401,
    body: {
      error: { type: "unauthenticated", message: "The address or the password is wrong." },
      path: "/api/v1/tokens",
    },
  });
  expect(await attempt("nobody@example.com")).toEqual(wrong);
});

test("too many attempts are told when to come back", async () => {
  const { slug } = await createTestStudio();
  const json = { email: "nobody@example.com", password: "Wrong-horse-7" };
  const headers = { "cf-connecting-ip": "198.51.100.4" };
  await Promise.all(
    Array.from({ length: signInLimits.perEmail }, () => ask(slug, "/api/v1/tokens", { json, headers })),
  );
  const stopped = await ask(slug, "/api/v1/tokens", { json, headers });
  const seconds = Number(stopped.headers.get("retry-after"));
  expect(stopped.status).toBe(429);
  expect(seconds).toBeGreaterThan(14 * 60);
  expect(seconds).toBeLessThanOrEqual(15 * 60);
});

test("addresses of one IPv6 network are counted as one visitor", async () => {
  const { slug, studio, owner } = await createTestStudio();
  const attempt = async (address: string, json: object) => {
    const headers = { "cf-connecting-ip": address };
    return (await ask(slug, "/api/v1/tokens", { json, headers })).status;
  };
  const before = signInLimits.perNetwork - 5;
  const limit = {
    subject: "sign-in:network:2001:0db8:0007:0007::/64",
    most: before,
    windowMs: signInLimits.window,
  };
  for (let i = 0; i < before; i++) await countAttempt(studio, [limit]);
  const guesses = Array.from({ length: 5 }, (_, i) =>
    attempt(`2001:db8:7:7::${i}`, { email: `guess-${i}@example.com`, password: "Wrong-horse-7" }),
  );
  expect(new Set(await Promise.all(guesses))).toEqual(new Set([401]));
  const right = { email: owner.email, password: owner.password };
  expect(await attempt("2001:db8:7:7:ffff::1", right)).toBe(429);
  expect(await attempt("2001:db8:7:8::1", right)).toBe(201);
});

test("what is wrong with a request for tokens is said by field, before anything is hashed", async () => {
  const { slug } = await createTestStudio();
  const fields = async (json: unknown) => {
    const response = await ask(slug, "/api/v1/tokens", { json });
    const { error } = (await response.json()) as { error: { fields?: object } };
    return { status: response.status, fields: Object.keys(error.fields ?? {}) };
  };
  const email = "anna@example.com";
  expect(await fields({})).toEqual({ status: 422, fields: ["email", "password"] });
  expect(await fields({ email: "anna", password: "x" })).toEqual({ status: 422, fields: ["email"] });
  expect(await fields({ email, password: "x".repeat(201) })).toEqual({ status: 422, fields: ["password"] });
  expect((await fields({ email, password: "x", admin: true })).status).toBe(422);
});

test("an access token ends after half an hour, a refresh token after a week", async () => {
  const made = await createTestStudio();
  const { accessToken, refreshToken } = await signIn(made);
  await setClock(29 * MINUTE);
  expect(await galleriesStatus(made.slug, accessToken)).toBe(200);
  await setClock(31 * MINUTE);
  const ended = await ask(made.slug, "/api/v1/galleries", { bearer: accessToken });
  expect([ended.status, ended.headers.get("www-authenticate")]).toEqual([401, "Bearer"]);
  await setClock(7 * DAY - MINUTE);
  const next = await refresh(made.slug, refreshToken);
  expect(next.status).toBe(201);
  const { data } = (await next.json()) as { data: Pair };
  await setClock(14 * DAY + MINUTE);
  expect((await refresh(made.slug, data.refreshToken)).status).toBe(401);
});

test("a refresh token works once, also when it is used many times at once", async () => {
  const made = await createTestStudio();
  const { refreshToken } = await signIn(made);
  const answers = await Promise.all(Array.from({ length: 6 }, () => refresh(made.slug, refreshToken)));
  expect(answers.map((answer) => answer.status).toSorted()).toEqual([201, 409, 409, 409, 409, 409]);
  const [winner] = answers.filter((answer) => answer.ok) as [Response];
  const { data } = (await winner.json()) as { data: Pair };
  expect(await galleriesStatus(made.slug, data.accessToken)).toBe(200);
  expect((await refresh(made.slug, refreshToken)).status).toBe(409);
});

test("each token opens only what it is for", async () => {
  const made = await createTestStudio();
  const { accessToken, refreshToken } = await signIn(made);
  expect(await galleriesStatus(made.slug, refreshToken)).toBe(401);
  expect((await refresh(made.slug, accessToken)).status).toBe(401);
});

test("a token that was tampered with opens nothing", async () => {
  const made = await createTestStudio();
  const { accessToken } = await signIn(made);
  const last = accessToken.endsWith("A") ? "B" : "A";
  const tampered = [
    accessToken.slice(0, -1) + last,
    accessToken.slice(0, -1),
    `${accessToken}x`,
    accessToken.toUpperCase(),
    "sla_",
    "sla_' or 1=1 --",
  ];
  for (const token of tampered) expect(await galleriesStatus(made.slug, token)).toBe(401);
  expect(await galleriesStatus(made.slug, accessToken)).toBe(200);
});

test("a token of another studio opens nothing here", async () => {
  const [here, there] = [await createTestStudio(), await createTestStudio("borealis")];
  const { accessToken, refreshToken } = await signIn(there);
  expect(await galleriesStatus(here.slug, accessToken)).toBe(401);
  expect((await refresh(here.slug, refreshToken)).status).toBe(401);
  expect(await galleriesStatus(there.slug, accessToken)).toBe(200);
});

test("no token can be read out of the database", async () => {
  const made = await createTestStudio();
  const pair = await signIn(made);
  const rows = JSON.stringify(await made.studio.db.select().from(apiTokens));
  expect(rows).not.toContain(pair.accessToken);
  expect(rows).not.toContain(pair.refreshToken);
  expect(rows).not.toContain(pair.accessToken.slice(4));
});

test("tokens that have run out are taken away by the sweep, and no others", async () => {
  const made = await createTestStudio();
  await signIn(made);
  await forgetExpiredSignIns(later(made.studio, 29 * MINUTE));
  expect(await made.studio.db.$count(apiTokens)).toBe(2);
  await forgetExpiredSignIns(later(made.studio, 31 * MINUTE));
  expect(await made.studio.db.select({ kind: apiTokens.kind }).from(apiTokens)).toEqual([
    { kind: "refresh" },
  ]);
  await forgetExpiredSignIns(later(made.studio, 8 * DAY));
  expect(await made.studio.db.$count(apiTokens)).toBe(0);
});
