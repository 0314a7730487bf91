import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { providerEvents } from "../../db/directory-schema";
import { Directory } from "../../tenancy/directory";
import { ask } from "../../test/ask";
import { createTestStudio, env } from "../../test/create-test-studio";
import { postWebhook, signed } from "../../test/sandbox";

const nowSeconds = () => Math.floor(Date.now() / 1000);

/** An event of a test's own, about no session that there is. */
function anEvent(changes: Record<string, unknown> = {}): { id: string; body: string } {
  const id = `evt_${crypto.randomUUID().replaceAll("-", "")}`;
  const event = {
    id,
    object: "event",
    account: "acct_nobody",
    api_version: "2026-10-28.endive",
    created: nowSeconds(),
    data: { object: { id: "cs_test_none", object: "checkout.session" } },
    livemode: false,
    pending_webhooks: 1,
    request: { id: null, idempotency_key: null },
    type: "checkout.session.completed",
    ...changes,
  };
  return { id, body: JSON.stringify(event) };
}

async function isKept(id: string): Promise<boolean> {
  const { db } = new Directory(env.DIRECTORY);
  return (await db.$count(providerEvents, eq(providerEvents.id, id))) === 1;
}

test("an honest event is kept and answered", async () => {
  const { id, body } = anEvent();
  expect((await postWebhook(body)).status).toBe(200);
  expect(await isKept(id)).toBe(true);
});

test("an event signed almost five minutes ago, or with a key in rotation, is taken", async () => {
  const old = anEvent();
  const signature = await signed(old.body, { timestamp: nowSeconds() - 290 });
  expect((await postWebhook(old.body, signature)).status).toBe(200);
  const rotated = anEvent();
  const timestamp = nowSeconds();
  const [, retired] = (await signed(rotated.body, { secret: "whsec_retired", timestamp })).split(",");
  const [t, current] = (await signed(rotated.body, { timestamp })).split(",");
  expect((await postWebhook(rotated.body, `${t},${retired},${current}`)).status).toBe(200);
  expect([await isKept(old.id), await isKept(rotated.id)]).toEqual([true, true]);
});

test.each<[string, (body: string) => Promise<string | null>]>([
  ["without a signature", async () => null],
  ["with something else for a signature", async () => "t=1,v1=abc"],
  ["signed with another secret", (body) => signed(body, { secret: "whsec_other" })],
  ["signed 301 seconds ago", (body) => signed(body, { timestamp: nowSeconds() - 301 })],
  ["signed an hour ahead", (body) => signed(body, { timestamp: nowSeconds() + 3600 })],
  [
    "signed an hour ahead behind a second timestamp",
    async (body) => `t=${nowSeconds()},${await signed(body, { timestamp: nowSeconds() + 3600 })}`,
  ],
])("an event %s is refused and forgotten", async (_how, signature) => {
  const { id, body } = anEvent();
  const answer = await postWebhook(body, await signature(body));
  expect(answer.status).toBe(422);
  expect(await answer.json()).toMatchObject({ error: { type: "invalid_request" } });
  expect(await isKept(id)).toBe(false);
});

test("each endpoint takes its own kind of event, signed with its own secret", async () => {
  const { id, body } = anEvent();
  const thinId = `evt_${crypto.randomUUID().replaceAll("-", "")}`;
  const thin = JSON.stringify({
    id: thinId,
    object: "v2.core.event",
    type: "v2.core.account[requirements].updated",
    livemode: false,
    created: new Date().toISOString(),
    related_object: { id: "acct_nobody", type: "v2.core.account", url: "/v2/core/accounts/acct_nobody" },
  });
  const withConnectSecret = await signed(thin);
  const early = await signed(thin, {
    secret: env.STRIPE_THIN_WEBHOOK_SECRET,
    timestamp: nowSeconds() + 3600,
  });
  for (const refused of [
    await postWebhook(thin),
    await postWebhook(thin, withConnectSecret, "thin"),
    await postWebhook(thin, early, "thin"),
    await postWebhook(thin, null, "thin"),
    await postWebhook(body, undefined, "thin"),
  ])
    expect(refused.status).toBe(422);
  expect([await isKept(id), await isKept(thinId)]).toEqual([false, false]);
  expect((await postWebhook(thin, undefined, "thin")).status).toBe(200);
  expect(await isKept(thinId)).toBe(true);
});

test("an event whose body was changed after signing is refused, even if only its spaces were", async () => {
  const { id, body } = anEvent();
  const signature = await signed(body);
  const reserialised = JSON.stringify(JSON.parse(body), null, 2);
  for (const other of [body.replace("acct_nobody", "acct_somebody"), reserialised, ""]) {
    expect((await postWebhook(other, signature)).status).toBe(422);
  }
  expect(await isKept(id)).toBe(false);
});

test("an event of real money is left alone where money is not real", async () => {
  const { id, body } = anEvent({ livemode: true });
  expect((await postWebhook(body)).status).toBe(200);
  expect(await isKept(id)).toBe(false);
});

test("what is signed but is no event of the kind we ask for is refused", async () => {
  const thin = anEvent({ object: "v2.core.event", data: undefined });
  expect((await postWebhook(thin.body)).status).toBe(422);
  expect((await postWebhook("not json")).status).toBe(422);
  expect(await isKept(thin.id)).toBe(false);
});

test("a body beyond half a megabyte is refused unread", async () => {
  const { body } = anEvent({ filler: "x".repeat(600_000) });
  expect((await postWebhook(body)).status).toBe(413);
});

test("the webhook is the platform's: a studio's host knows no such address", async () => {
  const { slug } = await createTestStudio();
  const { id, body } = anEvent();
  const headers = { "stripe-signature": await signed(body) };
  const answer = await ask(slug, "/webhooks/stripe/connect", { method: "POST", body, headers });
  expect(answer.status).toBe(404);
  expect(await isKept(id)).toBe(false);
});

test.each([
  ["without an id", { id: null }],
  ["with an id longer than any", { id: "e".repeat(300) }],
  ["of no type", { type: 1 }],
  ["of no mode", { livemode: "false" }],
  ["of an account that is none", { account: {} }],
  ["about nothing", { data: null }],
])("what is signed and no event is refused and not kept: %s", async (_, changes) => {
  const { body } = anEvent(changes);
  expect((await postWebhook(body)).status).toBe(422);
});

test("an event about something without an id is kept", async () => {
  const { id, body } = anEvent({ type: "balance.available", data: { object: { object: "balance" } } });
  expect((await postWebhook(body)).status).toBe(200);
  expect(await isKept(id)).toBe(true);
});
