import { Form, useNavigation } from "@remix-run/react";
import { currencySign } from "../../../lib/money";
import { Button } from "../../../ui/button";
import { TextField } from "../../../ui/field";
import { FieldHint, useWiring } from "../../../ui/field-frame";
import { useLocale, useWords } from "../../../ui/locale";
import { expiryWords } from "../messages/expiry-words";

export interface ExpiryFormProps {
  /** Where it is posted to. */
  action: string;
  values: { reopenPrice: string; reopenDays: string; graceDays: string; deletesOriginals: boolean };
  errors: Record<string, string[] | null> | null | undefined;
  currency: string;
}

/** What happens when a gallery's last day is over. */
export function ExpiryForm({ action, values, errors, currency }: ExpiryFormProps) {
  const { settings: words } = useWords(expiryWords);
  const pending = useNavigation().formAction?.startsWith(action) ?? false;
  const { sign, leads } = currencySign(currency, useLocale());
  return (
    <Form method="post" action={action} className="grid max-w-xl gap-12">
      <fieldset className="grid gap-8">
        <legend className="mb-5 font-serif text-2xl">{words.reopenLegend}</legend>
        <TextField
          label={words.reopenPrice}
          name="reopenPrice"
          inputMode="decimal"
          autoComplete="off"
          optional={words.optional}
          {...(leads ? { prefix: sign } : { suffix: sign })}
          hint={words.reopenPriceHint}
          defaultValue={values.reopenPrice}
          error={errors?.reopenPrice}
        />
        <TextField
          label={words.reopenDays}
          name="reopenDays"
          inputMode="numeric"
          autoComplete="off"
          className="max-w-60"
          defaultValue={values.reopenDays}
          error={errors?.reopenDays}
        />
      </fieldset>
      <fieldset className="grid gap-8">
        <legend className="mb-5 font-serif text-2xl">{words.afterLegend}</legend>
        <TextField
          label={words.graceDays}
          name="graceDays"
          inputMode="numeric"
          autoComplete="off"
          className="max-w-60"
          hint={words.graceDaysHint}
          defaultValue={values.graceDays}
          error={errors?.graceDays}
        />
        <DeletesField isTicked={values.deletesOriginals} />
      </fieldset>
      <div>
        <Button size="lg" pending={pending}>
          {pending ? words.saving : words.save}
        </Button>
      </div>
    </Form>
  );
}

function DeletesField({ isTicked }: { isTicked: boolean }) {
  const { settings: words } = useWords(expiryWords);
  const wiring = useWiring({ hint: words.deletesHint });
  return (
    <div className="choice">
      <input
        {...wiring}
        type="checkbox"
        name="deletesOriginals"
        value="on"
        defaultChecked={isTicked}
        className="tick mt-0.5"
      />
      <div className="min-w-0">
        <label
          htmlFor={wiring.id}
          className="block text-[0.9375rem] leading-6 font-medium before:absolute before:inset-0"
        >
          {words.deletes}
        </label>
        <FieldHint id={wiring.id}>{words.deletesHint}</FieldHint>
      </div>
    </div>
  );
}
