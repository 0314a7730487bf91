import type { Studio } from "../../tenancy/studio";
import type { GalleryInput } from "./forms";
import { createGallery, publishGallery } from "./index.server";
import type { Gallery } from "./model";

/** A gallery of a test; published unless told otherwise. */
export async function aGallery(
  studio: Studio,
  { published = true, ...input }: Partial<GalleryInput> & { published?: boolean } = {},
): Promise<Gallery> {
  const created = await createGallery(studio, {
    name: "Anna & Ben",
    visibility: "public",
    priceAmount: 1200,
    expiresAt: null,
    freeDownloads: "none",
    downloadPin: null,
    ...input,
  });
  if (!created.ok) throw new Error(`the gallery was refused: ${created.refusal}`);
  return published ? publishGallery(studio, created.value.id) : created.value;
}
