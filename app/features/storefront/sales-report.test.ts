import { eq } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { newId } from "../../lib/ids";
import { dayOf, HOUR } from "../../lib/time";
import type { Studio } from "../../tenancy/studio";
import { createTestStudio } from "../../test/create-test-studio";
import { askPage, ownerCookie } from "../../test/pages";
import { aGallery } from "../galleries/testing";
import { ledgerEntry } from "./ledger.server";
import { grossOf } from "./model/ledger";
import type { Period } from "./model/sales-period";
import { keptOf, type OrderFigures, type SalesFigures } from "./model/sales-report";
import {
  reportedCurrencies,
  salesByDay,
  salesByGallery,
  salesByProduct,
  salesTotals,
} from "./sales-report.server";
import { ledgerEntries, ledgerPostings } from "./schema/money";
import { aBookedOrder, aBookedRefund, type BookedOrder } from "./testing/booked-order";

const ZONE = "Europe/Berlin";
/** Around the night in which the clocks of Berlin go back. */
const FIRST = Date.parse("2026-10-20T00:00:00Z");
const HOURS = 14 * 24;

const hour = fc.integer({ min: 0, max: HOURS });
const line = fc.record({
  name: fc.constantFrom("Original", "Web", "Print 30×40"),
  kind: fc.constantFrom("photo" as const, "physical" as const),
  quantity: fc.integer({ min: 1, max: 3 }),
  amount: fc.integer({ min: 1, max: 9999 }),
  rate: fc.integer({ min: 0, max: 2500 }),
});
const order = fc.record({
  hour,
  gallery: fc.nat({ max: 2 }),
  currency: fc.constantFrom("EUR", "EUR", "JPY"),
  taxIncluded: fc.boolean(),
  shipping: fc.integer({ min: 0, max: 900 }),
  lines: fc.array(line, { minLength: 1, maxLength: 4 }),
  fee: fc.integer({ min: 0, max: 80 }),
  refund: fc.option(fc.record({ after: hour, share: fc.integer({ min: 1, max: 100 }), fails: fc.boolean() })),
  isLost: fc.boolean(),
});

type Drawn = typeof order extends fc.Arbitrary<infer Value> ? Value : never;

/** Writes a drawn order down: its sale, its fee, perhaps a refund of a share of each part, perhaps a lost dispute. */
async function book(studio: Studio, galleryIds: readonly string[], drawn: Drawn): Promise<BookedOrder> {
  const { currency, taxIncluded } = drawn;
  const at = FIRST + drawn.hour * HOUR;
  const booked = await aBookedOrder(studio, {
    ...{ at, currency, taxIncluded, galleryId: galleryIds[drawn.gallery] ?? "" },
    shipping: { amount: drawn.shipping, taxAmount: Math.floor(drawn.shipping / 6) },
    lines: drawn.lines.map(({ rate, ...each }) => ({
      ...each,
      taxAmount: Math.floor((each.amount * rate) / 10_000),
    })),
  });
  const orderId = booked.id;
  const feeMoves = [
    { account: "provider_fees" as const, amount: drawn.fee, currency },
    { account: "provider" as const, amount: -drawn.fee, currency },
  ];
  const lost = [
    { account: "dispute_losses" as const, amount: booked.totalAmount, currency },
    { account: "provider" as const, amount: -booked.totalAmount, currency },
  ];
  const entries = [
    ...ledgerEntry(studio, {
      ...{ source: `fees:${orderId}`, kind: "fees", orderId, happenedAt: at },
      postings: drawn.fee > 0 ? feeMoves : [],
    }),
    ...(drawn.isLost
      ? ledgerEntry(studio, {
          ...{ source: `dispute_lost:${orderId}`, kind: "dispute_lost", orderId, happenedAt: at + HOUR },
          postings: lost,
        })
      : []),
  ];
  const [first, ...others] = entries;
  if (first) await studio.db.batch([first, ...others]);
  if (drawn.refund) {
    const { share, after, fails } = drawn.refund;
    const part = (lineId: string | null, of: { amount: number; taxAmount: number }) => ({
      lineId,
      amount: Math.floor((grossOf(booked, of) * share) / 100),
      taxAmount: Math.floor((of.taxAmount * share) / 100),
    });
    const { shippingAmount: amount, shippingTaxAmount: taxAmount } = booked;
    const parts = [...booked.lines.map((each) => part(each.id, each)), part(null, { amount, taxAmount })];
    const given = parts.filter((each) => each.amount > 0);
    const state = fails ? "failed" : "succeeded";
    if (given.length > 0) await aBookedRefund(studio, booked, { at: at + after * HOUR, parts: given, state });
  }
  return booked;
}

