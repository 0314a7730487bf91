import { eq, sql } from "drizzle-orm";
import type { ByteSource } from "../../codec/byte-source";
import { type PhotoMetadata, readMetadata } from "../../codec/metadata/read";
import { sniffSource } from "../../codec/sniff";
import type { Studio } from "../../tenancy/studio";
import { shiftedMoment } from "./captured-at.server";
import { photoMetadata, photos } from "./schema";

/** The file's caption, unless the studio wrote another one. */
const keptCaption = sql`case when ${photoMetadata.captionedAt} is null then excluded.caption else ${photoMetadata.caption} end`;

/** Keeps and returns what camera and photographer wrote into the file. Doing it again changes nothing. */
export async function keepMetadata(
  studio: Studio,
  photoId: string,
  original: ByteSource,
): Promise<PhotoMetadata | null> {
  const kind = await sniffSource(original);
  if (kind === null) return null;
  const read = await readMetadata(original, kind);
  const camera = [read.cameraMake, read.cameraModel].filter(Boolean);
  const row = {
    // Many makers repeat their name in the model: "Canon" and "Canon EOS R5".
    camera:
      (read.cameraModel?.startsWith(read.cameraMake ?? "") ? read.cameraModel : camera.join(" ")) || null,
    lens: read.lens,
    exposureTime: read.exposureSeconds,
    aperture: read.aperture,
    iso: read.iso,
    focalLength: read.focalLengthMm,
    caption: read.caption,
    keywords: JSON.stringify(read.keywords),
    creator: read.creator,
    credit: read.credit,
    copyright: read.copyright,
  };
  const inFile = read.capturedAt && read.capturedAt.local + (read.capturedAt.offset ?? "");
  await studio.db.batch([
    studio.db
      .insert(photoMetadata)
      .values({ photoId, ...row })
      .onConflictDoUpdate({ target: photoMetadata.photoId, set: { ...row, caption: keptCaption } }),
    studio.db
      .update(photos)
      .set({ capturedAt: inFile && shiftedMoment(sql`${inFile}`, sql`${photos.captureShift}`) })
      .where(eq(photos.id, photoId)),
  ]);
  return read;
}
