import { data, type MetaFunction } from "@remix-run/cloudflare";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { redirectWithFlash } from "../../../http/flash";
import { studioAction, studioLoader } from "../../../http/studio-route";
import { Button } from "../../../ui/button";
import { TextField } from "../../../ui/field";
import { CenteredLayout } from "../../../ui/layouts/centered-layout";
import { LinkGone } from "../../../ui/link-gone";
import { useWords } from "../../../ui/locale";
import { chromeWords } from "../../../ui/messages/words";
import { NewPasswordField } from "../../../ui/new-password-field";
import { Notice } from "../../../ui/notice";
import { joinStudio } from "../commands/join-studio.server";
import { invitationOf } from "../commands/take-up-invitation.server";
import { joinForm } from "../forms";
import { refusalSentence } from "../messages/refusals";
import { accountWords } from "../messages/words";
import { signInPath } from "../paths";
import { deviceMarkOf, giveSignIn } from "../sign-in-cookies.server";

/** Looks at the invitation without using it up. */
export const loader = studioLoader({ may: "public" }, async ({ studio, params }) => {
  const invitation = await invitationOf(studio, params.token ?? "");
  const shown = invitation && {
    name: invitation.name,
    email: invitation.email,
    role: invitation.role,
    invitedBy: invitation.invitedBy,
  };
  return data({ studioName: studio.tenant.name, invitation: shown }, { status: shown ? 200 : 410 });
});

export const action = studioAction(
  { may: "public", form: joinForm },
  async ({ studio, request, params, context, values, submission }) => {
    const words = accountWords(studio.tenant.locale).join;
    const joined = await joinStudio(studio, {
      ...values,
      token: params.token ?? "",
      network: context.visitorNetwork,
      deviceMark: deviceMarkOf(request),
    });
    if (joined.ok) {
      giveSignIn(joined.value, request, context.setCookie);
      throw redirectWithFlash("/studio", words.welcome(studio.tenant.name), request);
    }
    return submission.reply({ formErrors: [refusalSentence(studio.tenant, joined.refusal, words.gone)] });
  },
);

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [
  { title: accountWords("en").join.title(shown?.studioName ?? "") },
  { name: "robots", content: "noindex" },
];

export default function Join() {
  const { studioName, invitation } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const pending = useNavigation().formAction !== undefined;
  const { join: words, people } = useWords(accountWords);
  const skip = useWords(chromeWords).layout.skip;
  const frame = { brand: studioName, brandTo: "/", skipLabel: skip };
  const refused = result?.error?.[""];
  if (!invitation) {
    return (
      <LinkGone
        {...frame}
        title={words.goneTitle}
        description={words.gone}
        refused={refused}
        to={signInPath}
        label={words.toSignIn}
      />
    );
  }
  const { name, email, role, invitedBy } = invitation;
  return (
    <CenteredLayout
      {...frame}
      title={words.title(studioName)}
      description={
        <>
          {words.invited(invitedBy, people.roles[role].name)} {people.roles[role].text}
        </>
      }
    >
      <Form method="post" className="grid gap-6">
        {refused ? <Notice tone="danger">{refused[0]}</Notice> : null}
        <TextField label={words.email} type="email" readOnly autoComplete="username" defaultValue={email} />
        <TextField
          label={words.name}
          name="name"
          required
          maxLength={80}
          autoComplete="name"
          defaultValue={String(result?.initialValue?.name ?? name)}
          error={result?.error?.name}
        />
        <NewPasswordField label={words.password} error={result?.error?.password} />
        <Button wide size="lg" pending={pending}>
          {pending ? words.pending : words.submit}
        </Button>
      </Form>
    </CenteredLayout>
  );
}
