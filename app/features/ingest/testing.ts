import { eq, sql } from "drizzle-orm";
import { newId } from "../../lib/ids";
import type { Studio } from "../../tenancy/studio";
import { uploadPhoto } from "./commands/upload-photo.server";
import { renditionKey, renditionSizes } from "./model";
import { photos, renditions } from "./schema";

import { tinyJpeg } from "./testing/tiny-jpeg";

/**
 * A photo of a test, uploaded for real; "ready" with stand-in renditions unless it is to be left processing. Its clean
 * web size, which is no other picture, is there if it is asked for.
 */
export async function aPhoto(
  studio: Studio,
  galleryId: string,
  { filename = "DSC_0001.jpg", bytes = tinyJpeg(), ready = true, web = false } = {},
): Promise<{ id: string; bytes: Uint8Array }> {
  const body = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream();
  const uploaded = await uploadPhoto(studio, galleryId, { filename, length: bytes.byteLength, body });
  if (!uploaded.ok) throw new Error(`the upload was refused: ${uploaded.refusal.reason}`);
  const { id } = uploaded.value;
  if (ready) {
    for (const { name } of renditionSizes)
      await studio.objects.put(renditionKey({ id, version: 1, attempt: null }, name), bytes, "image/jpeg");
    await studio.db.update(photos).set({ status: "ready", renderingVersion: null }).where(eq(photos.id, id));
  }
  if (web) {
    await studio.objects.put(renditionKey({ id, version: 1, attempt: null }, "web"), bytes, "image/jpeg");
    await studio.db.run(sql`
      insert into ${renditions} (photo_id, version, name, format, width, height, size, crc32)
      select id, version, 'web', 'jpeg', width, height, size, crc32 from ${photos} where id = ${id}`);
  }
  return { id, bytes };
}

/** Rows of ready photos without their files, for tests of what many cost. Returns their ids in order. */
export async function manyPhotos(
  studio: Studio,
  galleryId: string,
  count: number,
  { size = 1, crc32 = 0 } = {},
): Promise<string[]> {
  const rows = Array.from({ length: count }, (_, i) => ({ id: newId("photo"), filename: `DSC_${i}.jpg` }));
  rows.sort((a, b) => (a.id < b.id ? -1 : 1));
  await studio.db.run(sql`
    insert into ${photos} (id, gallery_id, filename, status, content_type, size, sha256, crc32, width, height, created_at)
    select value ->> 'id', ${galleryId}, value ->> 'filename', 'ready', 'image/jpeg', ${size}, '', ${crc32}, 64, 48, ${studio.clock.now()}
    from json_each(${JSON.stringify(rows)})`);
  return rows.map((row) => row.id);
}
