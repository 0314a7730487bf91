import { formatMoney } from "../../../lib/money";
import { useLocale, useWords } from "../../../ui/locale";
import { storefrontWords } from "../messages/words";
import type { Tax } from "../model/tax";
import { rateText } from "../model/tax";

export interface TotalsProps {
  currency: string;
  goods: number;
  shipping: { name: string; amount: number } | null;
  taxes: readonly Pick<Tax, "name" | "rate" | "amount">[];
  taxIncluded: boolean;
  total: number;
}

/** What goods, shipping and tax come to. */
export function Totals({ currency, goods, shipping, taxes, taxIncluded, total }: TotalsProps) {
  const words = useWords(storefrontWords).cart;
  const locale = useLocale();
  const money = (amount: number) => formatMoney({ amount, currency }, locale);
  const tax = ({ name, rate }: Pick<Tax, "name" | "rate">) =>
    taxIncluded
      ? words.taxIncluded(name, rateText(rate, locale))
      : words.taxAdded(name, rateText(rate, locale));
  return (
    <dl className="grid gap-1.5">
      <Row label={words.goods} value={money(goods)} />
      {shipping ? (
        <Row
          label={words.shippingBy(shipping.name)}
          value={shipping.amount === 0 ? words.free : money(shipping.amount)}
        />
      ) : null}
      {taxIncluded
        ? null
        : taxes.map((each) => (
            <Row key={`${each.name}${each.rate}`} label={tax(each)} value={money(each.amount)} />
          ))}
      <div className="border-line mt-2 flex justify-between gap-6 border-t pt-3 text-xl">
        <dt className="font-serif">{words.total}</dt>
        <dd className="font-serif tabular-nums">{money(total)}</dd>
      </div>
      {taxIncluded
        ? taxes.map((each) => (
            <Row key={`${each.name}${each.rate}`} label={tax(each)} value={money(each.amount)} quiet />
          ))
        : null}
    </dl>
  );
}

function Row({ label, value, quiet = false }: { label: string; value: string; quiet?: boolean }) {
  return (
    <div className={`flex justify-between gap-6 ${quiet ? "text-muted text-sm" : ""}`}>
      <dt>{label}</dt>
      <dd className="tabular-nums">{value}</dd>
    </div>
  );
}
