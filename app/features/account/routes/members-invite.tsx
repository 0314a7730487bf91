import type { MetaFunction } from "@remix-run/cloudflare";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { redirectWithFlash } from "../../../http/flash";
import { studioAction, studioLoader } from "../../../http/studio-route";
import { Button } from "../../../ui/button";
import { TextField } from "../../../ui/field";
import { useWords } from "../../../ui/locale";
import { PageHeader } from "../../../ui/page-header";
import { inviteMember } from "../commands/invite-member.server";
import { RoleChoice } from "../components/role-choice";
import { VerifyFirst } from "../components/verify-first";
import { invitationForm } from "../forms";
import { givenRoles } from "../member-rules.server";
import { accountWords } from "../messages/words";
import { peoplePath } from "../paths";
import { hasVerifiedOwner, unverifiedEmail } from "../queries.server";

/** Asks for the password again: whoever could invite an owner would need no other rights. */
const access = { may: "members:write", confirmed: true } as const;

export const loader = studioLoader(access, async ({ studio }) => ({
  roles: await givenRoles(studio),
  mayWrite: await hasVerifiedOwner(studio),
  unverifiedEmail: await unverifiedEmail(studio),
}));

export const action = studioAction(
  { ...access, form: invitationForm },
  async ({ studio, request, values, submission }) => {
    const { invite, people } = accountWords(studio.tenant.locale);
    const invited = await inviteMember(studio, values);
    if (invited.ok) throw redirectWithFlash(peoplePath, invite.done(values.email), request);
    const { reason } = invited.refusal;
    return submission.reply({
      fieldErrors: { [reason === "role_not_yours" ? "role" : "email"]: [people.refused[reason]] },
    });
  },
);

export const meta: MetaFunction = () => [{ title: accountWords("en").invite.title }];

export default function MembersInvite() {
  const { roles, mayWrite, unverifiedEmail } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const pending = useNavigation().formMethod === "POST";
  const { invite: words, people } = useWords(accountWords);
  const typed = result?.initialValue;
  return (
    <>
      <PageHeader
        title={words.title}
        description={words.description}
        back={{ to: peoplePath, label: people.title }}
      />
      {mayWrite ? null : <VerifyFirst email={unverifiedEmail} className="mb-8 max-w-2xl" />}
      <Form method="post" className="grid max-w-2xl gap-8">
        <TextField
          label={words.name}
          name="name"
          required
          maxLength={80}
          autoComplete="off"
          defaultValue={String(typed?.name ?? "")}
          error={result?.error?.name}
        />
        <TextField
          label={words.email}
          name="email"
          type="email"
          required
          maxLength={254}
          autoComplete="off"
          defaultValue={String(typed?.email ?? "")}
          error={result?.error?.email}
        />
        <RoleChoice
          legend={words.role}
          roles={roles}
          chosen={String(typed?.role ?? "photographer")}
          error={result?.error?.role}
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
