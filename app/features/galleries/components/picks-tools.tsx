import { Form } from "@remix-run/react";
import { type ChangeEvent, useEffect, useId, useState } from "react";
import { Button } from "../../../ui/button";
import { TextField } from "../../../ui/field";
import { useWords } from "../../../ui/locale";
import { SelectField } from "../../../ui/select-field";
import { picksWords } from "../messages/picks-words";
import { type PicksFilter, type Separator, separators } from "../model/picks";
import { picksFilePath } from "../paths";
import { PICKS_FORM, type PicksView } from "./picks-filter";

export interface PicksToolsProps {
  galleryId: string;
  names: string;
  view: PicksView;
  maySection: boolean;
  errors: Record<string, string[] | null> | null | undefined;
  typedName: string;
}

/** What can be done with the photos that are shown: their names, files of them, a section of them. */
export function PicksTools({ galleryId, names, view, maySection, errors, typedName }: PicksToolsProps) {
  const words = useWords(picksWords);
  return (
    <div className="grid gap-10 lg:sticky lg:top-8">
      <FileNames names={names} view={view} />
      <section aria-labelledby="files">
        <h3 id="files" className="text-xl">
          {words.files.title}
        </h3>
        <Form method="post" action={picksFilePath(galleryId)} reloadDocument className="mt-3 grid gap-4">
          <FilterFields filter={view.filter} />
          {(["csv", "xmp"] as const).map((format) => (
            <div key={format}>
              <Button name="format" value={format} variant="secondary" size="sm" aria-describedby={format}>
                {words.files[format]}
              </Button>
              <p id={format} className="text-muted mt-1 text-sm">
                {words.files[`${format}Text`]}
              </p>
            </div>
          ))}
        </Form>
      </section>
      {maySection ? (
        <section aria-labelledby="section">
          <h3 id="section" className="text-xl">
            {words.section.title}
          </h3>
          <p className="text-muted mt-1 text-sm">{words.section.text}</p>
          <Form method="post" className="mt-3 grid gap-4">
            <FilterFields filter={view.filter} />
            <TextField
              label={words.section.name}
              name="name"
              required
              maxLength={120}
              placeholder={words.section.placeholder}
              defaultValue={typedName}
              error={errors?.name}
            />
            <Button name="intent" value="section" variant="secondary" className="justify-self-start">
              {words.section.submit}
            </Button>
          </Form>
        </section>
      ) : null}
    </div>
  );
}

/** The filter that the page shows, in a form of its own. */
function FilterFields({ filter: { lists, match, what } }: { filter: PicksFilter }) {
  return (
    <>
      {lists.map((list) => (
        <input key={list} type="hidden" name="lists" value={list} />
      ))}
      <input type="hidden" name="match" value={match} />
      <input type="hidden" name="what" value={what} />
    </>
  );
}

/** The names in one text. How they are written is a part of the filter's form: without JavaScript its button shows it. */
function FileNames({ names, view: { separator, extension } }: Pick<PicksToolsProps, "names" | "view">) {
  const words = useWords(picksWords).names;
  const id = useId();
  const [alive, setAlive] = useState(false);
  const [copied, setCopied] = useState(false);
  useEffect(() => setAlive(true), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other names have not been copied
  useEffect(() => setCopied(false), [names]);
  const showNow = (event: ChangeEvent<HTMLSelectElement>) => event.currentTarget.form?.requestSubmit();
  const copy = async () => {
    await navigator.clipboard.writeText(names);
    setCopied(true);
  };
  return (
    <section aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`} className="text-xl">
        <label htmlFor={id}>{words.title}</label>
      </h3>
      <p id={`${id}-hint`} className="text-muted mt-1 mb-3 text-sm">
        {words.text}
      </p>
      <div className="mb-4 grid grid-cols-2 gap-4">
        <SelectField
          label={words.separator}
          form={PICKS_FORM}
          name="separator"
          defaultValue={separator}
          onChange={showNow}
          options={(Object.keys(separators) as Separator[]).map((value) => ({
            value,
            label: words.separators[value],
          }))}
        />
        <SelectField
          label={words.extension}
          form={PICKS_FORM}
          name="extension"
          defaultValue={extension ? "with" : "without"}
          onChange={showNow}
          options={(["with", "without"] as const).map((value) => ({ value, label: words.extensions[value] }))}
        />
      </div>
      <textarea
        id={id}
        aria-describedby={`${id}-hint`}
        readOnly
        rows={5}
        value={names}
        className="control font-sans text-sm"
      />
      {alive ? (
        <Button variant="secondary" size="sm" className="mt-3" type="button" onClick={copy}>
          <span aria-live="polite">{copied ? words.copied : words.copy}</span>
        </Button>
      ) : null}
    </section>
  );
}
