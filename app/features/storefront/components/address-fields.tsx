import type { ReactNode } from "react";
import { TextField } from "../../../ui/field";
import { useWords } from "../../../ui/locale";
import { storefrontWords } from "../messages/words";

export interface AddressFieldsProps {
  values: Record<string, unknown>;
  errors: Record<string, string[] | null> | null | undefined;
  /** In words; decided in the cart, because prices depend on it. */
  country: string | null;
  change: ReactNode;
}

/** Where something is sent. */
export function AddressFields({ values, errors, country, change }: AddressFieldsProps) {
  const words = useWords(storefrontWords).checkout;
  const field = (name: string) => ({
    name,
    defaultValue: String(values[name] ?? ""),
    error: errors?.[name],
  });
  return (
    <fieldset className="grid gap-5">
      <legend className="mb-4 font-serif text-2xl">{words.address}</legend>
      <TextField
        {...field("name")}
        label={words.name}
        autoComplete="shipping name"
        required
        maxLength={120}
      />
      <TextField
        {...field("line1")}
        label={words.line1}
        autoComplete="shipping address-line1"
        required
        maxLength={120}
      />
      <TextField
        {...field("line2")}
        label={words.line2}
        autoComplete="shipping address-line2"
        maxLength={120}
        optional={words.optional}
      />
      <div className="grid gap-5 sm:grid-cols-[1fr_2fr]">
        <TextField
          {...field("postalCode")}
          label={words.postalCode}
          autoComplete="shipping postal-code"
          maxLength={20}
        />
        <TextField
          {...field("city")}
          label={words.city}
          autoComplete="shipping address-level2"
          required
          maxLength={120}
        />
      </div>
      <TextField
        {...field("state")}
        label={words.state}
        autoComplete="shipping address-level1"
        maxLength={60}
        optional={words.optional}
      />
      <p className="text-sm">
        {words.country}: <strong className="font-medium">{country}</strong> · {change}
      </p>
    </fieldset>
  );
}
