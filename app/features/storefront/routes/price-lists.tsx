import type { MetaFunction } from "@remix-run/cloudflare";
import { Form, Link, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { Tags } from "lucide-react";
import { redirectWithFlash } from "../../../http/flash";
import { studioAction, studioLoader } from "../../../http/studio-route";
import { currencySign, formatMoney } from "../../../lib/money";
import { Badge } from "../../../ui/badge";
import { Button } from "../../../ui/button";
import { EmptyState } from "../../../ui/empty-state";
import { TextField } from "../../../ui/field";
import { useLocale, useWords } from "../../../ui/locale";
import { PageHeader } from "../../../ui/page-header";
import { Table } from "../../../ui/table";
import { createPriceList } from "../commands/change-price-list.server";
import { newListForm } from "../forms";
import { storefrontWords } from "../messages/words";
import { priceListPath } from "../paths";
import { listPriceLists } from "../price-list-queries.server";

export const loader = studioLoader({ may: "prices:write" }, async ({ studio }) => {
  const { locale, currency } = studio.tenant;
  const words = storefrontWords(locale).lists;
  const lists = await listPriceLists(studio);
  return {
    currency,
    lists: lists.map(({ perPhoto, ...list }) => ({
      ...list,
      name:
        list.name || words.perPhoto(formatMoney({ amount: perPhoto ?? 0, currency: list.currency }, locale)),
    })),
  };
});

export const action = studioAction(
  { may: "prices:write", form: (studio) => newListForm(studio.tenant.currency) },
  async ({ studio, request, values }) => {
    const { name, minimum: minimumAmount } = values;
    const { id } = await createPriceList(studio, { name, minimumAmount });
    throw redirectWithFlash(priceListPath(id), storefrontWords(studio.tenant.locale).lists.created, request);
  },
);

export const meta: MetaFunction = () => [{ title: storefrontWords("en").lists.title }];

export default function PriceLists() {
  const { lists, currency } = useLoaderData<typeof loader>();
  const words = useWords(storefrontWords).lists;
  return (
    <>
      <PageHeader title={words.title} description={words.description} />
      {lists.length === 0 ? (
        <EmptyState title={words.empty} description={words.emptyText} icon={<Tags aria-hidden="true" />} />
      ) : (
        <Table
          caption={words.caption}
          captionHidden
          rows={lists}
          rowKey={(list) => list.id}
          columns={[
            {
              key: "name",
              header: words.name,
              primary: true,
              cell: (list) => (
                <Link to={priceListPath(list.id)} className="link">
                  {list.name}
                </Link>
              ),
            },
            { key: "products", header: words.products, align: "end", cell: (list) => list.products },
            { key: "galleries", header: words.galleries, align: "end", cell: (list) => list.galleries },
            {
              key: "state",
              header: words.state,
              cell: (list) =>
                list.isArchived ? (
                  <Badge>{words.isArchived}</Badge>
                ) : list.isDefault ? (
                  <Badge tone="accent">{words.isDefault}</Badge>
                ) : null,
            },
          ]}
        />
      )}
      <NewList currency={currency} />
    </>
  );
}

function NewList({ currency }: { currency: string }) {
  const result = useActionData<typeof action>();
  const pending = useNavigation().formMethod === "POST";
  const words = useWords(storefrontWords).lists;
  const { sign, leads } = currencySign(currency, useLocale());
  const typed = result?.initialValue;
  return (
    <section aria-labelledby="new-list" className="mt-16 max-w-xl">
      <h2 id="new-list" className="mb-5 text-2xl">
        {words.newTitle}
      </h2>
      <Form method="post" className="grid gap-6">
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
          label={words.minimum}
          name="minimum"
          inputMode="decimal"
          autoComplete="off"
          hint={words.minimumHint}
          {...(leads ? { prefix: sign } : { suffix: sign })}
          defaultValue={String(typed?.minimum ?? "0")}
          error={result?.error?.minimum}
        />
        <div>
          <Button pending={pending}>{pending ? words.pending : words.create}</Button>
        </div>
      </Form>
    </section>
  );
}
