import { Form } from "@remix-run/react";
import { Button } from "../../../ui/button";
import { useWords } from "../../../ui/locale";
import { SelectField } from "../../../ui/select-field";
import { picksWords } from "../messages/picks-words";
import { type PicksFilter, type PicksWhat, picksMatches, picksWhats, type Separator } from "../model/picks";
import type { ProofingMode } from "../model/proofing";

/** What the page of favourites shows. */
export interface PicksView {
  filter: PicksFilter;
  separator: Separator;
  extension: boolean;
  offset: number;
}

export interface PicksFilterProps {
  lists: readonly { id: string; title: string }[];
  mode: ProofingMode;
  view: PicksView;
}

/** The form to which everything belongs that says what is shown, wherever on the page it stands. */
export const PICKS_FORM = "picks";

/** Which photos are shown and handed out. */
export function PicksFilterForm({ lists, mode, view: { filter } }: PicksFilterProps) {
  const words = useWords(picksWords);
  const { matches, whats } = words.filter;
  const fits = (what: PicksWhat) =>
    what === filter.what ||
    (what === "rejected" ? mode === "approve" : !what.startsWith("label-") || mode === "labels");
  const isMeant = (id: string) => filter.lists.length === 0 || filter.lists.includes(id);
  return (
    <Form
      id={PICKS_FORM}
      method="get"
      preventScrollReset
      key={JSON.stringify(filter)}
      className="mt-5 grid gap-6"
    >
      {lists.length > 1 ? (
        <fieldset>
          <legend className="text-sm font-medium">{words.filter.lists}</legend>
          <div className="mt-2 flex flex-wrap gap-x-6">
            {lists.map(({ id, title }) => (
              <label key={id} className="flex min-h-11 items-center gap-2.5">
                <input
                  type="checkbox"
                  name="lists"
                  value={id}
                  defaultChecked={isMeant(id)}
                  className="tick"
                />
                {title}
              </label>
            ))}
          </div>
        </fieldset>
      ) : null}
      <div className="grid gap-x-5 gap-y-4 sm:grid-cols-2 lg:grid-cols-[repeat(2,minmax(0,16rem))_auto] lg:items-end">
        {lists.length > 1 ? (
          <SelectField
            label={words.filter.match}
            name="match"
            defaultValue={filter.match}
            options={picksMatches.map((value) => ({ value, label: matches[value] }))}
          />
        ) : null}
        <SelectField
          label={words.filter.what}
          name="what"
          defaultValue={filter.what}
          options={picksWhats.filter(fits).map((value) => ({ value, label: whats[value] }))}
        />
        <Button variant="secondary" className="justify-self-start">
          {words.filter.submit}
        </Button>
      </div>
    </Form>
  );
}
