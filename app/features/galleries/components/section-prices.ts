import { formatMoney } from "../../../lib/money";
import type { OfferedProduct } from "../../storefront/model/shop-offer";

/** What a photo costs, in few words; null where it is not sold. */
export function pricesText(
  products: readonly OfferedProduct[],
  words: { freePhotos: string; perPhoto(price: string): string; from(price: string): string },
  locale: string,
): string | null {
  const [first] = products;
  if (!first) return null;
  const amounts = products.map(({ amount }) => amount);
  const least = Math.min(...amounts);
  const price = formatMoney({ amount: least, currency: first.currency }, locale);
  // Several of one price are one price all the same.
  if (least !== Math.max(...amounts)) return words.from(price);
  return least === 0 ? words.freePhotos : words.perPhoto(price);
}
