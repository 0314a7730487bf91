import type { MetaFunction } from "@remix-run/cloudflare";
import { redirect } from "@remix-run/cloudflare";
import { Form, Link, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { studioAction, studioLoader } from "../../../http/studio-route";
import { Button } from "../../../ui/button";
import { TextField } from "../../../ui/field";
import { CenteredLayout } from "../../../ui/layouts/centered-layout";
import { useWords } from "../../../ui/locale";
import { chromeWords } from "../../../ui/messages/words";
import { confirmIdentity } from "../commands/confirm-identity.server";
import { CodeField } from "../components/code-field";
import { confirmForm, safePath } from "../forms";
import { refusalSentence } from "../messages/refusals";
import { accountWords } from "../messages/words";
import { accountPath, confirmPath, signOutPath } from "../paths";
import { ownAccount } from "../queries.server";
import { keepSignedIn } from "../sign-in-cookies.server";

/** Asks a member once more before something dangerous: for a code where they have a second factor, or the password. */
export const loader = studioLoader({ may: "member" }, async ({ studio, request }) => {
  const query = new URL(request.url).searchParams;
  const { hasSecondFactor } = await ownAccount(studio);
  return {
    studioName: studio.tenant.name,
    hasSecondFactor,
    byCode: hasSecondFactor && query.get("by") !== "password",
    to: safePath(query.get("to") ?? undefined, accountPath),
  };
});

export const action = studioAction(
  { may: "member", form: confirmForm },
  async ({ studio, request, context, values, submission }) => {
    const confirmed = await confirmIdentity(studio, values);
    if (confirmed.ok) {
      keepSignedIn(confirmed.value.secret, request, context.setCookie);
      throw redirect(safePath(values.to, accountPath), 303);
    }
    const words = accountWords(studio.tenant.locale).confirm;
    const [field, wrong] =
      values.by === "code"
        ? (["code", words.wrongCode] as const)
        : (["password", words.wrongPassword] as const);
    return submission.reply({
      fieldErrors: { [field]: [refusalSentence(studio.tenant, confirmed.refusal, wrong)] },
    });
  },
);

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${accountWords("en").confirm.title} · ${data?.studioName}` },
];

export default function AccountConfirm() {
  const { studioName, hasSecondFactor, byCode, to } = useLoaderData<typeof loader>();
  const error = useActionData<typeof action>()?.error as Record<string, string[]> | null | undefined;
  const pending = useNavigation().formMethod === "POST";
  const { confirm: words, signOut } = useWords(accountWords);
  const other = new URLSearchParams({ to, ...(byCode ? { by: "password" } : {}) });
  return (
    <CenteredLayout
      brand={studioName}
      brandTo="/studio"
      title={words.title}
      description={words.description}
      skipLabel={useWords(chromeWords).layout.skip}
      footer={
        <div className="grid justify-items-center">
          {hasSecondFactor ? (
            <Link to={`${confirmPath}?${other}`} className="link inline-flex min-h-11 items-center">
              {byCode ? words.withPassword : words.withCode}
            </Link>
          ) : null}
          <Link to={accountPath} className="link inline-flex min-h-11 items-center">
            {words.back}
          </Link>
          <Form method="post" action={signOutPath}>
            <button type="submit" className="link inline-flex min-h-11 items-center">
              {signOut.action}
            </button>
          </Form>
        </div>
      }
    >
      <Form method="post" className="grid gap-6">
        <input type="hidden" name="to" value={to} />
        <input type="hidden" name="by" value={byCode ? "code" : "password"} />
        {byCode ? (
          <CodeField key="code" label={words.code} hint={words.codeHint} error={error?.code} />
        ) : (
          <TextField
            key="password"
            label={words.password}
            name="password"
            type="password"
            autoComplete="current-password"
            required
            error={error?.password}
          />
        )}
        <Button wide size="lg" pending={pending}>
          {pending ? words.pending : words.submit}
        </Button>
      </Form>
    </CenteredLayout>
  );
}
