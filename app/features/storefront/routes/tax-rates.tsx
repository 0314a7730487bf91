import type { MetaFunction } from "@remix-run/cloudflare";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { redirectWithFlash } from "../../../http/flash";
import { studioAction, studioLoader } from "../../../http/studio-route";
import { Button } from "../../../ui/button";
import { TextField } from "../../../ui/field";
import { useWords } from "../../../ui/locale";
import { PageHeader } from "../../../ui/page-header";
import { SelectField } from "../../../ui/select-field";
import { Table } from "../../../ui/table";
import { taxPath } from "../../studio/paths";
import { removeTaxRate, setTaxRate } from "../commands/change-tax-rates.server";
import { taxRatesForm } from "../forms";
import { storefrontWords } from "../messages/words";
import { countryName, countryOptions } from "../model/countries";
import { taxClasses } from "../model/products";
import { rateText } from "../model/tax";
import { taxRatesPath } from "../paths";
import { listTaxRates } from "../tax-queries.server";

export const loader = studioLoader({ may: "studio:write" }, async ({ studio }) => {
  const { locale } = studio.tenant;
  const words = storefrontWords(locale);
  const rates = await listTaxRates(studio);
  return {
    rates: rates.map(({ country, taxClass, name, rate }) => ({
      country,
      taxClass,
      where: country === "*" ? words.rates.everywhere : countryName(country, locale),
      what: taxClass === "*" ? words.rates.everyClass : words.products.taxClasses[taxClass],
      tax: name === "" ? words.rates.noTax : `${name} ${rateText(rate, locale)}`,
    })),
    countries: countryOptions(locale),
  };
});

export const action = studioAction(
  { may: "studio:write", form: taxRatesForm },
  async ({ studio, request, values }) => {
    const words = storefrontWords(studio.tenant.locale).rates;
    if (values.intent === "remove") {
      await removeTaxRate(studio, values);
      throw redirectWithFlash(taxRatesPath, words.removed, request);
    }
    await setTaxRate(studio, values.rate);
    throw redirectWithFlash(taxRatesPath, words.added, request);
  },
);

export const meta: MetaFunction = () => [{ title: storefrontWords("en").rates.title }];

export default function TaxRates() {
  const { rates, countries } = useLoaderData<typeof loader>();
  const words = useWords(storefrontWords).rates;
  return (
    <>
      <PageHeader title={words.title} description={words.text} back={{ to: taxPath, label: words.back }} />
      {rates.length === 0 ? (
        <p className="text-muted">{words.none}</p>
      ) : (
        <Table
          caption={words.caption}
          captionHidden
          rows={rates}
          rowKey={(rate) => `${rate.country} ${rate.taxClass}`}
          columns={[
            { key: "where", header: words.country, primary: true, cell: (rate) => rate.where },
            { key: "what", header: words.taxClass, cell: (rate) => rate.what },
            { key: "tax", header: words.rate, align: "end", cell: (rate) => rate.tax },
            {
              key: "remove",
              header: words.remove,
              headerHidden: true,
              align: "end",
              cell: (rate) => (
                <Form method="post">
                  <input type="hidden" name="country" value={rate.country} />
                  <input type="hidden" name="taxClass" value={rate.taxClass} />
                  <Button
                    name="intent"
                    value="remove"
                    variant="quiet"
                    size="sm"
                    aria-label={words.removeNamed(`${rate.where}, ${rate.what}`)}
                  >
                    {words.remove}
                  </Button>
                </Form>
              ),
            },
          ]}
        />
      )}
      <NewRate countries={countries} />
    </>
  );
}

function NewRate({ countries }: { countries: { value: string; label: string }[] }) {
  const result = useActionData<typeof action>();
  const pending = useNavigation().formMethod === "POST";
  const { rates: words, products } = useWords(storefrontWords);
  const typed = result?.initialValue;
  const field = (name: string) => ({
    name,
    defaultValue: String(typed?.[name] ?? ""),
    error: result?.error?.[name],
  });
  return (
    <Form method="post" className="mt-12 grid max-w-xl gap-6">
      <SelectField
        {...field("country")}
        label={words.country}
        options={[{ value: "*", label: words.everywhere }, ...countries]}
      />
      <SelectField
        {...field("taxClass")}
        label={words.taxClass}
        options={[
          { value: "*", label: words.everyClass },
          ...taxClasses.map((value) => ({ value, label: products.taxClasses[value] })),
        ]}
      />
      <div className="grid gap-6 sm:grid-cols-[2fr_1fr]">
        <TextField
          {...field("name")}
          label={words.name}
          hint={words.nameHint}
          maxLength={20}
          autoComplete="off"
        />
        <TextField
          {...field("rate")}
          label={words.rate}
          inputMode="decimal"
          autoComplete="off"
          suffix="%"
          className="sm:content-end"
        />
      </div>
      <div>
        <Button name="intent" value="add" pending={pending}>
          {words.add}
        </Button>
      </div>
    </Form>
  );
}
