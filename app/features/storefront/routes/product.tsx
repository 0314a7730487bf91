import type { MetaFunction } from "@remix-run/cloudflare";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { redirectWithFlash } from "../../../http/flash";
import { studioAction, studioLoader } from "../../../http/studio-route";
import { typedAmount } from "../../../lib/money";
import { Button } from "../../../ui/button";
import { useWords } from "../../../ui/locale";
import { Notice } from "../../../ui/notice";
import { PageHeader } from "../../../ui/page-header";
import { removeProduct, saveProduct } from "../commands/save-product.server";
import { ProductForm } from "../components/product-form";
import { productForm } from "../forms";
import { nameOfList } from "../list-name.server";
import { storefrontWords } from "../messages/words";
import type { Product } from "../model/products";
import { priceListPath } from "../paths";
import { getPriceList, getProduct } from "../price-list-queries.server";

/** Empty lines for tiers beside those there are. */
const FURTHER_TIERS = 2;

export const loader = studioLoader({ may: "prices:write" }, async ({ studio, params }) => {
  const list = await getPriceList(studio, params.listId ?? "");
  const { productId = "" } = params;
  const product = productId === "new" ? null : await getProduct(studio, list.id, productId);
  const { locale } = studio.tenant;
  return {
    list: { id: list.id, name: nameOfList(studio, list), currency: list.currency },
    name: product?.name ?? null,
    tiers: (product?.tiers.length ?? 1) + FURTHER_TIERS,
    values: product
      ? typedProduct(product, list.currency, locale)
      : { kind: "photo", fileSize: "original", taxClass: "digital", shippingClass: "standard" },
  };
});

/** A product as it stands in the fields of its form. */
function typedProduct(product: Product, currency: string, locale: string): Record<string, string> {
  const { kind, name, fileSize, terms, dimensions, finish, taxClass, shippingClass, tiers } = product;
  const typed = (amount: number) => typedAmount({ amount, currency }, locale);
  return {
    ...{ kind, name, terms, dimensions, finish, taxClass, shippingClass },
    fileSize: fileSize ?? "original",
    price: typed(product.amount),
    cost: typed(product.cost),
    ...Object.fromEntries(
      tiers.flatMap(({ from, amount }, i) => [
        [`from${i + 1}`, String(from)],
        [`each${i + 1}`, typed(amount)],
      ]),
    ),
  };
}

export const action = studioAction(
  { may: "prices:write", form: (studio) => productForm(studio.tenant.currency) },
  async ({ studio, request, params, values, submission }) => {
    const list = await getPriceList(studio, params.listId ?? "");
    const productId = params.productId === "new" ? null : (params.productId ?? "");
    const words = storefrontWords(studio.tenant.locale).products;
    const where = { priceListId: list.id, unnamed: nameOfList(studio, list) };
    if (values.intent === "remove") {
      await removeProduct(studio, { ...where, productId: productId ?? "" });
      throw redirectWithFlash(priceListPath(list.id), words.removed, request);
    }
    const saved = await saveProduct(studio, { ...where, productId }, values.product);
    if (!saved.ok) return submission.reply({ formErrors: [words.tooMany] });
    throw redirectWithFlash(priceListPath(list.id), words.saved, request);
  },
);

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.name ?? storefrontWords("en").products.newTitle} · ${data?.list.name}` },
];

export default function ProductPage() {
  const { list, name, tiers, values } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const words = useWords(storefrontWords).products;
  return (
    <>
      <PageHeader title={name ?? words.newTitle} back={{ to: priceListPath(list.id), label: list.name }} />
      {result?.error?.[""] ? (
        <Notice tone="danger" className="mb-6 max-w-xl">
          {result.error[""][0]}
        </Notice>
      ) : null}
      <ProductForm
        values={result?.initialValue ?? values}
        errors={result?.error}
        currency={list.currency}
        tiers={tiers}
      />
      {name === null ? null : (
        <Form method="post" className="mt-12">
          <Button name="intent" value="remove" variant="danger">
            {words.remove}
          </Button>
        </Form>
      )}
    </>
  );
}
