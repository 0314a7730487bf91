import type { MetaFunction } from "@remix-run/cloudflare";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { redirectWithFlash } from "../../../http/flash";
import { studioAction, studioLoader } from "../../../http/studio-route";
import { notFound } from "../../../lib/app-error";
import { currencySign, typedAmount } from "../../../lib/money";
import { Button } from "../../../ui/button";
import { RadioGroup, TextField } from "../../../ui/field";
import { useLocale, useWords } from "../../../ui/locale";
import { PageHeader } from "../../../ui/page-header";
import { removeShippingMethod, saveShippingMethod } from "../commands/change-shipping.server";
import { StepFields } from "../components/step-fields";
import { shippingForm } from "../forms";
import { storefrontWords } from "../messages/words";
import { MOST_TIERS } from "../model/products";
import type { ShippingMethod } from "../model/shipping";
import { shippingPath } from "../paths";
import { listShippingMethods } from "../tax-queries.server";

/** Empty lines for steps beside those there are. */
const FURTHER_STEPS = 2;

export const loader = studioLoader({ may: "studio:write" }, async ({ studio, params }) => {
  const { methodId } = params;
  const method = (await listShippingMethods(studio)).find(({ id }) => id === methodId) ?? null;
  if (!method && methodId !== "new") throw notFound();
  const { currency, locale } = studio.tenant;
  return {
    name: method?.name ?? null,
    currency,
    steps: Math.min((method?.steps.length ?? 1) + FURTHER_STEPS, MOST_TIERS),
    values: method ? typedMethod(method, locale) : { kind: "sent", from1: "1" },
  };
});

/** A way as it stands in the fields of its form. */
function typedMethod(method: ShippingMethod, locale: string): Record<string, string> {
  const { name, pickup, currency, countries, steps, largeAmount, freeFrom } = method;
  const typed = (amount: number) => typedAmount({ amount, currency }, locale);
  return {
    name,
    kind: pickup ? "pickup" : "sent",
    countries: countries.join(" "),
    largeAmount: typed(largeAmount),
    freeFrom: freeFrom === null ? "" : typed(freeFrom),
    ...Object.fromEntries(
      steps.flatMap(({ from, amount }, i) => [
        [`from${i + 1}`, String(from)],
        [`each${i + 1}`, typed(amount)],
      ]),
    ),
  };
}

export const action = studioAction(
  { may: "studio:write", form: (studio) => shippingForm(studio.tenant.currency) },
  async ({ studio, request, params, values }) => {
    const id = params.methodId === "new" ? null : (params.methodId ?? "");
    const words = storefrontWords(studio.tenant.locale).shippingSettings;
    if (values.intent === "remove") {
      await removeShippingMethod(studio, id ?? "");
      throw redirectWithFlash(shippingPath, words.removed, request);
    }
    await saveShippingMethod(studio, id, values.method);
    throw redirectWithFlash(shippingPath, words.saved, request);
  },
);

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.name ?? storefrontWords("en").shippingSettings.newTitle },
];

export default function ShippingMethodPage() {
  const { name, currency, steps, values: before } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const pending = useNavigation().formMethod === "POST";
  const words = useWords(storefrontWords).shippingSettings;
  const { sign, leads } = currencySign(currency, useLocale());
  const affix = leads ? { prefix: sign } : { suffix: sign };
  const values: Record<string, unknown> = result?.initialValue ?? before;
  const errors = result?.error;
  const field = (key: string) => ({
    name: key,
    defaultValue: String(values[key] ?? ""),
    error: errors?.[key],
  });
  return (
    <>
      <PageHeader title={name ?? words.newTitle} back={{ to: shippingPath, label: words.back }} />
      <Form method="post" className="grid max-w-xl gap-7">
        <TextField {...field("name")} label={words.name} required maxLength={80} autoComplete="off" />
        <RadioGroup
          legend={words.kind}
          {...field("kind")}
          columns={2}
          options={[
            { value: "sent", label: words.sent, description: words.sentText },
            { value: "pickup", label: words.pickup, description: words.pickupText },
          ]}
        />
        <TextField
          {...field("countries")}
          label={words.countries}
          hint={words.countriesHint}
          maxLength={400}
          autoComplete="off"
          optional={words.optional}
        />
        <StepFields
          legend={words.steps}
          hint={words.stepsHint}
          from={words.from}
          each={words.amount}
          lines={steps}
          values={values}
          errors={errors}
        />
        <div className="grid gap-7 sm:grid-cols-2">
          <TextField
            {...field("largeAmount")}
            label={words.large}
            className="sm:content-end"
            inputMode="decimal"
            autoComplete="off"
            optional={words.optional}
            {...affix}
          />
          <TextField
            {...field("freeFrom")}
            label={words.freeFrom}
            hint={words.freeFromHint}
            inputMode="decimal"
            autoComplete="off"
            optional={words.optional}
            {...affix}
          />
        </div>
        <div>
          <Button name="intent" value="save" size="lg" pending={pending}>
            {pending ? words.pending : words.save}
          </Button>
        </div>
      </Form>
      {name === null ? null : (
        <Form method="post" className="mt-12">
          <Button name="intent" value="remove" variant="danger">
            {words.remove}
          </Button>
        </Form>
      )}
    </>
  );
}
