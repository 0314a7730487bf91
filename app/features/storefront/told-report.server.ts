import { formatMoney } from "../../lib/money";
import { formatCalendarDay } from "../../lib/time";
import type { Studio } from "../../tenancy/studio";
import { storefrontWords } from "./messages/words";
import {
  keptOf,
  type OrderFigures,
  type ReportKind,
  type SalesFigures,
  type ToldReport,
  type ToldRow,
} from "./model/sales-report";
import { type ReportRange, salesByDay, salesByGallery, salesByProduct } from "./sales-report.server";

/** Bars of a chart; the table has the rest. */
const MOST_BARS = 8;

/** A report of a range, divided as asked for, in the studio's language. */
export async function toldReport(
  studio: Studio,
  by: ReportKind,
  range: ReportRange,
  totals: OrderFigures,
): Promise<ToldReport> {
  if (by === "day") return byDay(studio, range, totals);
  const { report: words } = storefrontWords(studio.tenant.locale);
  const tell = teller(studio, range);
  if (by === "gallery") {
    const rows = (await salesByGallery(studio, range)).map(({ id, name, ...figures }) => ({
      ...{ key: id ?? "none", name: name ?? words.noGallery, sold: figures.sold },
      figures: tell.ofOrders(figures),
    }));
    return divided(rows, { by, header: words.gallery, total: tell.ofOrders(totals), tell, words });
  }
  const products = await salesByProduct(studio, range);
  const rows = products.map(({ kind, name, quantity, ...figures }) => ({
    ...{ key: `${kind} ${name}`, name: name ?? words.shipping, sold: figures.sold },
    figures: { quantity: kind === null ? "" : tell.number(quantity), ...tell.ofSales(figures) },
  }));
  const pieces = products.reduce((sum, { quantity }) => sum + quantity, 0);
  const total = { quantity: tell.number(pieces), ...tell.ofSales(totals) };
  return divided(rows, { by, header: words.product, total, tell, words });
}

type Words = ReturnType<typeof storefrontWords>["report"];
type Teller = ReturnType<typeof teller>;

/** How amounts and numbers of a range are written. */
function teller({ tenant }: Studio, { currency }: ReportRange) {
  const money = (amount: number) => formatMoney({ amount, currency }, tenant.locale);
  const format = new Intl.NumberFormat(tenant.locale);
  const ofSales = ({ sold, refunded, tax, net }: SalesFigures) => ({
    ...{ sold: money(sold), refunded: money(refunded), tax: money(tax), net: money(net) },
  });
  return {
    money,
    number: (count: number) => format.format(count),
    ofSales,
    ofOrders: (figures: OrderFigures) => ({
      orders: format.format(figures.orders),
      ...ofSales(figures),
      fees: money(figures.fees + figures.losses),
      kept: money(keptOf(figures)),
    }),
  };
}

async function byDay(studio: Studio, range: ReportRange, totals: OrderFigures): Promise<ToldReport> {
  const { locale } = studio.tenant;
  const { report: words } = storefrontWords(locale);
  const { unit, rows } = await salesByDay(studio, range);
  const tell = teller(studio, range);
  const named = rows.map((row) => ({ ...row, name: dayName(row.from, unit, locale) }));
  const best = named.reduce((most, row) => (row.sold > most.sold ? row : most));
  return {
    chart: {
      kind: "columns",
      title: `${words.chart[unit](best.name, tell.money(best.sold))} ${words.chart.text}`,
      most: tell.money(best.sold),
      columns: named.map(({ key, name, sold, refunded }) => ({
        ...{ key, label: name, up: Math.max(0, sold), down: Math.max(0, refunded) },
      })),
    },
    table: {
      caption: words.captions[unit],
      header: words[unit],
      rows: named
        .filter(({ orders, sold, refunded, net, fees, losses }) =>
          [orders, sold, refunded, net, fees, losses].some((figure) => figure !== 0),
        )
        .map(({ key, name, ...figures }) => ({ key, name, figures: tell.ofOrders(figures) })),
      total: { key: "total", name: words.total, figures: tell.ofOrders(totals) },
    },
  };
}

/** A calendar day, or its month, as people write it. Days have no zone of their own here. */
function dayName(day: string, unit: "day" | "month", locale: string): string {
  if (unit === "day") return formatCalendarDay(day, locale);
  const format = new Intl.DateTimeFormat(locale, { month: "long", year: "numeric", timeZone: "UTC" });
  return format.format(Date.parse(`${day}T00:00:00Z`));
}

function divided(
  rows: readonly (ToldRow & { sold: number })[],
  of: { by: "gallery" | "product"; header: string; total: ToldRow["figures"]; tell: Teller; words: Words },
): ToldReport {
  const { by, header, total, tell, words } = of;
  const bars = rows.filter(({ sold }) => sold > 0).slice(0, MOST_BARS);
  const best = bars[0];
  return {
    chart: {
      kind: "bars",
      title: best ? `${words.chart.share(best.name, tell.money(best.sold))} ${words.chart.text}` : "",
      bars: bars.map(({ key, name, sold }) => ({ key, label: name, value: sold, text: tell.money(sold) })),
    },
    table: {
      caption: words.captions[by],
      header,
      rows: rows.map(({ key, name, figures }) => ({ key, name, figures })),
      total: { key: "total", name: words.total, figures: total },
    },
  };
}
