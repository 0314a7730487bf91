import { Form } from "@remix-run/react";
import { Button, LinkButton } from "../../../ui/button";
import { TextField } from "../../../ui/field";
import { useWords } from "../../../ui/locale";
import { SelectField } from "../../../ui/select-field";
import { storefrontWords } from "../messages/words";
import { type OrderFilter, shownStatuses } from "../model/order-filter";
import { ordersExportPath, ordersPath } from "../paths";

export interface OrderFilterFormProps {
  chosen: OrderFilter;
  errors: Partial<Record<"from" | "to", "not_a_day" | "wrong_order" | undefined>>;
}

/** Which orders are shown; a form of the address, so that a filtered list can be linked to. */
export function OrderFilterForm({ chosen, errors }: OrderFilterFormProps) {
  const { board, status: statuses } = useWords(storefrontWords);
  const { filter: words } = board;
  const conditions = Object.entries(chosen).filter((entry): entry is [string, string] => !!entry[1]);
  const understood = conditions.filter(([name]) => !errors[name as "from" | "to"]);
  const error = (name: "from" | "to") => {
    const kind = errors[name];
    return kind ? [words.errors[kind]] : undefined;
  };
  return (
    <div className="mb-10">
      <Form
        method="get"
        aria-label={words.title}
        className="grid grid-cols-2 items-start gap-4 lg:grid-cols-[2fr_1.4fr_1fr_1fr]"
      >
        <TextField
          className="col-span-2 lg:col-span-1"
          label={words.q}
          name="q"
          type="search"
          autoComplete="off"
          maxLength={254}
          defaultValue={chosen.q ?? ""}
        />
        <SelectField
          className="col-span-2 lg:col-span-1"
          label={words.status}
          name="status"
          defaultValue={chosen.status ?? ""}
          options={[
            { value: "", label: words.anyStatus },
            ...shownStatuses.map((value) => ({ value, label: statuses[value] })),
          ]}
        />
        <TextField
          className="min-w-0 grid-cols-[minmax(0,1fr)]"
          label={words.from}
          name="from"
          type="date"
          defaultValue={chosen.from ?? ""}
          error={error("from")}
        />
        <TextField
          className="min-w-0 grid-cols-[minmax(0,1fr)]"
          label={words.to}
          name="to"
          type="date"
          defaultValue={chosen.to ?? ""}
          error={error("to")}
        />
        <div className="col-span-full flex flex-wrap gap-3">
          <Button variant="secondary">{words.submit}</Button>
          {conditions.length > 0 ? (
            <LinkButton variant="quiet" to={ordersPath}>
              {words.reset}
            </LinkButton>
          ) : null}
        </div>
      </Form>
      <Form method="post" action={ordersExportPath} reloadDocument className="mt-3">
        {understood.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Button variant="quiet" size="sm" className="-ms-3">
          {board.exportLabel}
        </Button>
      </Form>
    </div>
  );
}
