import type { MetaFunction } from "@remix-run/cloudflare";
import { Form, Link, useLoaderData, useNavigation } from "@remix-run/react";
import { isPaymentProviderError } from "../../../adapters/payments/payment-provider";
import { redirectWithFlash } from "../../../http/flash";
import { may, studioAction, studioLoader } from "../../../http/studio-route";
import { errorFields, log } from "../../../lib/log";
import { formatMoney, type Money } from "../../../lib/money";
import { addMonths, formatMonth, isMonth, monthOf, monthPeriod } from "../../../lib/months";
import type { Studio } from "../../../tenancy/studio";
import { Button, LinkButton } from "../../../ui/button";
import { DataList } from "../../../ui/data-list";
import { EmptyState } from "../../../ui/empty-state";
import { useWords } from "../../../ui/locale";
import { Notice } from "../../../ui/notice";
import { PageHeader } from "../../../ui/page-header";
import { Table } from "../../../ui/table";
import { mendPeriod } from "../commands/mend-difference.server";
import { mendForm } from "../forms/payments";
import { storefrontWords } from "../messages/words";
import type { Difference } from "../model/differences";
import { orderPath, ordersPath, reconciliationPath } from "../paths";
import { reconcile } from "../reconcile.server";

/** The month that is asked for; this one where none is, or one to come. */
function monthIn({ tenant, clock }: Studio, request: Request): { month: string; isNewest: boolean } {
  const newest = monthOf(clock.now(), tenant.timeZone);
  const asked = new URL(request.url).searchParams.get("month") ?? newest;
  const month = isMonth(asked) && asked < newest ? asked : newest;
  return { month, isNewest: month === newest };
}

/** What a comparison says; null where the provider cannot be reached. */
async function orUnreachable<Value>(studio: Studio, compare: () => Promise<Value>): Promise<Value | null> {
  return compare().catch((error: unknown) => {
    if (!isPaymentProviderError(error)) throw error;
    log("warn", "the books cannot be compared", { studioId: studio.tenant.id, ...errorFields(error) });
    return null;
  });
}

export const loader = studioLoader({ may: "orders:read" }, async ({ studio, request }) => {
  const { locale, timeZone } = studio.tenant;
  const { month, isNewest } = monthIn(studio, request);
  const compared = await orUnreachable(studio, () => reconcile(studio, monthPeriod(month, timeZone)));
  const words = storefrontWords(locale);
  const shown = (value: Money | string | null) =>
    value === null ? "–" : typeof value === "string" ? stateWord(words, value) : formatMoney(value, locale);
  return {
    month,
    monthName: formatMonth(month, locale),
    earlier: addMonths(month, -1),
    later: isNewest ? null : addMonths(month, 1),
    checked: compared?.checked ?? null,
    differences:
      compared?.differences.map(({ kind, orderId, ref, expected, found, mend }) => ({
        kind,
        orderId,
        ref,
        expected: shown(expected),
        found: shown(found),
        mend: mend?.by ?? null,
      })) ?? [],
    canMend: may(studio, "orders:refund"),
  };
});

export const action = studioAction({ may: "orders:refund", form: mendForm }, async ({ studio, request }) => {
  const { locale, timeZone } = studio.tenant;
  const { month } = monthIn(studio, request);
  const words = storefrontWords(locale).reconciliation;
  const done = await orUnreachable(studio, () => mendPeriod(studio, monthPeriod(month, timeZone)));
  const said = done ? words.mended(done.mended.length) : words.unreachable;
  throw redirectWithFlash(reconciliationPath(month), said, request);
});

