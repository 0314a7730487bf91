import { eq } from "drizzle-orm";
import type { Studio } from "../../tenancy/studio";
import { uploadPhoto } from "./commands/upload-photo.server";
import { renditionKey, renditionSizes } from "./model";
import { photos } from "./schema";

import { tinyJpeg } from "./tiny-jpeg";

/** A photo of a test, uploaded for real; "ready" with stand-in renditions unless it is to be left processing. */
export async function aPhoto(
  studio: Studio,
  galleryId: string,
  { filename = "DSC_0001.jpg", bytes = tinyJpeg(), ready = true } = {},
): Promise<{ id: string; bytes: Uint8Array }> {
  const body = new Response(bytes).body as ReadableStream<Uint8Array>;
  const uploaded = await uploadPhoto(studio, galleryId, { filename, length: bytes.byteLength, body });
  if (!uploaded.ok) throw new Error(`the upload was refused: ${uploaded.refusal.reason}`);
  const { id } = uploaded.value;
  if (ready) {
    for (const { name } of renditionSizes)
      await studio.objects.put(renditionKey(id, 1, name), bytes, "image/jpeg");
    await studio.db.update(photos).set({ status: "ready" }).where(eq(photos.id, id));
  }
  return { id, bytes };
}
