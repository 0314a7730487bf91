import { and, eq } from "drizzle-orm";
import { isCodecError } from "../../../codec/codec-error";
import { render } from "../../../codec/render";
import { log } from "../../../lib/log";
import type { Studio } from "../../../tenancy/studio";
import {
  originalKey,
  type PhotoFailure,
  type RenditionName,
  renditionKey,
  renditionSizes,
  WATERMARK_OPACITY,
} from "../model";
import { photos, renditions } from "../schema";

interface PhotoVersion {
  photoId: string;
  version: number;
}

/**
 * Makes the watermarked renditions of one version of a photo. Its commit point is the photo's row turning
 * `ready`; everything before only writes objects whose keys belong to this version, so doing it again
 * changes nothing. A file that cannot be decoded ends as `failed` with its reason.
 */
export async function renderPhoto(studio: Studio, { photoId, version }: PhotoVersion): Promise<void> {
  const isWaiting = waiting(photoId, version);
  const photo = await studio.db.select({ id: photos.id }).from(photos).where(isWaiting).get();
  if (!photo) return;
  const original = await studio.objects.get(originalKey(photoId));
  if (!original) return fail(studio, { photoId, version }, "original_missing");

  const made = await renderOr(original.body, studio.tenant.watermarkText);
  if (typeof made === "string") return fail(studio, { photoId, version }, made);
  for (const rendition of made) {
    const key = renditionKey(photoId, version, rendition.name as RenditionName);
    await studio.objects.put(key, rendition.bytes, rendition.contentType);
  }
  await studio.db.batch([
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
    studio.db.update(photos).set({ status: "ready", failure: null }).where(isWaiting),
  ]);
}

/** Ends a photo that no attempt could render. */
export function giveUpOnPhoto(studio: Studio, photo: PhotoVersion): Promise<void> {
  return fail(studio, photo, "internal");
}

async function renderOr(body: ReadableStream<Uint8Array>, text: string) {
  const watermark = { text, opacity: WATERMARK_OPACITY };
  try {
    return await render(body, { outputs: renditionSizes.map((size) => ({ ...size, watermark })) });
  } catch (error) {
    if (isCodecError(error)) return error.failure;
    throw error;
  }
}

async function fail(
  studio: Studio,
  { photoId, version }: PhotoVersion,
  failure: PhotoFailure,
): Promise<void> {
  log("warn", "a photo could not be rendered", { studioId: studio.tenant.id, photoId, failure });
  await studio.db.update(photos).set({ status: "failed", failure }).where(waiting(photoId, version));
}

function waiting(photoId: string, version: number) {
  return and(eq(photos.id, photoId), eq(photos.version, version), eq(photos.status, "processing"));
}
