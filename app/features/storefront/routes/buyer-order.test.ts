import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { createTestStudio } from "../../../test/create-test-studio";
import { askPage, postForm } from "../../../test/pages";
import { pay, pullLever } from "../../../test/sandbox";
import { buyerCookie } from "../buyer-token.server";
import { fulfilOrder } from "../commands/fulfil-order.server";
import { paymentAttempts } from "../schema/money";
import { anOrder, outcomeOf } from "../testing";

/** An order whose bank has refused, with the cookie of the browser that placed it. */
async function aFailedOrder() {
  const made = await createTestStudio();
  const { studio, slug } = made;
  const order = await anOrder(studio);
  await pay(order.checkoutUrl, "delayed-fail");
  await fulfilOrder(studio, order.checkoutRef);
  const { paymentRef } = await studio.payments.retrieveCheckout(order.checkoutRef);
  await pullLever(`/payments/${paymentRef}/settle`, { outcome: "fail" });
  expect(await fulfilOrder(studio, order.checkoutRef)).toBe("failed");
  const path = `/orders/${order.id}`;
  const headers = { cookie: `${buyerCookie(order.id)}=${order.buyerToken}` };
  return {
    ...{ ...made, order },
    page: async () => (await askPage(slug, path, { headers })).text(),
    again: (cookie = headers.cookie) => postForm(slug, path, {}, { headers: { cookie } }),
  };
}

test("a payment that failed is tried again from the buyer's page, and pays the order once", async () => {
  const { studio, order, page, again } = await aFailedOrder();
  expect(await page()).toContain("Try the payment again");
  const { status, headers } = await again();
  const to = headers.get("location") ?? "";
  expect([status, to]).toEqual([303, expect.stringContaining("/pay/")]);
  expect(to).not.toBe(order.checkoutUrl);
  expect(await page()).not.toContain("Try the payment again");
  await pay(to);
  await fulfilOrder(studio, /\/pay\/(.+)$/.exec(to)?.[1] ?? "");
  expect(await outcomeOf(studio, order.id)).toMatchObject({ status: "fulfilled", entitlements: 1 });
  const late = await again();
  expect(decodeURIComponent(late.headers.getSetCookie().join())).toContain("This order is paid meanwhile.");
});

test("nobody but its buyer tries the payment of an order again", async () => {
  const { studio, order, again } = await aFailedOrder();
  const stranger = await anOrder(studio);
  expect((await again("")).status).toBe(404);
  expect((await again(`${buyerCookie(order.id)}=${stranger.buyerToken}`)).status).toBe(404);
  const attempts = studio.db.select().from(paymentAttempts).where(eq(paymentAttempts.orderId, order.id));
  expect(await attempts).toMatchObject([{ state: "failed" }]);
});
