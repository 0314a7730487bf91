import type { Product } from "./products";

/** Which price list holds of which photos: a section's own, or else the gallery's. */
export interface SectionLists {
  /** The gallery's own; null where only its sections sell. */
  priceListId: string | null;
  /** By section. */
  sectionLists: ReadonlyMap<string, string>;
  /** By product: the list it is of. */
  listOf: ReadonlyMap<string, string>;
}

/** Where a photo stands; null for what is of all photos together, which the gallery's own list has. */
type Place = { sectionId: string | null } | null;

/** Whether a product is sold of a photo that stands there. */
export function isSoldOf(lists: SectionLists, productId: string, place: Place): boolean {
  const ofSection = place?.sectionId ? lists.sectionLists.get(place.sectionId) : undefined;
  return lists.listOf.get(productId) === (ofSection ?? lists.priceListId);
}

/**
 * What is sold of a photo as this product: the product itself, or its like in the list that holds there. Undefined
 * where that list has nothing like it.
 */
export function soldAs(
  lists: SectionLists & { products: readonly Product[] },
  product: Product,
  place: Place,
): Product | undefined {
  if (isSoldOf(lists, product.id, place)) return product;
  return lists.products.find(
    (other) =>
      isSoldOf(lists, other.id, place) &&
      (["kind", "fileSize", "dimensions", "finish"] as const).every((fact) => other[fact] === product[fact]),
  );
}
