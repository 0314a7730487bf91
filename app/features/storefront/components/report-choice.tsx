import { Form, Link } from "@remix-run/react";
import { Button } from "../../../ui/button";
import { cx } from "../../../ui/cx";
import { TextField } from "../../../ui/field";
import { useWords } from "../../../ui/locale";
import { SelectField } from "../../../ui/select-field";
import { storefrontWords } from "../messages/words";
import { type NamedPeriod, namedPeriods } from "../model/sales-period";
import { type ReportKind, reportKinds } from "../model/sales-report";

type PeriodError = keyof ReturnType<typeof storefrontWords>["report"]["errors"];

export interface ReportChoiceProps {
  by: ReportKind;
  /** The period's name; null where days were chosen. */
  named: NamedPeriod | null;
  chosen: { from: string; to: string; currency: string };
  /** The same days as people write them. */
  shown: { from: string; to: string; timeZone: string };
  currencies: readonly string[];
  errors: { from?: PeriodError; to?: PeriodError };
}

/** What of the books is reported, and how it is divided: links and a form of the address. */
export function ReportChoice({ by, named, chosen, shown, currencies, errors }: ReportChoiceProps) {
  const words = useWords(storefrontWords).report;
  const { from, to, currency } = chosen;
  const hasCurrencies = currencies.length > 1;
  const common: Record<string, string> = hasCurrencies ? { currency } : {};
  const period: Record<string, string> = named === null ? { from, to } : { period: named };
  const query = (values: Record<string, string>) => `?${new URLSearchParams({ ...common, ...values })}`;
  const error = (name: "from" | "to") => {
    const kind = errors[name];
    return kind ? [words.errors[kind]] : undefined;
  };
  return (
    <div className="mb-12 grid gap-6">
      <Choices
        label={words.kindsLabel}
        links={reportKinds.map((kind) => ({
          to: query({ ...period, by: kind }),
          label: words.kinds[kind],
          isCurrent: kind === by,
        }))}
      />
      <Choices
        label={words.periodsLabel}
        links={namedPeriods.map((name) => ({
          to: query({ period: name, by }),
          label: words.periods[name],
          isCurrent: name === named,
        }))}
      />
      <Form
        method="get"
        aria-label={words.period}
        key={`${from} ${to}`}
        className="grid grid-cols-2 items-start gap-4 sm:flex sm:flex-wrap sm:items-end"
      >
        <input type="hidden" name="by" value={by} />
        <TextField
          className="min-w-0 grid-cols-[minmax(0,1fr)]"
          label={words.from}
          name="from"
          type="date"
          defaultValue={from}
          error={error("from")}
        />
        <TextField
          className="min-w-0 grid-cols-[minmax(0,1fr)]"
          label={words.to}
          name="to"
          type="date"
          defaultValue={to}
          error={error("to")}
        />
        {hasCurrencies ? (
          <SelectField
            label={words.currency}
            name="currency"
            defaultValue={currency}
            options={currencies.map((value) => ({ value, label: value }))}
          />
        ) : null}
        <div className="col-span-full">
          <Button variant="secondary">{words.show}</Button>
        </div>
      </Form>
      <p className="text-muted text-sm">{words.days(shown.from, shown.to, shown.timeZone)}</p>
    </div>
  );
}

function Choices({
  label,
  links,
}: {
  label: string;
  links: readonly { to: string; label: string; isCurrent: boolean }[];
}) {
  return (
    <nav aria-label={label}>
      <ul className="flex flex-wrap gap-2">
        {links.map(({ to, label: text, isCurrent }) => (
          <li key={to}>
            <Link
              to={to}
              preventScrollReset
              aria-current={isCurrent ? "true" : undefined}
              className={cx(
                "inline-flex min-h-11 items-center rounded-full border px-4 text-sm",
                isCurrent
                  ? "border-ink bg-ink text-paper"
                  : "border-line text-muted hover:border-control hover:text-ink",
              )}
            >
              {text}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
