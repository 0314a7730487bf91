import { type MetaFunction, redirect } from "@remix-run/cloudflare";
import { Form, useActionData, useNavigation } from "@remix-run/react";
import { studioAction, studioLoader } from "../../../http/studio-route";
import { normalizeEmail } from "../../../lib/text";
import { Button } from "../../../ui/button";
import { TextField } from "../../../ui/field";
import { useWords } from "../../../ui/locale";
import { PageHeader } from "../../../ui/page-header";
import { personForm } from "../forms";
import { clientWords } from "../messages/words";
import { personDataPath } from "../paths";
import { personWithAddress } from "../person.server";

export const loader = studioLoader({ may: "clients:erase", confirmed: true }, async () => null);

export const action = studioAction(
  { may: "clients:erase", confirmed: true, form: personForm },
  async ({ studio, values, submission }) => {
    const id = await personWithAddress(studio, normalizeEmail(values.email));
    if (id !== null) throw redirect(personDataPath(id), 303);
    return submission.reply({ fieldErrors: { email: [clientWords(studio.tenant.locale).people.nobody] } });
  },
);

export const meta: MetaFunction = () => [{ title: clientWords("en").people.title }];

export default function PeopleData() {
  const result = useActionData<typeof action>();
  const pending = useNavigation().formMethod === "POST";
  const words = useWords(clientWords).people;
  return (
    <>
      <PageHeader title={words.title} description={words.description} />
      <Form method="post" className="grid max-w-xl gap-6">
        <TextField
          label={words.email}
          name="email"
          type="email"
          autoComplete="off"
          required
          defaultValue={String(result?.initialValue?.email ?? "")}
          error={result?.error?.email}
        />
        <div>
          <Button pending={pending}>{pending ? words.pending : words.submit}</Button>
        </div>
      </Form>
    </>
  );
}
