import { and, eq, lt, sql } from "drizzle-orm";
import { isCodecError } from "../../../codec/codec-error";
import { isDrawableLogo } from "../../../codec/logo-sprite";
import { render } from "../../../codec/render";
import type { Watermark } from "../../../codec/watermark";
import { log } from "../../../lib/log";
import type { Studio } from "../../../tenancy/studio";
import {
  originalKey,
  type PhotoFailure,
  type RenditionName,
  renditionKey,
  renditionSizes,
  type WatermarkSettings,
  watermarkSizes,
} from "../model";
import { photos, renditions, watermark } from "../schema";
import { watermarkOf } from "../watermark.server";

interface PhotoVersion {
  photoId: string;
  version: number;
}

/**
 * Makes the watermarked renditions of one version of a photo. Its commit point is the photo's row taking the
 * version over; everything before only writes objects whose keys belong to this version, so doing it again
 * changes nothing. A file that cannot be decoded ends as `failed` with its reason, unless an older version is
 * shown. When the watermark changed in the meantime, the photo is made once more.
 */
export async function renderPhoto(studio: Studio, photo: PhotoVersion): Promise<void> {
  if (!(await isWaiting(studio, photo))) return forgetOlder(studio, photo);
  const original = await studio.objects.get(originalKey(photo.photoId));
  if (!original) return fail(studio, photo, "original_missing");
  const settings = await watermarkOf(studio);
  const made = await renderOr(original.body, await drawn(studio, settings));
  if (typeof made === "string") return fail(studio, photo, made);
  for (const rendition of made) {
    const key = renditionKey(photo.photoId, photo.version, rendition.name as RenditionName);
    await studio.objects.put(key, rendition.bytes, rendition.contentType);
  }
  if (await takeOver(studio, photo, made, settings.revision)) await forgetOlder(studio, photo);
  else await renderPhoto(studio, photo);
}

/** Ends a photo that no attempt could render. */
export function giveUpOnPhoto(studio: Studio, photo: PhotoVersion): Promise<void> {
  return fail(studio, photo, "internal");
}

async function drawn(studio: Studio, settings: WatermarkSettings): Promise<Watermark> {
  const { text, logoKey, kind, placement, opacity, size } = settings;
  const logo = kind === "logo" && logoKey ? await studio.objects.get(logoKey) : null;
  const png = logo && new Uint8Array(await new Response(logo.body).arrayBuffer());
  if (kind === "logo" && !(png && isDrawableLogo(png))) {
    log("warn", "the studio's logo cannot be drawn; its text is", { studioId: studio.tenant.id });
  }
  return {
    mark: png && isDrawableLogo(png) ? { logo: png } : { text },
    placement,
    opacity: opacity / 100,
    size: watermarkSizes[size],
  };
}

async function renderOr(body: ReadableStream<Uint8Array>, mark: Watermark) {
  try {
    return await render(body, { outputs: renditionSizes.map((size) => ({ ...size, watermark: mark })) });
  } catch (error) {
    if (isCodecError(error)) return error.failure;
    throw error;
  }
}

type Made = Exclude<Awaited<ReturnType<typeof renderOr>>, string>;

/** The commit point. False when the watermark is another one by now, and the photo still waits. */
async function takeOver(
  studio: Studio,
  { photoId, version }: PhotoVersion,
  made: Made,
  watermarkRevision: number,
): Promise<boolean> {
  const isCurrent = sql`${watermarkRevision} = coalesce((select ${watermark.revision} from ${watermark}), 0)`;
  const [, taken] = await studio.db.batch([
    studio.db
      .insert(renditions)
      .values(
        made.map(({ name, width, height, bytes }) => ({
          photoId,
          version,
          name: name as RenditionName,
          width,
          height,
          size: bytes.byteLength,
        })),
      )
      .onConflictDoNothing(),
    studio.db
      .update(photos)
      .set({ status: "ready", failure: null, version, renderingVersion: null, watermarkRevision })
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
    .select({ version: renditions.version, name: renditions.name })
    .from(renditions)
    .where(isOlder);
  if (older.length === 0) return;
  await studio.objects.delete(older.map((each) => renditionKey(photoId, each.version, each.name)));
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
