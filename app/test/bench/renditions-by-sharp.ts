import sharp from "sharp";

export interface Overlay {
  width: number;
  height: number;
  data: Uint8Array<ArrayBuffer>;
}

/** A size that is made: longest side, qualities of its files; no WebP for null. */
export interface SharpSize {
  longEdge: number;
  jpeg: number;
  webp: number | null;
  /** What is composed over it, RGBA; the size is then just as large. */
  overlay?: Overlay;
}

/** The effort of libwebp that our encoder works with, too. */
const WEBP_EFFORT = 2;

/** Native sharp with one thread. Decodes once, as we do: the smaller sizes come from the pixels of the largest. */
export async function renditionsBySharp(photo: Uint8Array, sizes: readonly SharpSize[]): Promise<void> {
  sharp.concurrency(1);
  sharp.cache(false);
  const largest = Math.max(...sizes.map(({ longEdge }) => longEdge));
  const { data, info } = await sharp(photo, { limitInputPixels: false })
    .rotate()
    .resize(largest, largest, { fit: "inside" })
    .raw()
    .toBuffer({ resolveWithObject: true });
  for (const { longEdge, jpeg, webp, overlay } of sizes) {
    let size = sharp(data, { raw: info });
    if (overlay) size = size.resize(overlay.width, overlay.height, { fit: "fill" });
    else if (longEdge < largest) size = size.resize(longEdge, longEdge, { fit: "inside" });
    if (webp !== null || overlay !== undefined) size = await composed(size, overlay);
    await size.clone().jpeg({ quality: jpeg, optimiseCoding: true }).toBuffer();
    if (webp !== null) await size.clone().webp({ quality: webp, effort: WEBP_EFFORT }).toBuffer();
  }
}

/** The pixels of a size, so that two files of it need not make them twice. */
async function composed(size: sharp.Sharp, overlay: Overlay | undefined): Promise<sharp.Sharp> {
  const { data, info } = await size.raw().toBuffer({ resolveWithObject: true });
  if (overlay === undefined) return sharp(data, { raw: info });
  const raw = { width: overlay.width, height: overlay.height, channels: 4 as const };
  const over = await sharp(data, { raw: info })
    .composite([{ input: Buffer.from(overlay.data.buffer), raw }])
    .raw()
    .toBuffer({ resolveWithObject: true });
  return sharp(over.data, { raw: over.info });
}
