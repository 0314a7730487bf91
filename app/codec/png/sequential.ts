import type { ByteFeed } from "../byte-feed";
import { CodecError } from "../codec-error";
import { type Flaw, type RowBatch, type RowsHeader, rowBytes, rowsPerBatch, whiteRows } from "../rows";
import { rowExpander } from "./expand";
import { storedRowBytes } from "./header";
import type { Preamble } from "./preamble";
import { unfilter } from "./unfilter";

export interface Decoding {
  header: RowsHeader;
  preamble: Preamble;
  /** The inflated image data: each row with its filter type before it (PNG 3rd ed., 7.2). */
  samples: ByteFeed;
  flaws: Set<Flaw>;
}

/** The rows of a picture that is not interlaced. */
export async function* sequentialRows(decoding: Decoding): AsyncGenerator<RowBatch, void, void> {
  const { header, preamble, samples, flaws } = decoding;
  const expand = rowExpander(preamble, header.layout);
  const reader = filteredRows(samples, preamble, header.width);
  const bytes = rowBytes(header);
  const most = rowsPerBatch(bytes);
  const data = new Uint8Array(most * bytes);
  let first = 0;
  while (first < header.height) {
    const wanted = Math.min(most, header.height - first);
    let count = 0;
    let row: Uint8Array | null = null;
    while (count < wanted) {
      row = await reader.next(flaws);
      if (row === null) break;
      expand(row, header.width, data.subarray(count * bytes, (count + 1) * bytes));
      count += 1;
    }
    if (count > 0) yield { first, count, data: data.subarray(0, count * bytes) };
    first += count;
    if (row === null) break;
  }
  if (first === 0) throw new CodecError("damaged", "Not one row can be read");
  if (first < header.height) yield* whiteRows(header, first);
}

export interface FilteredRows {
  /** The next row unfiltered, valid until the one after it; null when it cannot be had, with the flaw told. */
  next(flaws: Set<Flaw>): Promise<Uint8Array | null>;
}

/** Reads and unfilters rows of `width` pixels. */
export function filteredRows(samples: ByteFeed, { image }: Preamble, width: number): FilteredRows {
  const length = storedRowBytes(image, width);
  const step = Math.max(1, (image.samples * image.bitDepth) >> 3);
  let row = new Uint8Array(1 + length);
  let above = new Uint8Array(1 + length);
  return {
    async next(flaws) {
      [row, above] = [above, row];
      const came = await samples.fill(row);
      if (came < row.length) {
        if (!flaws.has("damaged")) flaws.add("truncated");
        return null;
      }
      const pixels = row.subarray(1);
      if (unfilter(row[0] as number, pixels, above.subarray(1), step)) return pixels;
      flaws.add("damaged");
      return null;
    },
  };
}
