import { and, eq } from "drizzle-orm";
import { bytesSource } from "../../../codec/byte-source";
import { isCodecError } from "../../../codec/codec-error";
import { avifOf } from "../../../codec/encode-avif";
import { log } from "../../../lib/log";
import type { Studio } from "../../../tenancy/studio";
import { AVIF_QUALITY, type RenditionSet, renditionKey } from "../model";
import { pictureSettingsOf } from "../picture-settings.server";
import { photos } from "../schema";
import { insertRenditions } from "../stored-renditions.server";

interface PhotoVersion {
  photoId: string;
  version: number;
}

/**
 * Makes the AVIF of a photo's preview out of its JPEG. Its commit point is the photo's row saying `made`; before that
 * nobody is led to the object. A version that is not shown any more, or an AVIF that nobody wants any more, is left.
 */
export async function makeAvif(studio: Studio, photo: PhotoVersion): Promise<void> {
  const set = await studio.db
    .select({ id: photos.id, version: photos.version, attempt: photos.attempt })
    .from(photos)
    .where(asked(photo))
    .get();
  if (!set) return;
  if (!(await pictureSettingsOf(studio)).avif) return settle(studio, photo, null);
  const object = await studio.objects.get(renditionKey(set, "preview"));
  const made = object && (await avifOr(new Uint8Array(await new Response(object.body).arrayBuffer())));
  if (!made) return giveUpOnAvif(studio, photo);
  const key = renditionKey(set, "preview", "avif");
  await studio.objects.put(key, made.bytes, "image/avif");
  await show(studio, set, made);
}

/** Ends the wish for an AVIF that no attempt could make. The photo is shown as it is. */
export async function giveUpOnAvif(studio: Studio, photo: PhotoVersion): Promise<void> {
  log("warn", "an AVIF could not be made", { studioId: studio.tenant.id, photoId: photo.photoId });
  await settle(studio, photo, "failed");
}

async function avifOr(jpeg: Uint8Array) {
  try {
    return await avifOf(bytesSource(jpeg), AVIF_QUALITY);
  } catch (error) {
    if (isCodecError(error)) return null;
    throw error;
  }
}

/** The commit point. */
async function show(
  studio: Studio,
  set: RenditionSet,
  made: Awaited<ReturnType<typeof avifOf>>,
): Promise<void> {
  await studio.db.batch([
    insertRenditions(studio, set, [{ ...made, name: "preview", format: "avif" }]),
    studio.db
      .update(photos)
      .set({ avif: "made" })
      .where(asked({ photoId: set.id, version: set.version })),
  ]);
}

async function settle(studio: Studio, photo: PhotoVersion, avif: "failed" | null): Promise<void> {
  await studio.db.update(photos).set({ avif }).where(asked(photo));
}

function asked({ photoId, version }: PhotoVersion) {
  return and(
    eq(photos.id, photoId),
    eq(photos.version, version),
    eq(photos.status, "ready"),
    eq(photos.avif, "asked"),
  );
}
