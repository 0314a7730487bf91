import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { isCreditorReference, spacedReference } from "../../../adapters/payments/creditor-reference";
import { auditLog } from "../../../events/schema";
import { newId } from "../../../lib/ids";
import { DAY, HOUR } from "../../../lib/time";
import { setupSteps } from "../../../tenancy/schema";
import type { Studio } from "../../../tenancy/studio";
import { createTestStudio, later, workOff } from "../../../test/create-test-studio";
import { ownerCookie, postForm } from "../../../test/pages";
import { mailsTo } from "../../../test/sandbox";
import { aGallery } from "../../galleries/testing";
import { aPhoto } from "../../ingest/testing";
import { orders } from "../schema";
import { ledgerEntries, ledgerPostings, paymentSettings, transferReceipts } from "../schema/money";
import { anOrder, aTransferOrder, INSTRUCTIONS, outcomeOf } from "../testing";
import { changePaymentSettings } from "./change-payment-settings.server";
import { confirmTransfer } from "./confirm-transfer.server";
import { placeOrder } from "./place-order.server";
import { settleOpenOrders } from "./settle-open-orders.server";

const DAY_OF_STATEMENT = "2026-11-20";
const FULFILLED_ONCE = { status: "fulfilled", entitlements: 1, links: 1 };

/** What stands on each account, in minor units; accounts on which nothing stands are left out. */
async function balancesOf(studio: Studio): Promise<Record<string, number>> {
  const sums: Record<string, number> = {};
  for (const { account, amount } of await studio.db.select().from(ledgerPostings))
    sums[account] = (sums[account] ?? 0) + amount;
  return Object.fromEntries(Object.entries(sums).filter(([, sum]) => sum !== 0));
}

const confirmed = (studio: Studio, orderId: string, amount: number, key?: string) =>
  confirmTransfer(studio, orderId, { amount, receivedOn: DAY_OF_STATEMENT, key });

test("a buyer who transfers is told where to and under which reference, by mail and on the page of the order", async () => {
  const { studio } = await createTestStudio();
  const order = await aTransferOrder(studio, { email: "told@example.com" });
  expect(isCreditorReference(order.ref)).toBe(true);
  expect(order.checkoutUrl).toBe(`${studio.tenant.origin}/orders/${order.id}`);
  await workOff(studio);
  await workOff(studio);
  const mails = (await mailsTo("told@example.com")).filter(({ text }) =>
    text.includes(spacedReference(order.ref)),
  );
  expect(mails).toHaveLength(1);
  expect(mails[0]?.text).toContain("IBAN DE02 1203 0000 0000 2020 51");
});

test("money in parts is held, and all of it fulfils the order as a card does", async () => {
  const { studio } = await createTestStudio();
  const order = await aTransferOrder(studio);
  const { amount, currency } = order.total;
  const part = await confirmed(studio, order.id, 100);
  expect(part).toEqual({
    ok: true,
    value: { status: "pending", missing: { amount: amount - 100, currency } },
  });
  expect(await outcomeOf(studio, order.id)).toMatchObject({ status: "pending", entitlements: 0 });
  expect(await balancesOf(studio)).toEqual({ bank: 100, held: -100 });
  const whole = await confirmed(studio, order.id, amount - 100);
  expect(whole).toMatchObject({ ok: true, value: { status: "fulfilled", missing: { amount: 0 } } });
  expect(await outcomeOf(studio, order.id)).toMatchObject(FULFILLED_ONCE);
  const balances = await balancesOf(studio);
  expect(balances).toMatchObject({ bank: amount });
  expect(balances.held).toBeUndefined();
  expect((balances.sales ?? 0) + (balances.tax ?? 0)).toBe(-amount);
  const row = await studio.db.select().from(orders).where(eq(orders.id, order.id)).get();
  expect(row).toMatchObject({ provider: "transfer", paidAmount: amount, paymentRef: order.ref });
});

test("confirmed ten times at once under one key, money has arrived once", async () => {
  const { studio } = await createTestStudio();
  const order = await aTransferOrder(studio);
  const key = newId("receipt");
  const all = await Promise.all(Array.from({ length: 10 }, () => confirmed(studio, order.id, 100, key)));
  expect(all.every(({ ok }) => ok)).toBe(true);
  expect(await studio.db.$count(transferReceipts)).toBe(1);
  expect(await balancesOf(studio)).toEqual({ bank: 100, held: -100 });
});

test("of confirmations at once that are more together than is to come, only as many are taken as fit", async () => {
  const { studio } = await createTestStudio();
  const order = await aTransferOrder(studio);
  const { amount } = order.total;
  const outcomes = await Promise.all(Array.from({ length: 6 }, () => confirmed(studio, order.id, amount)));
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  for (const outcome of outcomes)
    if (!outcome.ok) expect(outcome.refusal).toMatchObject({ reason: "too_much", left: { amount: 0 } });
  expect(await outcomeOf(studio, order.id)).toMatchObject(FULFILLED_ONCE);
  expect((await balancesOf(studio)).bank).toBe(amount);
});

test("more than is still to come is refused, and says what is", async () => {
  const { studio } = await createTestStudio();
  const order = await aTransferOrder(studio);
  await confirmed(studio, order.id, 100);
  const { amount, currency } = order.total;
  expect(await confirmed(studio, order.id, amount)).toEqual({
    ok: false,
    refusal: { reason: "too_much", left: { amount: amount - 100, currency } },
  });
});

