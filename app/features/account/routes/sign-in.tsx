import type { MetaFunction } from "@remix-run/cloudflare";
import { redirect } from "@remix-run/cloudflare";
import { Form, Link, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { studioAction, studioLoader } from "../../../http/studio-route";
import { Button } from "../../../ui/button";
import { TextField } from "../../../ui/field";
import { CenteredLayout } from "../../../ui/layouts/centered-layout";
import { useWords } from "../../../ui/locale";
import { chromeWords } from "../../../ui/messages/words";
import { Notice } from "../../../ui/notice";
import { clientSignInPath } from "../../clients/paths";
import { signIn } from "../commands/sign-in.server";
import { safePath, signInForm } from "../forms";
import { refusalSentence } from "../messages/refusals";
import { accountWords } from "../messages/words";
import { forgotPasswordPath, signInCodePath } from "../paths";
import { deviceMarkOf, giveSignIn, giveTicket } from "../sign-in-cookies.server";

const START = "/studio";

export const loader = studioLoader({ may: "public" }, async ({ studio, request }) => {
  const to = new URL(request.url).searchParams.get("to") ?? undefined;
  if (studio.actor.kind === "member") throw redirect(safePath(to, START));
  return { studioName: studio.tenant.name, to: safePath(to, START) };
});

export const action = studioAction(
  { may: "public", form: signInForm },
  async ({ studio, request, context, values, submission }) => {
    const first = await signIn(studio, {
      ...values,
      network: context.visitorNetwork,
      deviceMark: deviceMarkOf(request),
    });
    const to = safePath(values.to, START);
    if (first.ok && first.value.kind === "signed_in") {
      giveSignIn(first.value.started, request, context.setCookie);
      throw redirect(to, 303);
    }
    if (first.ok && first.value.kind === "code_needed") {
      giveTicket(first.value.ticket, request, context.setCookie);
      throw redirect(`${signInCodePath}?to=${encodeURIComponent(to)}`, 303);
    }
    return submission.reply({ formErrors: first.ok ? [] : [refusalSentence(studio.tenant, first.refusal)] });
  },
);

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${accountWords("en").signIn.title} · ${data?.studioName}` },
  { name: "robots", content: "noindex" },
];

export default function SignIn() {
  const { studioName, to } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const pending = useNavigation().formAction !== undefined;
  const words = useWords(accountWords).signIn;
  const formErrors = result?.error?.[""];
  return (
    <CenteredLayout
      brand={studioName}
      brandTo="/"
      title={words.title}
      description={words.description(studioName)}
      skipLabel={useWords(chromeWords).layout.skip}
      footer={
        <div className="grid justify-items-center">
          <Link to={clientSignInPath} className="link inline-flex min-h-11 items-center">
            {words.client}
          </Link>
          <Link to="/" className="link inline-flex min-h-11 items-center">
            {words.toHome(studioName)}
          </Link>
        </div>
      }
    >
      <Form method="post" className="grid gap-6">
        {formErrors ? <Notice tone="danger">{formErrors[0]}</Notice> : null}
        <input type="hidden" name="to" value={to} />
        <TextField
          label={words.email}
          name="email"
          type="email"
          autoComplete="username"
          required
          defaultValue={String(result?.initialValue?.email ?? "")}
          error={result?.error?.email}
        />
        <div className="grid gap-1">
          <TextField
            label={words.password}
            name="password"
            type="password"
            autoComplete="current-password"
            required
            error={result?.error?.password}
          />
          <Link
            to={forgotPasswordPath}
            className="link text-muted inline-flex min-h-11 items-center justify-self-start text-sm"
          >
            {words.forgot}
          </Link>
        </div>
        <Button wide size="lg" pending={pending}>
          {pending ? words.pending : words.submit}
        </Button>
      </Form>
    </CenteredLayout>
  );
}
