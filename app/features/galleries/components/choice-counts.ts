import type { enFavourites } from "../messages/en-favourites";
import type { ChoosingRules, FavouritesList } from "../model/favourites";

/** How far a list is, in the words of the gallery's mode: "42 of 60". */
export function countText(
  words: (typeof enFavourites)["counts"],
  { mode, picks }: Pick<ChoosingRules, "mode" | "picks">,
  { chosen, rejected, labelled }: Pick<FavouritesList, "chosen" | "rejected" | "labelled">,
): string {
  if (mode === "pick") return words.pick(chosen, picks);
  if (mode === "approve") return words.approve(chosen, rejected);
  return mode === "labels" ? words.labels(labelled) : words.favourites(chosen);
}
