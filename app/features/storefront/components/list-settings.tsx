import { Form, useNavigation } from "@remix-run/react";
import type { ReactNode } from "react";
import { currencySign } from "../../../lib/money";
import { Button } from "../../../ui/button";
import { TextField } from "../../../ui/field";
import { useLocale, useWords } from "../../../ui/locale";
import { Notice } from "../../../ui/notice";
import { SelectField } from "../../../ui/select-field";
import { storefrontWords } from "../messages/words";
import { priceEndings } from "../model/mark-up";

export interface ListSettingsProps {
  list: { name: string; currency: string; minimum: string; isDefault: boolean; isArchived: boolean };
  result:
    | { error?: Record<string, string[] | null> | null; initialValue?: Record<string, unknown> | null }
    | undefined;
}

/** What can be done to a price list as a whole. */
export function ListSettings({ list, result }: ListSettingsProps) {
  const words = useWords(storefrontWords).lists;
  const { sign, leads } = currencySign(list.currency, useLocale());
  const pending = useNavigation().formMethod === "POST";
  const typed = result?.initialValue;
  const errors = result?.error;
  return (
    <div className="mt-16 grid gap-x-16 gap-y-14 lg:grid-cols-2">
      <Section id="settings" title={words.settings}>
        <TextField
          label={words.name}
          name="name"
          required
          maxLength={80}
          autoComplete="off"
          defaultValue={String(typed?.name ?? list.name)}
          error={errors?.name}
        />
        <TextField
          label={words.minimum}
          name="minimum"
          inputMode="decimal"
          autoComplete="off"
          hint={words.minimumHint}
          {...(leads ? { prefix: sign } : { suffix: sign })}
          defaultValue={String(typed?.minimum ?? list.minimum)}
          error={errors?.minimum}
        />
        <Button name="intent" value="save" pending={pending}>
          {words.save}
        </Button>
      </Section>
      <Section id="mark-up" title={words.markUp}>
        <TextField
          label={words.percent}
          name="percent"
          inputMode="decimal"
          autoComplete="off"
          suffix="%"
          hint={words.markUpHint}
          defaultValue={String(typed?.percent ?? "10")}
          error={errors?.percent}
        />
        <SelectField
          label={words.ending}
          name="ending"
          defaultValue={String(typed?.ending ?? "exact")}
          error={errors?.ending}
          options={priceEndings.map((value) => ({ value, label: words.endings[value] }))}
        />
        <Button name="intent" value="mark-up" variant="secondary" pending={pending}>
          {words.markUpDo}
        </Button>
      </Section>
      <Section id="copy" title={words.copy}>
        <TextField
          label={words.copyName}
          name="copyName"
          required
          maxLength={80}
          autoComplete="off"
          defaultValue={String(typed?.copyName ?? words.copyOf(list.name))}
          error={errors?.copyName}
        />
        <Button name="intent" value="copy" variant="secondary" pending={pending}>
          {words.copyDo}
        </Button>
      </Section>
      <Section id="more" title={words.more}>
        {errors?.[""] ? <Notice tone="danger">{errors[""][0]}</Notice> : null}
        <div className="flex flex-wrap gap-3">
          {list.isDefault || list.isArchived ? null : (
            <Button name="intent" value="default" variant="secondary">
              {words.makeDefault}
            </Button>
          )}
          <Button name="intent" value={list.isArchived ? "restore" : "archive"} variant="secondary">
            {list.isArchived ? words.restore : words.archive}
          </Button>
        </div>
      </Section>
    </div>
  );
}

function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="mb-5 text-2xl">
        {title}
      </h2>
      <Form method="post" className="grid max-w-md justify-items-start gap-5 [&>div]:w-full">
        {children}
      </Form>
    </section>
  );
}
