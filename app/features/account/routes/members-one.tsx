import { type MetaFunction, redirect } from "@remix-run/cloudflare";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { redirectWithFlash } from "../../../http/flash";
import { studioAction, studioLoader } from "../../../http/studio-route";
import { AppError } from "../../../lib/app-error";
import { Badge } from "../../../ui/badge";
import { Button } from "../../../ui/button";
import { useWords } from "../../../ui/locale";
import { Notice } from "../../../ui/notice";
import { PageHeader } from "../../../ui/page-header";
import { changeMember } from "../commands/change-member.server";
import { signOutMember } from "../commands/end-sign-ins.server";
import { removeMember } from "../commands/remove-member.server";
import { RoleChoice } from "../components/role-choice";
import { memberForm } from "../forms";
import { currentMember, givenRoles } from "../member-rules.server";
import { accountWords } from "../messages/words";
import { leavePath, peoplePath } from "../paths";

const access = { may: "members:write", confirmed: true } as const;

export const loader = studioLoader(access, async ({ studio, params }) => {
  const { id, name, email, role, status } = await currentMember(studio, params.memberId ?? "");
  const roles = await givenRoles(studio);
  if (!roles.includes(role)) throw new AppError("forbidden", "Your role does not allow this.");
  return { name, email, role, status, roles, isYou: id === studio.actor.id };
});

export const action = studioAction(
  { ...access, form: memberForm },
  async ({ studio, request, params, values, submission }) => {
    const { people, member: words } = accountWords(studio.tenant.locale);
    const member = await currentMember(studio, params.memberId ?? "");
    if (values.intent === "remove" && member.id === studio.actor.id) throw redirect(leavePath, 303);
    const [done, sentence] =
      values.intent === "role"
        ? [await changeMember(studio, member.id, { role: values.role }), words.saved(member.name)]
        : values.intent === "sign-out"
          ? [await signOutMember(studio, member.id), words.signedOut(member.name)]
          : [await removeMember(studio, member.id), words.removed(member.name)];
    if (!done.ok) return submission.reply({ formErrors: [people.refused[done.refusal.reason]] });
    throw redirectWithFlash(peoplePath, sentence, request);
  },
);

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.name }];

export default function MembersOne() {
  const { name, email, role, roles, status, isYou } = useLoaderData<typeof loader>();
  const error = useActionData<typeof action>()?.error as Record<string, string[]> | null | undefined;
  const pending = useNavigation().formMethod === "POST";
  const { member: words, people, leave } = useWords(accountWords);
  const [title, text] =
    status === "invited" ? [words.withdraw, words.withdrawText] : [words.remove, words.removeText(name)];
  return (
    <>
      <PageHeader
        title={name}
        status={status === "invited" ? <Badge>{people.states.invited}</Badge> : null}
        description={<span className="break-all">{email}</span>}
        back={{ to: peoplePath, label: people.title }}
      />
      <div className="grid max-w-2xl gap-12">
        {error?.[""] ? <Notice tone="danger">{error[""][0]}</Notice> : null}
        <Form method="post" className="grid gap-6">
          <input type="hidden" name="intent" value="role" />
          <RoleChoice legend={words.role} roles={roles} chosen={role} error={error?.role} />
          <div>
            <Button pending={pending}>{pending ? words.saving : words.save}</Button>
          </div>
        </Form>
        {status === "active" && !isYou ? (
          <Form method="post" className="border-line border-t pt-10">
            <h2 className="text-2xl">{words.signOut}</h2>
            <p className="text-muted mt-2">{words.signOutText(name)}</p>
            <input type="hidden" name="intent" value="sign-out" />
            <Button variant="secondary" className="mt-5">
              {words.signOut}
            </Button>
          </Form>
        ) : null}
        <Form method="post" className="border-line border-t pt-10">
          <h2 className="text-2xl">{isYou ? leave.section : title}</h2>
          <p className="text-muted mt-2">{isYou ? leave.sectionText : text}</p>
          <input type="hidden" name="intent" value="remove" />
          <Button variant="danger" className="mt-5">
            {isYou ? leave.action : title}
          </Button>
        </Form>
      </div>
    </>
  );
}
