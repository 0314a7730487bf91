import { Form } from "@remix-run/react";
import { Button } from "../../../ui/button";
import { RadioGroup } from "../../../ui/field";
import { useWords } from "../../../ui/locale";
import { Notice } from "../../../ui/notice";
import { SelectField } from "../../../ui/select-field";
import { storefrontWords } from "../messages/words";

export interface CartDeliveryProps {
  view: {
    country: string | null;
    wayId: string | null;
    ways: readonly { id: string; name: string; pickup: boolean }[];
    hasThings: boolean;
  };
  countries: readonly { value: string; label: string }[];
  /** Nothing is sent to the country that is chosen. */
  noWay: boolean;
}

/** Where a cart goes and how: what shipping and tax depend on. */
export function CartDelivery({ view, countries, noWay }: CartDeliveryProps) {
  const words = useWords(storefrontWords).cart;
  return (
    <section aria-labelledby="delivery">
      <h2 id="delivery" className="mb-4 text-2xl">
        {words.delivery}
      </h2>
      <Form method="post" preventScrollReset className="grid gap-5">
        <SelectField
          key={view.country}
          label={words.country}
          name="country"
          hint={words.countryHint}
          autoComplete="country"
          defaultValue={view.country ?? ""}
          options={view.country === null ? [{ value: "", label: "" }, ...countries] : countries}
        />
        {noWay ? <Notice tone="warning">{words.noWay}</Notice> : null}
        {view.ways.length > 0 && view.hasThings ? (
          <RadioGroup
            key={view.wayId}
            legend={words.way}
            name="way"
            defaultValue={view.wayId ?? undefined}
            options={view.ways.map(({ id, name, pickup }) => ({
              value: id,
              label: name,
              description: pickup ? words.pickup : undefined,
            }))}
          />
        ) : null}
        <div>
          <Button name="intent" value="delivery" variant="secondary">
            {words.save}
          </Button>
        </div>
      </Form>
    </section>
  );
}
