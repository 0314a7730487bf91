import { AppError } from "../../lib/app-error";
import type { Studio } from "../../tenancy/studio";
import { getSharedGallery } from "../galleries/index.server";
import { type Gallery, galleryState } from "../galleries/model";
import { type Catalogue, catalogueOf, isSelling } from "./catalogue.server";

/** The open gallery behind an address and what it sells. Throws `not_found`, and `gone` for one that has closed. */
export async function openShop(
  studio: Studio,
  key: string,
): Promise<{ gallery: Gallery; catalogue: Catalogue | null }> {
  const gallery = await getSharedGallery(studio, key);
  if (galleryState(gallery, studio.clock.now()) !== "open")
    throw new AppError("gone", "This gallery has closed.");
  const catalogue = await catalogueOf(studio, gallery);
  return { gallery, catalogue: catalogue && (await isSelling(studio, catalogue)) ? catalogue : null };
}
