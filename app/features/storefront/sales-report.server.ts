import { and, desc, eq, gte, lt, type SQL, sql } from "drizzle-orm";
import { addDays, endOfDay } from "../../lib/time";
import type { Studio } from "../../tenancy/studio";
import { galleries } from "../galleries/schema";
import type { LineKind } from "./model/products";
import { type Period, type Stretch, stretchesOf } from "./model/sales-period";
import type { OrderFigures, SalesFigures } from "./model/sales-report";
import { orderLines, orders } from "./schema";
import { ledgerEntries, ledgerPostings } from "./schema/money";

/** What of the ledger is reported: one currency, and calendar days of the studio's zone. */
export interface ReportRange extends Period {
  currency: string;
}

const isRevenue = sql`${ledgerPostings.account} in ('sales', 'shipping', 'tax')`;
const isRefund = sql`${ledgerEntries.kind} in ('refund', 'refund_failed')`;

/** The sum of the postings for which a condition holds; 0 for none. */
const sumOf = (condition: SQL) =>
  sql<number>`coalesce(sum(case when ${condition} then ${ledgerPostings.amount} else 0 end), 0)`;

/** Credits are negative in the ledger; of what was earned a report tells the opposite. */
const salesFigures = {
  sold: sql<number>`-${sumOf(sql`${isRevenue} and not ${isRefund}`)}`,
  refunded: sumOf(sql`${isRevenue} and ${isRefund}`),
  tax: sql<number>`-${sumOf(sql`${ledgerPostings.account} = 'tax'`)}`,
  net: sql<number>`-${sumOf(sql`${ledgerPostings.account} in ('sales', 'shipping')`)}`,
};

const orderFigures = {
  ...salesFigures,
  fees: sumOf(sql`${ledgerPostings.account} in ('provider_fees', 'platform_fees')`),
  losses: sumOf(sql`${ledgerPostings.account} = 'dispute_losses'`),
  orders: sql<number>`count(distinct case when ${ledgerEntries.kind} = 'sale' then ${ledgerEntries.orderId} end)`,
};

/** Postings that a report knows nothing of, such as money that only moves, make no row. */
const isReported = sql`${ledgerPostings.account} in
  ('sales', 'shipping', 'tax', 'provider_fees', 'platform_fees', 'dispute_losses')`;

/** The currencies in which something was sold or paid for, the one with most orders first. */
export async function reportedCurrencies({ db }: Studio): Promise<string[]> {
  const rows = await db
    .select({ currency: ledgerPostings.currency })
    .from(ledgerPostings)
    .where(isReported)
    .groupBy(ledgerPostings.currency)
    .orderBy(desc(sql`count(*)`));
  return rows.map(({ currency }) => currency);
}

/** What the ledger says of a range as a whole. */
export async function salesTotals(studio: Studio, range: ReportRange): Promise<OrderFigures> {
  const [totals] = await studio.db
    .select(orderFigures)
    .from(ledgerEntries)
    .innerJoin(ledgerPostings, eq(ledgerPostings.entryId, ledgerEntries.id))
    .where(isIn(studio, range));
  return totals ?? { sold: 0, refunded: 0, tax: 0, net: 0, fees: 0, losses: 0, orders: 0 };
}

/** Day by day, or month by month where the range is long; also those on which nothing happened. */
export async function salesByDay(studio: Studio, range: ReportRange) {
  const { unit, stretches } = stretchesOf(range);
  const bounds = stretches.map((stretch) => ({ key: stretch.key, ...momentsOf(studio, stretch) }));
  const stretchKey = sql<string>`stretch.value ->> 'key'`;
  const rows = await studio.db
    .select({ key: stretchKey.as("key"), ...orderFigures })
    .from(sql`json_each(${JSON.stringify(bounds)}) as stretch`)
    .innerJoin(
      ledgerEntries,
      sql`${ledgerEntries.happenedAt} >= stretch.value ->> 'from' and ${ledgerEntries.happenedAt} < stretch.value ->> 'until'`,
    )
    .innerJoin(ledgerPostings, eq(ledgerPostings.entryId, ledgerEntries.id))
    .where(and(eq(ledgerPostings.currency, range.currency), isReported))
    .groupBy(sql`1`);
  const known = new Map(rows.map(({ key, ...figures }) => [key, figures]));
  const none: OrderFigures = { sold: 0, refunded: 0, tax: 0, net: 0, fees: 0, losses: 0, orders: 0 };
  return {
    unit,
    rows: stretches.map((stretch): Stretch & OrderFigures => ({
      ...stretch,
      ...(known.get(stretch.key) ?? none),
    })),
  };
}

