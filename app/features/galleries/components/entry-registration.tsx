import { Form, useNavigation } from "@remix-run/react";
import { useId } from "react";
import { Button } from "../../../ui/button";
import { TextField } from "../../../ui/field";
import { useWords } from "../../../ui/locale";
import { galleryWords } from "../messages/words";
import type { EntryFormProps } from "./entry-frame";

/** Asks for an address, with a box that nobody has ticked beforehand; what it says is kept with the answer. */
export function RegistrationForm({
  action,
  to,
  result,
  studioName,
  mayDecline,
}: EntryFormProps & { studioName: string; mayDecline: boolean }) {
  const words = useWords(galleryWords).entry.registration;
  const pending = useNavigation().formAction !== undefined;
  const consentId = useId();
  return (
    <div className="grid gap-3">
      <Form method="post" action={action} className="grid gap-6">
        <input type="hidden" name="to" value={to} />
        <TextField
          label={words.email}
          hint={words.emailHint}
          name="email"
          type="email"
          autoComplete="email"
          required
          defaultValue={String(result?.initialValue?.email ?? "")}
          error={result?.error?.email}
        />
        <div className="choice">
          <input
            id={consentId}
            type="checkbox"
            name="consent"
            value="on"
            defaultChecked={result?.initialValue?.consent === "on"}
            className="tick mt-0.5"
          />
          <label htmlFor={consentId} className="min-w-0 text-sm leading-6 before:absolute before:inset-0">
            {words.consent(studioName)}
          </label>
        </div>
        <Button name="intent" value="register" wide size="lg" pending={pending}>
          {pending ? words.pending : words.submit}
        </Button>
      </Form>
      {mayDecline ? (
        <Form method="post" action={action}>
          <input type="hidden" name="to" value={to} />
          <Button name="intent" value="decline" variant="quiet" wide>
            {words.decline}
          </Button>
        </Form>
      ) : null}
    </div>
  );
}
