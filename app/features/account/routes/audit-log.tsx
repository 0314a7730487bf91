import type { MetaFunction } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { ScrollText } from "lucide-react";
import { studioLoader } from "../../../http/studio-route";
import { LinkButton } from "../../../ui/button";
import { EmptyState } from "../../../ui/empty-state";
import { useWords } from "../../../ui/locale";
import { PageHeader } from "../../../ui/page-header";
import { Pagination } from "../../../ui/pagination";
import { type AuditTelling, auditPeople, auditStretch, filterOf, subjectNamed } from "../audit-log.server";
import { auditQueryOf } from "../audit-query.server";
import { inWords } from "../audit-words.server";
import { AuditFilterForm } from "../components/audit-filter-form";
import { type AuditItem, AuditList } from "../components/audit-list";
import { accountWords } from "../messages/words";
import { auditExportPath, auditPath } from "../paths";

const ENTRIES_A_PAGE = 50;

export const loader = studioLoader({ may: "audit:read" }, async ({ studio, request }) => {
  const { values, chosen, errors, before } = auditQueryOf(request);
  const [{ items, next }, people, about] = await Promise.all([
    auditStretch(studio, filterOf(studio, values), {
      limit: ENTRIES_A_PAGE,
      ...(before === null ? {} : { before }),
    }),
    auditPeople(studio),
    values.about ? subjectNamed(studio, values.about) : null,
  ]);
  return {
    items: items.map((telling): AuditItem => {
      const { seq, network, device, actorPath } = telling;
      const { who, ...words } = inWords(studio.tenant, telling);
      return {
        seq,
        network,
        device,
        ...words,
        who: { text: who, to: actorPath },
        subject: subjectOf(telling, studio.tenant.id),
      };
    }),
    next,
    isFirst: before === null,
    chosen,
    errors,
    people,
    about,
  };
});

/** What an act was done to, with its page or else with all that was done to it. The studio itself, and whoever did it to themselves, need no telling. */
function subjectOf({ subject, subjectId, subjectPath, actorId }: AuditTelling, studioId: string) {
  if (subjectId === studioId || subjectId === actorId) return null;
  return { label: subject ?? subjectId, to: subjectPath ?? auditPath(subjectId) };
}

export const meta: MetaFunction = () => [{ title: accountWords("en").audit.title }];

export default function AuditLog() {
  const { items, next, isFirst, chosen, errors, people, about } = useLoaderData<typeof loader>();
  const words = useWords(accountWords).audit;
  const query = (more: Record<string, string>) => `?${new URLSearchParams({ ...chosen, ...more })}`;
  return (
    <>
      <PageHeader
        title={words.title}
        description={words.description}
        actions={
          <LinkButton variant="secondary" to={auditExportPath + query({})}>
            {words.export}
          </LinkButton>
        }
      />
      <AuditFilterForm key={query({})} {...{ chosen, about, people, errors }} />
      {items.length > 0 ? (
        <AuditList items={items} />
      ) : (
        <EmptyState
          title={next === null ? words.empty : words.emptySoFar}
          description={next === null ? words.emptyText : words.emptySoFarText}
          icon={<ScrollText aria-hidden="true" />}
        />
      )}
      <Pagination
        label={words.pages}
        more={next === null ? null : { to: query({ cursor: String(next) }), label: words.more }}
        first={isFirst ? null : { to: query({}), label: words.newest }}
      />
    </>
  );
}
