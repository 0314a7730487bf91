import type { Orientation } from "./exif";

/** The order of samples in a pixel. Alpha is straight (not multiplied into the colours); CMYK counts ink, 0 is none. */
export type SampleLayout = "grey" | "grey_alpha" | "rgb" | "rgba" | "cmyk";

export const CHANNELS: Readonly<Record<SampleLayout, 1 | 2 | 3 | 4>> = {
  grey: 1,
  grey_alpha: 2,
  rgb: 3,
  rgba: 4,
  cmyk: 4,
};

/** What a file says of its colours. A profile outranks `srgb`, which outranks gamma and primaries. */
export interface ColourFacts {
  iccProfile: Uint8Array | null;
  srgb: boolean;
  /** Exponent of encoding, such as 0.45455. */
  gamma: number | null;
  /** x and y of white, red, green, blue. */
  primaries: readonly number[] | null;
}

/** Colours of which the file says nothing: to be taken as sRGB. */
export const UNTAGGED: ColourFacts = { iccProfile: null, srgb: false, gamma: null, primaries: null };

export interface RowsHeader {
  /** Pixels of the rows as they come: stored, not turned. */
  width: number;
  height: number;
  layout: SampleLayout;
  /** Bits a sample. Sixteen come as two bytes, the low one first. */
  depth: 8 | 16;
  orientation: Orientation;
  colour: ColourFacts;
  /** The TIFF block of Exif, where the file has one apart. */
  exif: Uint8Array | null;
  /** 2, 4 or 8 when only every second, fourth or eighth pixel of row and column comes, to keep memory bounded. */
  reducedBy: 1 | 2 | 4 | 8;
}

export interface RowBatch {
  /** The row the batch begins with, from 0. */
  first: number;
  count: number;
  /** `count` rows without padding. Valid until the next batch is asked for. */
  data: Uint8Array;
}

/**
 * What was wrong with a file that could be shown nevertheless. `truncated`: it ended early; `damaged`: its data broke;
 * missing rows are white then. `checksum`: everything could be read, but not all of it is what was written.
 */
export type Flaw = "truncated" | "damaged" | "checksum";

/**
 * A picture that comes row by row. `rows` is walked once; it throws CodecError when not even one row can be had.
 * Alpha is laid over white by whoever takes the rows; doing it on the encoded values is enough.
 */
export interface RowPicture {
  header: RowsHeader;
  rows: AsyncGenerator<RowBatch, void, void>;
  /** Complete once the rows have ended. */
  flaws: ReadonlySet<Flaw>;
  /** Lets go of the file. Needed only by who does not walk the rows to their end. */
  close(): Promise<void>;
}

/** About as many bytes as a batch holds. */
const BATCH_BYTES = 128 * 1024;

export function rowBytes({ width, layout, depth }: Pick<RowsHeader, "width" | "layout" | "depth">): number {
  return width * CHANNELS[layout] * (depth / 8);
}

/** Rows a batch, so that it is neither many small steps nor much memory. */
export function rowsPerBatch(bytesPerRow: number): number {
  return Math.max(1, Math.floor(BATCH_BYTES / bytesPerRow));
}

/** White, opaque, in every layout: what missing rows show. */
export function whiteOf(layout: SampleLayout): 0 | 255 {
  return layout === "cmyk" ? 0 : 255;
}

/** The rows from `first` on, white. */
export function* whiteRows(header: RowsHeader, first: number): Generator<RowBatch> {
  const bytes = rowBytes(header);
  const most = rowsPerBatch(bytes);
  const data = new Uint8Array(most * bytes).fill(whiteOf(header.layout));
  for (let row = first; row < header.height; row += most) {
    const count = Math.min(most, header.height - row);
    yield { first: row, count, data: data.subarray(0, count * bytes) };
  }
}
