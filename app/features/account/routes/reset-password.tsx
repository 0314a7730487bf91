import { data, type MetaFunction } from "@remix-run/cloudflare";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { redirectWithFlash } from "../../../http/flash";
import { studioAction, studioLoader } from "../../../http/studio-route";
import { Button } from "../../../ui/button";
import { CenteredLayout } from "../../../ui/layouts/centered-layout";
import { LinkGone } from "../../../ui/link-gone";
import { useWords } from "../../../ui/locale";
import { chromeWords } from "../../../ui/messages/words";
import { NewPasswordField } from "../../../ui/new-password-field";
import { Notice } from "../../../ui/notice";
import { personOfLink } from "../account-links.server";
import { resetPassword } from "../commands/reset-password.server";
import { newPasswordForm } from "../forms";
import { refusalSentence } from "../messages/refusals";
import { accountWords } from "../messages/words";
import { forgotPasswordPath, signInPath } from "../paths";

export const loader = studioLoader({ may: "public" }, async ({ studio, params }) => {
  const opens = (await personOfLink(studio, "password-reset", params.token ?? "")) !== null;
  return data({ studioName: studio.tenant.name, opens }, { status: opens ? 200 : 410 });
});

export const action = studioAction(
  { may: "public", form: newPasswordForm },
  async ({ studio, request, params, context, values, submission }) => {
    const words = accountWords(studio.tenant.locale).reset;
    const reset = await resetPassword(studio, {
      token: params.token ?? "",
      password: values.password,
      network: context.visitorNetwork,
    });
    if (reset.ok) throw redirectWithFlash(signInPath, words.done, request);
    return submission.reply({ formErrors: [refusalSentence(studio.tenant, reset.refusal, words.gone)] });
  },
);

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [
  { title: `${accountWords("en").reset.title} · ${shown?.studioName}` },
  { name: "robots", content: "noindex" },
];

export default function ResetPassword() {
  const { studioName, opens } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const pending = useNavigation().formAction !== undefined;
  const words = useWords(accountWords).reset;
  const skip = useWords(chromeWords).layout.skip;
  const frame = { brand: studioName, brandTo: "/", skipLabel: skip };
  const refused = result?.error?.[""];
  if (!opens) {
    return (
      <LinkGone
        {...frame}
        title={words.goneTitle}
        description={words.gone}
        refused={refused}
        to={forgotPasswordPath}
        label={words.another}
      />
    );
  }
  return (
    <CenteredLayout {...frame} title={words.title} description={words.description}>
      <Form method="post" className="grid gap-6">
        {refused ? <Notice tone="danger">{refused[0]}</Notice> : null}
        <NewPasswordField label={words.password} error={result?.error?.password} />
        <Button wide size="lg" pending={pending}>
          {pending ? words.pending : words.submit}
        </Button>
      </Form>
    </CenteredLayout>
  );
}
