import { formatMoney } from "../../../lib/money";
import { useLocale, useWords } from "../../../ui/locale";
import { storefrontWords } from "../messages/words";
import type { TrailStep } from "../model/price-cart";
import type { LineKind } from "../model/products";
import { PriceTrail } from "./price-trail";
import { Totals, type TotalsProps } from "./totals";

export interface BoughtLinesProps {
  told: TotalsProps & {
    lines: readonly {
      id: string;
      kind: LineKind;
      name: string;
      detail: string;
      filename: string;
      quantity: number;
      amount: number;
      trail: readonly TrailStep[];
    }[];
  };
}

/** What was ordered, and how each price came about: as it was when the order was placed. */
export function BoughtLines({ told }: BoughtLinesProps) {
  const { buyer, cart } = useWords(storefrontWords);
  const locale = useLocale();
  const { currency } = told;
  return (
    <section aria-labelledby="bought" className="mt-14">
      <h2 id="bought" className="mb-4 text-2xl">
        {buyer.lines}
      </h2>
      <ul className="divide-line border-line mb-6 divide-y border-y">
        {told.lines.map((line) => (
          <li key={line.id} className="py-4">
            <div className="flex justify-between gap-6">
              <span className="min-w-0">
                {line.quantity > 1 ? `${line.quantity} × ` : ""}
                {line.name}
                <span className="text-muted block text-sm break-words">
                  {[line.kind === "all_photos" ? cart.all : line.filename, line.detail]
                    .filter(Boolean)
                    .join(" · ")}
                </span>
              </span>
              <span className="tabular-nums">{formatMoney({ amount: line.amount, currency }, locale)}</span>
            </div>
            <PriceTrail trail={line.trail} currency={currency} />
          </li>
        ))}
      </ul>
      <Totals {...told} />
    </section>
  );
}
