import { and, eq, lt, sql } from "drizzle-orm";
import { isCodecError } from "../../../codec/codec-error";
import { type Rendered, render } from "../../../codec/render";
import { log } from "../../../lib/log";
import type { Studio } from "../../../tenancy/studio";
import { drawnWatermark } from "../drawn-watermark.server";
import {
  type Oddity,
  type PhotoFailure,
  renditionKey,
  renditionSizes,
  type StoredName,
  type WatermarkSettings,
  webSize,
} from "../model";
import { originalSource } from "../original-source.server";
import { keepMetadata } from "../photo-metadata.server";
import { readableOriginal } from "../readable-original.server";
import { photos, renditions, watermark } from "../schema";
import { watermarkOf } from "../watermark.server";

interface PhotoVersion {
  photoId: string;
  version: number;
}

/**
 * Makes the renditions of one version of a photo. Its commit point is the photo's row taking the version over;
 * everything before only writes objects whose keys belong to this version, so doing it again changes nothing. A
 * file that cannot be decoded ends as `failed` with its reason, unless an older version is shown. When the
 * watermark changed in the meantime, the photo is made once more.
 */
export async function renderPhoto(studio: Studio, photo: PhotoVersion): Promise<void> {
  if (!(await isWaiting(studio, photo))) return forgetOlder(studio, photo);
  const original = await originalSource(studio, photo.photoId);
  if (!original) return fail(studio, photo, "original_missing");
  const settings = await watermarkOf(studio);
  const started = Date.now();
  const made = await renderOr(original, studio, settings);
  if (typeof made === "string") return fail(studio, photo, made);
  for (const { name, format, bytes } of made.renditions) {
    const key = renditionKey(photo.photoId, photo.version, name as StoredName, format);
    await studio.objects.put(key, bytes, `image/${format}`);
  }
  await keepMetadata(studio, photo.photoId, original);
  const taken = await takeOver(studio, photo, made, { settings, milliseconds: Date.now() - started });
  if (taken) await forgetOlder(studio, photo);
  else await renderPhoto(studio, photo);
}

/** Ends a photo that no attempt could render. */
export function giveUpOnPhoto(studio: Studio, photo: PhotoVersion): Promise<void> {
  return fail(studio, photo, "internal");
}

async function renderOr(
  original: Parameters<typeof render>[0],
  studio: Studio,
  settings: WatermarkSettings,
): Promise<Rendered | PhotoFailure> {
  const mark = await drawnWatermark(studio, settings);
  const outputs = [
    { ...webSize, watermark: null },
    ...renditionSizes.map((size) => ({ ...size, watermark: mark })),
  ];
  try {
    return await render(await readableOriginal(studio, original), { outputs });
  } catch (error) {
    if (isCodecError(error)) return error.detail ?? error.failure;
    throw error;
  }
}

/** The commit point. False when the watermark is another one by now, and the photo still waits. */
async function takeOver(
  studio: Studio,
  { photoId, version }: PhotoVersion,
  { renditions: made, analysis, width, height, decoder, oddities, peakBytes }: Rendered,
  { settings, milliseconds }: { settings: WatermarkSettings; milliseconds: number },
): Promise<boolean> {
  const isCurrent = sql`${settings.revision} = coalesce((select ${watermark.revision} from ${watermark}), 0)`;
  const [, taken] = await studio.db.batch([
    studio.db
      .insert(renditions)
      .values(
        made.map(({ name, format, bytes, crc32, ...size }) => ({
          ...size,
          photoId,
          version,
          name: name as StoredName,
          format,
          size: bytes.byteLength,
          crc32,
        })),
      )
      .onConflictDoNothing(),
    studio.db
      .update(photos)
      .set({
        status: "ready",
        failure: null,
        version,
        renderingVersion: null,
        watermarkRevision: settings.revision,
        width,
        height,
        decoder,
        flags: JSON.stringify(oddities satisfies Oddity[]),
        ...analysis,
        renderMs: milliseconds,
        renderBytes: peakBytes,
      })
      .where(and(waiting(photoId, version), isCurrent))
      .returning({ id: photos.id }),
  ]);
  return taken.length > 0 || !(await isWaiting(studio, { photoId, version }));
}

/** Removes what an older version left, once this one is shown. An address of it leads to the shown one. */
async function forgetOlder(studio: Studio, { photoId, version }: PhotoVersion): Promise<void> {
  const isShown = sql`exists (select 1 from ${photos} where ${eq(photos.id, photoId)} and ${eq(photos.version, version)} and ${photos.status} = 'ready')`;
  const isOlder = and(eq(renditions.photoId, photoId), lt(renditions.version, version), isShown);
  const older = await studio.db
    .select({ version: renditions.version, name: renditions.name, format: renditions.format })
    .from(renditions)
    .where(isOlder);
  if (older.length === 0) return;
  const keys = older.map((each) => renditionKey(photoId, each.version, each.name, each.format));
  await studio.objects.delete(keys);
  await studio.db.delete(renditions).where(isOlder);
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
