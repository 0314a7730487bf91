import type { MetaFunction } from "@remix-run/cloudflare";
import { useActionData, useLoaderData } from "@remix-run/react";
import { redirectWithFlash } from "../../../http/flash";
import { studioAction, studioLoader } from "../../../http/studio-route";
import { formatMoney, typedAmount } from "../../../lib/money";
import { Badge } from "../../../ui/badge";
import { LinkButton } from "../../../ui/button";
import { EmptyState } from "../../../ui/empty-state";
import { useWords } from "../../../ui/locale";
import { PageHeader } from "../../../ui/page-header";
import {
  archivePriceList,
  changePriceList,
  duplicatePriceList,
  makeDefault,
  markUpPriceList,
} from "../commands/change-price-list.server";
import { ListProducts } from "../components/list-products";
import { ListSettings } from "../components/list-settings";
import { priceListForm } from "../forms";
import { nameOfList } from "../list-name.server";
import { storefrontWords } from "../messages/words";
import { marginOf } from "../model/mark-up";
import { rateText, taxOf } from "../model/tax";
import { priceListPath, priceListPreviewPath, priceListsPath, productPath } from "../paths";
import { getPriceList, productsOf } from "../price-list-queries.server";
import { taxRulesOf } from "../tax-queries.server";

export const loader = studioLoader({ may: "prices:write" }, async ({ studio, params }) => {
  const list = await getPriceList(studio, params.listId ?? "");
  const [products, rules] = await Promise.all([productsOf(studio, list.id), taxRulesOf(studio)]);
  const { locale } = studio.tenant;
  const words = storefrontWords(locale);
  const money = (amount: number) => formatMoney({ amount, currency: list.currency }, locale);
  return {
    id: list.id,
    name: nameOfList(studio, list),
    currency: list.currency,
    minimum: typedAmount({ amount: list.minimumAmount, currency: list.currency }, locale),
    isDefault: list.isDefault,
    isArchived: list.archivedAt !== null,
    products: products.map((product) => {
      const { id, name, kind, fileSize, dimensions, finish, amount, cost, tiers, taxClass } = product;
      const tax = taxOf(rules, amount, { taxClass, country: null });
      const margin = marginOf(rules.included ? amount - tax.amount : amount, cost);
      const detail = fileSize
        ? words.products.fileSizes[fileSize]
        : [dimensions, finish].filter(Boolean).join(", ");
      return {
        id,
        to: productPath(list.id, id),
        name,
        detail: detail || words.products.kinds[kind],
        price: money(amount),
        tiers: tiers.map((tier) => words.lists.tier(tier.from, money(tier.amount))).join(", "),
        cost: money(cost),
        margin: words.lists.marginText(
          money(margin.amount),
          margin.rate === null ? null : rateText(margin.rate, locale),
        ),
      };
    }),
  };
});

export const action = studioAction(
  { may: "prices:write", form: (studio) => priceListForm(studio.tenant.currency) },
  async ({ studio, request, params, values, submission }) => {
    const id = params.listId ?? "";
    const words = storefrontWords(studio.tenant.locale).lists;
    const list = await getPriceList(studio, id);
    const done = (sentence: string, to = priceListPath(id)) => redirectWithFlash(to, sentence, request);
    switch (values.intent) {
      case "save":
        await changePriceList(studio, id, { name: values.name, minimumAmount: values.minimum });
        throw done(words.saved);
      case "mark-up":
        await markUpPriceList(studio, id, {
          change: values.percent,
          ending: values.ending,
          unnamed: nameOfList(studio, list),
        });
        throw done(words.markedUp);
      case "copy": {
        const copy = await duplicatePriceList(studio, id, values.copyName);
        throw done(words.copied, priceListPath(copy.id));
      }
      case "default":
        await makeDefault(studio, id);
        throw done(words.madeDefault);
      default: {
        const isArchived = values.intent === "archive";
        const changed = await archivePriceList(studio, id, isArchived);
        if (!changed.ok) return submission.reply({ formErrors: [words.inUse] });
        throw done(isArchived ? words.archived : words.restored);
      }
    }
  },
);

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.name ?? ""} · ${storefrontWords("en").lists.title}` },
];

export default function PriceListPage() {
  const list = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const words = useWords(storefrontWords).lists;
  return (
    <>
      <PageHeader
        title={list.name}
        status={
          list.isArchived ? (
            <Badge>{words.isArchived}</Badge>
          ) : list.isDefault ? (
            <Badge tone="accent">{words.isDefault}</Badge>
          ) : null
        }
        back={{ to: priceListsPath, label: words.back }}
        actions={
          <>
            <LinkButton to={priceListPreviewPath(list.id)} variant="secondary">
              {words.preview}
            </LinkButton>
            <LinkButton to={productPath(list.id, "new")}>{words.add}</LinkButton>
          </>
        }
      />
      {list.products.length === 0 ? (
        <EmptyState title={words.noProducts} description={words.noProductsText} />
      ) : (
        <ListProducts products={list.products} />
      )}
      <ListSettings list={list} result={result} />
    </>
  );
}
