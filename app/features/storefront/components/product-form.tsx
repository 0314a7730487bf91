import { Form, useNavigation } from "@remix-run/react";
import { currencySign } from "../../../lib/money";
import { Button } from "../../../ui/button";
import { RadioGroup, TextField } from "../../../ui/field";
import { useLocale, useWords } from "../../../ui/locale";
import { SelectField } from "../../../ui/select-field";
import { TextArea } from "../../../ui/text-area";
import { storefrontWords } from "../messages/words";
import { fileSizes, MOST_TIERS, productKinds, shippingClasses, taxClasses } from "../model/products";
import { StepFields } from "./step-fields";

export interface ProductFormProps {
  /** As they stand in the fields. */
  values: Record<string, unknown>;
  errors: Record<string, string[] | null> | null | undefined;
  currency: string;
  /** How many lines for tiers are shown. */
  tiers: number;
}

/** A product of a price list. What does not fit its kind is left out when it is saved. */
export function ProductForm({ values, errors, currency, tiers }: ProductFormProps) {
  const words = useWords(storefrontWords).products;
  const pending = useNavigation().formMethod === "POST";
  const { sign, leads } = currencySign(currency, useLocale());
  const affix = leads ? { prefix: sign } : { suffix: sign };
  const field = (name: string) => ({
    name,
    defaultValue: String(values[name] ?? ""),
    error: errors?.[name],
  });
  return (
    <Form method="post" className="grid max-w-xl gap-7">
      <RadioGroup
        legend={words.kind}
        {...field("kind")}
        options={productKinds.map((value) => ({
          value,
          label: words.kinds[value],
          description: words.kindTexts[value],
        }))}
      />
      <TextField {...field("name")} label={words.name} required maxLength={80} autoComplete="off" />
      <div className="grid gap-7 sm:grid-cols-2">
        <TextField
          {...field("price")}
          label={words.price}
          className="sm:content-end"
          required
          inputMode="decimal"
          autoComplete="off"
          {...affix}
        />
        <TextField
          {...field("cost")}
          label={words.cost}
          hint={words.costHint}
          inputMode="decimal"
          autoComplete="off"
          optional={words.optional}
          {...affix}
        />
      </div>
      <SelectField
        {...field("fileSize")}
        label={words.fileSize}
        options={fileSizes.map((value) => ({ value, label: words.fileSizes[value] }))}
      />
      <div className="grid gap-7 sm:grid-cols-2">
        <TextField
          {...field("dimensions")}
          label={words.dimensions}
          hint={words.dimensionsHint}
          maxLength={60}
          autoComplete="off"
          optional={words.optional}
        />
        <TextField
          {...field("finish")}
          label={words.finish}
          hint={words.finishHint}
          maxLength={60}
          autoComplete="off"
          optional={words.optional}
        />
        <SelectField
          {...field("taxClass")}
          label={words.taxClass}
          options={taxClasses.map((value) => ({ value, label: words.taxClasses[value] }))}
        />
        <SelectField
          {...field("shippingClass")}
          label={words.shippingClass}
          options={shippingClasses.map((value) => ({ value, label: words.shippingClasses[value] }))}
        />
      </div>
      <TextArea
        {...field("terms")}
        label={words.terms}
        hint={words.termsHint}
        maxLength={2000}
        optional={words.optional}
      />
      <StepFields
        legend={words.tiers}
        hint={words.tiersHint}
        from={words.from}
        each={words.each}
        lines={Math.min(tiers, MOST_TIERS)}
        values={values}
        errors={errors}
      />
      <div>
        <Button name="intent" value="save" size="lg" pending={pending}>
          {words.save}
        </Button>
      </div>
    </Form>
  );
}
