import { Form } from "@remix-run/react";
import { Badge } from "../../../ui/badge";
import { Button, LinkButton } from "../../../ui/button";
import { useWords } from "../../../ui/locale";
import { type Column, Table } from "../../../ui/table";
import { accountWords } from "../messages/words";
import type { Role } from "../model";
import { memberPath } from "../paths";

export interface ListedMember {
  id: string;
  name: string;
  email: string;
  role: Role;
  status: "active" | "invited";
  hasSecondFactor: boolean;
  lastSeen: string | null;
  /** The one who is looking. */
  isYou: boolean;
  canChange: boolean;
}

/** Who works in the studio; with buttons for those who may change somebody. */
export function MemberList({
  members,
  canChangeAny,
}: {
  members: readonly ListedMember[];
  canChangeAny: boolean;
}) {
  const words = useWords(accountWords).people;
  const buttons: Column<ListedMember> = {
    key: "actions",
    header: words.actions,
    headerHidden: true,
    align: "end",
    cell: (member) => (member.canChange ? <MemberButtons member={member} /> : null),
  };
  return (
    <Table
      caption={words.caption}
      captionHidden
      rows={members}
      rowKey={(member) => member.id}
      columns={[
        { key: "name", header: words.name, primary: true, cell: (member) => <Who member={member} /> },
        { key: "role", header: words.role, cell: (member) => words.roles[member.role].name },
        {
          key: "state",
          header: words.state,
          cell: ({ status }) => (
            <Badge tone={status === "active" ? "positive" : "neutral"}>{words.states[status]}</Badge>
          ),
        },
        {
          key: "second-factor",
          header: words.secondFactor,
          cell: ({ status, hasSecondFactor }) =>
            status === "invited" ? "–" : hasSecondFactor ? words.on : words.off,
        },
        { key: "last-seen", header: words.lastSeen, cell: ({ lastSeen }) => lastSeen ?? words.never },
        ...(canChangeAny ? [buttons] : []),
      ]}
    />
  );
}

function Who({ member: { name, email, isYou } }: { member: ListedMember }) {
  const words = useWords(accountWords).people;
  return (
    <span className="block min-w-0">
      <span className="block">
        {name}
        {isYou ? <span className="text-muted font-normal"> ({words.you})</span> : null}
      </span>
      <span className="text-muted block text-sm font-normal break-all">{email}</span>
    </span>
  );
}

function MemberButtons({ member: { id, name, status } }: { member: ListedMember }) {
  const words = useWords(accountWords).people;
  return (
    <div className="flex flex-wrap gap-2 sm:justify-end">
      {status === "invited" ? (
        <Form method="post" className="contents">
          <input type="hidden" name="member" value={id} />
          <Button
            name="intent"
            value="again"
            variant="secondary"
            size="sm"
            aria-label={words.againNamed(name)}
          >
            {words.again}
          </Button>
          <Button
            name="intent"
            value="withdraw"
            variant="secondary"
            size="sm"
            aria-label={words.withdrawNamed(name)}
          >
            {words.withdraw}
          </Button>
        </Form>
      ) : null}
      <LinkButton to={memberPath(id)} variant="secondary" size="sm" aria-label={words.changeNamed(name)}>
        {words.change}
      </LinkButton>
    </div>
  );
}
