import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { DAY } from "../../../lib/time";
import { createTestStudio } from "../../../test/create-test-studio";
import { pullLever } from "../../../test/sandbox";
import { reconcile } from "../reconcile.server";
import { orderLines, orders } from "../schema";
import { anOrder, booksOf, entriesOf } from "../testing";
import { refundOrder } from "./refund-order.server";
import { settleMoney } from "./settle-money.server";
import { takeRefund } from "./take-refund.server";

/** A fulfilled order over 12.00, of which the platform keeps 0.60, with its fees in the ledger. */
async function aSaleWithFee() {
  const made = await createTestStudio();
  const studio = { ...made.studio, platformFeeRate: 500 };
  const order = await anOrder(studio, { upTo: "fulfilled" });
  await settleMoney(studio);
  const line = await studio.db.select().from(orderLines).where(eq(orderLines.orderId, order.id)).get();
  const refund = (amount: number) =>
    refundOrder(studio, order.id, {
      lines: [{ lineId: line?.id ?? "", amount }],
      ...{ shipping: 0, reason: "buyer", note: "" },
    });
  return { ...made, studio, order, refund };
}

const differences = async (studio: Parameters<typeof reconcile>[0]) => {
  const now = studio.clock.now();
  return (await reconcile(studio, { from: now - DAY, until: now + DAY })).differences;
};

test("the platform gives its fee back in proportion to what is refunded, and all of it in the end", async () => {
  const { studio, refund } = await aSaleWithFee();
  const { provider_fees: providerFees = 0 } = await booksOf(studio);
  expect(await booksOf(studio)).toMatchObject({ platform_fees: 60 });
  expect(await refund(400)).toMatchObject({ ok: true });
  expect(await booksOf(studio)).toMatchObject({ platform_fees: 40, sales: -800 });
  expect(await differences(studio)).toEqual([]);
  expect(await refund(800)).toMatchObject({ ok: true });
  // What is left is what the provider keeps of a sale that was undone.
  expect(await booksOf(studio)).toEqual({ provider: -providerFees, provider_fees: providerFees });
  expect((await entriesOf(studio)).filter((source) => source.startsWith("fee_returned:"))).toHaveLength(2);
  expect(await differences(studio)).toEqual([]);
});

test("a refund on the provider's own pages that keeps the fee leaves it in the books", async () => {
  const { studio, order } = await aSaleWithFee();
  const row = await studio.db.select().from(orders).where(eq(orders.id, order.id)).get();
  const { id } = await pullLever<{ id: string }>(`/charges/${row?.paymentRef}/refund`, { amount: 1200 });
  await takeRefund(studio, id);
  expect(await booksOf(studio)).toMatchObject({ platform_fees: 60 });
  expect(await differences(studio)).toEqual([]);
});

test("a refund of a payment without a platform fee asks for none back", async () => {
  const { studio } = await createTestStudio();
  const order = await anOrder({ ...studio, platformFeeRate: 0 }, { upTo: "fulfilled" });
  const line = await studio.db.select().from(orderLines).where(eq(orderLines.orderId, order.id)).get();
  const lines = [{ lineId: line?.id ?? "", amount: 1200 }];
  const refunded = await refundOrder(studio, order.id, { lines, shipping: 0, reason: "buyer", note: "" });
  expect(refunded).toMatchObject({ ok: true, value: { state: "succeeded" } });
});
