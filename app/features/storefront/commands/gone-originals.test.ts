import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { DAY } from "../../../lib/time";
import type { Studio } from "../../../tenancy/studio";
import { createTestStudio, later, workOff } from "../../../test/create-test-studio";
import { mailsTo, pay, pullLever } from "../../../test/sandbox";
import { deleteOriginals } from "../../galleries/commands/delete-originals.server";
import { galleries } from "../../galleries/schema";
import { aGallery } from "../../galleries/testing";
import { photos } from "../../ingest/schema";
import { aPhoto } from "../../ingest/testing";
import { orders } from "../schema";
import { paymentAttempts } from "../schema/money";
import { anOrder, aPriceList, aTransferOrder, booksOf, outcomeOf } from "../testing";
import { acceptPayment } from "./accept-payment.server";
import { confirmTransfer } from "./confirm-transfer.server";
import { fulfilOrder } from "./fulfil-order.server";
import { placeOrder } from "./place-order.server";
import { returnHeld } from "./return-held.server";
import { startPayment } from "./start-payment.server";

const GONE = { status: "review", reviewReason: "originals_gone", entitlements: 0, links: 0 };

/** Runs an order out, and has the sweep delete its gallery's originals, as the studio was told long ago. */
async function deleteLate(studio: Studio, galleryId: string, orderId: string) {
  await studio.db.update(orders).set({ status: "expired" }).where(eq(orders.id, orderId));
  await studio.db
    .update(paymentAttempts)
    .set({ state: "expired" })
    .where(eq(paymentAttempts.orderId, orderId));
  await closeGallery(studio, galleryId);
  await deleteOriginals(studio);
  const gone = await studio.db.select({ at: photos.originalDeletedAt }).from(photos);
  expect(gone.every(({ at }) => at !== null)).toBe(true);
}

const closeGallery = (studio: Studio, galleryId: string) =>
  studio.db
    .update(galleries)
    .set({ expiresAt: studio.clock.now() - 60 * DAY, deletionAt: 1, deletesOriginals: true, graceDays: 30 })
    .where(eq(galleries.id, galleryId));

test("a transfer that comes once the originals are gone hands nothing over, waits for the studio and goes back", async () => {
  const { studio, owner } = await createTestStudio();
  const order = await aTransferOrder(studio);
  await deleteLate(studio, order.gallery.id, order.id);
  const arrived = { amount: order.total.amount, receivedOn: "2026-11-22" };
  expect(await confirmTransfer(studio, order.id, arrived)).toMatchObject({ value: { status: "review" } });
  expect(await outcomeOf(studio, order.id)).toMatchObject(GONE);
  expect(await booksOf(studio)).toEqual({ bank: 1200, held: -1200 });
  await workOff(studio);
  const [mail] = await mailsTo(owner.email);
  expect(mail?.text).toContain("A payment came too late");
  expect(await acceptPayment(studio, order.id)).toEqual({ ok: false, refusal: { reason: "originals_gone" } });
  expect(await outcomeOf(studio, order.id)).toMatchObject(GONE);
  expect(await returnHeld(studio, order.id)).toMatchObject({ ok: true });
});

test("a card's payment that is settled once the originals are gone is held, and its buyer is told why it goes back", async () => {
  const { studio } = await createTestStudio();
  const order = await anOrder(studio);
  await pay(order.checkoutUrl, "delayed");
  await fulfilOrder(studio, order.checkoutRef);
  const { paymentRef } = await studio.payments.retrieveCheckout(order.checkoutRef);
  await deleteLate(studio, order.gallery.id, order.id);
  await pullLever(`/payments/${paymentRef}/settle`, { outcome: "succeed" });
  const statuses = [
    await fulfilOrder(studio, order.checkoutRef),
    await fulfilOrder(studio, order.checkoutRef),
  ];
  expect(statuses).toEqual(["review", "review"]);
  expect(await outcomeOf(studio, order.id)).toMatchObject(GONE);
  expect(await returnHeld(studio, order.id)).toMatchObject({ ok: true });
  expect((await studio.payments.retrievePayment(paymentRef ?? "")).refunded).toBe(1200);
  await workOff(studio);
  expect((await mailsTo(order.email)).map(({ text }) => text).join()).toContain("put these photos away");
  expect((await booksOf(studio)).held).toBe(undefined);
});

test("while an order may still be paid by itself, the originals of its gallery stay", async () => {
  const { studio } = await createTestStudio();
  const order = await anOrder(studio);
  for (const status of ["pending", "processing", "authorized", "review"] as const) {
    await studio.db.update(orders).set({ status }).where(eq(orders.id, order.id));
    await closeGallery(studio, order.gallery.id);
    await deleteOriginals(later(studio, DAY));
    const [photo] = await studio.db.select().from(photos);
    expect(photo?.originalDeletedAt).toBe(null);
  }
});

test("an order whose originals are gone cannot be paid anew", async () => {
  const { studio } = await createTestStudio();
  const order = await anOrder(studio);
  await deleteLate(studio, order.gallery.id, order.id);
  await studio.db.update(orders).set({ status: "failed" }).where(eq(orders.id, order.id));
  expect(await startPayment(studio, order.id)).toEqual({ ok: false, refusal: "over" });
});

test("files in web size of photos whose originals are gone are handed over, all originals of a gallery are not", async () => {
  const { studio } = await createTestStudio();
  const { id: priceListId, products } = await aPriceList(studio, [
    { name: "Web", fileSize: "web", amount: 500 },
    { name: "All", kind: "all_photos", amount: 9000 },
  ]);
  const gallery = await aGallery(studio, { priceListId });
  const { id: photoId } = await aPhoto(studio, gallery.id);
  const place = async (productId: string, of: string | null, cartId: string) => {
    const lines = [{ productId, photoId: of, quantity: 1 }];
    const placed = await placeOrder(studio, { gallery, email: "late@example.com", lines, cartId });
    if (!placed.ok) throw new Error(placed.refusal.reason);
    await pay(placed.value.checkoutUrl);
    return { id: placed.value.id, ref: /\/pay\/(.+)$/.exec(placed.value.checkoutUrl)?.[1] ?? "" };
  };
  const web = await place(products.Web ?? "", photoId, "crt_web");
  const all = await place(products.All ?? "", null, "crt_all");
  await studio.db.update(photos).set({ originalDeletedAt: studio.clock.now() });
  expect([await fulfilOrder(studio, web.ref), await fulfilOrder(studio, all.ref)]).toEqual([
    "fulfilled",
    "review",
  ]);
  expect(await outcomeOf(studio, all.id)).toMatchObject(GONE);
});
