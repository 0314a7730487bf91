import { and, desc, eq, lt, sql } from "drizzle-orm";
import { noteAct } from "../../../events/audit";
import { CSV_BEGINNING, csvLine } from "../../../lib/csv";
import { amountText } from "../../../lib/money";
import { formatMoment } from "../../../lib/time";
import type { Studio } from "../../../tenancy/studio";
import { isErased } from "../../clients/model";
import { galleries } from "../../galleries/schema";
import { storefrontWords } from "../messages/words";
import { addressLines, readAddress } from "../model/address";
import { countryName } from "../model/countries";
import { shownStatus } from "../model/money-states";
import { type OrderFilter, orderNumber } from "../model/order-filter";
import { isMeant } from "../order-board.server";
import { orderLines, orders } from "../schema";
import { ledgerEntries, ledgerPostings } from "../schema/money";

/** Rows that are read at once: what the export holds in memory. */
const ROWS_A_STRETCH = 200;

/**
 * Hands the orders that a filter means out as a CSV file, read while it is sent: one line an order, newest first,
 * amounts with a decimal point. That it was is noted first, so that there is no file without an entry.
 */
export async function exportOrders(studio: Studio, filter: OrderFilter): Promise<ReadableStream<Uint8Array>> {
  // What was looked for may be somebody's address, which the log does not keep.
  const { q, ...conditions } = filter;
  const chosen = Object.entries(conditions).filter((entry): entry is [string, string] => !!entry[1]);
  await noteAct(studio, {
    action: "order.exported",
    subjectId: studio.tenant.id,
    after: { ...Object.fromEntries(chosen), ...(q ? { searched: true } : {}) },
  });
  const encoder = new TextEncoder();
  const source = stretches(studio, filter);
  const { csv } = storefrontWords(studio.tenant.locale).board;
  return new ReadableStream({
    start: (controller) => controller.enqueue(encoder.encode(CSV_BEGINNING + csvLine(csv))),
    async pull(controller) {
      const { done, value } = await source.next();
      if (done) return controller.close();
      controller.enqueue(encoder.encode(value.map((row) => lineOf(studio, row)).join("")));
    },
    async cancel() {
      await source.return(undefined);
    },
  });
}

type Row = Awaited<ReturnType<typeof stretchOf>>[number];

async function* stretches(studio: Studio, filter: OrderFilter): AsyncGenerator<Row[]> {
  let before: string | null = null;
  do {
    const rows: Row[] = await stretchOf(studio, filter, before);
    if (rows.length > 0) yield rows;
    before = rows.length === ROWS_A_STRETCH ? (rows.at(-1)?.order.id ?? null) : null;
  } while (before !== null);
}

function stretchOf(studio: Studio, filter: OrderFilter, before: string | null) {
  const { db } = studio;
  const goods = sql<number>`coalesce((select sum(l.amount) from ${orderLines} l where l.order_id = ${orders.id}), 0)`;
  const fees = sql<number>`coalesce((select sum(p.amount) from ${ledgerEntries} e join ${ledgerPostings} p on p.entry_id = e.id
    where e.order_id = ${orders.id} and p.currency = ${orders.currency}
      and p.account in ('provider_fees', 'platform_fees')), 0)`;
  return db
    .select({
      order: orders,
      gallery: galleries.name,
      goods,
      fees,
      lines: db.$count(orderLines, eq(orderLines.orderId, orders.id)),
    })
    .from(orders)
    .innerJoin(galleries, eq(galleries.id, orders.galleryId))
    .where(and(...isMeant(studio, filter), before ? lt(orders.id, before) : undefined))
    .orderBy(desc(orders.id))
    .limit(ROWS_A_STRETCH);
}

function lineOf({ tenant }: Studio, { order, gallery, goods, fees, lines }: Row): string {
  const { currency } = order;
  const { locale, timeZone } = tenant;
  const words = storefrontWords(locale);
  const decimal = (amount: number) => amountText({ amount, currency });
  const local = (at: number | null) => at && formatMoment(at, locale, timeZone);
  const address = readAddress(order.address);
  return csvLine([
    orderNumber(order.id),
    order.id,
    new Date(order.createdAt).toISOString(),
    local(order.createdAt),
    local(order.fulfilledAt),
    words.status[shownStatus(order)],
    isErased(order.email) ? null : order.email,
    gallery,
    lines,
    currency,
    decimal(goods),
    decimal(order.shippingAmount),
    decimal(order.taxAmount),
    words.board.taxIncluded[order.taxIncluded ? "yes" : "no"],
    decimal(order.totalAmount),
    decimal(order.paidAmount),
    decimal(order.refundedAmount),
    decimal(fees),
    order.country,
    address && addressLines(address, countryName(address.country, locale)).join(", "),
    order.shippingName,
    words.board.providers[order.provider],
    order.paymentRef,
  ]);
}
