import { notFound } from "../../../lib/app-error";
import { ok, type Result } from "../../../lib/result";
import type { Studio } from "../../../tenancy/studio";
import type { ArrangeValues } from "../forms/arrange";
import { addSection } from "./add-section.server";
import {
  hidePhotos,
  movePhotos,
  placeBefore,
  placePhotos,
  shiftPhotos,
  sortPhotos,
} from "./arrange-photos.server";
import { changeSection } from "./change-section.server";
import { chooseCover } from "./choose-cover.server";
import { moveSection } from "./move-section.server";
import { removeSection } from "./remove-section.server";

/**
 * What an act of the page came to: how many photos it was done to (none, where they were to stand before one that is
 * gone), and the section that is open then.
 */
export interface Arranged {
  count: number;
  /** Left out for the one that was open before. */
  section?: string | null;
}

/** Does what the page of arranging was asked to. Throws `not_found`. */
export async function arrangeGallery(
  studio: Studio,
  id: string,
  values: ArrangeValues,
): Promise<Result<Arranged, "too_many" | "no_such_list">> {
  switch (values.intent) {
    case "add": {
      const added = await addSection(studio, id, values.name);
      return added.ok ? ok({ count: 0, section: added.value }) : added;
    }
    case "save": {
      const { section, name, prices: priceListId = null } = values;
      const saved = await changeSection(studio, id, section, { name, priceListId });
      return saved.ok ? ok({ count: 0 }) : saved;
    }
    case "up":
    case "down":
      await moveSection(studio, id, values.section, values.intent === "up" ? -1 : 1);
      return ok({ count: 0 });
    case "remove":
      await removeSection(studio, id, values.section);
      return ok({ count: 0, section: null });
    case "sort":
      await sortPhotos(studio, id, values.section ?? null, values.by);
      return ok({ count: 0 });
    case "move":
      return some(await movePhotos(studio, id, values.photo, values.to ?? null));
    case "hide":
    case "show":
      return some(await hidePhotos(studio, id, values.photo, values.intent === "hide"));
    case "shift":
      return some(await shiftPhotos(studio, id, values.photo, values.shift));
    case "before":
      // A photo may go while others are carried to it.
      return ok({ count: await placeBefore(studio, id, values.photo, values.target) });
    case "first":
    case "last":
      return some(await placePhotos(studio, id, values.photo, values.intent));
    case "cover":
      await chooseCover(studio, id, values.photo[0] ?? missing());
      return ok({ count: 1 });
  }
}

/** Of photos that are the gallery's at least one was changed: some of many may have gone meanwhile. Throws `not_found`. */
const some = (count: number) => (count > 0 ? ok({ count }) : missing());

function missing(): never {
  throw notFound();
}
