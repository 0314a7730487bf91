import { eq } from "drizzle-orm";
import { afterEach, expect, test } from "vitest";
import { auditLog, outbox } from "../../../events/schema";
import { SECOND } from "../../../lib/time";
import { ask, askData } from "../../../test/ask";
import { createTestStudio, setClock, workOff } from "../../../test/create-test-studio";
import { mailSubjects } from "../../../test/mailed-link";
import { members, signInSessions } from "../schema";
import { actsOn, aMember } from "../testing";
import type { TokenPair } from "./issue-tokens.server";

afterEach(() => setClock(0));

async function aSignedInProgram() {
  const made = await createTestStudio();
  const member = await aMember(made.studio);
  const json = { email: member.email, password: member.password };
  const signIn = () => askData<TokenPair>(made.slug, "/tokens", { json });
  const refresh = (refreshToken: string) =>
    ask(made.slug, "/api/v1/tokens/refresh", { json: { refreshToken } });
  const next = async (refreshToken: string) =>
    ((await (await refresh(refreshToken)).json()) as { data: TokenPair }).data;
  const opens = async (bearer: string) =>
    (await ask(made.slug, "/api/v1/galleries", { bearer })).status === 200;
  return { ...made, member, signIn, refresh, next, opens };
}

test("a refresh token that comes again later ends all that came of its sign-in, and nothing else", async () => {
  const { studio, member, signIn, refresh, next, opens } = await aSignedInProgram();
  const [first, other] = [await signIn(), await signIn()];
  const second = await next(first.refreshToken);
  const third = await next(second.refreshToken);
  await setClock(11 * SECOND);
  expect((await refresh(first.refreshToken)).status).toBe(401);
  expect(await Promise.all([first, second, third].map((pair) => opens(pair.accessToken)))).toEqual([
    false,
    false,
    false,
  ]);
  expect((await refresh(third.refreshToken)).status).toBe(401);
  expect(await opens(other.accessToken)).toBe(true);
  expect(await actsOn(studio, member.id)).toEqual(["token.issued", "token.issued", "token.reused"]);
});

test("a reuse is told to the member once, by mail, however often the token comes", async () => {
  const { studio, member, signIn, refresh, next } = await aSignedInProgram();
  const { refreshToken } = await signIn();
  await next(refreshToken);
  await setClock(11 * SECOND);
  const answers = await Promise.all(Array.from({ length: 5 }, () => refresh(refreshToken)));
  expect(answers.map((answer) => answer.status)).toEqual([401, 401, 401, 401, 401]);
  expect(await studio.db.$count(outbox, eq(outbox.name, "account.notice_due"))).toBe(1);
  await workOff(studio);
  expect(await mailSubjects(member.email)).toEqual([`A program was signed out · ${studio.tenant.name}`]);
});

test("a program that asks twice within seconds is not taken for a thief", async () => {
  const { slug, studio, member, signIn, refresh, next, opens } = await aSignedInProgram();
  const first = await signIn();
  const second = await next(first.refreshToken);
  await setClock(5 * SECOND);
  const again = await refresh(first.refreshToken);
  expect(again.status).toBe(409);
  expect(await again.text()).not.toContain("slr_");
  expect(await opens(second.accessToken)).toBe(true);
  expect((await refresh(second.refreshToken)).status).toBe(201);
  expect(await actsOn(studio, member.id)).toEqual(["token.issued"]);
  expect(slug).toBeTruthy();
});

test("the tokens of a removed member are dead, those for more tokens too", async () => {
  const { studio, member, signIn, refresh, opens } = await aSignedInProgram();
  const { accessToken, refreshToken } = await signIn();
  await studio.db.update(members).set({ status: "removed" }).where(eq(members.id, member.id));
  expect(await opens(accessToken)).toBe(false);
  expect((await refresh(refreshToken)).status).toBe(401);
});

test("the audit log says who signed a program in, and holds no token", async () => {
  const { studio, member, signIn } = await aSignedInProgram();
  const pair = await signIn();
  const [row] = await studio.db.select().from(auditLog).where(eq(auditLog.subjectId, member.id));
  expect(row).toMatchObject({ action: "token.issued", actorKind: "member", actorId: member.id });
  expect(JSON.stringify(row)).not.toContain(pair.accessToken.slice(4));
  expect(JSON.stringify(row)).not.toContain(pair.refreshToken.slice(4));
  expect(await studio.db.$count(signInSessions)).toBe(0);
});

test("tokens of one studio are refused on another's host and on the platform's", async () => {
  const { signIn } = await aSignedInProgram();
  const { accessToken: bearer, refreshToken } = await signIn();
  const elsewhere = await createTestStudio("borealis");
  for (const [host, refused] of [[elsewhere.slug, 401] as const, ["", 404] as const]) {
    expect((await ask(host, "/api/v1/galleries", { bearer })).status).toBe(refused);
    const json = { refreshToken };
    expect((await ask(host, "/api/v1/tokens/refresh", { json })).status).toBe(refused);
  }
});
