import type { MetaFunction } from "@remix-run/cloudflare";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { redirectWithFlash } from "../../../http/flash";
import { studioAction, studioLoader } from "../../../http/studio-route";
import { Button, LinkButton } from "../../../ui/button";
import { RadioGroup, TextField } from "../../../ui/field";
import { useWords } from "../../../ui/locale";
import { PageHeader } from "../../../ui/page-header";
import { taxRatesPath } from "../../storefront/paths";
import { changeTax } from "../commands/change-settings.server";
import { taxForm } from "../forms";
import { studioWords } from "../messages/words";
import { taxRateText } from "../model";
import { taxPath } from "../paths";

export const loader = studioLoader({ may: "studio:write" }, async ({ studio }) => {
  const { pricesIncludeTax, taxName, taxRate, taxNumber } = studio.tenant;
  const prices = taxName === "" ? "none" : pricesIncludeTax ? "include" : "exclude";
  return { prices, taxName, taxRate: taxName === "" ? "" : taxRateText(taxRate), taxNumber };
});

export const action = studioAction(
  { may: "studio:write", form: taxForm },
  async ({ studio, request, values }) => {
    await changeTax(studio, values);
    throw redirectWithFlash(taxPath, studioWords(studio.tenant.locale).tax.saved, request);
  },
);

export const meta: MetaFunction = () => [{ title: studioWords("en").tax.title }];

export default function TaxPage() {
  const before = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const pending = useNavigation().formMethod === "POST";
  const words = useWords(studioWords).tax;
  const typed = (name: keyof typeof before) => String(result?.initialValue?.[name] ?? before[name]);
  const errors = result?.error;
  return (
    <>
      <PageHeader
        title={words.title}
        description={words.intro}
        actions={
          <LinkButton to={taxRatesPath} variant="secondary">
            {words.elsewhere}
          </LinkButton>
        }
      />
      <Form method="post" className="grid max-w-xl gap-7">
        <RadioGroup
          legend={words.prices}
          name="prices"
          defaultValue={typed("prices")}
          error={errors?.prices}
          options={(["include", "exclude", "none"] as const).map((value) => ({
            value,
            label: words.options[value].label,
            description: words.options[value].text,
          }))}
        />
        <div className="grid gap-7 sm:grid-cols-[2fr_1fr]">
          <TextField
            label={words.name}
            name="taxName"
            maxLength={20}
            autoComplete="off"
            hint={words.nameHint}
            defaultValue={typed("taxName")}
            error={errors?.taxName}
          />
          <TextField
            label={words.rate}
            name="taxRate"
            inputMode="decimal"
            autoComplete="off"
            suffix="%"
            className="sm:content-end"
            defaultValue={typed("taxRate")}
            error={errors?.taxRate}
          />
        </div>
        <TextField
          label={words.number}
          name="taxNumber"
          maxLength={40}
          autoComplete="off"
          optional={words.optional}
          defaultValue={typed("taxNumber")}
          error={errors?.taxNumber}
        />
        <div>
          <Button size="lg" pending={pending}>
            {pending ? words.saving : words.save}
          </Button>
        </div>
      </Form>
    </>
  );
}
