import type { MetaFunction } from "@remix-run/cloudflare";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { studioAction, studioLoader } from "../../../http/studio-route";
import { Button } from "../../../ui/button";
import { TextField } from "../../../ui/field";
import { FieldError } from "../../../ui/field-frame";
import { useWords } from "../../../ui/locale";
import { PageHeader } from "../../../ui/page-header";
import { SelectField } from "../../../ui/select-field";
import { makeApiKey } from "../commands/api-keys.server";
import { NewKey } from "../components/new-key";
import { newKeyForm } from "../forms";
import { accountWords } from "../messages/words";
import { capabilities, keyLasts, MOST_KEYS } from "../model";
import { apiKeysPath } from "../paths";

export const loader = studioLoader({ may: "member", confirmed: true }, async ({ studio }) => ({
  scopes: capabilities.filter((each) => studio.actor.capabilities.has(each)),
}));

export const action = studioAction(
  { may: "member", confirmed: true, form: newKeyForm },
  async ({ studio, values, submission }) => {
    const { name, scopes, lasts: days } = values;
    const made = await makeApiKey(studio, { name, scopes, days });
    if (made.ok) return made.value;
    const words = accountWords(studio.tenant.locale).keys;
    return made.refusal === "not_yours"
      ? submission.reply({ fieldErrors: { scopes: [words.notYours] } })
      : submission.reply({ fieldErrors: { name: [words.tooMany(MOST_KEYS)] } });
  },
);

export const meta: MetaFunction = () => [{ title: accountWords("en").keys.newTitle }];

export default function NewAccountKey() {
  const result = useActionData<typeof action>();
  const words = useWords(accountWords).keys;
  const key = result && "key" in result ? result.key : null;
  return (
    <>
      <PageHeader
        title={key ? words.shownTitle : words.newTitle}
        description={key ? words.shownText : words.newText}
        back={{ to: apiKeysPath, label: words.title }}
      />
      {key ? <NewKey value={key} /> : <KeyForm />}
    </>
  );
}

function KeyForm() {
  const { scopes } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const pending = useNavigation().formMethod === "POST";
  const words = useWords(accountWords).keys;
  const { error, initialValue: typed } =
    result && !("key" in result) ? result : { error: null, initialValue: undefined };
  // Of a list, each entry that is wrong has a name of its own: "scopes[0]".
  const scopesError = Object.entries(error ?? {}).find(([name]) => name.startsWith("scopes"))?.[1];
  const chosen = [typed?.scopes ?? []].flat().map(String);
  return (
    <Form method="post" className="grid max-w-xl gap-8">
      <TextField
        label={words.name}
        hint={words.nameHint}
        name="name"
        required
        maxLength={60}
        autoComplete="off"
        defaultValue={String(typed?.name ?? "")}
        error={error?.name}
      />
      <fieldset className="min-w-0" aria-describedby={scopesError ? "scopes-error" : undefined}>
        <legend className="text-sm font-medium">{words.scopes}</legend>
        <div className="mt-2 mb-1.5 grid gap-2.5 sm:grid-cols-2">
          {scopes.map((scope) => (
            <div key={scope} className="choice">
              <input
                id={`scope-${scope}`}
                type="checkbox"
                name="scopes"
                value={scope}
                defaultChecked={chosen.includes(scope)}
                aria-invalid={scopesError ? true : undefined}
                className="tick mt-0.5"
              />
              {/* The label covers the card, so all of it can be pressed. */}
              <label
                htmlFor={`scope-${scope}`}
                className="block text-[0.9375rem] leading-6 font-medium before:absolute before:inset-0"
              >
                {words.capabilities[scope]}
              </label>
            </div>
          ))}
        </div>
        <FieldError id="scopes" error={scopesError} />
      </fieldset>
      <SelectField
        label={words.lasts}
        name="lasts"
        defaultValue={String(typed?.lasts ?? "90")}
        options={keyLasts.map((value) => ({ value, label: words.lastsWords[value] }))}
        error={error?.lasts}
      />
      <div>
        <Button size="lg" pending={pending}>
          {pending ? words.pending : words.submit}
        </Button>
      </div>
    </Form>
  );
}