/** Gallery by gallery, the one that sold most first. What belongs to no order has no gallery. */
export async function salesByGallery(
  studio: Studio,
  range: ReportRange,
): Promise<({ id: string | null; name: string | null } & OrderFigures)[]> {
  return studio.db
    .select({ id: galleries.id, name: galleries.name, ...orderFigures })
    .from(ledgerEntries)
    .innerJoin(ledgerPostings, eq(ledgerPostings.entryId, ledgerEntries.id))
    .leftJoin(orders, eq(orders.id, ledgerEntries.orderId))
    .leftJoin(galleries, eq(galleries.id, orders.galleryId))
    .where(and(isIn(studio, range), isReported))
    .groupBy(galleries.id)
    .orderBy(desc(salesFigures.sold), galleries.name);
}

/** One row of products: those of one name and kind together; `kind` is null for shipping. */
export interface ProductFigures extends SalesFigures {
  kind: LineKind | null;
  name: string | null;
  /** How many were sold, whatever was given back later. */
  quantity: number;
}

/** Product by product, as they were named when they were sold, the one that sold most first. */
export async function salesByProduct(studio: Studio, range: ReportRange): Promise<ProductFigures[]> {
  const { db } = studio;
  const product = { kind: orderLines.kind, name: orderLines.name };
  const [figures, counts] = await db.batch([
    db
      .select({ ...product, ...salesFigures })
      .from(ledgerEntries)
      .innerJoin(ledgerPostings, eq(ledgerPostings.entryId, ledgerEntries.id))
      .leftJoin(orderLines, eq(orderLines.id, ledgerPostings.lineId))
      .where(and(isIn(studio, range), isRevenue))
      .groupBy(orderLines.kind, orderLines.name)
      .orderBy(desc(salesFigures.sold), orderLines.name),
    db
      .select({ ...product, quantity: sql<number>`sum(${orderLines.quantity})` })
      .from(ledgerEntries)
      .innerJoin(orders, eq(orders.id, ledgerEntries.orderId))
      .innerJoin(orderLines, eq(orderLines.orderId, orders.id))
      .where(
        and(
          ...isWithin(studio, range),
          eq(ledgerEntries.kind, "sale"),
          eq(orders.currency, range.currency),
          sql`${orderLines.amount} > 0`,
        ),
      )
      .groupBy(orderLines.kind, orderLines.name),
  ]);
  const keyOf = (row: { kind: string | null; name: string | null }) => `${row.kind} ${row.name}`;
  const quantities = new Map(counts.map((row) => [keyOf(row), row.quantity]));
  return figures.map((row) => ({ ...row, quantity: quantities.get(keyOf(row)) ?? 0 }));
}

function isIn(studio: Studio, range: ReportRange) {
  return and(...isWithin(studio, range), eq(ledgerPostings.currency, range.currency));
}

function isWithin(studio: Studio, period: Period): SQL[] {
  const { from, until } = momentsOf(studio, period);
  return [gte(ledgerEntries.happenedAt, from), lt(ledgerEntries.happenedAt, until)];
}

/** From the first moment of a period's first day, until right after its last one. */
function momentsOf({ tenant }: Studio, { from, to }: Period): { from: number; until: number } {
  return {
    from: endOfDay(addDays(from, -1), tenant.timeZone) + 1,
    until: endOfDay(to, tenant.timeZone) + 1,
  };
}
