import { AppError } from "../../lib/app-error";
import { type Browser, letInto } from "../galleries/index.server";
import type { Gallery } from "../galleries/model";
import { type Catalogue, catalogueOf, isSelling } from "./catalogue.server";

/**
 * The open gallery behind an address, what it sells those like who asks, and whether hidden photos are there for
 * them. Whoever is not in is led to its door. Throws `not_found`, and `gone` for one that has closed.
 */
export async function openShop(
  browser: Browser,
  key: string,
): Promise<{ gallery: Gallery; catalogue: Catalogue | null; seesHidden: boolean }> {
  const { studio } = browser;
  const { gallery, state, viewer } = await letInto(browser, key);
  if (state !== "open") throw new AppError("gone", "This gallery has closed.");
  const catalogue = viewer.rights.buy ? await catalogueOf(studio, gallery) : null;
  const sells = catalogue && (await isSelling(studio, catalogue));
  return { gallery, catalogue: sells ? catalogue : null, seesHidden: viewer.seesHidden };
}
