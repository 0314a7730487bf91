import type { MetaFunction } from "@remix-run/cloudflare";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { redirectWithFlash } from "../../../http/flash";
import { studioAction, studioLoader } from "../../../http/studio-route";
import { normalizeEmail } from "../../../lib/text";
import { Button } from "../../../ui/button";
import { TextField } from "../../../ui/field";
import { useWords } from "../../../ui/locale";
import { PageHeader } from "../../../ui/page-header";
import { sendVerification } from "../commands/verify-email.server";
import { mailMeForm } from "../forms";
import { refusalSentence } from "../messages/refusals";
import { accountWords } from "../messages/words";
import { accountPath } from "../paths";
import { ownAccount } from "../queries.server";

/** Whoever can change the address can have a new password mailed, so it is asked for confirmation. */
export const loader = studioLoader({ may: "member", confirmed: true }, async ({ studio }) => ({
  email: (await ownAccount(studio)).email,
}));

export const action = studioAction(
  { may: "member", confirmed: true, form: mailMeForm },
  async ({ studio, request, values, submission }) => {
    const words = accountWords(studio.tenant.locale).changeEmail;
    const { email } = await ownAccount(studio);
    if (normalizeEmail(values.email) === email)
      return submission.reply({ fieldErrors: { email: [words.same] } });
    const until = await sendVerification(studio, values.email);
    if (until === null) throw redirectWithFlash(accountPath, words.sent(values.email), request);
    return submission.reply({
      fieldErrors: { email: [refusalSentence(studio.tenant, { reason: "too_many", until })] },
    });
  },
);

export const meta: MetaFunction = () => [{ title: accountWords("en").changeEmail.title }];

export default function AccountEmail() {
  const { email } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const pending = useNavigation().formMethod === "POST";
  const { changeEmail: words, account } = useWords(accountWords);
  return (
    <>
      <PageHeader
        title={words.title}
        description={words.description(email)}
        back={{ to: accountPath, label: account.title }}
      />
      <Form method="post" className="grid max-w-xl gap-8">
        <TextField
          label={words.email}
          name="email"
          type="email"
          autoComplete="email"
          required
          defaultValue={String(result?.initialValue?.email ?? "")}
          error={result?.error?.email}
        />
        <div>
          <Button size="lg" pending={pending}>
            {pending ? words.pending : words.submit}
          </Button>
        </div>
      </Form>
    </>
  );
}
