import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { formatCalendarDay } from "../../../lib/time";
import { createTestStudio, type TestStudio, workOff } from "../../../test/create-test-studio";
import { expectErrorLog } from "../../../test/error-log";
import { askPage, ownerCookie, postForm } from "../../../test/pages";
import { mailsTo } from "../../../test/sandbox";
import { actsOn } from "../../account/testing";
import { aGallery } from "../../galleries/testing";
import { manyPhotos } from "../../ingest/testing";
import { changePaymentSettings } from "../commands/change-payment-settings.server";
import { confirmTransfer } from "../commands/confirm-transfer.server";
import { fulfilOrder } from "../commands/fulfil-order.server";
import { placeOrder } from "../index.server";
import { orderLines, orders } from "../schema";
import { refunds } from "../schema/money";
import { anOrder, aTransferOrder } from "../testing";

/** What a member sees and does on the page of an order. */
async function atTheOrder(made: TestStudio, orderId: string) {
  const cookie = await ownerCookie(made);
  const read = async (response: Response) =>
    (await response.text()).replace(/<script[\s\S]*?<\/script>/g, "").replace(/<!-- -->/g, "");
  const path = `/studio/orders/${orderId}`;
  return {
    page: async (at = path) => read(await askPage(made.slug, at, { headers: { cookie } })),
    press: async (fields: Record<string, string>, at = path) => {
      const response = await postForm(made.slug, at, fields, { headers: { cookie } });
      const flash = response.headers.getSetCookie().find((header) => header.startsWith("flash="));
      const told = flash ? decodeURIComponent(flash.slice("flash=".length).split(";")[0] ?? "") : null;
      return { status: response.status, told, text: response.status === 303 ? "" : await read(response) };
    },
  };
}

/** A fulfilled order of two photos at 12.00 each. */
async function aSale() {
  const made = await createTestStudio();
  const { studio } = made;
  const gallery = await aGallery(studio, { priceAmount: 1200 });
  const photoIds = await manyPhotos(studio, gallery.id, 2);
  const order = await anOrder(studio, { gallery, photoIds, upTo: "fulfilled" });
  const lines = await studio.db.select().from(orderLines).where(eq(orderLines.orderId, order.id));
  const [first = "", second = ""] = lines.map(({ id }) => id);
  return { ...made, order, first, second, ...(await atTheOrder(made, order.id)) };
}

test("a note stands in the timeline as text, with who wrote it, and the log keeps that it was but not what it says", async () => {
  const { studio, order, page, press } = await aSale();
  expect((await press({ intent: "note", note: " " })).text).toContain("Write something first.");
  expect(await press({ intent: "note", note: "Called <b>Anna</b>" })).toMatchObject({ status: 303 });
  const text = await page();
  expect(text).toContain("Called &lt;b&gt;Anna&lt;/b&gt;");
  expect(text).toContain("Test Owner");
  expect(text).toContain("Order placed");
  expect(await actsOn(studio, order.id)).toContain("order.note_added");
});

test("the receipt is mailed once more as often as it is asked for, and not for an order that is not paid", async () => {
  const { studio, slug, owner, order, press, ...made } = await aSale();
  await workOff(studio);
  expect(await mailsTo(order.email)).toHaveLength(1);
  expect((await press({ intent: "receipt" })).told).toContain("on its way");
  await workOff(studio);
  const [mail] = await mailsTo(order.email);
  expect(mail?.subject).toContain("Your receipt from");
  expect(await mailsTo(order.email)).toHaveLength(2);
  const unpaid = await anOrder(studio);
  const at = await atTheOrder({ studio, slug, owner, ...made }, unpaid.id);
  expect((await at.press({ intent: "receipt" })).told).toContain("no receipt");
});

test("one line is refunded from its page: the order says so, and asking again with the same key does nothing", async () => {
  const { studio, order, first, page, press } = await aSale();
  const path = `/studio/orders/${order.id}/refund`;
  expect(await page(path)).toContain("€24.00");
  const form = { what: "some", reason: "quality", note: "Blurred", key: "ref_once" };
  expect((await press(form, path)).text).toContain("Choose at least one line");
  expect((await press({ ...form, [first]: "12.01" }, path)).text).toContain("more than is left");
  expect((await press({ ...form, [first]: "much" }, path)).text).toContain("Enter an amount");
  expect((await press({ ...form, full: first }, path)).told).toContain("refund is");
  expect((await press({ ...form, full: first }, path)).status).toBe(303);
  const [row, ...others] = await studio.db.select().from(refunds);
  expect(row).toMatchObject({ amount: 1200, reason: "quality", note: "Blurred" });
  expect(others).toEqual([]);
  const text = await page();
  expect(text).toContain("Partly refunded");
  expect(text).toContain("Something is wrong with it");
  expect(text).toContain("Blurred");
  await press({ what: "all", reason: "buyer" }, path);
  expect(await page()).not.toContain("Refund…");
  expect(await page(path)).toContain("There is nothing left to give back");
});

