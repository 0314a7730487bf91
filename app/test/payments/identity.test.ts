import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { fulfilOrder } from "../../features/storefront/commands/fulfil-order.server";
import { refundOrder } from "../../features/storefront/commands/refund-order.server";
import { startPayment } from "../../features/storefront/commands/start-payment.server";
import { orderLines } from "../../features/storefront/schema";
import { anOrder, outcomeOf } from "../../features/storefront/testing";
import { createTestStudio } from "../create-test-studio";
import { callsOf, pay, pressOnPage, sessionsOf } from "../sandbox";

/** What the provider was asked under an account, by method and the first parts of the address. */
async function askedUnder(account: string): Promise<string[]> {
  const calls = await callsOf(account);
  expect(calls.filter((call) => call.account !== account)).toEqual([]);
  return [
    ...new Set(
      calls.map(({ method, path }) => `${method} ${path.replace(/_test_\w+|\/(pi|re|ch)_\w+/g, "/:id")}`),
    ),
  ];
}

test("every call on the way from a checkout to a refund is made under the studio's own account", async () => {
  const [here, there] = [await createTestStudio("aurora"), await createTestStudio("borealis")];
  const { studio, account } = here;
  const platformBefore = (await callsOf("")).length;
  const order = await anOrder(studio);
  expect((await startPayment(studio, order.id)).ok).toBe(true);
  const [newest] = await sessionsOf(account);
  await pay(newest?.session.url ?? "");
  expect(await fulfilOrder(studio, newest?.session.id ?? "")).toBe("fulfilled");
  const line = await studio.db.select().from(orderLines).where(eq(orderLines.orderId, order.id)).get();
  const lines = [{ lineId: line?.id ?? "", amount: 100 }];
  const refunded = await refundOrder(studio, order.id, { lines, shipping: 0, reason: "buyer", note: "" });
  expect(refunded).toMatchObject({ ok: true, value: { state: "succeeded" } });
  const asked = await askedUnder(account);
  expect(asked.length).toBeGreaterThanOrEqual(4);
  expect(asked).toEqual(expect.arrayContaining(["POST /v1/checkout/sessions", "POST /v1/refunds"]));
  expect((await callsOf("")).length).toBe(platformBefore);
  expect(await callsOf(there.account)).toEqual([]);
});

test("a card that is declined leaves the order to be paid, and the next try pays it once", async () => {
  const { studio } = await createTestStudio();
  const order = await anOrder(studio);
  expect(await pressOnPage(order.checkoutUrl, "decline")).not.toContain("session=");
  expect(await fulfilOrder(studio, order.checkoutRef)).toBe("pending");
  expect(await outcomeOf(studio, order.id)).toMatchObject({ status: "pending", entitlements: 0, links: 0 });
  await pay(order.checkoutUrl);
  expect(await fulfilOrder(studio, order.checkoutRef)).toBe("fulfilled");
  expect(await fulfilOrder(studio, order.checkoutRef)).toBe("fulfilled");
  expect(await outcomeOf(studio, order.id)).toMatchObject({
    ...{ status: "fulfilled", entitlements: 1, links: 1, announced: ["order.fulfilled"] },
  });
});
