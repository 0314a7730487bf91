import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Studio } from "../../../tenancy/studio";
import { createTestStudio, workOff } from "../../../test/create-test-studio";
import { consumeEvent, eventsOf, mailsTo, postWebhook, pullLever } from "../../../test/sandbox";
import { entitlements } from "../../downloads/schema";
import { shownStatus } from "../model/money-states";
import { timelineOf } from "../order-timeline.server";
import { orderLines, orders } from "../schema";
import { disputes } from "../schema/money";
import { anOrder, booksOf, entriesOf } from "../testing";
import { refundOrder } from "./refund-order.server";
import { takeDispute } from "./take-dispute.server";

async function aDispute(amount?: number) {
  const made = await createTestStudio();
  const { studio } = made;
  const order = await anOrder(studio, { upTo: "fulfilled" });
  const { paymentRef } = await rowOf(studio, order.id);
  const { id } = await pullLever<{ id: string }>(`/charges/${paymentRef}/dispute`, amount ? { amount } : {});
  return { ...made, order, ref: id };
}

async function rowOf({ db }: Studio, id: string) {
  const row = await db.select().from(orders).where(eq(orders.id, id)).get();
  if (!row) throw new Error("the order is gone");
  return row;
}

async function inForce({ db }: Studio, orderId: string) {
  const rows = await db.select().from(entitlements).where(eq(entitlements.orderId, orderId));
  return rows.filter(({ refundedAt, disputedAt }) => refundedAt === null && disputedAt === null).length;
}

async function told(account: string, ref: string): Promise<void> {
  for (const { id, body } of (await eventsOf(account, ref)).reverse()) {
    await postWebhook(body);
    await consumeEvent(id);
  }
}

const whole = async (studio: Studio, orderId: string) => {
  const [line] = await studio.db.select().from(orderLines).where(eq(orderLines.orderId, orderId));
  const lines = [{ lineId: line?.id ?? "", amount: line?.amount ?? 0 }];
  return { lines, shipping: 0, reason: "buyer" as const, note: "" };
};

test("a dispute withholds all of its order, and once it is won everything is as before", async () => {
  const { studio, account, owner, order, ref } = await aDispute();
  await told(account, ref);
  await Promise.all(Array.from({ length: 5 }, () => takeDispute(studio, ref)));
  expect(shownStatus(await rowOf(studio, order.id))).toBe("disputed");
  expect(await inForce(studio, order.id)).toBe(0);
  expect(await booksOf(studio)).toMatchObject({ disputed: 1200, sales: -1200 });
  expect(await refundOrder(studio, order.id, await whole(studio, order.id))).toEqual({
    ok: false,
    refusal: { reason: "disputed" },
  });
  await workOff(studio);
  await pullLever(`/disputes/${ref}`, { outcome: "won" });
  await told(account, ref);
  await takeDispute(studio, ref);
  expect(shownStatus(await rowOf(studio, order.id))).toBe("fulfilled");
  expect(await inForce(studio, order.id)).toBe(1);
  // The provider keeps its fee for the dispute.
  expect(await booksOf(studio)).toMatchObject({ sales: -1200, provider_fees: expect.any(Number) });
  expect(await booksOf(studio)).not.toHaveProperty("disputed");
  expect((await entriesOf(studio)).filter((source) => source.startsWith("dispute_fee:"))).toHaveLength(1);
  await workOff(studio);
  const subjects = (await mailsTo(owner.email)).map(({ subject }) => subject);
  expect(subjects.filter((subject) => /dispute|bank/i.test(subject))).toHaveLength(2);
});

test("a dispute that is lost keeps everything withheld, and the money is a loss", async () => {
  const { studio, order, ref } = await aDispute();
  await pullLever(`/disputes/${ref}`, { outcome: "lost" });
  // Nobody told us that it was opened.
  expect(await takeDispute(studio, ref)).toBe("lost");
  expect(await takeDispute(studio, ref)).toBe("lost");
  expect(shownStatus(await rowOf(studio, order.id))).toBe("dispute_lost");
  expect(await inForce(studio, order.id)).toBe(0);
  expect(await booksOf(studio)).toMatchObject({ dispute_losses: 1200, sales: -1200 });
  expect(await studio.db.select().from(disputes)).toMatchObject([{ state: "lost", amount: 1200 }]);
});

test("what was refunded stays withheld when a dispute about the rest is won", async () => {
  const made = await createTestStudio();
  const { studio } = made;
  const order = await anOrder(studio, { upTo: "fulfilled" });
  await refundOrder(studio, order.id, await whole(studio, order.id));
  expect(await inForce(studio, order.id)).toBe(0);
  const { paymentRef } = await rowOf(studio, order.id);
  const { id } = await pullLever<{ id: string }>(`/charges/${paymentRef}/dispute`, { amount: 1200 });
  await takeDispute(studio, id);
  await pullLever(`/disputes/${id}`, { outcome: "won" });
  await takeDispute(studio, id);
  expect(await inForce(studio, order.id)).toBe(0);
  expect(shownStatus(await rowOf(studio, order.id))).toBe("refunded");
});

test("a bank that only asks withholds nothing and stands in the timeline; the dispute it becomes counts", async () => {
  const made = await createTestStudio();
  const { studio, owner } = made;
  const order = await anOrder(studio, { upTo: "fulfilled" });
  const { paymentRef } = await rowOf(studio, order.id);
  const { id } = await pullLever<{ id: string }>(`/charges/${paymentRef}/dispute`, { inquiry: true });
  const before = await booksOf(studio);
  await Promise.all(Array.from({ length: 5 }, () => takeDispute(studio, id)));
  expect(shownStatus(await rowOf(studio, order.id))).toBe("fulfilled");
  expect(await inForce(studio, order.id)).toBe(1);
  expect(await booksOf(studio)).toEqual(before);
  const { acts } = await timelineOf(studio, order.id);
  expect(acts.filter(({ action }) => action === "order.inquiry")).toMatchObject([
    { amount: { amount: 1200, currency: "EUR" } },
  ]);
  await pullLever(`/disputes/${id}`, { outcome: "escalated" });
  await Promise.all(Array.from({ length: 5 }, () => takeDispute(studio, id)));
  expect(shownStatus(await rowOf(studio, order.id))).toBe("disputed");
  expect(await inForce(studio, order.id)).toBe(0);
  expect(await booksOf(studio)).toMatchObject({ disputed: 1200, provider_fees: 1500 });
  expect(await studio.db.$count(disputes)).toBe(1);
  await workOff(studio);
  const subjects = (await mailsTo(owner.email)).map(({ subject }) => subject);
  expect(subjects.filter((subject) => /bank/i.test(subject))).toHaveLength(1);
});

test("an inquiry that is closed leaves everything as it was", async () => {
  const { studio } = await createTestStudio();
  const order = await anOrder(studio, { upTo: "fulfilled" });
  const { paymentRef } = await rowOf(studio, order.id);
  const { id } = await pullLever<{ id: string }>(`/charges/${paymentRef}/dispute`, { inquiry: true });
  await takeDispute(studio, id);
  await pullLever(`/disputes/${id}`, { outcome: "won" });
  expect(await takeDispute(studio, id)).toBe("inquiry");
  expect(await rowOf(studio, order.id)).toMatchObject({ disputeState: null });
  expect(await booksOf(studio)).not.toHaveProperty("disputed");
  expect(await inForce(studio, order.id)).toBe(1);
});

test("a dispute of another account is none of ours", async () => {
  const { ref } = await aDispute();
  const other = await createTestStudio();
  await expect(takeDispute(other.studio, ref)).rejects.toThrow(/No such dispute/i);
});
