import { coreModule } from "#core-module";
import { assertNoBomb } from "../bomb";
import { type ByteFeed, feedOfStream } from "../byte-feed";
import { CodecError } from "../codec-error";
import { orientationIn } from "../metadata/exif-block";
import { CHANNELS, type Flaw, type RowPicture, type RowsHeader } from "../rows";
import type { Reduction } from "./adam7";
import { imageData } from "./chunks";
import { FilteredRows } from "./filtered-rows";
import { layoutOf, storedRowBytes } from "./header";
import { interlacedRows } from "./interlaced";
import { type Preamble, readPreamble } from "./preamble";
import { sequentialRows } from "./sequential";

export interface PngOptions {
  /** Most bytes the pixels of an interlaced picture may take; a larger one comes reduced. */
  canvasBytes?: number;
  /** Of the whole file, where it is known, so that a bomb is known from its header. */
  fileBytes?: number;
  /** The core that inflates. */
  module?: WebAssembly.Module;
}

/** What an interlaced picture may take of an isolate's 128 MB besides the codec. */
const CANVAS_BYTES = 48 * 1024 * 1024;

/** Bytes looked at behind the last row: a checksum and at most the rest of a chunk. */
const LONGEST_TRAILER = 64 * 1024;

/**
 * Decodes a PNG (3rd ed.) row by row: all colour types and depths, palette and tRNS become colours and alpha. Memory
 * stays at a few rows and 300 KB for inflating; an interlaced picture is gathered whole when it fits
 * `canvasBytes`, otherwise every second, fourth or eighth pixel of it (`reducedBy`), which are the first passes
 * as they stand and not averages. Of an animation the still picture comes. Metadata behind the picture is not seen.
 * Throws CodecError and whatever the stream throws.
 */
export async function decodePng(
  stream: ReadableStream<Uint8Array>,
  { canvasBytes = CANVAS_BYTES, fileBytes = Number.POSITIVE_INFINITY, module = coreModule }: PngOptions = {},
): Promise<RowPicture> {
  const feed = feedOfStream(stream);
  const flaws = new Set<Flaw>();
  try {
    const preamble = await readPreamble(feed, flaws, module);
    const { image } = preamble;
    assertNoBomb(image.width * image.height, storedRowBytes(image, image.width) * image.height, fileBytes);
    const header = await headerOf(preamble, canvasBytes);
    const data = imageData(feed, preamble.firstData, () => flaws.add("checksum"));
    const stored = new FilteredRows(module, preamble.image, data, flaws);
    const decode = preamble.image.interlaced ? interlacedRows : sequentialRows;
    const rows = decode({ header, preamble, stored });
    return { header, rows: closing(rows, data, feed, stored), flaws, close: () => feed.close() };
  } catch (error) {
    await feed.close();
    throw error;
  }
}

async function headerOf(preamble: Preamble, canvasBytes: number): Promise<RowsHeader> {
  const { image, transparency, colour, exif } = preamble;
  const layout = layoutOf(image, transparency !== null);
  const depth = image.bitDepth === 16 ? 16 : 8;
  const pixelBytes = CHANNELS[layout] * (depth / 8);
  const reducedBy = image.interlaced ? reductionFor(image, pixelBytes, canvasBytes) : 1;
  return {
    width: Math.ceil(image.width / reducedBy),
    height: Math.ceil(image.height / reducedBy),
    layout,
    depth,
    orientation: await orientationIn(exif),
    colour,
    exif,
    reducedBy,
  };
}

function reductionFor(
  { width, height }: { width: number; height: number },
  pixelBytes: number,
  budget: number,
): Reduction {
  const fits = ([1, 2, 4, 8] as const).find(
    (by) => Math.ceil(width / by) * Math.ceil(height / by) * pixelBytes <= budget,
  );
  if (fits === undefined) {
    throw new CodecError("too_large", `${width} x ${height}, interlaced`, { detail: "needs_fallback" });
  }
  return fits;
}

/** Lets go of the file when the rows end, however they end. */
async function* closing<T>(
  rows: AsyncGenerator<T>,
  data: AsyncIterator<Uint8Array>,
  feed: ByteFeed,
  stored: FilteredRows,
): AsyncGenerator<T, void, void> {
  try {
    yield* rows;
    await stored.finish();
    await passTrailer(data);
  } finally {
    stored.close();
    await feed.close();
  }
}

/** Passes over what is left of the image data behind the last row, so that its CRC is looked at. */
async function passTrailer(data: AsyncIterator<Uint8Array>): Promise<void> {
  for (let left = LONGEST_TRAILER; left > 0; ) {
    const { done, value } = await data.next();
    if (done) return;
    left -= value.length;
  }
}
