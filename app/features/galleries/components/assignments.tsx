import { Form } from "@remix-run/react";
import { Button } from "../../../ui/button";
import { useWords } from "../../../ui/locale";
import { SelectField } from "../../../ui/select-field";
import { galleryWords } from "../messages/words";
import { galleryAssignmentsPath } from "../paths";

export interface AssignmentsProps {
  galleryId: string;
  /** Everybody who sees only what they are assigned to. */
  people: readonly { id: string; name: string; isAssigned: boolean }[];
}

/** Who of those that see only their own work sees this gallery. */
export function Assignments({ galleryId, people }: AssignmentsProps) {
  const words = useWords(galleryWords).assignments;
  const assigned = people.filter(({ isAssigned }) => isAssigned);
  const others = people.filter(({ isAssigned }) => !isAssigned);
  const action = galleryAssignmentsPath(galleryId);
  return (
    <section aria-labelledby="assignments" className="border-line mt-14 max-w-xl border-t pt-10">
      <h2 id="assignments" className="text-2xl">
        {words.title}
      </h2>
      <p className="text-muted mt-2">{words.text}</p>
      {assigned.length === 0 ? (
        <p className="mt-6">{words.none}</p>
      ) : (
        <ul className="divide-line border-line mt-6 divide-y border-y">
          {assigned.map(({ id, name }) => (
            <li key={id} className="flex items-center justify-between gap-x-6 py-3">
              <p className="min-w-0 font-medium break-words">{name}</p>
              <Form method="post" action={action} className="shrink-0">
                <input type="hidden" name="intent" value="unassign" />
                <input type="hidden" name="member" value={id} />
                <Button variant="secondary" size="sm" aria-label={words.unassignNamed(name)}>
                  {words.unassign}
                </Button>
              </Form>
            </li>
          ))}
        </ul>
      )}
      {others.length === 0 ? (
        <p className="text-muted mt-5 text-sm">{words.nobodyLeft}</p>
      ) : (
        <Form method="post" action={action} className="mt-6 flex items-end gap-2.5">
          <input type="hidden" name="intent" value="assign" />
          <SelectField
            className="min-w-0 flex-1"
            label={words.member}
            name="member"
            required
            options={others.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Button variant="secondary">{words.assign}</Button>
        </Form>
      )}
    </section>
  );
}
