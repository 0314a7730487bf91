import { and, eq, sql } from "drizzle-orm";
import { notFound } from "../../../lib/app-error";
import { ok, type Result } from "../../../lib/result";
import type { Studio } from "../../../tenancy/studio";
import { photos } from "../../ingest/schema";
import type { ArrangeValues } from "../forms/arrange";
import { addSection } from "./add-section.server";
import { hidePhotos, movePhotos, placePhotos, sortPhotos } from "./arrange-photos.server";
import { changeSection } from "./change-section.server";
import { chooseCover } from "./choose-cover.server";
import { moveSection } from "./move-section.server";
import { removeSection } from "./remove-section.server";

/** What an act of the page came to: how many photos it was done to, and the section that is open then. */
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
  if ("photo" in values) await expectPhotos(studio, id, values.photo);
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
      return ok({ count: await movePhotos(studio, id, values.photo, values.to ?? null) });
    case "hide":
    case "show":
      return ok({ count: await hidePhotos(studio, id, values.photo, values.intent === "hide") });
    case "first":
    case "last":
      return ok({ count: await placePhotos(studio, id, values.photo, values.intent) });
    case "cover":
      await chooseCover(studio, id, values.photo[0] ?? missing());
      return ok({ count: 1 });
  }
}

/** At least one of the photos is the gallery's: some of many may have gone meanwhile. Throws `not_found`. */
async function expectPhotos(studio: Studio, galleryId: string, photoIds: readonly string[]): Promise<void> {
  const isNamed = sql`${photos.id} in (select value from json_each(${JSON.stringify(photoIds)}))`;
  const found = await studio.db
    .select({ id: photos.id })
    .from(photos)
    .where(and(eq(photos.galleryId, galleryId), isNamed))
    .limit(1)
    .get();
  if (!found) throw notFound();
}

function missing(): never {
  throw notFound();
}
