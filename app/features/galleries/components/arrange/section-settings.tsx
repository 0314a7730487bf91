import { Form } from "@remix-run/react";
import { ArrowDown, ArrowUp } from "lucide-react";
import { Button } from "../../../../ui/button";
import { TextField } from "../../../../ui/field";
import { useWords } from "../../../../ui/locale";
import { SelectField } from "../../../../ui/select-field";
import { workspaceWords } from "../../messages/workspace-words";

export interface SectionSettingsProps {
  section: { id: string; name: string; priceListId: string | null; isFirst: boolean; isLast: boolean };
  lists: readonly { id: string; name: string }[];
  errors: Readonly<Record<string, string[] | null>> | null | undefined;
}

/** A section's name, its place among the others, and what is sold of its photos. */
export function SectionSettings({ section, lists, errors }: SectionSettingsProps) {
  const words = useWords(workspaceWords).arrange;
  return (
    <details open={Boolean(errors)} className="border-line border-y">
      <summary className="flex min-h-12 cursor-pointer items-center text-sm font-medium">
        {words.settings}
      </summary>
      <div className="grid gap-6 pt-2 pb-6">
        <Form method="post" className="grid items-start gap-5 sm:grid-cols-2">
          <input type="hidden" name="section" value={section.id} />
          <TextField
            label={words.name}
            name="name"
            required
            maxLength={80}
            autoComplete="off"
            defaultValue={section.name}
            error={errors?.name}
          />
          <SelectField
            label={words.prices}
            name="prices"
            defaultValue={section.priceListId ?? ""}
            error={errors?.prices}
            options={[
              { value: "", label: words.pricesAsGallery },
              ...lists.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
          <div>
            <Button name="intent" value="save" variant="secondary">
              {words.save}
            </Button>
          </div>
        </Form>
        <Form method="post" className="flex flex-wrap items-center gap-2">
          <input type="hidden" name="section" value={section.id} />
          {section.isFirst ? null : (
            <Button name="intent" value="up" variant="secondary" size="sm">
              <ArrowUp aria-hidden="true" />
              {words.up}
            </Button>
          )}
          {section.isLast ? null : (
            <Button name="intent" value="down" variant="secondary" size="sm">
              <ArrowDown aria-hidden="true" />
              {words.down}
            </Button>
          )}
          <Button name="intent" value="remove" variant="quiet" size="sm" aria-describedby="remove-hint">
            {words.remove}
          </Button>
          <span id="remove-hint" className="text-muted text-sm">
            {words.removeHint}
          </span>
        </Form>
      </div>
    </details>
  );
}
