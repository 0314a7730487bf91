import type { MetaFunction } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { ChartColumn } from "lucide-react";
import { studioLoader } from "../../../http/studio-route";
import { formatMoney } from "../../../lib/money";
import { dayOf, formatCalendarDay } from "../../../lib/time";
import { DataList } from "../../../ui/data-list";
import { Disclosure } from "../../../ui/disclosure";
import { EmptyState } from "../../../ui/empty-state";
import { useWords } from "../../../ui/locale";
import { PageHeader } from "../../../ui/page-header";
import { ReportChart } from "../components/report-chart";
import { ReportChoice } from "../components/report-choice";
import { ReportTable } from "../components/report-table";
import { storefrontWords } from "../messages/words";
import { keptOf } from "../model/sales-report";
import { ordersPath } from "../paths";
import { reportQueryOf } from "../report-query.server";
import { reportedCurrencies, salesTotals } from "../sales-report.server";
import { toldReport } from "../told-report.server";

export const loader = studioLoader({ may: "orders:read" }, async ({ studio, request }) => {
  const { locale, timeZone, currency: ownCurrency } = studio.tenant;
  const {
    by,
    period,
    named,
    errors,
    currency: asked,
  } = reportQueryOf(request, dayOf(studio.clock.now(), timeZone));
  const known = await reportedCurrencies(studio);
  const currency = known.find((each) => each === asked) ?? known[0] ?? ownCurrency;
  const range = { ...period, currency };
  const totals = await salesTotals(studio, range);
  const money = (amount: number) => formatMoney({ amount, currency }, locale);
  const { sold, refunded, tax, net, fees, losses } = totals;
  const isEmpty = Object.values(totals).every((figure) => figure === 0);
  return {
    by,
    named,
    errors,
    chosen: { ...period, currency },
    shown: {
      from: formatCalendarDay(period.from, locale),
      to: formatCalendarDay(period.to, locale),
      timeZone,
    },
    currencies: known,
    totals: {
      ...{
        sold: money(sold),
        refunded: money(refunded),
        tax: money(tax),
        net: money(net),
        fees: money(fees),
      },
      ...{ losses: losses === 0 ? null : money(losses), kept: money(keptOf(totals)) },
    },
    report: isEmpty ? null : await toldReport(studio, by, range, totals),
  };
});

export const meta: MetaFunction = () => [{ title: storefrontWords("en").report.title }];

export default function SalesReport() {
  const { by, named, errors, chosen, shown, currencies, totals, report } = useLoaderData<typeof loader>();
  const words = useWords(storefrontWords).report;
  return (
    <>
      <PageHeader
        title={words.title}
        description={words.description}
        back={{ to: ordersPath, label: words.back }}
      />
      <ReportChoice {...{ by, named, errors, chosen, shown, currencies }} />
      {report === null ? (
        <EmptyState
          title={words.empty}
          description={words.emptyText}
          icon={<ChartColumn aria-hidden="true" />}
        />
      ) : (
        <>
          <section aria-labelledby="totals">
            <h2 id="totals" className="sr-only">
              {words.totals}
            </h2>
            <DataList
              layout="columns"
              items={[
                { label: words.sold, value: totals.sold },
                { label: words.refunded, value: totals.refunded },
                { label: words.tax, value: totals.tax },
                { label: words.net, value: totals.net },
                { label: words.fees, value: totals.fees },
                ...(totals.losses === null ? [] : [{ label: words.losses, value: totals.losses }]),
                { label: words.kept, value: totals.kept },
              ]}
            />
          </section>
          <div className="mt-14">
            <ReportChart chart={report.chart} />
          </div>
          <div className="mt-12">
            <ReportTable {...report.table} />
          </div>
          <Disclosure className="text-muted mt-12 max-w-2xl" label={words.explained}>
            <ul className="mt-2 grid list-disc gap-2 ps-5">
              {words.explanations.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </Disclosure>
        </>
      )}
    </>
  );
}
