import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import type { PaymentProvider } from "../../adapters/payments/payment-provider";
import { aCheckout, aRefund, keepsTheContract } from "../../adapters/payments/testing/provider-contract";
import { newId } from "../../lib/ids";
import { MINUTE } from "../../lib/time";
import { createTestStudio } from "../../test/create-test-studio";
import { providerNamed } from "./payment-methods.server";
import { orders } from "./schema";
import { transferReceipts, transferRefunds, transfers } from "./schema/money";
import { anOrder } from "./testing";

/** A studio that is paid by transfer. What a checkout is for is written down first, as an order is. */
async function aPaidStudio() {
  const { studio } = await createTestStudio();
  const { id } = await anOrder(studio);
  const written = await studio.db.select().from(orders).where(eq(orders.id, id)).get();
  if (!written) throw new Error("the order is not there");
  const transferred = providerNamed(studio, "transfer");
  const provider: PaymentProvider = {
    ...transferred,
    async createCheckout(request) {
      const order = { ...written, id: request.orderId, checkoutRef: null };
      await studio.db.insert(orders).values(order).onConflictDoNothing();
      return transferred.createCheckout(request);
    },
  };
  const receive = (transferRef: string, amount: number) =>
    studio.db.insert(transferReceipts).values({
      id: newId("receipt"),
      transferRef,
      amount,
      receivedOn: "2026-11-22",
      createdAt: studio.clock.now(),
    });
  return { studio, provider, receive };
}

keepsTheContract(async () => {
  const { provider, receive } = await aPaidStudio();
  const { studio: another } = await createTestStudio();
  return {
    provider,
    stranger: providerNamed(another, "transfer"),
    async receive({ amount, currency }, orderId) {
      const lines = [{ name: "Download", amount, quantity: 1 }];
      const { ref } = await provider.createCheckout(aCheckout({ orderId, currency, lines }));
      await receive(ref, amount);
      return ref;
    },
  };
});

test("a transfer of which a part has arrived is not closed any more", async () => {
  const { studio, provider, receive } = await aPaidStudio();
  const [part, none] = [
    await provider.createCheckout(aCheckout()),
    await provider.createCheckout(aCheckout()),
  ];
  await receive(part.ref, 1);
  await provider.expireCheckout(part.ref);
  await provider.expireCheckout(none.ref);
  const closed = await studio.db.select({ ref: transfers.ref, at: transfers.closedAt }).from(transfers);
  expect(closed.find(({ ref }) => ref === part.ref)?.at).toBeNull();
  expect(closed.find(({ ref }) => ref === none.ref)?.at).not.toBeNull();
});

test("a refund that was called off can be made again", async () => {
  const { studio, provider, receive } = await aPaidStudio();
  const { ref, total } = await provider.createCheckout(aCheckout());
  await receive(ref, total.amount);
  const first = await provider.refund(aRefund(ref, total));
  await expect(provider.refund(aRefund(ref, total))).rejects.toMatchObject({ refusal: "too_much" });
  await studio.db
    .update(transferRefunds)
    .set({ state: "canceled" })
    .where(eq(transferRefunds.ref, first.ref));
  expect((await provider.refund(aRefund(ref, total))).state).toBe("pending");
});

test("a period with more than a page of transfers of one moment tells each of them once", async () => {
  const { studio, provider } = await aPaidStudio();
  const { ref } = await provider.createCheckout(aCheckout());
  const written = await studio.db.select().from(transfers).where(eq(transfers.ref, ref)).get();
  if (!written) throw new Error("the transfer is not there");
  for (let i = 0; i < 204; i++) {
    await studio.db.insert(transfers).values({ ...written, ref: `RF${i}`, idempotencyKey: `key:${i}` });
  }
  const told: string[] = [];
  const period = { from: written.createdAt - MINUTE, until: written.createdAt + MINUTE };
  for await (const payment of provider.listPayments(period)) told.push(payment.ref);
  expect(told).toHaveLength(205);
  expect(new Set(told).size).toBe(205);
});

test("nothing in the book says whom a transfer is from", async () => {
  const { studio, provider } = await aPaidStudio();
  await provider.createCheckout(aCheckout({ email: "anna@example.com" }));
  expect(JSON.stringify(await studio.db.select().from(transfers))).not.toContain("anna");
});
