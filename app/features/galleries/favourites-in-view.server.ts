import type { Studio } from "../../tenancy/studio";
import { choosingState, rulesFor } from "./choosing.server";
import type { Gallery } from "./model";
import type { FavouritesInView } from "./model/favourites-in-view";
import type { Viewer } from "./model/roles";

/** What somebody chose in a gallery, for its page; null where they may choose nothing. */
export async function favouritesInView(
  studio: Studio,
  gallery: Gallery,
  viewer: Viewer,
): Promise<FavouritesInView | null> {
  const rules = rulesFor(studio, { gallery, viewer });
  return rules && { rules, state: await choosingState(studio, { gallery, viewer }) };
}