test("a reserved order is taken from its page, and one that is not reserved says so", async () => {
  const { press } = await aSale();
  expect((await press({ intent: "capture" })).status).toBe(303);
  const made = await createTestStudio();
  const unpaid = await anOrder(made.studio);
  const at = await atTheOrder(made, unpaid.id);
  expect((await at.press({ intent: "capture" })).text).toContain("Nothing is reserved");
  expect((await at.press({ intent: "accept" })).text).toContain("does not need a look");
  expect((await at.press({ intent: "cancel" })).told).toBe("The order is canceled.");
  expect(await at.page()).toContain("Canceled");
});

test("what did not fit an order is given back from its page, once for the form", async () => {
  const made = await createTestStudio();
  const { studio } = made;
  const order = await anOrder(studio, { upTo: "paid" });
  await studio.db.update(orders).set({ totalAmount: 1300 }).where(eq(orders.id, order.id));
  await fulfilOrder(studio, order.checkoutRef);
  expectErrorLog(/a payment does not match its order/);
  const { page, press } = await atTheOrder(made, order.id);
  expect(await page()).toContain("Give €12.00 back");
  const form = { intent: "give-back", key: "ref_once" };
  expect((await press(form)).told).toBe("The money is given back, and the order is over.");
  expect((await press(form)).status).toBe(303);
  expect((await press({ intent: "give-back" })).text).toContain("does not need a look");
  expect(await studio.db.select().from(refunds)).toMatchObject([{ amount: 1200, reason: "review" }]);
  const text = await page();
  expect(text).toContain("It did not fit the order");
  expect(text).not.toContain("Give €12.00 back");
});

test("a refund by transfer waits on the page until a member says that it is sent", async () => {
  const made = await createTestStudio();
  const { studio } = made;
  const order = await aTransferOrder(studio);
  await confirmTransfer(studio, order.id, { amount: order.total.amount, receivedOn: "2026-01-05" });
  const { page, press } = await atTheOrder(made, order.id);
  expect(await page()).not.toContain("I have sent it");
  await press({ what: "all", reason: "buyer" }, `/studio/orders/${order.id}/refund`);
  expect(await page()).toContain("I have sent it");
  const refund = (await studio.db.select().from(refunds).get())?.id ?? "";
  expect((await press({ intent: "sent", refund })).told).toBe("The refund is noted as sent.");
  expect(await page()).not.toContain("I have sent it");
});

test("a transfer is confirmed in parts, in the order's own currency, until the order is paid", async () => {
  const made = await createTestStudio();
  const { studio } = made;
  await changePaymentSettings(studio, { instructions: "IBAN DE02", charge: "now" });
  const gallery = await aGallery(studio, { priceAmount: 1200 });
  const photoIds = await manyPhotos(studio, gallery.id, 1);
  const placed = await placeOrder(studio, {
    ...{ gallery, photoIds, email: "anna@example.com" },
    provider: "transfer",
  });
  if (!placed.ok) throw new Error(placed.refusal.reason);
  const { id } = placed.value;
  const { page, press } = await atTheOrder(made, id);
  expect(await page()).toContain("Confirm a transfer");
  const receivedOn = "2026-01-05";
  expect((await press({ intent: "confirm", amount: "12.001", receivedOn })).text).toContain(
    "Enter an amount",
  );
  expect((await press({ intent: "confirm", amount: "13", receivedOn })).text).toContain("Only €12.00");
  expect((await press({ intent: "confirm", amount: "2", receivedOn: "2999-01-01" })).text).toContain(
    "still to come",
  );
  expect((await press({ intent: "confirm", amount: "2", receivedOn })).told).toContain("€10.00");
  expect((await press({ intent: "confirm", amount: "10", receivedOn })).told).toContain("the order is paid");
  const [row] = await studio.db.select().from(orders).where(eq(orders.id, id));
  expect(row).toMatchObject({ status: "fulfilled", paidAmount: 1200 });
  const text = await page();
  expect(text).toContain(formatCalendarDay(receivedOn, studio.tenant.locale));
  expect(text).not.toContain("Confirm a transfer");
});
