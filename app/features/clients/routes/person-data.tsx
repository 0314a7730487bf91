import type { MetaFunction } from "@remix-run/cloudflare";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { redirectWithFlash } from "../../../http/flash";
import { studioAction, studioLoader } from "../../../http/studio-route";
import { formatMoney } from "../../../lib/money";
import { formatDay, formatMoment } from "../../../lib/time";
import { Button } from "../../../ui/button";
import { DataList } from "../../../ui/data-list";
import { TextField } from "../../../ui/field";
import { useWords } from "../../../ui/locale";
import { Notice } from "../../../ui/notice";
import { PageHeader } from "../../../ui/page-header";
import { Table } from "../../../ui/table";
import { erasePerson } from "../commands/erase-person.server";
import { personForm } from "../forms";
import { holdingsOf } from "../holdings.server";
import { clientWords } from "../messages/words";
import { peopleDataPath, personFilePath } from "../paths";
import { getPerson, refusalToErase } from "../person.server";

export const loader = studioLoader({ may: "clients:erase", confirmed: true }, async ({ studio, params }) => {
  const person = await getPerson(studio, params.personId ?? "");
  const { orders, acts, client, member, signIns } = await holdingsOf(studio, person);
  const { locale, timeZone } = studio.tenant;
  const day = (at: number) => formatDay(at, locale, timeZone);
  const now = studio.clock.now();
  return {
    id: person.id,
    email: person.email,
    name: person.name,
    clientSince: client && day(client.createdAt),
    memberSince: member && day(member.createdAt),
    memberUntil: member?.removedAt ? day(member.removedAt) : null,
    downloads: orders.filter(({ downloadsUntil }) => (downloadsUntil ?? 0) > now).length,
    signIns: signIns.asClient.length + signIns.asMember.length,
    acts: acts.length,
    refusal: await refusalToErase(studio, person),
    orders: orders.map(({ id, gallery, createdAt, totalAmount, currency, lines }) => ({
      id,
      gallery,
      when: formatMoment(createdAt, locale, timeZone),
      photos: lines.length,
      total: formatMoney({ amount: totalAmount, currency }, locale),
    })),
  };
});

export const action = studioAction(
  { may: "clients:erase", confirmed: true, form: personForm },
  async ({ studio, request, params, values, submission }) => {
    const words = clientWords(studio.tenant.locale).people.erasing;
    const erased = await erasePerson(studio, { personId: params.personId ?? "", email: values.email });
    if (erased.ok) throw redirectWithFlash(peopleDataPath, words.done, request);
    return submission.reply({ fieldErrors: { email: [words.refusals[erased.refusal]] } });
  },
);

export const meta: MetaFunction = () => [{ title: clientWords("en").people.title }];

export default function PersonData() {
  const held = useLoaderData<typeof loader>();
  const { people: words } = useWords(clientWords);
  return (
    <>
      <PageHeader
        title={words.person.title(held.name, held.email)}
        description={words.person.description}
        back={{ to: peopleDataPath, label: words.back }}
      />
      <div className="grid gap-12">
        <Facts />
        {held.orders.length > 0 ? (
          <Table
            caption={words.person.ordersCaption}
            rows={held.orders}
            rowKey={(order) => order.id}
            columns={[
              { key: "order", header: words.person.order, primary: true, cell: (order) => order.gallery },
              { key: "when", header: words.person.when, cell: (order) => order.when },
              { key: "photos", header: words.person.photos, align: "end", cell: (order) => order.photos },
              { key: "total", header: words.person.total, align: "end", cell: (order) => order.total },
            ]}
          />
        ) : null}
        <section className="max-w-xl">
          <h2 className="text-2xl">{words.exporting.title}</h2>
          <p className="text-muted mt-2 mb-5">{words.exporting.text}</p>
          <Form method="post" action={personFilePath(held.id)} reloadDocument>
            <Button variant="secondary">{words.exporting.submit}</Button>
          </Form>
        </section>
        <Erasing />
      </div>
    </>
  );
}

function Facts() {
  const held = useLoaderData<typeof loader>();
  const { person: words } = useWords(clientWords).people;
  const removed = held.memberUntil ? `, ${words.removed(held.memberUntil)}` : "";
  return (
    <DataList
      className="max-w-2xl"
      items={[
        ...(held.name
          ? [{ label: words.email, value: <span className="break-all">{held.email}</span> }]
          : []),
        ...(held.clientSince ? [{ label: words.client, value: held.clientSince }] : []),
        ...(held.memberSince ? [{ label: words.member, value: held.memberSince + removed }] : []),
        { label: words.orders, value: held.orders.length },
        { label: words.downloads, value: held.downloads },
        { label: words.signIns, value: held.signIns },
        { label: words.acts, value: held.acts },
      ]}
    />
  );
}

function Erasing() {
  const { refusal } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const pending = useNavigation().formMethod === "POST";
  const { erasing: words } = useWords(clientWords).people;
  return (
    <section className="border-line max-w-xl border-t pt-10">
      <h2 className="text-2xl">{words.title}</h2>
      <p className="text-muted mt-2">{words.text}</p>
      <p className="text-muted mt-2 mb-5">{words.provider}</p>
      {refusal ? (
        <Notice tone="warning">{words.refusals[refusal]}</Notice>
      ) : (
        <Form method="post" className="grid gap-6">
          <TextField
            label={words.email}
            name="email"
            type="email"
            autoComplete="off"
            required
            defaultValue={String(result?.initialValue?.email ?? "")}
            error={result?.error?.email}
          />
          <div>
            <Button variant="danger" pending={pending}>
              {pending ? words.pending : words.submit}
            </Button>
          </div>
        </Form>
      )}
    </section>
  );
}
