import { Form } from "@remix-run/react";
import { Badge } from "../../../ui/badge";
import { Button } from "../../../ui/button";
import { useWords } from "../../../ui/locale";
import { SelectField } from "../../../ui/select-field";
import { galleryWords } from "../messages/words";
import { type GalleryRole, galleryRoles } from "../model/roles";

export interface PersonRowProps {
  person: {
    id: string;
    email: string;
    name: string;
    role: GalleryRole;
    isRevoked: boolean;
    /** When their link was mailed, and when they were seen last; null for never. */
    invited: string | null;
    seen: string | null;
  };
}

/** Somebody who is named in a gallery, and what the studio can do about it. */
export function PersonRow({ person }: PersonRowProps) {
  const words = useWords(galleryWords).people;
  const { id, email, name, role, isRevoked } = person;
  const facts = [
    person.invited ? words.invited(person.invited) : words.notInvited,
    person.seen ? words.seen(person.seen) : words.notSeen,
  ];
  return (
    <li className="grid gap-x-8 gap-y-4 py-5 sm:grid-cols-[minmax(0,1fr)_auto] sm:items-center">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="min-w-0 font-medium break-words">{name || email}</span>
          {isRevoked ? <Badge tone="warning">{words.revoked}</Badge> : null}
        </p>
        {name ? <p className="text-muted text-sm break-words">{email}</p> : null}
        <p className="text-muted mt-1 text-sm">{facts.join(" · ")}</p>
      </div>
      {isRevoked ? (
        <Form method="post">
          <input type="hidden" name="email" value={email} />
          <input type="hidden" name="role" value={role} />
          <input type="hidden" name="mail" value="on" />
          <Button name="intent" value="add" variant="secondary" size="sm" aria-label={words.restoreOf(email)}>
            {words.restore}
          </Button>
        </Form>
      ) : (
        <div className="flex flex-wrap items-end gap-2.5">
          <Form method="post" className="flex items-end gap-2.5">
            <input type="hidden" name="person" value={id} />
            <SelectField
              label={<span className="sr-only">{words.roleOf(email)}</span>}
              name="role"
              defaultValue={role}
              options={galleryRoles.map((value) => ({ value, label: words.roles[value] }))}
            />
            <Button name="intent" value="role" variant="secondary" aria-label={words.changeRoleOf(email)}>
              {words.changeRole}
            </Button>
          </Form>
          <Form method="post" className="flex flex-wrap gap-2.5">
            <input type="hidden" name="person" value={id} />
            <Button name="intent" value="mail" variant="secondary" aria-label={words.mailTo(email)}>
              {words.mail}
            </Button>
            <Button name="intent" value="revoke" variant="quiet" aria-label={words.revokeOf(email)}>
              {words.revoke}
            </Button>
          </Form>
        </div>
      )}
    </li>
  );
}
