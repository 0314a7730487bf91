import { CodecError } from "../codec-error";
import type { Orientation } from "../exif";
import { assertDecodable } from "../limits";
import type { SampleLayout } from "../rows";
import { firstNumber, type Ifd, numbers, type Tiff, valueBytes } from "./ifd";
import * as tag from "./tags";

/** Compression (TIFF 6.0, section 3; 8 is of Adobe Photoshop's technical notes, 32946 its elder). */
export const NO_COMPRESSION = 1;
export const LZW = 5;
export const DEFLATE = 8;
export const DEFLATE_OLD = 32_946;
const PACK_BITS = 32_773;
const READABLE: readonly number[] = [NO_COMPRESSION, LZW, DEFLATE, DEFLATE_OLD, PACK_BITS];

/** PhotometricInterpretation (section 3 and following). */
export const WHITE_IS_ZERO = 0;
const BLACK_IS_ZERO = 1;
const RGB = 2;
export const PALETTE = 3;
const SEPARATED = 5;

/** ExtraSamples (section 18): alpha multiplied into the colours, alpha by itself. */
const ASSOCIATED_ALPHA = 1;
const UNASSOCIATED_ALPHA = 2;

const CHUNKY = 1;
const CMYK_INKS = 1;
const UNSIGNED = 1;
const NO_PREDICTOR = 1;
export const HORIZONTAL = 2;

/** Samples a pixel may have: four inks and a few masks. */
const MOST_SAMPLES = 16;

/** Strips or tiles of one picture; a row a strip is the most that makes sense. */
const MOST_SEGMENTS = 1 << 17;

/** Larger profiles are left out, in bytes. */
const LARGEST_PROFILE = 4 * 1024 * 1024;

/** How the samples of a picture are stored, and what they become. */
export interface TiffLayout {
  width: number;
  height: number;
  /** Bits a stored sample: 1, 2, 4, 8 or 16. */
  bits: number;
  /** Stored samples a pixel, with those that are dropped. */
  samples: number;
  photometric: number;
  layout: SampleLayout;
  premultiplied: boolean;
  compression: number;
  predictor: number;
  orientation: Orientation;
  /** Red, green and blue of palette entries, one byte each: the high byte of the 16 stored. */
  palette: Uint8Array | null;
  iccProfile: Uint8Array | null;
  segments: Segments;
}

/** Strips are as wide as the picture. */
export interface Segments {
  tiled: boolean;
  width: number;
  rows: number;
  offsets: readonly number[];
  lengths: readonly number[];
}

export async function readLayout(tiff: Tiff, ifd: Ifd): Promise<TiffLayout> {
  const width = (await firstNumber(tiff, ifd, tag.IMAGE_WIDTH)) ?? 0;
  const height = (await firstNumber(tiff, ifd, tag.IMAGE_LENGTH)) ?? 0;
  assertDecodable({ width, height });
  const samples =
    (await stated(tiff, ifd, tag.SAMPLES_PER_PIXEL)) ?? ifd.entries.get(tag.BITS_PER_SAMPLE)?.count ?? 1;
  if (samples < 1 || samples > MOST_SAMPLES) throw unsupported(`${samples} samples a pixel`, "layout");
  const bits = await bitsOf(tiff, ifd, samples);
  const photometric = (await firstNumber(tiff, ifd, tag.PHOTOMETRIC)) ?? -1;
  const colours = await coloursOf(tiff, ifd, photometric, samples);
  if (bits < 8 && samples > 1) throw unsupported(`${samples} samples of ${bits} bits`, "samples");
  await assertChunky(tiff, ifd, samples);
  const orientation = (await firstNumber(tiff, ifd, tag.ORIENTATION)) ?? 1;
  return {
    width,
    height,
    bits,
    samples,
    photometric,
    ...colours,
    ...(await packingOf(tiff, ifd, bits)),
    orientation: orientation >= 1 && orientation <= 8 ? (orientation as Orientation) : 1,
    palette: photometric === PALETTE ? await paletteOf(tiff, ifd, bits) : null,
    iccProfile: await profileOf(tiff, ifd),
    segments: await segmentsOf(tiff, ifd, { width, height }),
  };
}

/** BitsPerSample (section 3) and SampleFormat (section 19): unsigned, all of one width. */
async function bitsOf(tiff: Tiff, ifd: Ifd, samples: number): Promise<number> {
  const written = await numbers(tiff, ifd.entries.get(tag.BITS_PER_SAMPLE), samples);
  const bits = written[0] ?? 1;
  const formats = await numbers(tiff, ifd.entries.get(tag.SAMPLE_FORMAT), samples);
  if (![1, 2, 4, 8, 16].includes(bits) || written.some((other) => other !== bits)) {
    throw unsupported(`${written.join(", ")} bits a sample`, "samples");
  }
  if (formats.some((format) => format !== UNSIGNED)) throw unsupported(`Format ${formats[0]}`, "samples");
  return bits;
}

