import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { PaymentProviderError } from "../../../adapters/payments/payment-provider";
import type { Studio } from "../../../tenancy/studio";
import { createTestStudio } from "../../../test/create-test-studio";
import { consumeEvent, eventOf, eventsOfType, postWebhook } from "../../../test/sandbox";
import { orders } from "../schema";
import { paymentAttempts, paymentSettings } from "../schema/money";
import { anOrder, booksOf, entriesOf, outcomeOf } from "../testing";
import { fulfilOrder } from "./fulfil-order.server";
import { settleMoney } from "./settle-money.server";

async function feeOf(studio: Studio, orderId: string): Promise<number> {
  const order = await studio.db.select().from(orders).where(eq(orders.id, orderId)).get();
  const { settled } = await studio.payments.retrievePayment(order?.paymentRef ?? "");
  return settled?.providerFee ?? 0;
}

test("what a payment cost is in the books once it is known, and once", async () => {
  const { studio } = await createTestStudio();
  const order = await anOrder(studio, { upTo: "fulfilled" });
  const unknown = {
    ...studio,
    payments: {
      ...studio.payments,
      retrievePayment: async (ref: string) => ({
        ...(await studio.payments.retrievePayment(ref)),
        settled: null,
      }),
    },
  };
  expect(await settleMoney(unknown)).not.toBeNull();
  expect(await booksOf(studio)).toEqual({ provider: 1200, sales: -1200 });
  expect(await settleMoney(studio)).toBeNull();
  expect(await settleMoney(studio)).toBeNull();
  const fee = await feeOf(studio, order.id);
  expect(fee).toBeGreaterThan(0);
  expect(await booksOf(studio)).toEqual({ provider: 1200 - fee, provider_fees: fee, sales: -1200 });
});

test("a webhook tells the fees with the payment; a provider that cannot be asked is asked again", async () => {
  const { studio, account } = await createTestStudio();
  const told = await anOrder(studio, { upTo: "paid" });
  const event = await eventOf(account, told.checkoutRef);
  await postWebhook(event.body);
  await consumeEvent(event.id);
  expect((await entriesOf(studio)).some((source) => source.startsWith("fees:"))).toBe(true);
  await anOrder(studio, { upTo: "fulfilled" });
  const retrievePayment = () => Promise.reject(new PaymentProviderError("unreachable", "not now"));
  expect(await settleMoney({ ...studio, payments: { ...studio.payments, retrievePayment } })).not.toBeNull();
  expect(await settleMoney(studio)).toBeNull();
});

test("money that was taken on the provider's own pages fulfils its order", async () => {
  const { studio, account } = await createTestStudio();
  await studio.db.insert(paymentSettings).values({ id: 1, chargesAfterReview: true });
  const order = await anOrder(studio, { upTo: "paid" });
  expect(await fulfilOrder(studio, order.checkoutRef)).toBe("authorized");
  const [attempt] = await studio.db.select().from(paymentAttempts);
  await studio.payments.capture(attempt?.paymentRef ?? "", null, "on its pages");
  const [captured] = await eventsOfType(account, "charge.captured");
  await postWebhook(captured?.body ?? "");
  await consumeEvent(captured?.id ?? "");
  expect(await outcomeOf(studio, order.id)).toMatchObject({ status: "fulfilled", entitlements: 1 });
});
