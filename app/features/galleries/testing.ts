import type { Studio } from "../../tenancy/studio";
import { choosePrices } from "../storefront/index.server";
import type { GalleryInput } from "./forms";
import { createGallery, publishGallery } from "./index.server";
import type { Gallery } from "./model";
import type { GalleryRole, Viewer } from "./model/roles";

/** Somebody who is in a gallery of a test as this. */
export function aViewer({ rights }: Pick<Gallery, "rights">, role: GalleryRole = "buyer"): Viewer {
  return { role, rights: rights[role], seesHidden: rights[role].hide, isMember: false, clientId: null };
}

/** What galleries of tests ask for that ask for a password. */
export const GALLERY_PASSWORD = "unter den linden";

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
    password: input.visibility === "password" ? GALLERY_PASSWORD : null,
    ...input,
  });
  if (!created.ok) throw new Error(`the gallery was refused: ${created.refusal}`);
  return published ? publishGallery(studio, created.value.id) : created.value;
}
