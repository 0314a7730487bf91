import { Link } from "@remix-run/react";
import { useWords } from "../../../ui/locale";
import { Table } from "../../../ui/table";
import { storefrontWords } from "../messages/words";

export interface ListedProduct {
  id: string;
  to: string;
  name: string;
  detail: string;
  price: string;
  tiers: string;
  cost: string;
  margin: string;
}

/** What a price list holds, with what is earned by it. */
export function ListProducts({ products }: { products: readonly ListedProduct[] }) {
  const words = useWords(storefrontWords).lists;
  return (
    <Table
      caption={words.productsTitle}
      captionHidden
      rows={products}
      rowKey={(product) => product.id}
      columns={[
        {
          key: "product",
          header: words.product,
          primary: true,
          cell: (product) => (
            <>
              <Link to={product.to} className="link">
                {product.name}
              </Link>
              <span className="text-muted block text-sm font-normal">{product.detail}</span>
            </>
          ),
        },
        { key: "price", header: words.price, align: "end", cell: (product) => product.price },
        { key: "tiers", header: words.tiers, cell: (product) => product.tiers || "–" },
        { key: "cost", header: words.cost, align: "end", cell: (product) => product.cost },
        { key: "margin", header: words.margin, align: "end", cell: (product) => product.margin },
      ]}
    />
  );
}
