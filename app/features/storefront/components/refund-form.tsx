import { Form, useNavigation } from "@remix-run/react";
import { useState } from "react";
import { currencySign, formatMoney } from "../../../lib/money";
import { Button } from "../../../ui/button";
import { Disclosure } from "../../../ui/disclosure";
import { RadioGroup, TextField } from "../../../ui/field";
import { useLocale, useWords } from "../../../ui/locale";
import { Notice } from "../../../ui/notice";
import { TextArea } from "../../../ui/text-area";
import { storefrontWords } from "../messages/words";
import { chosenReasons } from "../model/money-states";
import { wantedRefund } from "../model/wanted-refund";

export interface RefundFormProps {
  order: {
    currency: string;
    isTransfer: boolean;
    /** What is left in all. */
    total: { amount: number; shown: string };
    parts: readonly { field: string; name: string; detail: string; left: number; shown: string }[];
    key: string;
  };
  /** What the server said to the form that was sent. */
  result:
    | { error?: Record<string, string[] | null> | null; initialValue?: Record<string, unknown> | null }
    | undefined;
}

/** What of an order is given back, and why. With JavaScript the button says how much that comes to. */
export function RefundForm({ order, result }: RefundFormProps) {
  const words = useWords(storefrontWords).orderWork.refundPage;
  const { payments } = useWords(storefrontWords).orderWork;
  const locale = useLocale();
  const pending = useNavigation().formMethod === "POST";
  const typed = result?.initialValue ?? {};
  const [what, setWhat] = useState(typed.what === "some" ? "some" : "all");
  const [amount, setAmount] = useState<number | null>(null);
  const count = (form: HTMLFormElement) => {
    const values = new FormData(form);
    const fields = Object.fromEntries([...values].map(([name, value]) => [name, String(value)]));
    const chosen = values.get("what") === "some" ? "some" : "all";
    const asked = { what: chosen, full: values.getAll("full").map(String), typed: fields } as const;
    const { amounts, errors } = wantedRefund(order.parts, asked, order.currency);
    setWhat(chosen);
    setAmount(errors.size > 0 ? null : [...amounts.values()].reduce((sum, each) => sum + each, 0));
  };
  const shown = what === "all" ? order.total.amount : amount;
  const formErrors = result?.error?.[""];
  return (
    <Form
      method="post"
      className="group/refund grid max-w-2xl gap-10"
      onChange={(event) => count(event.currentTarget)}
    >
      {formErrors ? <Notice tone="danger">{formErrors[0]}</Notice> : null}
      {order.isTransfer ? <Notice>{words.transfer}</Notice> : null}
      <input type="hidden" name="key" value={order.key} />
      <RadioGroup
        legend={words.what}
        name="what"
        defaultValue={what}
        error={result?.error?.what}
        options={[
          { value: "all", label: words.all(order.total.shown), description: words.allText },
          { value: "some", label: words.some, description: words.someText },
        ]}
      />
      <fieldset className="group-has-[[value=all]:checked]/refund:hidden">
        <legend className="mb-2 text-sm font-medium">{words.lines}</legend>
        <ul className="divide-line border-line divide-y border-y">
          {order.parts.map((part) => (
            <Part
              key={part.field}
              part={part}
              currency={order.currency}
              isTicked={isIn(typed.full, part.field)}
              typed={String(typed[part.field] ?? "")}
              error={result?.error?.[part.field]}
            />
          ))}
        </ul>
      </fieldset>
      <RadioGroup
        legend={words.reason}
        name="reason"
        defaultValue={String(typed.reason ?? chosenReasons[0])}
        columns={2}
        error={result?.error?.reason}
        options={chosenReasons.map((value) => ({ value, label: payments.reasons[value] }))}
      />
      <TextArea
        label={words.note}
        hint={words.noteHint}
        name="note"
        optional={words.optional}
        maxLength={2000}
        defaultValue={String(typed.note ?? "")}
        error={result?.error?.note}
      />
      <div className="grid gap-3">
        <div>
          <Button size="lg" variant="danger" pending={pending}>
            {pending
              ? words.pending
              : shown
                ? words.submitAll(formatMoney({ amount: shown, currency: order.currency }, locale))
                : words.submit}
          </Button>
        </div>
        <p className="text-muted text-sm">{words.withheld}</p>
      </div>
    </Form>
  );
}

const isIn = (value: unknown, field: string) =>
  Array.isArray(value) ? value.includes(field) : value === field;

function Part({
  part,
  currency,
  isTicked,
  typed,
  error,
}: {
  part: RefundFormProps["order"]["parts"][number];
  currency: string;
  isTicked: boolean;
  typed: string;
  error: string[] | null | undefined;
}) {
  const words = useWords(storefrontWords).orderWork.refundPage;
  const { sign, leads } = currencySign(currency, useLocale());
  return (
    <li className="py-3">
      <label className="flex min-h-11 items-start gap-3 py-1.5">
        <input
          type="checkbox"
          name="full"
          value={part.field}
          defaultChecked={isTicked}
          className="tick mt-0.5"
        />
        <span className="min-w-0 flex-1">
          {part.name}
          {part.detail ? <span className="text-muted block text-sm break-words">{part.detail}</span> : null}
        </span>
        <span className="text-muted text-sm tabular-nums">{words.left(part.shown)}</span>
      </label>
      <Disclosure className="ps-8" label={words.part} open={typed !== ""}>
        <TextField
          className="mt-1 mb-2 max-w-56"
          label={words.amountOf(part.name)}
          name={part.field}
          inputMode="decimal"
          autoComplete="off"
          defaultValue={typed}
          error={error}
          {...(leads ? { prefix: sign } : { suffix: sign })}
        />
      </Disclosure>
    </li>
  );
}
