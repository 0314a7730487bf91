import type { MetaFunction } from "@remix-run/cloudflare";
import { redirect } from "@remix-run/cloudflare";
import { Form, Link, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { studioAction, studioLoader } from "../../../http/studio-route";
import { formatTime } from "../../../lib/time";
import { Button } from "../../../ui/button";
import { TextField } from "../../../ui/field";
import { CenteredLayout } from "../../../ui/layouts/centered-layout";
import { localeOfPage, useWords } from "../../../ui/locale";
import { MailSent } from "../../../ui/mail-sent";
import { chromeWords } from "../../../ui/messages/words";
import { Notice } from "../../../ui/notice";
import { sendClientLink } from "../commands/client-sign-in.server";
import { clientSignInForm } from "../forms";
import { clientWords } from "../messages/words";
import { clientPath, clientSignInPath } from "../paths";

export const loader = studioLoader({ may: "public" }, async ({ studio }) => {
  if (studio.actor.kind === "client") throw redirect(clientPath);
  return { studioName: studio.tenant.name };
});

export const action = studioAction(
  { may: "public", form: clientSignInForm },
  async ({ studio, context, values, submission }) => {
    const { email } = values;
    const until = await sendClientLink(studio, { email, network: context.visitorNetwork });
    if (until === null) return { sentTo: email };
    const { locale, timeZone } = studio.tenant;
    const sentence = clientWords(locale).signIn.tooMany(formatTime(until, locale, timeZone));
    return submission.reply({ formErrors: [sentence] });
  },
);

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => [
  { title: `${clientWords(localeOfPage(matches)).signIn.title} · ${data?.studioName}` },
  { name: "robots", content: "noindex" },
];

export default function ClientSignIn() {
  const { studioName } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const pending = useNavigation().formAction !== undefined;
  const words = useWords(clientWords).signIn;
  const skip = useWords(chromeWords).layout.skip;
  const frame = { brand: studioName, brandTo: "/", skipLabel: skip };
  if (result && "sentTo" in result) {
    return (
      <MailSent
        {...frame}
        title={words.sentTitle}
        description={words.sent(result.sentTo)}
        hint={words.again}
        to={clientSignInPath}
        label={words.tryAgain}
      />
    );
  }
  const formErrors = result?.error?.[""];
  return (
    <CenteredLayout
      {...frame}
      title={words.title}
      description={words.description(studioName)}
      footer={
        <Link to="/" className="link inline-flex min-h-11 items-center">
          {words.toHome(studioName)}
        </Link>
      }
    >
      <Form method="post" className="grid gap-6">
        {formErrors ? <Notice tone="danger">{formErrors[0]}</Notice> : null}
        <TextField
          label={words.email}
          name="email"
          type="email"
          autoComplete="email"
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
