import { Form, useNavigation } from "@remix-run/react";
import { currencySign } from "../../../lib/money";
import { Button } from "../../../ui/button";
import { RadioGroup, TextField } from "../../../ui/field";
import { useLocale, useWords } from "../../../ui/locale";
import { SelectField } from "../../../ui/select-field";
import { galleryWords } from "../messages/words";
import { workspaceWords } from "../messages/workspace-words";
import { BY_PHOTO, NO_PRICES, visibilities } from "../model";
import { presetNames } from "../model/presets";

export interface NewGalleryFormProps {
  /** What was typed, where it was not right. */
  typed: Readonly<Record<string, unknown>> | null | undefined;
  errors: Record<string, string[] | null> | null | undefined;
  currency: string;
  timeZone: string;
  lists: readonly { id: string; name: string }[];
}

/** A name and what it is for make a gallery; more can be decided, and does not have to be. */
export function NewGalleryForm({ typed, errors, currency, timeZone, lists }: NewGalleryFormProps) {
  const words = useWords(workspaceWords);
  const { form, visibility: visibilityWords } = useWords(galleryWords);
  const { presets, settings } = words;
  const pending = useNavigation().formMethod === "POST";
  const { sign, leads } = currencySign(currency, useLocale());
  const text = (name: string) => String(typed?.[name] ?? "");
  const decided = ["visibility", "prices", "price", "expiresOn"].some((name) => text(name) || errors?.[name]);
  return (
    <Form method="post" className="grid max-w-3xl gap-8">
      <div className="grid gap-8 sm:grid-cols-[minmax(0,1fr)_13rem]">
        <TextField
          label={form.name}
          name="name"
          required
          maxLength={120}
          autoComplete="off"
          placeholder={form.namePlaceholder}
          defaultValue={text("name")}
          error={errors?.name}
        />
        <TextField
          label={presets.shotOn}
          name="shotOn"
          type="date"
          optional={settings.optional}
          defaultValue={text("shotOn")}
          error={errors?.shotOn}
        />
      </div>
      <RadioGroup
        legend={presets.legend}
        hint={presets.hint}
        name="preset"
        columns={2}
        defaultValue={text("preset") || "wedding"}
        error={errors?.preset}
        options={[...presetNames, "plain" as const].map((value) => ({ value, ...presets.choices[value] }))}
      />
      <details open={decided} className="border-line group border-y">
        <summary className="flex min-h-13 cursor-pointer items-center font-medium">{presets.decide}</summary>
        <div className="grid items-start gap-6 pt-2 pb-8 sm:grid-cols-2">
          <SelectField
            label={presets.visibility}
            name="visibility"
            defaultValue={text("visibility")}
            error={errors?.visibility}
            options={[
              { value: "", label: presets.asUsual },
              ...visibilities.map((value) => ({ value, label: visibilityWords[value] })),
            ]}
          />
          <TextField
            label={form.expiresOn}
            name="expiresOn"
            type="date"
            optional={settings.optional}
            hint={presets.lastDayHint(timeZone)}
            defaultValue={text("expiresOn")}
            error={errors?.expiresOn}
          />
          <SelectField
            label={presets.prices}
            name="prices"
            defaultValue={text("prices")}
            error={errors?.prices}
            options={[
              { value: "", label: presets.asUsual },
              ...lists.map(({ id, name }) => ({ value: id, label: name })),
              { value: BY_PHOTO, label: settings.byPhoto },
              { value: NO_PRICES, label: settings.noPrices },
            ]}
          />
          <TextField
            label={settings.price}
            name="price"
            inputMode="decimal"
            autoComplete="off"
            optional={settings.optional}
            {...(leads ? { prefix: sign } : { suffix: sign })}
            hint={settings.priceHint}
            defaultValue={text("price")}
            error={errors?.price}
          />
        </div>
      </details>
      <div>
        <Button size="lg" pending={pending}>
          {pending ? form.saving : form.create}
        </Button>
      </div>
    </Form>
  );
}
