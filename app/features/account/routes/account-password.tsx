import type { MetaFunction } from "@remix-run/cloudflare";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { redirectWithFlash } from "../../../http/flash";
import { studioAction, studioLoader } from "../../../http/studio-route";
import { Button } from "../../../ui/button";
import { TextField } from "../../../ui/field";
import { useWords } from "../../../ui/locale";
import { NewPasswordField } from "../../../ui/new-password-field";
import { PageHeader } from "../../../ui/page-header";
import { changePassword } from "../commands/change-password.server";
import { changePasswordForm } from "../forms";
import { refusalSentence } from "../messages/refusals";
import { accountWords } from "../messages/words";
import { accountPath } from "../paths";
import { ownAccount } from "../queries.server";

export const loader = studioLoader({ may: "member" }, async ({ studio }) => ({
  email: (await ownAccount(studio)).email,
}));

export const action = studioAction(
  { may: "member", form: changePasswordForm },
  async ({ studio, request, values, submission }) => {
    const words = accountWords(studio.tenant.locale).changePassword;
    const changed = await changePassword(studio, values);
    if (changed.ok) throw redirectWithFlash(accountPath, words.done, request);
    return submission.reply({
      fieldErrors: { currentPassword: [refusalSentence(studio.tenant, changed.refusal, words.wrong)] },
    });
  },
);

export const meta: MetaFunction = () => [{ title: accountWords("en").changePassword.title }];

export default function AccountPassword() {
  const { email } = useLoaderData<typeof loader>();
  const error = useActionData<typeof action>()?.error;
  const pending = useNavigation().formMethod === "POST";
  const { changePassword: words, account, reset } = useWords(accountWords);
  return (
    <>
      <PageHeader
        title={words.title}
        description={words.description}
        back={{ to: accountPath, label: account.title }}
      />
      <Form method="post" className="grid max-w-xl gap-8">
        {/* Tells password managers whose password it is. */}
        <input type="hidden" autoComplete="username" defaultValue={email} />
        <TextField
          label={words.current}
          name="currentPassword"
          type="password"
          autoComplete="current-password"
          required
          error={error?.currentPassword}
        />
        <NewPasswordField label={reset.password} error={error?.password} />
        <div>
          <Button size="lg" pending={pending}>
            {pending ? reset.pending : reset.submit}
          </Button>
        </div>
      </Form>
    </>
  );
}
