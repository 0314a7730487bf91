import { expect, test } from "vitest";
import { env } from "../../test/create-test-studio";
import { signed } from "../../test/sandbox";
import { connectWebhook, subjectOfStripeEvent, thinWebhook } from "./stripe-webhook";

const nowSeconds = () => Math.floor(Date.now() / 1000);
const connect = connectWebhook(env.STRIPE_WEBHOOK_SECRET);
const thin = thinWebhook(env.STRIPE_THIN_WEBHOOK_SECRET);

const EVENT = JSON.stringify({
  id: "evt_1",
  object: "event",
  account: "acct_1",
  api_version: "2026-10-28.endive",
  created: nowSeconds(),
  data: { object: { id: "re_1", object: "refund" } },
  livemode: false,
  pending_webhooks: 1,
  request: { id: null, idempotency_key: null },
  type: "refund.updated",
});

const THIN = JSON.stringify({
  id: "evt_2",
  object: "v2.core.event",
  type: "v2.core.account[requirements].updated",
  livemode: false,
  created: new Date().toISOString(),
  related_object: { id: "acct_1", type: "v2.core.account", url: "/v2/core/accounts/acct_1" },
});

/** The headers of a webhook; the name of the one that counts is written in any case. */
function withSignature(signature: string): Headers {
  return new Headers({ "Stripe-Signature": signature, "content-type": "application/json" });
}

test("an honest event tells what it is about, and under whose account", async () => {
  expect(await connect(EVENT, withSignature(await signed(EVENT)))).toEqual({
    id: "evt_1",
    type: "refund.updated",
    account: "acct_1",
    objectId: "re_1",
    live: false,
  });
  const secret = env.STRIPE_THIN_WEBHOOK_SECRET;
  expect(await thin(THIN, withSignature(await signed(THIN, { secret })))).toMatchObject({
    id: "evt_2",
    account: "acct_1",
    objectId: "acct_1",
  });
});

test.each<[string, (body: string) => Promise<Headers>]>([
  ["without a header", async () => new Headers()],
  ["with an empty header", async () => withSignature("")],
  ["with something else in the header", async () => withSignature("t=1,v1=abc")],
  [
    "with a signature of another scheme",
    async (body) => withSignature((await signed(body)).replace("v1=", "v0=")),
  ],
  ["with another secret", async (body) => withSignature(await signed(body, { secret: "whsec_other" }))],
  ["301 seconds old", async (body) => withSignature(await signed(body, { timestamp: nowSeconds() - 301 }))],
  ["an hour ahead", async (body) => withSignature(await signed(body, { timestamp: nowSeconds() + 3600 }))],
  ["signed for another body", async (body) => withSignature(await signed(`${body} `))],
])("an event %s is nobody's", async (_how, headers) => {
  expect(await connect(EVENT, await headers(EVENT))).toBeNull();
});

test("of two signatures in rotation one has to fit", async () => {
  const timestamp = nowSeconds();
  const [, retired] = (await signed(EVENT, { secret: "whsec_retired", timestamp })).split(",");
  const [t, current] = (await signed(EVENT, { timestamp })).split(",");
  expect(await connect(EVENT, withSignature(`${t},${retired},${current}`))).not.toBeNull();
  expect(await connect(EVENT, withSignature(`${t},${retired}`))).toBeNull();
});

test("a body that was read and written again no longer fits its signature", async () => {
  const again = JSON.stringify(JSON.parse(EVENT), null, 2);
  expect(await connect(again, withSignature(await signed(EVENT)))).toBeNull();
});

test("each endpoint takes its own kind of event only, even if it is signed with the right secret", async () => {
  const secret = env.STRIPE_THIN_WEBHOOK_SECRET;
  expect(await connect(THIN, withSignature(await signed(THIN)))).toBeNull();
  expect(await thin(EVENT, withSignature(await signed(EVENT, { secret })))).toBeNull();
  expect(await thin(THIN, withSignature(await signed(THIN)))).toBeNull();
});

test.each([
  ["checkout.session.async_payment_failed", "checkout"],
  ["refund.failed", "refund"],
  ["charge.dispute.funds_reinstated", "dispute"],
  ["charge.captured", "payment"],
  ["payment_intent.canceled", "payment"],
  ["v2.core.account[configuration.merchant].capability_status_updated", "account"],
  ["v2.core.account.updated", "account"],
  ["v2.core.account_person.updated", "other"],
  ["invoice.paid", "other"],
])("%s is about a %s", (type, subject) => {
  expect(subjectOfStripeEvent(type)).toBe(subject);
});
