import sharp from "sharp";
import { expect } from "vitest";
import type { CodecFailure } from "./codec-error";
import { isCodecError } from "./codec-error";
import type { Orientation } from "./exif";
import { CHANNELS, type RowPicture, type RowsHeader, rowBytes } from "./rows";

export interface FixtureOptions {
  width: number;
  height: number;
  orientation?: Orientation;
  progressive?: boolean;
  exif?: Record<string, string>;
}

/** The tag block of Exif, in which sharp keeps capture times. */
const EXIF_BLOCK = "IFD2";

/** An upright picture with no symmetry: two gradients, a bright corner and fine deterministic texture. */
export function uprightPixels(width: number, height: number): Buffer {
  const rgb = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 3;
      const texture = ((x * 7919 + y * 104_729) >> 3) % 24;
      const corner = x < width / 4 && y < height / 4 ? 60 : 0;
      rgb[at] = 30 + (150 * x) / width + texture;
      rgb[at + 1] = 30 + (150 * y) / height + corner;
      rgb[at + 2] = 120 - (80 * x) / width + corner;
    }
  }
  return rgb;
}

/** A JPEG that shows `uprightPixels` at width x height once its orientation is applied. */
export async function aJpeg(options: FixtureOptions): Promise<Uint8Array<ArrayBuffer>> {
  const { width, height, orientation = 1, progressive = false, exif } = options;
  const upright = sharp(uprightPixels(width, height), { raw: { width, height, channels: 3 } });
  let written = stored(sharp(await upright.png().toBuffer()), orientation).jpeg({ quality: 95, progressive });
  if (exif !== undefined) written = written.withExif({ [EXIF_BLOCK]: exif });
  if (orientation !== 1) written = written.withMetadata({ orientation });
  return new Uint8Array(await written.toBuffer());
}

/** Lays an upright picture down the way a camera stores it for an orientation. Sharp mirrors before it turns. */
function stored(upright: sharp.Sharp, orientation: Orientation): sharp.Sharp {
  switch (orientation) {
    case 1:
      return upright;
    case 2:
      return upright.flop();
    case 3:
      return upright.rotate(180);
    case 4:
      return upright.flip();
    case 5:
      return upright.flop().rotate(270);
    case 6:
      return upright.rotate(270);
    case 7:
      return upright.flop().rotate(90);
    case 8:
      return upright.rotate(90);
  }
}

/** A file as storage gives it, in chunks that cut segments anywhere. */
export function streamOf(bytes: Uint8Array, chunkBytes = 61_441): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.slice(at, at + chunkBytes));
      at += chunkBytes;
    },
  });
}

/** A JPEG header that promises more than follows: SOI, a frame header, the start of a scan. */
export function aHeader(frame: {
  width: number;
  height: number;
  marker?: number;
  precision?: number;
  components?: number;
}) {
  const { width, height, marker = 0xc0, precision = 8, components = 3 } = frame;
  const specifications = Array.from({ length: components }, (_, index) => [index + 1, 0x11, 0]).flat();
  return Uint8Array.from([
    ...[0xff, 0xd8, 0xff, marker, 0, 8 + specifications.length, precision],
    ...[height >> 8, height & 255, width >> 8, width & 255, components],
    ...specifications,
    ...[0xff, 0xda, 0, 2],
  ]);
}

export interface Picture {
  width: number;
  height: number;
  /** Three bytes a pixel. */
  data: Uint8Array;
}

/** Decodes by another library, so that a test does not ask the codec about itself. */
export async function decoded(file: Uint8Array): Promise<Picture> {
  const { data, info } = await sharp(file)
    .toColourspace("srgb")
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
}

/** Peak signal-to-noise ratio of two pictures of one size, in dB; 40 is hardly visible. */
export function psnr(one: Picture, other: Picture): number {
  if (one.width !== other.width || one.height !== other.height) return 0;
  let squares = 0;
  one.data.forEach((value, index) => {
    squares += (value - (other.data[index] ?? 0)) ** 2;
  });
  return 10 * Math.log10(255 ** 2 / (squares / one.data.length));
}

/** How a call about a file fails; null when it does not. Anything but a CodecError is thrown on. */
export async function failureOf(work: Promise<unknown>): Promise<CodecFailure | null> {
  try {
    await work;
    return null;
  } catch (error) {
    if (isCodecError(error)) return error.failure;
    throw error;
  }
}

export interface Walked {
  header: RowsHeader;
  data: Uint8Array;
  flaws: string[];
}

/** All rows in one piece, with the promises of batches checked on the way. */
export async function walked(picture: RowPicture): Promise<Walked> {
  const { header } = picture;
  const data = new Uint8Array(rowBytes(header) * header.height);
  let next = 0;
  for await (const batch of picture.rows) {
    expect(batch.first).toBe(next);
    expect(batch.data.length).toBe(batch.count * rowBytes(header));
    data.set(batch.data, batch.first * rowBytes(header));
    next += batch.count;
  }
  expect(next).toBe(header.height);
  return { header, data, flaws: [...picture.flaws].sort() };
}

/** What sharp makes of the same file, in the layout and depth of the header. */
export async function reference(file: Uint8Array, header: RowsHeader): Promise<Uint8Array> {
  const channels = CHANNELS[header.layout];
  const grey = header.layout.startsWith("grey");
  const space = header.layout === "cmyk" ? "cmyk" : header.layout === "grey" ? "b-w" : "srgb";
  const wide = grey ? "grey16" : "rgb16";
  const { data, info } = await sharp(file, { failOn: "none" })
    .toColourspace(header.depth === 16 ? wide : space)
    .raw({ depth: header.depth === 16 ? "ushort" : "uchar" })
    .toBuffer({ resolveWithObject: true });
  if (info.channels === channels) return new Uint8Array(data);
  expect([channels, info.channels, header.depth]).toEqual([2, 4, 8]);
  return Uint8Array.from({ length: data.length / 2 }, (_, at) => data[4 * (at >> 1) + 3 * (at & 1)] ?? 0);
}

/** Index of the first difference and both values; null when all bytes are equal. */
export function difference(one: Uint8Array, other: Uint8Array): string | null {
  if (one.length !== other.length) return `${one.length} bytes and ${other.length}`;
  const at = one.findIndex((value, index) => value !== other[index]);
  return at < 0 ? null : `at ${at}: ${one[at]} and ${other[at]}`;
}
