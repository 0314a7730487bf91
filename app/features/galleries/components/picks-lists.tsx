import { Form, Link } from "@remix-run/react";
import { Badge } from "../../../ui/badge";
import { Button } from "../../../ui/button";
import { useWords } from "../../../ui/locale";
import { Table } from "../../../ui/table";
import { picksWords } from "../messages/picks-words";
import type { PickedList } from "../model/picks";

/** A list with what is counted and dated of it in words. */
export interface ShownList extends PickedList {
  counts: string;
  changedOn: string;
  finishedOn: string | null;
}

/** Every list of a gallery: whose it is, how far they are, and the way to open a finished one again. */
export function PicksLists({ lists, mayReopen }: { lists: readonly ShownList[]; mayReopen: boolean }) {
  const words = useWords(picksWords);
  const { columns } = words;
  return (
    <>
      <Table
        caption={words.lists}
        captionHidden
        rows={lists}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "list",
            header: columns.list,
            primary: true,
            cell: (list) => (
              <Link to={`?lists=${list.id}`} preventScrollReset className="link">
                {list.name}
              </Link>
            ),
          },
          { key: "who", header: columns.who, cell: (list) => <Who list={list} /> },
          { key: "chosen", header: columns.chosen, cell: ({ counts }) => counts },
          { key: "comments", header: columns.comments, align: "end", cell: ({ commented }) => commented },
          { key: "changed", header: columns.changed, cell: ({ changedOn }) => changedOn },
          {
            key: "state",
            header: columns.state,
            cell: ({ finishedOn }) =>
              finishedOn === null ? (
                <Badge>{words.open}</Badge>
              ) : (
                <Badge tone="positive">{words.finished(finishedOn)}</Badge>
              ),
          },
          ...(mayReopen
            ? [
                {
                  key: "acts",
                  header: columns.acts,
                  headerHidden: true,
                  align: "end" as const,
                  cell: (list: ShownList) => (list.finishedOn === null ? null : <Reopen list={list} />),
                },
              ]
            : []),
        ]}
      />
      {lists
        .filter(({ note }) => note !== "")
        .map(({ id, name, note }) => (
          <figure key={id} className="border-line mt-6 max-w-2xl border-s-2 ps-5">
            <figcaption className="text-muted text-sm">{words.note(name)}</figcaption>
            <blockquote className="mt-1 whitespace-pre-line">{note}</blockquote>
          </figure>
        ))}
    </>
  );
}

function Who({ list: { person, isProven } }: { list: ShownList }) {
  const words = useWords(picksWords);
  return (
    <span className="min-w-0">
      {person.name || person.email}
      <span className="text-muted block text-sm break-all">
        {person.name ? person.email : null}
        {isProven ? null : <span className="block">{words.unproven}</span>}
      </span>
    </span>
  );
}

function Reopen({ list: { id, name } }: { list: ShownList }) {
  const words = useWords(picksWords);
  return (
    <Form method="post">
      <input type="hidden" name="list" value={id} />
      <Button name="intent" value="reopen" variant="secondary" size="sm">
        {words.reopen}
        <span className="sr-only">: {name}</span>
      </Button>
    </Form>
  );
}
