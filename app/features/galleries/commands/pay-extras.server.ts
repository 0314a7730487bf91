import { ok, type Result, refuse } from "../../../lib/result";
import type { Studio } from "../../../tenancy/studio";
import {
  placeServiceOrder,
  priceService,
  takeUpServiceOrder,
  unsettledServices,
} from "../../storefront/index.server";
import type { OrderRefusal } from "../../storefront/model";
import type { Place } from "../choosing.server";
import { listsOf } from "../favourites.server";
import { type Chooser, extrasOf, type FavouritesList } from "../model/favourites";

export type ExtrasRefusal = OrderRefusal | { reason: "nothing_due" } | { reason: "under_way" };

interface ExtrasRequest {
  listId: string;
  /** What it is called on the order and its receipt. */
  title: string;
  /** The total that the buyer was shown, in minor units. */
  shown: number;
  /** That they count at once, and what the buyer gives up by that. */
  consented: boolean;
}

/** What somebody owes for a finished list of theirs. */
export interface ExtrasDue {
  list: FavouritesList;
  /** How many photos, what one costs, and what is to be paid in all, in minor units. */
  count: number;
  each: number;
  total: number;
}

/** What is owed for a list; null for nothing, and for a list that is not theirs. */
export async function extrasDue(
  studio: Studio,
  { gallery, viewer }: Place,
  chooser: Chooser,
  listId: string,
): Promise<ExtrasDue | null> {
  const lists = await listsOf(studio, gallery.id, viewer, chooser);
  const list = lists.find(({ id }) => id === listId);
  const { extraPrice: each } = gallery.proofing;
  const count = list?.isFinished ? extrasOf(gallery.proofing, list).unpaid : 0;
  if (!list || each === null || count === 0) return null;
  const { priced } = await priceService(studio, { title: "", amount: each, quantity: count });
  return { list, count, each, total: priced.total };
}

/**
 * Places the order for photos of a finished list beyond those included, or finds the one that waits for its payment
 * already: pressed twice it is paid once. One that was placed for another number or at another price is closed. Whoever
 * names a list that is not theirs owes nothing.
 */
export async function payExtras(
  studio: Studio,
  place: Place,
  chooser: Chooser,
  { listId, title, shown, consented }: ExtrasRequest,
): Promise<Result<{ id: string; buyerToken: string; checkoutUrl: string }, ExtrasRefusal>> {
  const due = await extrasDue(studio, place, chooser, listId);
  if (!due) return refuse({ reason: "nothing_due" });
  if (shown !== due.total) return refuse({ reason: "price_changed" });
  const earlier = await unsettledServices(studio, { kind: "extra_picks", subjectId: listId });
  const takenUp = await takeUpServiceOrder(studio, earlier, {
    quantity: due.count,
    total: due.total,
    email: chooser.email,
  });
  if (!takenUp.ok)
    return takenUp.refusal.reason === "paid_meanwhile" ? refuse({ reason: "under_way" }) : takenUp;
  if (takenUp.value) return ok(takenUp.value);
  return placeServiceOrder(studio, {
    gallery: place.gallery,
    kind: "extra_picks",
    subjectId: listId,
    amount: due.each,
    quantity: due.count,
    email: chooser.email,
    title,
    consented,
  });
}
