import type { PictureConverter } from "./picture-converter";

/** Little is lost: the renditions are made of it. */
const QUALITY = 95;

/** Errors about the picture: too large, no picture, too many pixels, a format that is not read. */
const REFUSED: readonly unknown[] = [9402, 9412, 9413, 9520];

/** Converts with Cloudflare Images. What it could not finish is no JPEG. */
export function cloudflareImages(binding: ImagesBinding): PictureConverter {
  return {
    async toJpeg(picture) {
      try {
        const made = await binding.input(picture).output({ format: "image/jpeg", quality: QUALITY });
        const bytes = new Uint8Array(await made.response().arrayBuffer());
        return bytes[0] === 0xff && bytes[1] === 0xd8 ? bytes : null;
      } catch (error) {
        if (error instanceof Error && "code" in error && REFUSED.includes(error.code)) return null;
        throw error;
      }
    },
  };
}
