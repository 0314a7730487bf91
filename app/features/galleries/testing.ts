import type { Studio } from "../../tenancy/studio";
import { choosePrices } from "../storefront/index.server";
import { addSection } from "./commands/add-section.server";
import type { GalleryInput } from "./forms";
import { createGallery, publishGallery } from "./index.server";
import type { Gallery } from "./model";

/** A gallery of a test; published unless told otherwise. */
export async function aGallery(
  studio: Studio,
  {
    published = true,
    priceAmount = 1200,
    ...input
  }: Partial<GalleryInput> & { published?: boolean; priceAmount?: number } = {},
): Promise<Gallery> {
  const prices = await choosePrices(studio, { perPhoto: priceAmount });
  if (!prices.ok) throw new Error(`the prices were refused: ${prices.refusal}`);
  const created = await createGallery(studio, {
    name: "Anna & Ben",
    visibility: "public",
    priceListId: prices.value,
    expiresAt: null,
    downloadPin: null,
    ...input,
  });
  if (!created.ok) throw new Error(`the gallery was refused: ${created.refusal}`);
  return published ? publishGallery(studio, created.value.id) : created.value;
}

/** A section of a gallery, and its id. */
export async function aSection(studio: Studio, galleryId: string, name = "Ceremony"): Promise<string> {
  const added = await addSection(studio, galleryId, name);
  if (!added.ok) throw new Error(`the section was refused: ${added.refusal}`);
  return added.value;
}
