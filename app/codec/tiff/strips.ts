import { feedOf } from "../byte-feed";
import type { ByteSource } from "../byte-source";
import { CodecError } from "../codec-error";
import type { Inflater } from "../inflate";
import { type Flaw, type RowBatch, type RowsHeader, rowBytes, rowsPerBatch, whiteOf } from "../rows";
import { rowExpander, storedRowBytes } from "./expand";
import { NO_COMPRESSION, type TiffLayout } from "./layout";
import { segmentSamples } from "./segment";

export interface Decoding {
  header: RowsHeader;
  picture: TiffLayout;
  source: ByteSource;
  /** One for all strips, made when the first of them needs it. */
  inflater: () => Inflater;
  littleEndian: boolean;
  flaws: Set<Flaw>;
}

/** The rows of a picture in strips. A strip that breaks off is white from there; the next one begins anew. */
export async function* stripRows(decoding: Decoding): AsyncGenerator<RowBatch, void, void> {
  const { header, picture } = decoding;
  const bytes = rowBytes(header);
  const most = rowsPerBatch(bytes);
  const data = new Uint8Array(most * bytes);
  const expand = rowExpander(picture, decoding.littleEndian);
  let sound = 0;
  let first = 0;
  let count = 0;
  for await (const row of storedRows(decoding)) {
    const target = data.subarray(count * bytes, (count + 1) * bytes);
    if (row === null) target.fill(whiteOf(header.layout));
    else {
      expand(row, header.width, target);
      sound += 1;
    }
    count += 1;
    const isLast = first + count === header.height;
    if (isLast && sound === 0) throw new CodecError("damaged", "Not one row can be read");
    if (count < most && !isLast) continue;
    yield { first, count, data: data.subarray(0, count * bytes) };
    first += count;
    count = 0;
  }
}

/** Every row as it is stored, null for one that is missing. */
async function* storedRows(decoding: Decoding): AsyncGenerator<Uint8Array | null> {
  const { picture, source, inflater, flaws } = decoding;
  const { segments, height, compression } = picture;
  const row = new Uint8Array(storedRowBytes(picture, picture.width));
  for (let index = 0; index * segments.rows < height; index += 1) {
    const rows = Math.min(segments.rows, height - index * segments.rows);
    const [offset, length] = rangeOf(decoding, index, rows * row.length);
    const samples = feedOf(segmentSamples(source, offset, length, compression, inflater, flaws));
    let whole = true;
    for (let y = 0; y < rows; y += 1) {
      if (whole && (await samples.fill(row)) < row.length) {
        whole = false;
        if (!flaws.has("damaged")) flaws.add("truncated");
      }
      yield whole ? row : null;
    }
    if (whole) await samples.next(1);
    await samples.close();
  }
}

/**
 * Where a strip or tile lies. Without compression its length follows from the picture: a missing count of its bytes
 * harms nothing, and one that is too low is a flaw, because then something else is wrong. With compression, a missing
 * one means all that is left.
 */
export function rangeOf(
  { picture: { segments, compression }, flaws }: Pick<Decoding, "picture" | "flaws">,
  index: number,
  plain: number,
): [number, number] {
  const offset = segments.offsets[index];
  if (offset === undefined) return [0, 0];
  const stated = segments.lengths[index];
  if (compression !== NO_COMPRESSION) return [offset, stated ?? Number.MAX_SAFE_INTEGER];
  if (stated !== undefined && stated < plain) flaws.add("damaged");
  return [offset, plain];
}
