import type { MetaFunction } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { studioLoader } from "../../../http/studio-route";
import { useWords } from "../../../ui/locale";
import { PageHeader } from "../../../ui/page-header";
import { ProductChoice } from "../components/product-choice";
import { nameOfList } from "../list-name.server";
import { storefrontWords } from "../messages/words";
import { isOfOnePhoto } from "../model/products";
import { priceListPath } from "../paths";
import { getPriceList, productsOf } from "../price-list-queries.server";

export const loader = studioLoader({ may: "prices:write" }, async ({ studio, params }) => {
  const list = await getPriceList(studio, params.listId ?? "");
  const products = (await productsOf(studio, list.id)).map(
    ({ cost: _, taxClass: __, shippingClass: ___, tiers, ...shown }) => ({ ...shown, tiers: [...tiers] }),
  );
  return { id: list.id, name: nameOfList(studio, list), currency: list.currency, products };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${storefrontWords("en").preview.title} · ${data?.name}` },
];

export default function PriceListPreview() {
  const { id, name, currency, products } = useLoaderData<typeof loader>();
  const words = useWords(storefrontWords).preview;
  const groups = [
    { title: words.onePhoto, products: products.filter(isOfOnePhoto) },
    { title: words.whole, products: products.filter((product) => !isOfOnePhoto(product)) },
  ].filter((group) => group.products.length > 0);
  return (
    <>
      <PageHeader
        title={words.title}
        description={words.text}
        back={{ to: priceListPath(id), label: name }}
      />
      <div className="grid gap-x-16 gap-y-12 lg:grid-cols-2">
        {groups.map((group) => (
          <section key={group.title} aria-label={group.title}>
            <h2 className="mb-5 text-2xl">{group.title}</h2>
            <form className="grid gap-7">
              <ProductChoice products={group.products} currency={currency} chosen={group.products[0]?.id} />
            </form>
          </section>
        ))}
      </div>
    </>
  );
}
