import { useState } from "react";
import { Button } from "../../../ui/button";
import { useWords } from "../../../ui/locale";
import { Notice } from "../../../ui/notice";
import { SelectField } from "../../../ui/select-field";
import type { OfferedProduct } from "../../storefront/model/shop-offer";
import { galleryWords } from "../messages/words";

export interface BuyBarProps {
  /** How many photos are chosen; null while nobody counts because JavaScript has not arrived. */
  count: number | null;
  /** Some are chosen on other pages of the gallery, where this page has no boxes. */
  chosenElsewhere: boolean;
  /** What they can be bought as; at least one. */
  products: readonly OfferedProduct[];
  /** What one costs, as it is read. */
  priceOf(product: OfferedProduct): string;
  /** What the chosen ones cost as that, as it is read; null where that is not known here. */
  totalOf(product: OfferedProduct): string | null;
  /** The one that is chosen to begin with. */
  product: string;
  adding: boolean;
  errors: string[] | null;
  onClear(): void;
}

/** How the bar looks: small while nothing is chosen, and not there where the bar of favourites is; before JavaScript it opens by the boxes of the form alone. */
const looks = {
  open: "py-3 sm:mx-auto sm:w-[min(100%-3rem,56rem)] sm:rounded-lg sm:py-4",
  closed: "py-1 sm:mx-auto sm:w-fit sm:rounded-full [body:has([data-favourites-bar])_&]:hidden",
  byBoxes: "py-1 sm:mx-auto sm:w-fit sm:rounded-full sm:group-has-[:checked]/shop:rounded-lg",
};

/**
 * What is chosen, as what, and what it costs; stays at the foot of the screen. Belongs into a form of the group
 * "shop". The price is for one's guidance: the cart has the server's.
 */
export function BuyBar(props: BuyBarProps) {
  const { count, chosenElsewhere, products, priceOf, totalOf, adding, errors, onClear } = props;
  const words = useWords(galleryWords).shared;
  const [productId, setProductId] = useState(props.product);
  const product = products.find(({ id }) => id === productId) ?? products[0];
  const total = count === null || !product ? null : totalOf(product);
  const open = chosenElsewhere || (count ?? 0) > 0 || errors !== null;
  const look = open ? "open" : count === null ? "byBoxes" : "closed";
  return (
    <section
      aria-label={words.checkout}
      data-buy-bar={look}
      className={`border-line bg-surface/97 sticky bottom-0 z-20 mt-12 border-t px-5 backdrop-blur-sm sm:bottom-6 sm:mb-6 sm:border sm:px-6 sm:shadow-raised ${looks[look]}`}
    >
      {errors ? (
        <Notice tone="danger" className="mb-3">
          {errors[0]}
        </Notice>
      ) : null}
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <p role="status" className="flex min-h-11 items-center gap-3 text-sm">
          {count === null || count === 0 ? words.none : words.selected(count)}
          {count !== null && count > 0 ? (
            <Button type="button" variant="quiet" size="sm" onClick={onClear}>
              {words.clear}
            </Button>
          ) : null}
        </p>
        {look === "closed" ? null : (
          <div
            className={`${products.length === 1 ? "flex-auto" : "flex-[1_0_100%] sm:flex-1"} flex-wrap items-end justify-end gap-3 ${look === "open" ? "flex" : "hidden group-has-[:checked]/shop:flex"}`}
          >
            {products.length === 1 ? (
              <input type="hidden" name="product" value={product?.id} />
            ) : (
              <SelectField
                label={words.product}
                name="product"
                value={product?.id}
                onChange={(event) => setProductId(event.currentTarget.value)}
                options={products.map((each) => ({ value: each.id, label: labelOf(each, priceOf(each)) }))}
                className="min-w-56 flex-1 sm:max-w-96"
              />
            )}
            <Button pending={adding} className="grow whitespace-nowrap sm:grow-0">
              {adding ? words.adding : total === null ? words.addPlain : words.add(total)}
            </Button>
          </div>
        )}
      </div>
    </section>
  );
}

function labelOf({ name, detail }: OfferedProduct, price: string): string {
  return [name, detail, price].filter(Boolean).join(" · ");
}
