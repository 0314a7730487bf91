import { AppError, notFound } from "../../lib/app-error";
import { formatMoney } from "../../lib/money";
import type { Studio } from "../../tenancy/studio";
import { choicesIn, chooserOf, listsOf } from "./favourites.server";
import type { Gallery } from "./model";
import { type Chooser, type ChoosingRules, type ChoosingState, currentOf } from "./model/favourites";
import type { Viewer } from "./model/roles";
import { enterGallery } from "./viewer.server";

/** Somebody who is in a gallery that is open, and may choose there. */
export interface Place {
  gallery: Gallery;
  viewer: Viewer;
}

/**
 * The gallery behind an address, for somebody who may choose in it now. Null for somebody whom it has not let in, or
 * has let out because it closed: its own page says what there is to do. Throws `not_found` for who may not choose.
 */
export async function placeToChoose(studio: Studio, key: string): Promise<Place | null> {
  const { gallery, state, standing } = await enterGallery(studio, key);
  const { viewer } = standing;
  if (!viewer || state === "expired") return null;
  if (!viewer.rights.favourite) throw notFound();
  return { gallery, viewer };
}

/** As `placeToChoose`, where there is no page to be sent to. Throws `gone` or `not_found`. */
export async function openPlace(studio: Studio, key: string): Promise<Place> {
  const place = await placeToChoose(studio, key);
  if (!place) throw new AppError("gone", "This gallery is not open to you now.");
  return place;
}

/** How it is chosen from a gallery, as its controls need it; null for somebody who may not. */
export function rulesFor({ tenant }: Studio, { gallery, viewer }: Place): ChoosingRules | null {
  if (!viewer.rights.favourite) return null;
  const { mode, picks, extraPrice } = gallery.proofing;
  return {
    mode,
    picks: mode === "pick" ? picks : null,
    extraPrice:
      mode !== "pick" || extraPrice === null
        ? null
        : formatMoney({ amount: extraPrice, currency: tenant.currency }, tenant.locale),
    isPreview: viewer.isMember,
  };
}

const nobodyYet: ChoosingState = { chooser: null, lists: [], currentId: null, choices: {} };

/** Everything that is chosen so far by who is asking. */
export async function choosingState(studio: Studio, place: Place): Promise<ChoosingState> {
  const chooser = place.viewer.isMember ? null : await chooserOf(studio);
  return chooser ? stateOf(studio, place, chooser) : nobodyYet;
}

/** The same for a chooser who is known already. @param listId the list that is meant, if it is not the current one */
export async function stateOf(
  studio: Studio,
  { gallery, viewer }: Place,
  chooser: Chooser,
  listId: string | null = null,
): Promise<ChoosingState> {
  const lists = await listsOf(studio, gallery.id, viewer, chooser);
  const current = lists.find(({ id }) => id === listId) ?? currentOf(lists);
  return {
    chooser: { name: chooser.name, email: chooser.email },
    lists,
    currentId: current?.id ?? null,
    choices: current ? await choicesIn(studio, viewer, current.id) : {},
  };
}
