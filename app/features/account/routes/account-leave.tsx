import type { MetaFunction } from "@remix-run/cloudflare";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { z } from "zod";
import { redirectWithFlash } from "../../../http/flash";
import { studioAction, studioLoader } from "../../../http/studio-route";
import { Button, LinkButton } from "../../../ui/button";
import { useWords } from "../../../ui/locale";
import { Notice } from "../../../ui/notice";
import { PageHeader } from "../../../ui/page-header";
import { leaveStudio } from "../commands/remove-member.server";
import { isLastOwner } from "../members-queries.server";
import { accountWords } from "../messages/words";
import { accountPath, signInPath } from "../paths";
import { ownAccount } from "../queries.server";

export const loader = studioLoader({ may: "member", confirmed: true }, async ({ studio }) => ({
  studioName: studio.tenant.name,
  lastOwner: await isLastOwner(studio, (await ownAccount(studio)).id),
}));

export const action = studioAction(
  { may: "member", confirmed: true, form: z.object({}) },
  async ({ studio, request, submission }) => {
    const { people, leave } = accountWords(studio.tenant.locale);
    const left = await leaveStudio(studio);
    if (left.ok) throw redirectWithFlash(signInPath, leave.done(studio.tenant.name), request);
    return submission.reply({ formErrors: [people.refused[left.refusal.reason]] });
  },
);

export const meta: MetaFunction = () => [{ title: accountWords("en").leave.section }];

export default function AccountLeave() {
  const { studioName, lastOwner } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>()?.error?.[""];
  const pending = useNavigation().formMethod === "POST";
  const { leave: words, account } = useWords(accountWords);
  return (
    <>
      <PageHeader
        title={words.title(studioName)}
        description={lastOwner ? words.lastOwner : words.description}
        back={{ to: accountPath, label: account.title }}
      />
      {refused ? (
        <Notice tone="danger" className="mb-8">
          {refused[0]}
        </Notice>
      ) : null}
      {lastOwner ? null : (
        <Form method="post" className="flex flex-wrap gap-2.5">
          <Button variant="danger" pending={pending}>
            {pending ? words.pending : words.submit}
          </Button>
          <LinkButton to={accountPath} variant="secondary">
            {words.stay}
          </LinkButton>
        </Form>
      )}
    </>
  );
}