type Ledger = Awaited<ReturnType<typeof ledgerOf>>;

/** All postings, each with its entry. */
async function ledgerOf({ db }: Studio) {
  return db
    .select({ entry: ledgerEntries, posting: ledgerPostings })
    .from(ledgerPostings)
    .innerJoin(ledgerEntries, eq(ledgerEntries.id, ledgerPostings.entryId));
}

/** The same figures, added up from the postings one by one. */
function figuresOf(ledger: Ledger, currency: string, { from, to }: Period): OrderFigures {
  const figures = { sold: 0, refunded: 0, tax: 0, net: 0, fees: 0, losses: 0, orders: 0 };
  const sold = new Set<string>();
  for (const { entry, posting } of ledger) {
    const day = dayOf(entry.happenedAt, ZONE);
    if (posting.currency !== currency || day < from || day > to) continue;
    const { account, amount } = posting;
    const isRefund = entry.kind === "refund" || entry.kind === "refund_failed";
    if (account === "sales" || account === "shipping" || account === "tax") {
      if (isRefund) figures.refunded += amount;
      else figures.sold -= amount;
    }
    if (account === "tax") figures.tax -= amount;
    if (account === "sales" || account === "shipping") figures.net -= amount;
    if (account === "provider_fees") figures.fees += amount;
    if (account === "dispute_losses") figures.losses += amount;
    if (entry.kind === "sale") sold.add(entry.orderId ?? "");
  }
  return { ...figures, orders: sold.size };
}

function sumOf<Name extends keyof OrderFigures>(
  rows: readonly Record<Name, number>[],
  names: readonly Name[],
): Record<string, number> {
  return Object.fromEntries(names.map((name) => [name, rows.reduce((sum, row) => sum + row[name], 0)]));
}

const salesNames = ["sold", "refunded", "tax", "net"] as const satisfies (keyof SalesFigures)[];
const allNames = [...salesNames, "fees", "losses", "orders"] as const satisfies (keyof OrderFigures)[];

test("by day, by gallery and by product, a report of random orders and refunds adds up to the ledger", async () => {
  const { studio } = await createTestStudio();
  expect(studio.tenant.timeZone).toBe(ZONE);
  const galleryIds: string[] = [];
  for (let i = 0; i < 3; i++) galleryIds.push((await aGallery(studio, { name: `Gallery ${i}` })).id);
  for (const drawn of fc.sample(order, 40)) await book(studio, galleryIds, drawn);
  expect(new Set(await reportedCurrencies(studio))).toEqual(new Set(["EUR", "JPY"]));
  const ledger = await ledgerOf(studio);
  const periods: Period[] = [
    { from: "2026-10-01", to: "2026-12-31" },
    { from: "2026-10-24", to: "2026-10-26" },
    { from: "2026-10-25", to: "2026-10-25" },
    { from: "2026-01-01", to: "2026-12-31" },
  ];
  for (const currency of ["EUR", "JPY", "USD"]) {
    for (const period of periods) {
      const range = { ...period, currency };
      const truth = figuresOf(ledger, currency, period);
      const totals = await salesTotals(studio, range);
      expect(totals).toEqual(truth);
      expect(totals.sold - totals.refunded).toBe(totals.net + totals.tax);
      const days = (await salesByDay(studio, range)).rows;
      expect(sumOf(days, allNames)).toEqual(truth);
      for (const { key, ...day } of days.filter(({ key }) => key.length > 7))
        expect(figuresOf(ledger, currency, day), key).toEqual(
          Object.fromEntries(allNames.map((name) => [name, day[name]])),
        );
      expect(sumOf(await salesByGallery(studio, range), allNames)).toEqual(truth);
      const products = await salesByProduct(studio, range);
      expect(sumOf(products, salesNames)).toEqual(
        Object.fromEntries(salesNames.map((name) => [name, truth[name]])),
      );
    }
  }
});

test("what is sold at night stands on the day it is where the studio is, on days of 25 hours too", async () => {
  const { studio } = await createTestStudio();
  const { id: galleryId } = await aGallery(studio);
  const lines = [{ name: "Original", amount: 1000 }];
  for (const at of ["2026-10-24T21:59:59.999Z", "2026-10-24T22:00:00Z", "2026-10-25T22:59:59.999Z"])
    await aBookedOrder(studio, { galleryId, lines, at: Date.parse(at) });
  const range = { from: "2026-10-24", to: "2026-10-26", currency: "EUR" };
  const { rows } = await salesByDay(studio, range);
  expect(rows.map(({ key, orders }) => [key, orders])).toEqual([
    ["2026-10-24", 1],
    ["2026-10-25", 2],
    ["2026-10-26", 0],
  ]);
});