/** What the colours are, and whether the first extra sample is alpha. Other extra samples are dropped. */
async function coloursOf(
  tiff: Tiff,
  ifd: Ifd,
  photometric: number,
  samples: number,
): Promise<{ layout: SampleLayout; premultiplied: boolean }> {
  const [extra] = await numbers(tiff, ifd.entries.get(tag.EXTRA_SAMPLES), 1);
  const premultiplied = extra === ASSOCIATED_ALPHA;
  const hasAlpha = premultiplied || extra === UNASSOCIATED_ALPHA;
  const isGrey = photometric === WHITE_IS_ZERO || photometric === BLACK_IS_ZERO;
  if (isGrey) {
    const alpha = hasAlpha && samples > 1;
    return { layout: alpha ? "grey_alpha" : "grey", premultiplied: alpha && premultiplied };
  }
  if (photometric === PALETTE && samples === 1) return { layout: "rgb", premultiplied: false };
  if (photometric === RGB && samples >= 3) {
    const alpha = hasAlpha && samples > 3;
    return { layout: alpha ? "rgba" : "rgb", premultiplied: alpha && premultiplied };
  }
  const inks = (await stated(tiff, ifd, tag.INK_SET)) ?? CMYK_INKS;
  if (photometric === SEPARATED && samples >= 4 && inks === CMYK_INKS) {
    return { layout: "cmyk", premultiplied: false };
  }
  throw unsupported(`Photometric interpretation ${photometric}, ${samples} samples`, "colour_model");
}

async function assertChunky(tiff: Tiff, ifd: Ifd, samples: number): Promise<void> {
  const planar = (await stated(tiff, ifd, tag.PLANAR_CONFIGURATION)) ?? CHUNKY;
  if (planar !== CHUNKY && samples > 1) throw unsupported("Colours stored plane by plane", "layout");
  const order = (await stated(tiff, ifd, tag.FILL_ORDER)) ?? 1;
  if (order !== 1) throw unsupported(`Fill order ${order}`, "layout");
}

async function packingOf(
  tiff: Tiff,
  ifd: Ifd,
  bits: number,
): Promise<{ compression: number; predictor: number }> {
  const compression = (await stated(tiff, ifd, tag.COMPRESSION)) ?? NO_COMPRESSION;
  if (!READABLE.includes(compression)) throw unsupported(`Compression ${compression}`, "compression");
  const mayPredict = compression !== NO_COMPRESSION && compression !== PACK_BITS;
  const predictor = (mayPredict ? await stated(tiff, ifd, tag.PREDICTOR) : null) ?? NO_PREDICTOR;
  if (predictor !== NO_PREDICTOR && (predictor !== HORIZONTAL || bits < 8)) {
    throw unsupported(`Predictor ${predictor} on ${bits} bits`, "compression");
  }
  return { compression, predictor };
}

/** ColorMap (section 5): all reds, then all greens, then all blues, 16 bits each. */
async function paletteOf(tiff: Tiff, ifd: Ifd, bits: number): Promise<Uint8Array> {
  const count = 2 ** bits;
  if (bits > 8) throw unsupported(`A palette of ${bits} bits`, "colour_model");
  const map = await numbers(tiff, ifd.entries.get(tag.COLOR_MAP), 3 * count);
  if (map.length < 3 * count) throw new CodecError("damaged", `A palette of ${map.length} values`);
  return Uint8Array.from({ length: 3 * count }, (_, at) => {
    const entry = Math.floor(at / 3);
    return (map[(at % 3) * count + entry] ?? 0) >> 8;
  });
}

async function profileOf(tiff: Tiff, ifd: Ifd): Promise<Uint8Array | null> {
  const entry = ifd.entries.get(tag.ICC_PROFILE);
  if (entry === undefined || entry.length > LARGEST_PROFILE) return null;
  const profile = await valueBytes(tiff, entry, LARGEST_PROFILE);
  return profile.length === entry.length && profile.length > 0 ? profile.slice() : null;
}

async function segmentsOf(
  tiff: Tiff,
  ifd: Ifd,
  { width, height }: { width: number; height: number },
): Promise<Segments> {
  const tiled = ifd.entries.has(tag.TILE_OFFSETS);
  const tileWidth = (await firstNumber(tiff, ifd, tag.TILE_WIDTH)) ?? 0;
  const tileRows = (await firstNumber(tiff, ifd, tag.TILE_LENGTH)) ?? 0;
  const stripRows = (await firstNumber(tiff, ifd, tag.ROWS_PER_STRIP)) ?? height;
  const rows = tiled ? tileRows : Math.min(height, stripRows);
  const across = tiled ? Math.ceil(width / tileWidth) : 1;
  const count = across * Math.ceil(height / rows);
  if (rows === 0 || !(count <= MOST_SEGMENTS)) throw new CodecError("damaged", `${count} strips or tiles`);
  const offsets = ifd.entries.get(tiled ? tag.TILE_OFFSETS : tag.STRIP_OFFSETS);
  const lengths = ifd.entries.get(tiled ? tag.TILE_BYTE_COUNTS : tag.STRIP_BYTE_COUNTS);
  const segments = {
    tiled,
    width: tiled ? tileWidth : width,
    rows,
    offsets: await numbers(tiff, offsets, count),
    lengths: await numbers(tiff, lengths, count),
  };
  if (segments.offsets.length === 0) throw new CodecError("damaged", "The file has no strips");
  return segments;
}

function unsupported(message: string, detail: "samples" | "layout" | "colour_model" | "compression") {
  return new CodecError("unsupported", message, { detail });
}

/** The number of an entry; null when there is none. One that is there and cannot be read is not guessed. */
async function stated(tiff: Tiff, ifd: Ifd, tag: number): Promise<number | null> {
  const value = await firstNumber(tiff, ifd, tag);
  if (value === null && ifd.entries.has(tag)) throw new CodecError("damaged", `Entry ${tag} cannot be read`);
  return value;
}
