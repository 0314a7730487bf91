import { Form } from "@remix-run/react";
import { Button, LinkButton } from "../../../ui/button";
import { TextField } from "../../../ui/field";
import { useWords } from "../../../ui/locale";
import { SelectField } from "../../../ui/select-field";
import { accountWords } from "../messages/words";
import { auditGroups } from "../model";
import { auditPath } from "../paths";

export interface AuditFilterFormProps {
  /** What was chosen, as it stands in the address. */
  chosen: Partial<Record<"group" | "person" | "about" | "from" | "to", string>>;
  /** What the thing is called that all is about. */
  about: string | null;
  people: readonly { id: string; name: string }[];
  errors: Partial<Record<string, "not_a_day" | "wrong_order">>;
}

/** What of the audit log is shown; a form of the address, so that a filtered log can be linked to. */
export function AuditFilterForm({ chosen, about, people, errors }: AuditFilterFormProps) {
  const { filter: words, groups, erased } = useWords(accountWords).audit;
  const isFiltered = Object.values(chosen).some(Boolean);
  const sentences = { not_a_day: words.notADay, wrong_order: words.wrongOrder };
  const error = (name: "from" | "to") => {
    const kind = errors[name];
    return kind ? [sentences[kind]] : undefined;
  };
  return (
    <Form
      method="get"
      aria-label={words.title}
      className="mb-8 grid grid-cols-2 items-start gap-x-4 gap-y-4 xl:grid-cols-4"
    >
      <SelectField
        label={words.group}
        name="group"
        defaultValue={chosen.group ?? ""}
        options={[
          { value: "", label: words.anyGroup },
          ...auditGroups.map((value) => ({ value, label: groups[value] })),
        ]}
      />
      <SelectField
        label={words.person}
        name="person"
        defaultValue={chosen.person ?? ""}
        options={[
          { value: "", label: words.anyPerson },
          ...people.map(({ id, name }) => ({ value: id, label: name || erased })),
        ]}
      />
      <TextField
        label={words.from}
        name="from"
        type="date"
        defaultValue={chosen.from ?? ""}
        error={error("from")}
      />
      <TextField label={words.to} name="to" type="date" defaultValue={chosen.to ?? ""} error={error("to")} />
      {chosen.about ? <input type="hidden" name="about" value={chosen.about} /> : null}
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2 col-span-full">
        <Button variant="secondary">{words.submit}</Button>
        {isFiltered ? (
          <LinkButton variant="quiet" to={auditPath()}>
            {words.reset}
          </LinkButton>
        ) : null}
        {about ? <p className="text-muted min-w-0 text-sm break-words">{words.about(about)}</p> : null}
      </div>
    </Form>
  );
}
