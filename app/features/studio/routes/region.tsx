import type { MetaFunction } from "@remix-run/cloudflare";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { redirectWithFlash } from "../../../http/flash";
import { studioAction, studioLoader } from "../../../http/studio-route";
import { regionOptions } from "../../../lib/region-options";
import { Button } from "../../../ui/button";
import { useWords } from "../../../ui/locale";
import { PageHeader } from "../../../ui/page-header";
import { SelectField } from "../../../ui/select-field";
import { changeRegion, hasSold } from "../commands/change-settings.server";
import { regionForm } from "../forms";
import { studioWords } from "../messages/words";
import { regionPath } from "../paths";

export const loader = studioLoader({ may: "studio:write" }, async ({ studio }) => {
  const { locale, homeLocale, timeZone, currency } = studio.tenant;
  const region = { locale: homeLocale, timeZone, currency };
  return { region, locked: await hasSold(studio), options: regionOptions(locale, region) };
});

export const action = studioAction(
  { may: "studio:write", form: regionForm },
  async ({ studio, request, values, submission }) => {
    const changed = await changeRegion(studio, values);
    const words = studioWords(studio.tenant.locale).region;
    if (!changed.ok) return submission.reply({ fieldErrors: { currency: [words.currencyLocked] } });
    throw redirectWithFlash(regionPath, words.saved, request);
  },
);

export const meta: MetaFunction = () => [{ title: studioWords("en").region.title }];

export default function RegionPage() {
  const { region, locked, options } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const pending = useNavigation().formMethod === "POST";
  const words = useWords(studioWords).region;
  const typed = (name: keyof typeof region) => String(result?.initialValue?.[name] ?? region[name]);
  const errors = result?.error;
  return (
    <>
      <PageHeader title={words.title} description={words.intro} />
      <Form method="post" className="grid max-w-xl gap-7" key={JSON.stringify(region)}>
        <SelectField
          label={words.locale}
          name="locale"
          hint={words.localeHint}
          defaultValue={typed("locale")}
          options={options.locales}
          error={errors?.locale}
        />
        <SelectField
          label={words.timeZone}
          name="timeZone"
          hint={words.timeZoneHint}
          defaultValue={typed("timeZone")}
          options={options.timeZones.map((value) => ({ value, label: value.replaceAll("_", " ") }))}
          error={errors?.timeZone}
        />
        <SelectField
          label={words.currency}
          name="currency"
          hint={locked ? words.currencyLocked : words.currencyHint}
          defaultValue={typed("currency")}
          options={
            locked ? options.currencies.filter(({ value }) => value === region.currency) : options.currencies
          }
          error={errors?.currency}
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
