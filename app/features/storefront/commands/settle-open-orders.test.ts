import { afterEach, expect, test } from "vitest";
import { PaymentProviderError } from "../../../adapters/payments/payment-provider";
import { consume } from "../../../jobs/consume";
import { MINUTE } from "../../../lib/time";
import { createTestStudio, env, later, messageBatch, setClock } from "../../../test/create-test-studio";
import { pay, sessionsOf } from "../../../test/sandbox";
import { jobsConsumer } from "../../../wiring/jobs";
import { ASK_PROVIDER_AFTER, PAY_WITHIN } from "../model";
import { anOrder, forgetCheckout, outcomeOf } from "../testing";
import { settleOpenOrders } from "./settle-open-orders.server";

afterEach(() => setClock(0));

test("a payment that nobody told us about is found by asking the provider", async () => {
  const { studio } = await createTestStudio();
  const order = await anOrder(studio, { upTo: "paid" });
  expect(await settleOpenOrders(studio)).not.toBeNull();
  expect(await outcomeOf(studio, order.id)).toMatchObject({ status: "pending" });
  expect(await settleOpenOrders(later(studio, ASK_PROVIDER_AFTER + 1000))).toBeNull();
  expect(await outcomeOf(studio, order.id)).toMatchObject({
    status: "fulfilled",
    entitlements: 1,
    announced: ["order.fulfilled"],
  });
});

test("the sweep's message is enough to find such a payment", async () => {
  const { studio } = await createTestStudio();
  const order = await anOrder(studio, { upTo: "paid" });
  await setClock(ASK_PROVIDER_AFTER + MINUTE);
  const context = { waitUntil: () => {} } as unknown as ExecutionContext;
  const message = { type: "sweep", studioId: studio.tenant.id };
  await consume(messageBatch("jobs", message), env, jobsConsumer(context));
  expect(await outcomeOf(studio, order.id)).toMatchObject({ status: "fulfilled", links: 1 });
});

test("an order that can still be paid stays open", async () => {
  const { studio } = await createTestStudio();
  const order = await anOrder(studio);
  expect(await settleOpenOrders(later(studio, PAY_WITHIN - 5 * MINUTE))).not.toBeNull();
  expect(await outcomeOf(studio, order.id)).toMatchObject({ status: "pending" });
  await pay(order.checkoutUrl);
  await settleOpenOrders(later(studio, PAY_WITHIN - 4 * MINUTE));
  expect(await outcomeOf(studio, order.id)).toMatchObject({ status: "fulfilled" });
});

test("an order that was not paid in time expires, and can no longer be paid at the provider", async () => {
  const { studio, account } = await createTestStudio();
  const order = await anOrder(studio);
  expect(await settleOpenOrders(later(studio, PAY_WITHIN + MINUTE))).toBeNull();
  expect(await outcomeOf(studio, order.id)).toMatchObject({ status: "expired", entitlements: 0 });
  expect((await sessionsOf(account))[0]?.session.status).toBe("expired");
  await expect(pay(order.checkoutUrl)).rejects.toThrow();
});

test("an order that was paid in its last second is fulfilled although its time has passed", async () => {
  const { studio } = await createTestStudio();
  const order = await anOrder(studio, { upTo: "paid" });
  expect(await settleOpenOrders(later(studio, PAY_WITHIN + MINUTE))).toBeNull();
  expect(await outcomeOf(studio, order.id)).toMatchObject({ status: "fulfilled", entitlements: 1 });
});

test("an order whose session was never noted runs out without asking the provider", async () => {
  const { studio, account } = await createTestStudio();
  const order = await anOrder(studio);
  await forgetCheckout(studio, order.id);
  await settleOpenOrders(later(studio, PAY_WITHIN + MINUTE));
  expect(await outcomeOf(studio, order.id)).toMatchObject({ status: "expired" });
  expect((await sessionsOf(account))[0]?.session.status).toBe("open");
});

test("a provider that cannot be asked holds up one order only and is asked again", async () => {
  const { studio } = await createTestStudio();
  const first = await anOrder(studio, { upTo: "paid" });
  const second = await anOrder(studio, { upTo: "paid" });
  const { payments } = studio;
  const retrieveCheckout = (ref: string) =>
    ref === first.checkoutRef
      ? Promise.reject(new PaymentProviderError("unreachable", "not now"))
      : payments.retrieveCheckout(ref);
  const after = later({ ...studio, payments: { ...payments, retrieveCheckout } }, ASK_PROVIDER_AFTER + 1000);
  expect(await settleOpenOrders(after)).not.toBeNull();
  expect(await outcomeOf(studio, first.id)).toMatchObject({ status: "pending" });
  expect(await outcomeOf(studio, second.id)).toMatchObject({ status: "fulfilled" });
  expect(await settleOpenOrders(later(studio, ASK_PROVIDER_AFTER + 1000))).toBeNull();
  expect(await outcomeOf(studio, first.id)).toMatchObject({ status: "fulfilled" });
});
