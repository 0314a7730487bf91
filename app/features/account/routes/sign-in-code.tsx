import type { MetaFunction } from "@remix-run/cloudflare";
import { redirect } from "@remix-run/cloudflare";
import { Form, Link, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { redirectWithFlash } from "../../../http/flash";
import { studioAction, studioLoader } from "../../../http/studio-route";
import { Button } from "../../../ui/button";
import { CenteredLayout } from "../../../ui/layouts/centered-layout";
import { useWords } from "../../../ui/locale";
import { chromeWords } from "../../../ui/messages/words";
import { memberOfTicket, signInWithCode } from "../commands/sign-in.server";
import { CodeField } from "../components/code-field";
import { safePath, signInCodeForm } from "../forms";
import { refusalSentence } from "../messages/refusals";
import { accountWords } from "../messages/words";
import { signInPath } from "../paths";
import { deviceMarkOf, giveSignIn, takeTicket, ticketOf } from "../sign-in-cookies.server";

const START = "/studio";

/** The page between the password and the workspace: its ticket opens nothing but this page. */
export const loader = studioLoader({ may: "public" }, async ({ studio, request }) => {
  const to = safePath(new URL(request.url).searchParams.get("to") ?? undefined, START);
  if (studio.actor.kind === "member") throw redirect(to);
  if (!(await memberOfTicket(studio, ticketOf(request)))) throw redirect(signInPath);
  return { studioName: studio.tenant.name, to };
});

export const action = studioAction(
  { may: "public", form: signInCodeForm },
  async ({ studio, request, context, values, submission }) => {
    const words = accountWords(studio.tenant.locale).signInCode;
    const signedIn = await signInWithCode(studio, {
      ticket: ticketOf(request),
      code: values.code,
      deviceMark: deviceMarkOf(request),
    });
    if (signedIn.ok) {
      giveSignIn(signedIn.value, request, context.setCookie);
      throw redirect(safePath(values.to, START), 303);
    }
    if (signedIn.refusal.reason === "expired") {
      takeTicket(request, context.setCookie);
      throw redirectWithFlash(signInPath, words.expired, request);
    }
    const sentence = refusalSentence(studio.tenant, signedIn.refusal, words.wrong);
    return submission.reply({ fieldErrors: { code: [sentence] } });
  },
);

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${accountWords("en").signInCode.title} · ${data?.studioName}` },
  { name: "robots", content: "noindex" },
];

export default function SignInCode() {
  const { studioName, to } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const pending = useNavigation().formAction !== undefined;
  const words = useWords(accountWords).signInCode;
  return (
    <CenteredLayout
      brand={studioName}
      brandTo="/"
      title={words.title}
      description={words.description}
      skipLabel={useWords(chromeWords).layout.skip}
      footer={
        <Link to={signInPath} className="link inline-flex min-h-11 items-center">
          {words.back}
        </Link>
      }
    >
      <Form method="post" className="grid gap-6">
        <input type="hidden" name="to" value={to} />
        <CodeField label={words.code} hint={words.hint} error={result?.error?.code} />
        <Button wide size="lg" pending={pending}>
          {pending ? words.pending : words.submit}
        </Button>
      </Form>
    </CenteredLayout>
  );
}
