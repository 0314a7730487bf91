import { Link } from "@remix-run/react";
import { useWords } from "../../../ui/locale";
import { storefrontWords } from "../messages/words";
import type { TrailStep } from "../model/price-cart";
import type { LineKind } from "../model/products";
import { PriceTrail } from "./price-trail";

export interface OrderLinesProps {
  currency: string;
  lines: readonly {
    id: string;
    kind: LineKind;
    name: string;
    detail: string;
    quantity: number;
    filename: string;
    /** The photo's page; null for all photos of the gallery. */
    to: string | null;
    amount: string;
    refunded: { amount: string; isAll: boolean } | null;
    trail: readonly TrailStep[];
  }[];
}

/** What was ordered, how each price came about, and what of it was given back. */
export function OrderLines({ lines, currency }: OrderLinesProps) {
  const { cart, orderWork: words } = useWords(storefrontWords);
  return (
    <ul className="divide-line border-line divide-y border-y">
      {lines.map((line) => (
        <li key={line.id} className="py-4">
          <div className="flex justify-between gap-6">
            <div className="min-w-0">
              {line.quantity > 1 ? `${line.quantity} × ` : ""}
              {line.name}
              <p className="text-muted text-sm break-words">
                {line.kind === "all_photos" ? cart.all : null}
                {line.to ? (
                  <Link
                    to={line.to}
                    className="link inline-flex min-h-6 items-center pointer-coarse:min-h-11"
                  >
                    {line.filename}
                  </Link>
                ) : null}
                {line.detail ? ` · ${line.detail}` : ""}
              </p>
            </div>
            <div className="text-end tabular-nums">
              {line.amount}
              {line.refunded ? (
                <p className="text-muted text-sm">
                  {line.refunded.isAll ? words.lineRefundedAll : words.lineRefunded(line.refunded.amount)}
                </p>
              ) : null}
            </div>
          </div>
          <PriceTrail trail={line.trail} currency={currency} />
        </li>
      ))}
    </ul>
  );
}
