import type { MetaFunction } from "@remix-run/cloudflare";
import { redirect } from "@remix-run/cloudflare";
import { Form, Link, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { cookieHeader } from "../../../http/cookies";
import { studioAction, studioLoader } from "../../../http/studio-route";
import { Button } from "../../../ui/button";
import { TextField } from "../../../ui/field";
import { CenteredLayout } from "../../../ui/layouts/centered-layout";
import { useWords } from "../../../ui/locale";
import { chromeWords } from "../../../ui/messages/words";
import { Notice } from "../../../ui/notice";
import { SIGN_IN_COOKIE_SECONDS, signIn } from "../commands/sign-in.server";
import { safePath, signInForm } from "../forms";
import { accountWords } from "../messages/words";
import { SIGN_IN_COOKIE } from "../resolve-actor.server";

const START = "/studio";

export const loader = studioLoader({ may: "public" }, async ({ studio, request }) => {
  const to = new URL(request.url).searchParams.get("to") ?? undefined;
  if (studio.actor.kind === "member") throw redirect(safePath(to, START));
  return { studioName: studio.tenant.name, to: safePath(to, START) };
});

export const action = studioAction(
  { may: "public", form: signInForm },
  async ({ studio, request, context, values, submission }) => {
    const signedIn = await signIn(studio, { ...values, network: context.visitorNetwork });
    if (signedIn.ok) {
      context.setCookie(cookieHeader(SIGN_IN_COOKIE, signedIn.value.secret, SIGN_IN_COOKIE_SECONDS, request));
      throw redirect(safePath(values.to, START), 303);
    }
    const words = accountWords(studio.tenant.locale).signIn;
    const { refusal } = signedIn;
    const { locale, timeZone } = studio.tenant;
    const time = (until: number) =>
      new Intl.DateTimeFormat(locale, { timeStyle: "short", timeZone }).format(until);
    return submission.reply({
      formErrors: [refusal.reason === "wrong" ? words.wrong : words.tooMany(time(refusal.until))],
    });
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
        <Link to="/" className="link inline-flex min-h-11 items-center">
          {words.toHome(studioName)}
        </Link>
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
        <TextField
          label={words.password}
          name="password"
          type="password"
          autoComplete="current-password"
          required
          error={result?.error?.password}
        />
        <Button wide size="lg" pending={pending}>
          {pending ? words.pending : words.submit}
        </Button>
      </Form>
    </CenteredLayout>
  );
}
