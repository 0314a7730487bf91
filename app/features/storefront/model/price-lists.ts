/** What a gallery is to sell: a list, or originals at one price each; a list of null sells nothing. */
export type PriceChoice = { perPhoto: number } | { priceListId: string | null };

/** What a gallery's prices come to, where they are only told. */
export interface PricesSummary {
  id: string;
  /** Empty for a list that is nothing but a price per photo. */
  name: string;
  currency: string;
  /** Where the list is nothing but this price per photo. */
  perPhoto: number | null;
  /** The price of the first original of one photo in it; null where none is sold. */
  originalAmount: number | null;
  /** Whether everything in it costs nothing. */
  isFree: boolean;
  isEmpty: boolean;
}
