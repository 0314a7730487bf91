import type { ChoosingRules, ChoosingState } from "./favourites";

/** What the page of a gallery knows of somebody's choices when it is sent. */
export interface FavouritesInView {
  rules: ChoosingRules;
  state: ChoosingState;
}