/** A state in words, where there are some for it. */
function stateWord({ reconciliation }: ReturnType<typeof storefrontWords>, state: string): string {
  return (reconciliation.states as Record<string, string>)[state] ?? state;
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${storefrontWords("en").reconciliation.title} · ${data?.monthName ?? ""}` },
];

export default function Reconciliation() {
  const page = useLoaderData<typeof loader>();
  const words = useWords(storefrontWords);
  const { reconciliation: said } = words;
  const { checked } = page;
  return (
    <>
      <PageHeader
        title={said.title}
        description={said.text}
        back={{ to: ordersPath, label: words.orders.title }}
      />
      <nav aria-label={said.months} className="mb-8 flex flex-wrap items-center justify-between gap-4">
        <h2 className="text-2xl">{page.monthName}</h2>
        <div className="flex gap-2.5">
          <LinkButton to={reconciliationPath(page.earlier)} variant="secondary" size="sm">
            {said.earlier}
          </LinkButton>
          {page.later ? (
            <LinkButton to={reconciliationPath(page.later)} variant="secondary" size="sm">
              {said.later}
            </LinkButton>
          ) : null}
        </div>
      </nav>
      {checked === null ? (
        <Notice tone="warning" title={said.unreachable}>
          {said.unreachableText}
        </Notice>
      ) : checked.orders === 0 && page.differences.length === 0 ? (
        <EmptyState title={said.nothing} description={said.nothingText} />
      ) : (
        <>
          <Outcome />
          <h2 className="sr-only">{said.checked}</h2>
          <DataList
            className="mt-10"
            layout="columns"
            items={(Object.keys(said.counts) as (keyof typeof said.counts)[]).map((name) => ({
              label: said.counts[name],
              value: checked[name],
            }))}
          />
          <Differences />
        </>
      )}
    </>
  );
}

function Outcome() {
  const { checked, differences, canMend, month } = useLoaderData<typeof loader>();
  const words = useWords(storefrontWords).reconciliation;
  const pending = useNavigation().formMethod === "POST";
  const mendable = differences.filter(({ mend }) => mend !== null).length;
  if (differences.length === 0)
    return (
      <Notice tone="positive" title={words.sound}>
        {words.soundText(checked?.orders ?? 0)}
      </Notice>
    );
  return (
    <Notice
      tone="warning"
      title={words.differ(differences.length)}
      actions={
        mendable > 0 && canMend ? (
          <Form method="post" action={reconciliationPath(month)}>
            <Button name="intent" value="mend" pending={pending}>
              {pending ? words.mending : words.mend}
            </Button>
          </Form>
        ) : null
      }
    >
      {mendable > 0 ? words.canMend(mendable) : words.cannotMend}
    </Notice>
  );
}

type Row = Pick<Difference, "kind" | "orderId" | "ref"> & {
  expected: string;
  found: string;
  mend: NonNullable<Difference["mend"]>["by"] | null;
};

function Differences() {
  const { differences } = useLoaderData<typeof loader>();
  const words = useWords(storefrontWords).reconciliation;
  if (differences.length === 0) return null;
  const rows: Row[] = differences;
  return (
    <section aria-labelledby="differences" className="mt-14">
      <h2 id="differences" className="mb-4 text-2xl">
        {words.caption}
      </h2>
      <Table
        caption={words.caption}
        captionHidden
        rows={rows}
        rowKey={({ kind, orderId, ref }) => `${kind} ${orderId} ${ref}`}
        columns={[
          { key: "what", header: words.what, primary: true, cell: ({ kind }) => words.kinds[kind] },
          {
            key: "order",
            header: words.order,
            cell: ({ orderId }) =>
              orderId === null ? (
                words.noOrder
              ) : (
                <Link to={orderPath(orderId)} className="link">
                  {orderId.slice(-8).toUpperCase()}
                </Link>
              ),
          },
          {
            key: "about",
            header: words.about,
            cell: ({ ref }) => <span className="font-mono text-sm break-all">{ref}</span>,
          },
          { key: "expected", header: words.expected, align: "end", cell: ({ expected }) => expected },
          { key: "found", header: words.found, align: "end", cell: ({ found }) => found },
          {
            key: "how",
            header: words.how,
            cell: ({ mend }) => (mend === null ? words.byHand : words.mends[mend]),
          },
        ]}
      />
    </section>
  );
}
