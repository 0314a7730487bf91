import type { MetaFunction } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { UserPlus } from "lucide-react";
import { redirectWithFlash } from "../../../http/flash";
import { may, studioAction, studioLoader } from "../../../http/studio-route";
import { formatMoment } from "../../../lib/time";
import { LinkButton } from "../../../ui/button";
import { useWords } from "../../../ui/locale";
import { PageHeader } from "../../../ui/page-header";
import { Pagination } from "../../../ui/pagination";
import { inviteAgain } from "../commands/invite-member.server";
import { withdrawInvitation } from "../commands/remove-member.server";
import { MemberList } from "../components/member-list";
import { invitationActions } from "../forms";
import { currentMember, givenRoles } from "../member-rules.server";
import { listMembers } from "../members-queries.server";
import { accountWords } from "../messages/words";
import { invitePath, peoplePath } from "../paths";

const MEMBERS_A_PAGE = 50;

export const loader = studioLoader({ may: "members:read" }, async ({ studio, request }) => {
  const cursor = new URL(request.url).searchParams.get("cursor") ?? undefined;
  const [page, given] = await Promise.all([
    listMembers(studio, { cursor, limit: MEMBERS_A_PAGE }),
    givenRoles(studio),
  ]);
  const { locale, timeZone } = studio.tenant;
  return {
    isFirst: cursor === undefined,
    nextCursor: page.nextCursor,
    canInvite: may(studio, "members:write"),
    members: page.items.map(({ id, name, email, role, status, hasSecondFactor, lastSeenAt }) => ({
      id,
      name,
      email,
      role,
      status,
      hasSecondFactor,
      lastSeen: lastSeenAt === null ? null : formatMoment(lastSeenAt, locale, timeZone),
      isYou: id === studio.actor.id,
      canChange: given.includes(role),
    })),
  };
});

/** Sends an open invitation again, or withdraws it. */
export const action = studioAction(
  { may: "members:write", form: invitationActions },
  async ({ studio, request, values }) => {
    const words = accountWords(studio.tenant.locale).people;
    const { name, email } = await currentMember(studio, values.member);
    const again = values.intent === "again";
    const done = again
      ? await inviteAgain(studio, values.member)
      : await withdrawInvitation(studio, values.member);
    const sentence = again ? words.sentAgain(email) : words.withdrawn(name);
    throw redirectWithFlash(peoplePath, done.ok ? sentence : words.refused[done.refusal.reason], request);
  },
);

export const meta: MetaFunction = () => [{ title: accountWords("en").people.title }];

export default function Members() {
  const { members, nextCursor, isFirst, canInvite } = useLoaderData<typeof loader>();
  const words = useWords(accountWords).people;
  return (
    <>
      <PageHeader
        title={words.title}
        description={words.description}
        actions={
          canInvite ? (
            <LinkButton to={invitePath}>
              <UserPlus aria-hidden="true" />
              {words.invite}
            </LinkButton>
          ) : null
        }
      />
      <MemberList members={members} canChangeAny={canInvite} />
      <Pagination
        label={words.pages}
        more={nextCursor ? { to: `?cursor=${nextCursor}`, label: words.more } : null}
        first={isFirst ? null : { to: peoplePath, label: words.first }}
      />
    </>
  );
}
