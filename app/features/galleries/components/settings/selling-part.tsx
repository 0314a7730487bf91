import { currencySign } from "../../../../lib/money";
import { RadioGroup, TextField } from "../../../../ui/field";
import { useLocale, useWords } from "../../../../ui/locale";
import { SelectField } from "../../../../ui/select-field";
import { workspaceWords } from "../../messages/workspace-words";
import { BY_PHOTO, NO_PRICES } from "../../model";
import { type PartResult, SettingsPart, shownValue } from "./settings-part";

export interface SellingPartProps {
  gallery: { prices: string; price: string; watermark: boolean };
  lists: readonly { id: string; name: string }[];
  currency: string;
  result: PartResult;
}

/** What is sold in a gallery, and whether its photos carry the watermark. */
export function SellingPart({ gallery, lists, currency, result }: SellingPartProps) {
  const words = useWords(workspaceWords).settings;
  const { sign, leads } = currencySign(currency, useLocale());
  const { errors } = result;
  return (
    <SettingsPart name="selling">
      <div className="grid items-start gap-8 sm:grid-cols-2">
        <SelectField
          label={words.prices}
          name="prices"
          hint={words.pricesHint}
          defaultValue={shownValue(result, "prices", gallery.prices)}
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
          defaultValue={shownValue(result, "price", gallery.price)}
          error={errors?.price}
        />
      </div>
      <RadioGroup
        legend={words.watermark}
        name="watermark"
        columns={2}
        defaultValue={shownValue(result, "watermark", gallery.watermark ? "on" : "off")}
        error={errors?.watermark}
        options={(["on", "off"] as const).map((value) => ({ value, ...words.watermarks[value] }))}
      />
    </SettingsPart>
  );
}