test("products of one name are one row, shipping is one of its own, and pieces are counted", async () => {
  const { studio } = await createTestStudio();
  const { id: galleryId } = await aGallery(studio);
  const at = Date.parse("2026-10-21T10:00:00Z");
  const print = { name: "Print", kind: "physical" as const };
  const shipping = { amount: 490, taxAmount: 78 };
  const lines = [
    { ...print, quantity: 3, amount: 3000, taxAmount: 479 },
    { ...print, quantity: 1, amount: 1200, taxAmount: 192 },
    { name: "Original", amount: 1000, taxAmount: 160 },
  ];
  const booked = await aBookedOrder(studio, { galleryId, at, lines, shipping });
  const lineId = booked.lines[1]?.id ?? "";
  await aBookedRefund(studio, booked, { at, parts: [{ lineId, amount: 600, taxAmount: 96 }] });
  const range = { from: "2026-10-01", to: "2026-10-31", currency: "EUR" };
  expect(await salesByProduct(studio, range)).toEqual([
    { ...print, quantity: 4, sold: 4200, refunded: 600, tax: 575, net: 3025 },
    { name: "Original", kind: "photo", quantity: 1, sold: 1000, refunded: 0, tax: 160, net: 840 },
    { name: null, kind: null, quantity: 0, sold: 490, refunded: 0, tax: 78, net: 412 },
  ]);
});

test("fees and lost disputes of an order are taken off what is kept, also where they are of no gallery", async () => {
  const { studio } = await createTestStudio();
  const { id: galleryId } = await aGallery(studio, { name: "Only one" });
  const at = Date.parse("2026-10-21T10:00:00Z");
  await aBookedOrder(studio, { galleryId, at, lines: [{ name: "Original", amount: 5000 }] });
  const currency = "EUR";
  const [first, ...others] = ledgerEntry(studio, {
    ...{ source: `fees:${newId("attempt")}`, kind: "fees", orderId: null, happenedAt: at },
    postings: [
      { account: "platform_fees", amount: 70, currency },
      { account: "provider", amount: -70, currency },
    ],
  });
  if (first) await studio.db.batch([first, ...others]);
  const range = { from: "2026-10-21", to: "2026-10-21", currency };
  const totals = await salesTotals(studio, range);
  expect([totals.net, totals.fees, keptOf(totals)]).toEqual([5000, 70, 4930]);
  const rows = await salesByGallery(studio, range);
  expect(rows.map(({ name, sold, fees }) => [name, sold, fees])).toEqual([
    ["Only one", 5000, 0],
    [null, 0, 70],
  ]);
});

test("the page shows the figures of the chosen days, and what is wrong with others", async () => {
  const { studio, slug, owner } = await createTestStudio();
  const cookie = await ownerCookie({ slug, owner });
  const { id: galleryId } = await aGallery(studio, { name: "Autumn" });
  const at = Date.parse("2026-10-21T10:00:00Z");
  await aBookedOrder(studio, { galleryId, at, lines: [{ name: "<b>Print</b>", amount: 123_456 }] });
  const page = async (query: string) => {
    const response = await askPage(slug, `/studio/reports/sales?${query}`, { headers: { cookie } });
    const text = (await response.text()).replace(/<script[\s\S]*?<\/script>/g, "").replace(/<!-- -->/g, "");
    return { status: response.status, text };
  };
  for (const by of ["day", "gallery", "product"]) {
    const { status, text } = await page(`by=${by}&from=2026-10-21&to=2026-10-22`);
    expect(status).toBe(200);
    expect(text).toContain("1,234.56");
    expect(text).toContain({ day: "21 Oct 2026", gallery: "Autumn", product: "&lt;b&gt;Print" }[by]);
  }
  expect((await page("from=2026-10-22&to=2026-10-22")).text).toContain("Nothing was sold in this period");
  expect((await page("from=2026-10-22&to=2026-10-21")).text).toContain("before the first one");
  expect((await page("from=2016-10-22&to=2026-10-21")).text).toContain("at most three years");
  expect((await page("from=yesterday")).text).toContain("Choose a day such as");
});
