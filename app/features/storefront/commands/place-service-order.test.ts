import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { auditLog } from "../../../events/schema";
import { DAY, dayOf, HOUR } from "../../../lib/time";
import type { Studio } from "../../../tenancy/studio";
import { createTestStudio, later, workOff } from "../../../test/create-test-studio";
import { consumeEvent, eventOf, mailsTo, pay, postWebhook, sessionsOf } from "../../../test/sandbox";
import { clients } from "../../clients/schema";
import { galleries } from "../../galleries/schema";
import { favouritesLists } from "../../galleries/schema/favourites";
import { aGallery } from "../../galleries/testing";
import { aPhoto } from "../../ingest/testing";
import { getOrder } from "../queries.server";
import { taxRates } from "../schema";
import { anOrder, booksOf, entriesOf, outcomeOf } from "../testing";
import { fulfilOrder } from "./fulfil-order.server";
import { placeServiceOrder } from "./place-service-order.server";
import { refundOrder } from "./refund-order.server";

const EMAIL = "mother@example.com";

/** A gallery that has expired, and can be opened again for 25.00 and ten days. */
async function anExpiredGallery(studio: Studio) {
  const now = studio.clock.now();
  const { id } = await aGallery(studio, { expiresAt: now + HOUR });
  const [gallery] = await studio.db
    .update(galleries)
    .set({ expiresAt: now - DAY, expiryNotedAt: now, reopenPrice: 2500, reopenDays: 10 })
    .where(eq(galleries.id, id))
    .returning();
  if (!gallery) throw new Error("there is no gallery");
  return gallery;
}

async function aReopening(
  studio: Studio,
  gallery: Awaited<ReturnType<typeof anExpiredGallery>>,
  email = EMAIL,
) {
  const placed = await placeServiceOrder(studio, {
    ...{ gallery, kind: "reopening", subjectId: gallery.id, amount: 2500, quantity: 1 },
    ...{ email, title: "Open for 10 more days" },
  });
  if (!placed.ok) throw new Error(`the order was refused: ${placed.refusal.reason}`);
  return { ...placed.value, ref: /\/pay\/(.+)$/.exec(placed.value.checkoutUrl)?.[1] ?? "" };
}

async function lastDayOf(studio: Studio, id: string): Promise<string | null> {
  const row = await studio.db.select().from(galleries).where(eq(galleries.id, id)).get();
  return row?.expiresAt == null ? null : dayOf(row.expiresAt, studio.tenant.timeZone);
}

const inDays = ({ clock, tenant }: Studio, days: number) => dayOf(clock.now() + days * DAY, tenant.timeZone);

test("a gallery is opened again by payment, once, however often and in which order it is told", async () => {
  const { studio, account, owner } = await createTestStudio();
  const gallery = await anExpiredGallery(studio);
  const order = await aReopening(studio, gallery);
  expect(await lastDayOf(studio, gallery.id)).toBe(inDays(studio, -1));
  await pay(order.checkoutUrl);
  const event = await eventOf(account, order.ref);
  expect((await postWebhook(event.body)).status).toBe(200);
  await Promise.all([
    consumeEvent(event.id),
    ...Array.from({ length: 8 }, () => fulfilOrder(studio, order.ref)),
  ]);
  await consumeEvent(event.id);
  await fulfilOrder(later(studio, 2 * DAY), order.ref);
  expect(await lastDayOf(studio, gallery.id)).toBe(inDays(studio, 10));
  expect(await outcomeOf(studio, order.id)).toMatchObject({ status: "fulfilled", entitlements: 0, links: 0 });
  expect((await entriesOf(studio)).filter((source) => source.startsWith("sale:"))).toEqual([
    `sale:${order.id}`,
  ]);
  const told = await studio.db.select().from(auditLog).where(eq(auditLog.action, "gallery.reopened"));
  expect(told).toHaveLength(1);
  await workOff(studio);
  const [mail, ...more] = await mailsTo(EMAIL);
  expect(more).toEqual([]);
  expect(mail?.subject).toContain("open again");
  expect(mail?.html).toContain(`/g/${gallery.slug}`);
  expect(mail?.html).not.toContain("download");
  expect((await mailsTo(owner.email)).map(({ subject }) => subject)).toEqual([
    "You were paid €25.00 for a gallery",
  ]);
});

test("an address that became a secret is told neither by the payment page nor by the mail", async () => {
  const { studio, account } = await createTestStudio();
  const gallery = await anExpiredGallery(studio);
  const email = `secret-${crypto.randomUUID()}@example.com`;
  const told = async () => {
    const order = await aReopening(studio, gallery, email);
    const back = (await sessionsOf(account)).find(({ session }) => session.id === order.ref)?.session
      .cancel_url;
    return { order, back };
  };
  expect((await told()).back).toBe(`${studio.tenant.origin}/g/${gallery.slug}`);
  await studio.db.update(galleries).set({ visibility: "unlisted", accessVersion: 2 });
  const { order, back } = await told();
  expect(back).toBe(`${studio.tenant.origin}/orders/${order.id}`);
  await pay(order.checkoutUrl);
  await fulfilOrder(studio, order.ref);
  await workOff(studio);
  const [mail] = await mailsTo(email);
  expect(mail?.subject).toContain("open again");
  expect(mail?.html).toContain(`${studio.tenant.origin}/client"`);
  expect(mail?.html).not.toContain(gallery.shareKey);
});

