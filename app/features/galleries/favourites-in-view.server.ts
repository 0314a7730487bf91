import type { Studio } from "../../tenancy/studio";
import type { Gallery } from "./model";
import type { FavouritesInView } from "./model/favourites-in-view";
import type { Viewer } from "./model/roles";

/** What somebody chose in a gallery, for its page; null where they may choose nothing. */
export async function favouritesInView(
  _studio: Studio,
  _gallery: Gallery,
  _viewer: Viewer,
): Promise<FavouritesInView | null> {
  return null;
}
