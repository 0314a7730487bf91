import { Form, useNavigation } from "@remix-run/react";
import { currencySign } from "../../../lib/money";
import { Button } from "../../../ui/button";
import { RadioGroup, TextField } from "../../../ui/field";
import { useLocale, useWords } from "../../../ui/locale";
import { SelectField } from "../../../ui/select-field";
import { galleryWords } from "../messages/words";
import { BY_PHOTO, NO_PRICES, type Visibility } from "../model";
import { type DownloadRight, downloadRights } from "../model/roles";

export interface GalleryFormValues {
  name: string;
  visibility: Visibility;
  prices: string;
  price: string;
  expiresOn: string;
  freeDownloads: DownloadRight;
  downloadPin: string;
}

export interface GalleryFormProps {
  values: GalleryFormValues;
  errors: Record<string, string[] | null> | null | undefined;
  currency: string;
  timeZone: string;
  /** The studio's price lists. */
  lists: readonly { id: string; name: string }[];
  submit: string;
}

/** What a gallery is made of; the same form makes one and changes one. */
export function GalleryForm({ values, errors, currency, timeZone, lists, submit }: GalleryFormProps) {
  const words = useWords(galleryWords).form;
  const pending = useNavigation().formMethod === "POST";
  const { sign, leads } = currencySign(currency, useLocale());
  return (
    <Form method="post" className="grid max-w-xl gap-8">
      <TextField
        label={words.name}
        name="name"
        required
        maxLength={120}
        autoComplete="off"
        placeholder={words.namePlaceholder}
        defaultValue={values.name}
        error={errors?.name}
      />
      <RadioGroup
        legend={words.visibility}
        name="visibility"
        columns={2}
        defaultValue={values.visibility}
        error={errors?.visibility}
        options={[
          { value: "public", label: words.publicLabel, description: words.publicHint },
          { value: "unlisted", label: words.unlistedLabel, description: words.unlistedHint },
        ]}
      />
      <SelectField
        label={words.prices}
        name="prices"
        hint={words.pricesHint}
        defaultValue={values.prices}
        error={errors?.prices}
        options={[
          ...lists.map(({ id, name }) => ({ value: id, label: name })),
          { value: BY_PHOTO, label: words.byPhoto },
          { value: NO_PRICES, label: words.noPrices },
        ]}
      />
      <TextField
        label={words.price}
        name="price"
        inputMode="decimal"
        autoComplete="off"
        {...(leads ? { prefix: sign } : { suffix: sign })}
        hint={words.priceHint}
        defaultValue={values.price}
        error={errors?.price}
      />
      <TextField
        label={words.expiresOn}
        name="expiresOn"
        type="date"
        optional={words.optional}
        hint={words.expiresOnHint(timeZone)}
        defaultValue={values.expiresOn}
        error={errors?.expiresOn}
      />
      <RadioGroup
        legend={words.freeDownloads}
        hint={words.freeDownloadsHint}
        name="freeDownloads"
        columns={3}
        defaultValue={values.freeDownloads}
        error={errors?.freeDownloads}
        options={downloadRights.map((value) => ({ value, ...words.freeDownloadsOptions[value] }))}
      />
      <TextField
        label={words.downloadPin}
        name="downloadPin"
        inputMode="numeric"
        autoComplete="off"
        maxLength={8}
        optional={words.optional}
        hint={words.downloadPinHint}
        defaultValue={values.downloadPin}
        error={errors?.downloadPin}
      />
      <div>
        <Button size="lg" pending={pending}>
          {pending ? words.saving : submit}
        </Button>
      </div>
    </Form>
  );
}
