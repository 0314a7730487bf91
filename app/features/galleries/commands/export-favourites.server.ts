import { strToU8, zipSync } from "fflate";
import { noteAct } from "../../../events/audit";
import { CSV_BEGINNING, csvLine } from "../../../lib/csv";
import { formatMoment } from "../../../lib/time";
import type { Studio } from "../../../tenancy/studio";
import { picksWords } from "../messages/picks-words";
import type { PickedList, PickedPhoto, PicksFilter } from "../model/picks";
import { sidecarsOf } from "../model/sidecar";
import { listsForStudio, pickedPhotos } from "../picks.server";
import { getGallery } from "../queries.server";

/** More photos than this do not go into one file. */
export const MOST_PICKS = 10_000;

/** Hands out what was chosen as a CSV file: one line for each photo of each list. Throws `not_found`. */
export async function exportPicksCsv(
  studio: Studio,
  galleryId: string,
  filter: PicksFilter,
): Promise<Uint8Array> {
  const { photos, lists } = await exported(studio, galleryId, filter, "csv");
  const words = picksWords(studio.tenant.locale);
  const byId = new Map(lists.map((list) => [list.id, list]));
  const lines = photos.flatMap((photo) =>
    photo.said.map((said) => lineOf(studio, photo, said, byId.get(said.listId))),
  );
  return strToU8(CSV_BEGINNING + csvLine(words.csv) + lines.join(""));
}

/** Hands out what was chosen as a ZIP of XMP sidecars, one for each file name. Throws `not_found`. */
export async function exportPicksXmp(
  studio: Studio,
  galleryId: string,
  filter: PicksFilter,
): Promise<Uint8Array> {
  const { photos } = await exported(studio, galleryId, filter, "xmp");
  const files = [...sidecarsOf(photos)].map(([name, text]) => [name, strToU8(text)] as const);
  return zipSync(Object.fromEntries(files), { level: 6, mtime: studio.clock.now() });
}

/** What is handed out; that it was is noted first. */
async function exported(studio: Studio, galleryId: string, filter: PicksFilter, format: string) {
  const gallery = await getGallery(studio, galleryId);
  const [photos, lists] = await Promise.all([
    pickedPhotos(studio, gallery.id, filter, { limit: MOST_PICKS }),
    listsForStudio(studio, gallery.id),
  ]);
  await noteAct(studio, {
    action: "favourites.exported",
    subjectId: gallery.id,
    after: { format, photos: photos.length },
  });
  return { photos, lists };
}

function lineOf(
  { tenant }: Studio,
  photo: PickedPhoto,
  said: PickedPhoto["said"][number],
  list: PickedList | undefined,
): string {
  const words = picksWords(tenant.locale);
  return csvLine([
    photo.filename,
    list?.name ?? null,
    list?.person.name ?? null,
    list?.person.email ?? null,
    said.mark && words.marks[said.mark],
    said.label && (words.labels[said.label - 1] ?? null),
    said.comment,
    formatMoment(said.at, tenant.locale, tenant.timeZone),
  ]);
}
