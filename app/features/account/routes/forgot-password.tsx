import type { MetaFunction } from "@remix-run/cloudflare";
import { Form, Link, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { studioAction, studioLoader } from "../../../http/studio-route";
import { Button } from "../../../ui/button";
import { TextField } from "../../../ui/field";
import { CenteredLayout } from "../../../ui/layouts/centered-layout";
import { useWords } from "../../../ui/locale";
import { MailSent } from "../../../ui/mail-sent";
import { chromeWords } from "../../../ui/messages/words";
import { Notice } from "../../../ui/notice";
import { requestPasswordReset } from "../commands/reset-password.server";
import { mailMeForm } from "../forms";
import { refusalSentence } from "../messages/refusals";
import { accountWords } from "../messages/words";
import { forgotPasswordPath, signInPath } from "../paths";

export const loader = studioLoader({ may: "public" }, async ({ studio }) => ({
  studioName: studio.tenant.name,
}));

export const action = studioAction(
  { may: "public", form: mailMeForm },
  async ({ studio, context, values, submission }) => {
    const { email } = values;
    const until = await requestPasswordReset(studio, { email, network: context.visitorNetwork });
    if (until === null) return { sentTo: email };
    return submission.reply({ formErrors: [refusalSentence(studio.tenant, { reason: "too_many", until })] });
  },
);

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${accountWords("en").forgot.title} · ${data?.studioName}` },
  { name: "robots", content: "noindex" },
];

export default function ForgotPassword() {
  const { studioName } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const pending = useNavigation().formAction !== undefined;
  const words = useWords(accountWords).forgot;
  const skip = useWords(chromeWords).layout.skip;
  const frame = {
    brand: studioName,
    brandTo: "/",
    skipLabel: skip,
    footer: (
      <Link to={signInPath} className="link inline-flex min-h-11 items-center">
        {words.toSignIn}
      </Link>
    ),
  };
  if (result && "sentTo" in result) {
    return (
      <MailSent
        {...frame}
        title={words.sentTitle}
        description={words.sent(result.sentTo)}
        hint={words.again}
        to={forgotPasswordPath}
        label={words.tryAgain}
      />
    );
  }
  const formErrors = result?.error?.[""];
  return (
    <CenteredLayout {...frame} title={words.title} description={words.description}>
      <Form method="post" className="grid gap-6">
        {formErrors ? <Notice tone="danger">{formErrors[0]}</Notice> : null}
        <TextField
          label={words.email}
          name="email"
          type="email"
          autoComplete="username"
          required
          defaultValue={String(result?.initialValue?.email ?? "")}
          error={result?.error?.email}
        />
        <Button wide size="lg" pending={pending}>
          {pending ? words.pending : words.submit}
        </Button>
      </Form>
    </CenteredLayout>
  );
}