test("what is paid is what was ordered: the page lists one line, taxed as a service", async () => {
  const { studio, account } = await createTestStudio();
  await studio.db
    .insert(taxRates)
    .values({ country: "*", taxClass: "service", name: "Service tax", rate: 700 });
  const order = await aReopening(studio, await anExpiredGallery(studio));
  const [session] = await sessionsOf(account);
  expect(session?.lineItems).toMatchObject([{ quantity: 1, price_data: { unit_amount: 2500 } }]);
  await pay(order.checkoutUrl);
  await fulfilOrder(studio, order.ref);
  // 7 % in 25.00.
  expect(await booksOf(studio)).toMatchObject({ tax: -164, sales: -2336 });
});

test("two who pay for it at the same time have it open for as long as both paid for", async () => {
  const { studio } = await createTestStudio();
  const gallery = await anExpiredGallery(studio);
  const orders = [await aReopening(studio, gallery), await aReopening(studio, gallery)];
  for (const { checkoutUrl, ref } of orders) {
    await pay(checkoutUrl);
    await fulfilOrder(studio, ref);
  }
  expect(await lastDayOf(studio, gallery.id)).toBe(inDays(studio, 20));
});

test("a payment never closes a gallery that the studio has opened for longer meanwhile, or for good", async () => {
  const { studio } = await createTestStudio();
  const now = studio.clock.now();
  for (const expiresAt of [null, now + 400 * DAY]) {
    const gallery = await anExpiredGallery(studio);
    const order = await aReopening(studio, gallery);
    await studio.db.update(galleries).set({ expiresAt }).where(eq(galleries.id, gallery.id));
    await pay(order.checkoutUrl);
    expect(await fulfilOrder(studio, order.ref)).toBe("fulfilled");
    const until = await lastDayOf(studio, gallery.id);
    if (expiresAt === null) expect(until).toBe(null);
    else expect(until).toBe(inDays(studio, 410));
  }
});

test("giving a re-opening back closes nothing", async () => {
  const { studio } = await createTestStudio();
  const gallery = await anExpiredGallery(studio);
  const order = await aReopening(studio, gallery);
  await pay(order.checkoutUrl);
  await fulfilOrder(studio, order.ref);
  const [line] = (await getOrder(studio, order.id)).lines;
  const wanted = { lines: [{ lineId: line?.id ?? "", amount: 2500 }], shipping: 0 };
  const refunded = await refundOrder(studio, order.id, { ...wanted, reason: "buyer", note: "" });
  expect(refunded.ok).toBe(true);
  expect(await lastDayOf(studio, gallery.id)).toBe(inDays(studio, 10));
});

test("only what has expired is opened again, and more photos are for one that is open", async () => {
  const { studio } = await createTestStudio();
  const open = await aGallery(studio);
  const ask = { gallery: open, subjectId: open.id, amount: 100, quantity: 1, email: EMAIL, title: "It" };
  expect(await placeServiceOrder(studio, { ...ask, kind: "reopening" })).toEqual({
    ok: false,
    refusal: { reason: "not_sold" },
  });
  const gallery = await anExpiredGallery(studio);
  expect(await placeServiceOrder(studio, { ...ask, gallery, kind: "extra_picks" })).toEqual({
    ok: false,
    refusal: { reason: "gallery_closed" },
  });
});

test("more photos of a list are paid for once, and a second order adds to them", async () => {
  const { studio } = await createTestStudio();
  const gallery = await aGallery(studio);
  const { clientId } = await aClientWithList(studio, gallery.id);
  for (const quantity of [3, 2]) {
    const placed = await placeServiceOrder(studio, {
      ...{ gallery, kind: "extra_picks", subjectId: "fav_1", amount: 900, quantity },
      ...{ email: EMAIL, title: "More photos" },
    });
    if (!placed.ok) throw new Error(placed.refusal.reason);
    const ref = /\/pay\/(.+)$/.exec(placed.value.checkoutUrl)?.[1] ?? "";
    await pay(placed.value.checkoutUrl);
    await Promise.all([fulfilOrder(studio, ref), fulfilOrder(studio, ref)]);
    await fulfilOrder(studio, ref);
  }
  const list = await studio.db
    .select()
    .from(favouritesLists)
    .where(eq(favouritesLists.clientId, clientId))
    .get();
  expect(list?.extrasPaid).toBe(5);
  expect(await booksOf(studio)).toMatchObject({ provider: 4500 });
});

test("what was bought stays with its buyer while the gallery is closed and when it is open again", async () => {
  const { studio } = await createTestStudio();
  const gallery = await anExpiredGallery(studio);
  const photoIds = [(await aPhoto(studio, gallery.id)).id];
  const bought = await anOrder(studio, {
    upTo: "fulfilled",
    gallery: { ...gallery, expiresAt: null },
    photoIds,
  });
  const order = await aReopening(studio, gallery);
  await pay(order.checkoutUrl);
  await fulfilOrder(studio, order.ref);
  expect(await outcomeOf(studio, bought.id)).toMatchObject({ entitlements: 1, links: 1 });
});

async function aClientWithList(studio: Studio, galleryId: string) {
  const clientId = "cli_list";
  await studio.db.insert(clients).values({ id: clientId, email: "list@example.com", createdAt: 1 });
  await studio.db
    .insert(favouritesLists)
    .values({ id: "fav_1", galleryId, clientId, name: "Album", changedAt: 1, createdAt: 1 });
  return { clientId };
}
