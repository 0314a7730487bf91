import { Form, useNavigation } from "@remix-run/react";
import { Button } from "../../../ui/button";
import { RadioGroup, TextField } from "../../../ui/field";
import { useWords } from "../../../ui/locale";
import { Notice } from "../../../ui/notice";
import { storefrontWords } from "../messages/words";
import type { ServiceKind } from "../model/services";
import { ConsentField } from "./consent-field";

export interface ServiceCheckoutProps {
  kind: ServiceKind;
  /** What it is called on the order. */
  line: string;
  /** What is to be paid in all: in minor units, and as it is read. */
  total: number;
  price: string;
  takes: { card: boolean; transfer: boolean };
  /** Whether the buyer is asked for an address; one who is known is not. */
  asksEmail: boolean;
  /** What is sent along, by its name. */
  hidden?: Readonly<Record<string, string>>;
  submitFree: string;
  errors: Readonly<Record<string, string[] | null>> | null | undefined;
  typed: Readonly<Record<string, unknown>> | null | undefined;
}

/** The form with which something is ordered that is done for a client and is no photo. */
export function ServiceCheckout(props: ServiceCheckoutProps) {
  const { kind, line, total, price, takes, asksEmail, hidden = {}, submitFree, errors, typed } = props;
  const pending = useNavigation().formMethod === "POST";
  const { payBy, services } = useWords(storefrontWords);
  const words = services.reopen;
  const isFree = total === 0;
  const choosesWay = !isFree && takes.transfer;
  const submit = isFree ? submitFree : choosesWay ? words.order(price) : words.submit(price);
  return (
    <Form method="post" className="grid max-w-xl gap-9">
      {errors?.[""] ? <Notice tone="danger">{errors[""][0]}</Notice> : null}
      {Object.entries({ ...hidden, shownTotal: String(total) }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {isFree ? null : (
        <p className="border-line flex items-baseline justify-between gap-6 border-y py-4">
          <span>{line}</span>
          <span className="font-serif text-2xl tabular-nums">{price}</span>
        </p>
      )}
      {asksEmail ? (
        <TextField
          label={words.email}
          name="email"
          type="email"
          autoComplete="email"
          required
          hint={words.emailHint}
          defaultValue={String(typed?.email ?? "")}
          error={errors?.email}
        />
      ) : null}
      {choosesWay ? (
        <RadioGroup
          legend={payBy.legend}
          name="payBy"
          required
          defaultValue={String(typed?.payBy ?? (takes.card ? "stripe" : "transfer"))}
          error={errors?.payBy}
          options={[
            ...(takes.card ? [{ value: "stripe", label: payBy.card, description: payBy.cardText }] : []),
            { value: "transfer", label: payBy.transfer, description: payBy.transferText },
          ]}
        />
      ) : null}
      {isFree ? null : (
        <ConsentField service={kind} isGiven={typed?.consent === "on"} error={errors?.consent ?? null} />
      )}
      <div>
        <Button size="lg" pending={pending} className="max-sm:w-full">
          {pending ? words.pending : submit}
        </Button>
        {isFree || choosesWay ? null : <p className="text-muted mt-3 text-sm">{words.secure}</p>}
      </div>
    </Form>
  );
}