test("an order that is paid by card has no transfer to confirm", async () => {
  const { studio } = await createTestStudio();
  const { id } = await anOrder(studio);
  expect(await confirmed(studio, id, 100)).toEqual({ ok: false, refusal: { reason: "not_transfer" } });
});

test("what dies between the receipt and the order is made good by the sweep", async () => {
  const { studio } = await createTestStudio();
  const order = await aTransferOrder(studio);
  const dying = { ...studio, payments: studio.payments, db: dyingAfterBatch(studio) };
  await expect(confirmed(dying, order.id, order.total.amount)).rejects.toThrow("killed");
  expect(await outcomeOf(studio, order.id)).toMatchObject({ status: "pending", entitlements: 0 });
  await settleOpenOrders(later(studio, HOUR));
  expect(await outcomeOf(studio, order.id)).toMatchObject(FULFILLED_ONCE);
});

/** A database whose next read after a batch never comes back: the isolate was ended there. */
function dyingAfterBatch({ db }: Studio): Studio["db"] {
  let isDead = false;
  return new Proxy(db, {
    get(target, name) {
      if (isDead) throw new Error("killed");
      const value = Reflect.get(target, name) as unknown;
      if (name !== "batch") return typeof value === "function" ? value.bind(target) : value;
      return async (...statements: Parameters<typeof target.batch>) => {
        const results = await target.batch(...statements);
        isDead = true;
        return results;
      };
    },
  });
}

test("an order waits two weeks for its transfer, without the sweep coming back in between, and then is given up", async () => {
  const { studio } = await createTestStudio();
  const order = await aTransferOrder(studio);
  const next = await settleOpenOrders(later(studio, HOUR));
  expect(next).toBeGreaterThan(studio.clock.now() + 12 * DAY);
  expect(await outcomeOf(studio, order.id)).toMatchObject({ status: "pending" });
  await settleOpenOrders(later(studio, 15 * DAY));
  expect(await outcomeOf(studio, order.id)).toMatchObject({ status: "expired" });
  await confirmed(studio, order.id, order.total.amount);
  expect(await outcomeOf(studio, order.id)).toMatchObject(FULFILLED_ONCE);
});

test("an order of which a part has arrived is not given up", async () => {
  const { studio } = await createTestStudio();
  const order = await aTransferOrder(studio);
  await confirmed(studio, order.id, 1);
  await settleOpenOrders(later(studio, 15 * DAY));
  expect(await outcomeOf(studio, order.id)).toMatchObject({ status: "pending" });
});

test("without instructions no transfer is taken; with them a studio sells without an account for cards", async () => {
  const { studio } = await createTestStudio();
  const gallery = await aGallery(studio);
  const photoIds = [(await aPhoto(studio, gallery.id)).id];
  const place = (provider?: "transfer" | "stripe") =>
    placeOrder(studio, { gallery, photoIds, email: "b@example.com", ...(provider ? { provider } : {}) });
  const refused = { ok: false, refusal: { reason: "payment_unavailable" } };
  expect(await place("transfer")).toEqual(refused);
  await studio.db.delete(setupSteps);
  expect(await place()).toEqual(refused);
  await changePaymentSettings(studio, { instructions: INSTRUCTIONS, charge: "now" });
  expect(await place("stripe")).toEqual(refused);
  expect((await place()).ok).toBe(true);
  expect((await studio.db.select().from(orders)).map(({ provider }) => provider)).toEqual(["transfer"]);
});

test("the owner sets how clients pay; the audit log says so, and not to which account", async () => {
  const made = await createTestStudio();
  const { studio } = made;
  const send = async (instructions: string) =>
    postForm(
      made.slug,
      "/studio/settings/payments/ways",
      { instructions, charge: "review" },
      { headers: { cookie: await ownerCookie(made) } },
    );
  expect((await send("IBAN DE02\r\n1203")).status).toBe(303);
  expect(await studio.db.select().from(paymentSettings)).toEqual([
    { id: 1, transferInstructions: "IBAN DE02\n1203", chargesAfterReview: true },
  ]);
  await send("IBAN DE02\r\n1203");
  const acts = await studio.db.select().from(auditLog).where(eq(auditLog.action, "payment_settings.changed"));
  expect(acts.map(({ details }) => JSON.parse(details).after)).toEqual([
    { transfers: true, chargesAfterReview: true, instructionsChanged: true },
  ]);
  expect(JSON.stringify(acts)).not.toContain("DE02");
  expect(await (await send("x".repeat(1001))).text()).toContain("At most 1000 characters.");
  const kept = await studio.db.select().from(paymentSettings).get();
  expect(kept?.transferInstructions).toBe("IBAN DE02\n1203");
});

test("nothing about a confirmed transfer is told twice in the ledger", async () => {
  const { studio } = await createTestStudio();
  const order = await aTransferOrder(studio);
  const key = newId("receipt");
  await confirmed(studio, order.id, order.total.amount, key);
  await confirmed(studio, order.id, order.total.amount, key);
  const sources = (await studio.db.select().from(ledgerEntries)).map(({ source }) => source);
  expect(sources.sort()).toEqual([`received:${key}`, `sale:${order.id}`]);
});
