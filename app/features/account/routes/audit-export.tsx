import type { MetaFunction } from "@remix-run/cloudflare";
import { Form, useLoaderData } from "@remix-run/react";
import { studioLoader } from "../../../http/studio-route";
import { Button } from "../../../ui/button";
import { DataList } from "../../../ui/data-list";
import { RadioGroup } from "../../../ui/field";
import { useWords } from "../../../ui/locale";
import { PageHeader } from "../../../ui/page-header";
import { auditPeople, subjectNamed } from "../audit-log.server";
import { auditQueryOf } from "../audit-query.server";
import { accountWords } from "../messages/words";
import { auditFilePath, auditPath } from "../paths";

export const loader = studioLoader({ may: "audit:read", confirmed: true }, async ({ studio, request }) => {
  const { values } = auditQueryOf(request);
  const people = values.person ? await auditPeople(studio) : [];
  return {
    values,
    person: people.find(({ id }) => id === values.person)?.name ?? values.person ?? null,
    about: values.about ? await subjectNamed(studio, values.about) : null,
  };
});

export const meta: MetaFunction = () => [{ title: accountWords("en").audit.exportPage.title }];

export default function AuditExport() {
  const { values, person, about } = useLoaderData<typeof loader>();
  const { exportPage: words, filter, groups } = useWords(accountWords).audit;
  const conditions = Object.entries(values).filter((entry): entry is [string, string] => !!entry[1]);
  return (
    <>
      <PageHeader
        title={words.title}
        description={words.description}
        back={{ to: `${auditPath()}?${new URLSearchParams(conditions)}`, label: words.back }}
      />
      <Form method="post" action={auditFilePath} reloadDocument className="grid max-w-xl gap-8">
        {conditions.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <section aria-label={words.chosen}>
          <h2 className="text-sm font-medium">{words.chosen}</h2>
          <DataList
            className="mt-1"
            items={[
              { label: filter.group, value: values.group ? groups[values.group] : filter.anyGroup },
              { label: filter.person, value: person ?? filter.anyPerson },
              ...(about ? [{ label: filter.aboutLabel, value: about }] : []),
              ...(values.from ? [{ label: filter.from, value: values.from }] : []),
              ...(values.to ? [{ label: filter.to, value: values.to }] : []),
            ]}
          />
        </section>
        <RadioGroup
          legend={words.format}
          name="format"
          defaultValue="csv"
          columns={2}
          options={(["csv", "json"] as const).map((value) => ({
            value,
            label: words.formats[value].label,
            description: words.formats[value].text,
          }))}
        />
        <div>
          <Button size="lg">{words.submit}</Button>
        </div>
      </Form>
    </>
  );
}
