import { Form } from "@remix-run/react";
import { formatMoney } from "../../../lib/money";
import { Button } from "../../../ui/button";
import { TextField } from "../../../ui/field";
import { useLocale, useWords } from "../../../ui/locale";
import { renditionPath } from "../../ingest/paths";
import { storefrontWords } from "../messages/words";
import type { TrailStep } from "../model/price-cart";
import { MOST_OF_ONE } from "../model/products";
import { PriceTrail } from "./price-trail";

export interface CartLineShown {
  id: string;
  quantity: number;
  name: string;
  detail: string;
  countable: boolean;
  photo: { id: string; filename: string; version: number } | null;
  unit: number;
  amount: number;
  trail: readonly TrailStep[];
  before: number | null;
  next: { more: number; amount: number } | null;
}

/** The lines of a cart, each with what can be done to it. */
export function CartLines({
  lines,
  currency,
  errors,
}: {
  lines: readonly CartLineShown[];
  currency: string;
  errors: Record<string, string[] | null> | null;
}) {
  const words = useWords(storefrontWords).cart;
  return (
    <>
      {errors?.quantity ? (
        <p role="alert" className="text-danger mb-4 text-sm font-medium">
          {errors.quantity[0]}
        </p>
      ) : null}
      <ul aria-label={words.lines} className="divide-line border-line divide-y border-y">
        {lines.map((line) => (
          <li
            key={line.id}
            className="grid grid-cols-[5rem_minmax(0,1fr)] gap-x-5 py-6 sm:grid-cols-[7rem_minmax(0,1fr)]"
          >
            <Thumb line={line} />
            <Line line={line} currency={currency} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Thumb({ line }: { line: CartLineShown }) {
  if (!line.photo) return <div aria-hidden="true" className="bg-sunken aspect-square rounded-sm" />;
  return (
    <img
      src={renditionPath(line.photo, "thumb")}
      alt=""
      width={112}
      height={112}
      loading="lazy"
      className="bg-sunken aspect-square w-full rounded-sm object-cover"
    />
  );
}

function Line({ line, currency }: { line: CartLineShown; currency: string }) {
  const words = useWords(storefrontWords).cart;
  const locale = useLocale();
  const money = (amount: number) => formatMoney({ amount, currency }, locale);
  const about = line.photo?.filename ?? words.all;
  const named = `${line.name}, ${about}`;
  return (
    <div className="min-w-0">
      <div className="flex flex-wrap justify-between gap-x-6">
        <h2 className="font-medium">{line.name}</h2>
        <p className="tabular-nums">{money(line.amount)}</p>
      </div>
      <p className="text-muted text-sm break-words">{[about, line.detail].filter(Boolean).join(" · ")}</p>
      {line.quantity > 1 ? <p className="text-muted text-sm">{words.each(money(line.unit))}</p> : null}
      {line.before === null ? null : (
        <p className="text-warning text-sm font-medium">{words.was(money(line.before), money(line.unit))}</p>
      )}
      {line.next ? (
        <p className="text-positive text-sm">{words.more(line.next.more, money(line.next.amount))}</p>
      ) : null}
      <PriceTrail trail={line.trail} currency={currency} />
      <div className="mt-2 flex flex-wrap items-end gap-2">
        {line.countable ? (
          <Form method="post" preventScrollReset className="flex items-end gap-2">
            <input type="hidden" name="line" value={line.id} />
            <TextField
              key={line.quantity}
              label={<span className="sr-only">{words.quantity(named)}</span>}
              name="quantity"
              type="number"
              inputMode="numeric"
              min={0}
              max={MOST_OF_ONE}
              defaultValue={line.quantity}
              className="w-20"
            />
            <Button name="intent" value="quantity" variant="secondary">
              {words.update}
            </Button>
          </Form>
        ) : null}
        <Form method="post" preventScrollReset>
          <input type="hidden" name="line" value={line.id} />
          <Button
            name="intent"
            value="remove"
            variant="quiet"
            className={line.countable ? "" : "-ms-4.5"}
            aria-label={words.removeNamed(named)}
          >
            {words.remove}
          </Button>
        </Form>
      </div>
    </div>
  );
}
