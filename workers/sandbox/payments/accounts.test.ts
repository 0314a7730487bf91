import { afterEach, beforeAll, expect, it } from "vitest";
import {
  anAccount,
  arrived,
  ask,
  ensureDirectory,
  env,
  pull,
  stripeFor,
  submit,
  twoPrints,
} from "../testing";

beforeAll(ensureDirectory);
afterEach(async () => {
  await pull("/_sandbox/faults", { customers: false, accounts: false });
});

const merchant = {
  display_name: "Aurora",
  contact_email: "lena@example.com",
  dashboard: "full",
  identity: { country: "de" },
  defaults: { currency: "eur", responsibilities: { fees_collector: "stripe", losses_collector: "stripe" } },
  configuration: { merchant: { capabilities: { card_payments: { requested: true } } } },
} as const;

async function cardsOf(id: string) {
  const account = await stripeFor().v2.core.accounts.retrieve(id, { include: ["configuration.merchant"] });
  return account.configuration?.merchant?.capabilities?.card_payments;
}

async function onboardingOf(account: string): Promise<string> {
  const link = await stripeFor().v2.core.accountLinks.create({
    account,
    use_case: {
      type: "account_onboarding",
      account_onboarding: { return_url: "http://a.localhost/back", refresh_url: "http://a.localhost/again" },
    },
  });
  return new URL(link.url).pathname;
}

it("a customer is made once for a key, and found again", async () => {
  const stripe = stripeFor();
  const params = { name: "Aurora", email: "lena@example.com", metadata: { studio: "std_1" } };
  const idempotencyKey = crypto.randomUUID();
  const first = await stripe.customers.create(params, { idempotencyKey });
  const second = await stripe.customers.create(params, { idempotencyKey });
  expect(second.id).toBe(first.id);
  expect(await stripe.customers.retrieve(first.id)).toMatchObject({ ...params, object: "customer" });
  await expect(stripeFor(anAccount()).customers.retrieve(first.id)).rejects.toThrow("No such customer");
  await expect(stripe.customers.create({ phone: "1" })).rejects.toThrow("unknown parameter: phone");
});

it("customers and accounts fail on command, as a provider does that is down", async () => {
  await pull("/_sandbox/faults", { customers: true, accounts: true });
  await expect(stripeFor().customers.create({ name: "A" })).rejects.toMatchObject({ statusCode: 500 });
  await expect(stripeFor().v2.core.accounts.create(merchant)).rejects.toMatchObject({ statusCode: 500 });
  await pull("/_sandbox/faults", { customers: false });
  expect((await stripeFor().customers.create({ name: "A" })).object).toBe("customer");
});

it("an account takes cards once its onboarding is completed, and takes no payment before", async () => {
  const { id } = await stripeFor().v2.core.accounts.create(merchant);
  expect(await cardsOf(id)).toMatchObject({
    status: "restricted",
    status_details: [{ code: "requirements_past_due" }],
  });
  await expect(stripeFor(id).checkout.sessions.create(twoPrints())).rejects.toThrow(
    "cannot currently make charges",
  );
  const path = await onboardingOf(id);
  expect(await (await ask(path)).text()).toContain("Aurora");
  const left = await submit(path, { outcome: "leave" });
  expect(left.headers.get("location")).toBe("http://a.localhost/back");
  expect((await cardsOf(id))?.status).toBe("restricted");
  const used = await submit(path, { outcome: "complete" });
  expect(used.headers.get("location")).toBe("http://a.localhost/again");
  await submit(await onboardingOf(id), { outcome: "complete" });
  expect((await cardsOf(id))?.status).toBe("active");
  expect((await stripeFor(id).checkout.sessions.create(twoPrints())).status).toBe("open");
  await submit(await onboardingOf(id), { outcome: "restrict" });
  expect(await cardsOf(id)).toMatchObject({
    status: "restricted",
    status_details: [{ code: "restricted_other" }],
  });
});

it("a change of an account is told once by a thin event, signed as the SDK expects, to an endpoint of its own", async () => {
  const { id } = await stripeFor().v2.core.accounts.create(merchant);
  await pull(`/_sandbox/accounts/${id}`, { state: "active" });
  await pull(`/_sandbox/accounts/${id}`, { state: "active" });
  const [delivery] = await arrived(id, 1);
  expect(delivery?.url).toBe("http://localhost:8787/webhooks/stripe/thin");
  const event = await stripeFor().parseEventNotificationAsync(
    delivery?.body ?? "",
    delivery?.signature ?? "",
    env.STRIPE_THIN_WEBHOOK_SECRET,
  );
  expect(event).toMatchObject({
    type: "v2.core.account[configuration.merchant].capability_status_updated",
    livemode: false,
    related_object: { id, type: "v2.core.account" },
  });
  await submit(await onboardingOf(id), { outcome: "restrict" });
  await arrived(id, 2);
});

it("an account that was given to a studio by hand takes cards", async () => {
  expect((await cardsOf("acct_aurora0000000001"))?.status).toBe("active");
  await expect(stripeFor().v2.core.accounts.retrieve("cus_1")).rejects.toThrow("No such account");
});
