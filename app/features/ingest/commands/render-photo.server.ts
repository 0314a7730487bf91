import { and, eq, sql } from "drizzle-orm";
import { isCodecError } from "../../../codec/codec-error";
import { type Rendered, render } from "../../../codec/render";
import { commit } from "../../../events/commit";
import { log } from "../../../lib/log";
import { randomToken } from "../../../lib/tokens";
import type { Studio } from "../../../tenancy/studio";
import { galleries } from "../../galleries/schema";
import { creditLines } from "../credit-lines";
import { drawnWatermark } from "../drawn-watermark.server";
import { forgetUnshown } from "../forget-unshown.server";
import {
  type Oddity,
  type PhotoFailure,
  type PictureSettings,
  type RenditionSet,
  renditionKey,
  renditionSizes,
  type StoredName,
  webSize,
} from "../model";
import { originalSource } from "../original-source.server";
import { keepMetadata } from "../photo-metadata.server";
import { pictureSettingsOf } from "../picture-settings.server";
import { readableOriginal } from "../readable-original.server";
import { photos, pictureSettings } from "../schema";
import { insertRenditions } from "../stored-renditions.server";

interface PhotoVersion {
  photoId: string;
  version: number;
}

/**
 * Makes the renditions of one version of a photo. Its commit point is the photo's row taking over what this attempt
 * stored under keys of its own; the rows of the renditions are written with it, so they always tell of the objects
 * that are shown. Doing it again, or twice at once, changes nothing. A file that cannot be decoded ends as `failed`
 * with its reason, unless an older version is shown. When the settings, or whether its gallery carries the watermark,
 * changed in the meantime, the photo is made once more.
 */
export async function renderPhoto(studio: Studio, photo: PhotoVersion): Promise<void> {
  if (!(await isWaiting(studio, photo))) return forgetUnshown(studio, photo.photoId);
  const original = await originalSource(studio, photo.photoId);
  if (!original) return fail(studio, photo, "original_missing");
  const [settings, isMarked] = await Promise.all([
    pictureSettingsOf(studio),
    carriesWatermark(studio, photo.photoId),
  ]);
  const started = Date.now();
  const written = await keepMetadata(studio, photo.photoId, original);
  const credits = creditLines(settings.credits, written, studio.tenant.name);
  const made = await renderOr(original, studio, { settings, credits, isMarked });
  if (typeof made === "string") return fail(studio, photo, made);
  const set = { id: photo.photoId, version: photo.version, attempt: randomToken(6) };
  for (const { name, format, bytes } of made.renditions) {
    await studio.objects.put(renditionKey(set, name as StoredName, format), bytes, `image/${format}`);
  }
  const taken = await takeOver(studio, set, made, {
    settings,
    isMarked,
    milliseconds: Date.now() - started,
  });
  if (taken) return forgetUnshown(studio, photo.photoId);
  await studio.objects.delete(
    made.renditions.map(({ name, format }) => renditionKey(set, name as StoredName, format)),
  );
  await renderPhoto(studio, photo);
}

/** Ends a photo that no attempt could render. */
export function giveUpOnPhoto(studio: Studio, photo: PhotoVersion): Promise<void> {
  return fail(studio, photo, "internal");
}

async function renderOr(
  original: Parameters<typeof render>[0],
  studio: Studio,
  {
    settings,
    credits,
    isMarked,
  }: { settings: PictureSettings; credits: ReturnType<typeof creditLines>; isMarked: boolean },
): Promise<Rendered | PhotoFailure> {
  const mark = isMarked ? await drawnWatermark(studio, settings) : null;
  const outputs = [
    { ...webSize, watermark: null },
    ...renditionSizes.map((size) => ({ ...size, watermark: mark })),
  ];
  try {
    return await render(await readableOriginal(studio, original), { outputs, credits });
  } catch (error) {
    if (isCodecError(error)) return error.detail ?? error.failure;
    throw error;
  }
}

/**
 * The commit point. False when another attempt was first, or the settings are others by now. An AVIF of what is shown
 * from now on is asked for in the same transaction, where the studio wants one.
 */
async function takeOver(
  studio: Studio,
  set: RenditionSet,
  { renditions, analysis, width, height, decoder, oddities, peakBytes }: Rendered,
  {
    settings,
    isMarked,
    milliseconds,
  }: { settings: PictureSettings; isMarked: boolean; milliseconds: number },
): Promise<boolean> {
  const { id, version, attempt } = set;
  const isCurrent = sql`${settings.revision} = coalesce((select ${pictureSettings.revision} from ${pictureSettings}), 0)`;
  const isMarkedStill = sql`(select g.watermark from ${galleries} g where g.id = ${photos.galleryId}) = ${isMarked ? 1 : 0}`;
  const change = studio.db
    .update(photos)
    .set({
      status: "ready",
      failure: null,
      version,
      attempt,
      renderingVersion: null,
      settingsRevision: settings.revision,
      avif: settings.avif ? "asked" : null,
      width,
      height,
      decoder,
      flags: JSON.stringify(oddities satisfies Oddity[]),
      ...analysis,
      renderMs: milliseconds,
      renderBytes: peakBytes,
    })
    .where(and(waiting(id, version), isCurrent, isMarkedStill))
    .returning({ id: photos.id });
  const rows = insertRenditions(studio, set, renditions);
  if (settings.avif) {
    const event = { name: "photo.avif_requested", payload: { photoId: id, version } } as const;
    return (await commit(studio, change, { event }, { after: [rows] })).length > 0;
  }
  const [taken] = await studio.db.batch([change, rows]);
  return taken.length > 0;
}

/** Whether the watermark stands on the photos of a photo's gallery. */
async function carriesWatermark({ db }: Studio, photoId: string): Promise<boolean> {
  const row = await db
    .select({ watermark: galleries.watermark })
    .from(galleries)
    .innerJoin(photos, eq(photos.galleryId, galleries.id))
    .where(eq(photos.id, photoId))
    .get();
  return row?.watermark ?? true;
}

async function fail(
  studio: Studio,
  { photoId, version }: PhotoVersion,
  failure: PhotoFailure,
): Promise<void> {
  log("warn", "a photo could not be rendered", { studioId: studio.tenant.id, photoId, failure });
  await studio.db
    .update(photos)
    .set({
      status: sql`case when ${photos.status} = 'ready' then 'ready' else 'failed' end`,
      failure,
      renderingVersion: null,
    })
    .where(waiting(photoId, version));
}

async function isWaiting(studio: Studio, { photoId, version }: PhotoVersion): Promise<boolean> {
  const where = waiting(photoId, version);
  return (await studio.db.select({ id: photos.id }).from(photos).where(where).get()) !== undefined;
}

function waiting(photoId: string, version: number) {
  return and(eq(photos.id, photoId), eq(photos.renderingVersion, version));
}
