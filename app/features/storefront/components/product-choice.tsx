import { formatMoney } from "../../../lib/money";
import { RadioGroup } from "../../../ui/field";
import { useLocale, useWords } from "../../../ui/locale";
import { storefrontWords } from "../messages/words";
import { isDigital, type Product } from "../model/products";

export interface ProductChoiceProps {
  products: readonly ShownProduct[];
  currency: string;
  chosen: string | undefined;
  error?: string | string[] | null;
}

/** What of a product its buyers see. */
export type ShownProduct = Pick<
  Product,
  "id" | "kind" | "name" | "fileSize" | "terms" | "dimensions" | "finish" | "amount"
> & { tiers: { from: number; amount: number }[] };

/** What something can be bought as: files first, then things, each with its price and what is said of it. */
export function ProductChoice({ products, currency, chosen, error }: ProductChoiceProps) {
  const words = useWords(storefrontWords).buy;
  const files = products.filter(isDigital);
  const things = products.filter((product) => !isDigital(product));
  const groups = [
    { legend: words.files, products: files },
    { legend: words.things, products: things },
  ].filter((group) => group.products.length > 0);
  return (
    <>
      {groups.map((group, i) => (
        <RadioGroup
          key={group.legend}
          legend={group.legend}
          name="product"
          defaultValue={chosen}
          error={i === groups.length - 1 ? error : null}
          options={group.products.map((product) => ({
            value: product.id,
            label: <ProductLabel product={product} currency={currency} />,
            description: <ProductText product={product} currency={currency} />,
          }))}
        />
      ))}
    </>
  );
}

function ProductLabel({ product, currency }: { product: ShownProduct; currency: string }) {
  const locale = useLocale();
  return (
    <span className="flex justify-between gap-4">
      <span>{product.name}</span>
      <span className="tabular-nums">{formatMoney({ amount: product.amount, currency }, locale)}</span>
    </span>
  );
}

function ProductText({ product, currency }: { product: ShownProduct; currency: string }) {
  const words = useWords(storefrontWords).buy;
  const locale = useLocale();
  const { fileSize, dimensions, finish, terms, tiers } = product;
  const facts = [fileSize ? words.sizes[fileSize] : "", dimensions, finish].filter(Boolean).join(" · ");
  const cheaper = tiers.map(({ from, amount }) =>
    words.tier(from, formatMoney({ amount, currency }, locale)),
  );
  return (
    <>
      {facts ? <span className="block">{facts}</span> : null}
      {cheaper.length > 0 ? <span className="block">{cheaper.join(" · ")}</span> : null}
      {terms ? <span className="block whitespace-pre-line">{terms}</span> : null}
    </>
  );
}
