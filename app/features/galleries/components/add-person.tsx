import { Form, useNavigation } from "@remix-run/react";
import { useId } from "react";
import { Button } from "../../../ui/button";
import { RadioGroup, TextField } from "../../../ui/field";
import { useWords } from "../../../ui/locale";
import { galleryWords } from "../messages/words";
import { galleryRoles } from "../model/roles";
import type { EntryResult } from "./entry-frame";

export interface AddPersonProps {
  result: EntryResult | undefined;
  /** Whether the gallery is open, so that there is a link to mail. */
  mails: boolean;
}

/** Names somebody in a gallery by their address and role. */
export function AddPerson({ result, mails }: AddPersonProps) {
  const words = useWords(galleryWords).people;
  const pending = useNavigation().formData?.get("intent") === "add";
  const mailId = useId();
  const typed = result?.initialValue;
  return (
    <section aria-labelledby="add">
      <h2 id="add" className="text-2xl">
        {words.add}
      </h2>
      <Form method="post" className="mt-6 grid max-w-xl gap-7">
        <TextField
          label={words.email}
          name="email"
          type="email"
          autoComplete="off"
          required
          defaultValue={String(typed?.email ?? "")}
          error={result?.error?.email}
        />
        <RadioGroup
          legend={words.role}
          name="role"
          defaultValue={String(typed?.role ?? "main")}
          error={result?.error?.role}
          options={galleryRoles.map((role) => ({
            value: role,
            label: words.roles[role],
            description: words.roleHints[role],
          }))}
        />
        {mails ? (
          <div className="choice">
            <input
              id={mailId}
              type="checkbox"
              name="mail"
              value="on"
              defaultChecked={typed ? typed.mail === "on" : true}
              className="tick mt-0.5"
            />
            <label
              htmlFor={mailId}
              className="text-[0.9375rem] leading-6 font-medium before:absolute before:inset-0"
            >
              {words.mailNow}
            </label>
          </div>
        ) : null}
        <div>
          <Button name="intent" value="add" size="lg" pending={pending}>
            {words.submit}
          </Button>
        </div>
      </Form>
    </section>
  );
}
