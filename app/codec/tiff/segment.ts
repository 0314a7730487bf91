import type { ByteSource } from "../byte-source";
import { ChecksumError, type Expander, type Inflater } from "../inflate";
import type { Flaw } from "../rows";
import { DEFLATE, DEFLATE_OLD, LZW, NO_COMPRESSION, type TiffLayout } from "./layout";
import { unpackingLzw } from "./lzw";
import { unpackingBits } from "./pack-bits";

/** Bytes read of a strip at once. */
const READ_BYTES = 128 * 1024;

/**
 * Compressed bytes that make nothing are walked past for a while, not for ever: what an encoder writes makes
 * something of every few bytes.
 */
const MOST_SILENT_READS = 4;

/**
 * The samples of one strip or tile, read as they are asked for. Ends early, with the flaw told, where the file ends
 * or the compression breaks. A checksum is looked at when samples behind the last one are asked for.
 */
export async function* segmentSamples(
  source: ByteSource,
  offset: number,
  length: number,
  compression: TiffLayout["compression"],
  inflater: () => Inflater,
  flaws: Set<Flaw>,
): AsyncGenerator<Uint8Array> {
  const expand = compression === NO_COMPRESSION ? null : expanderOf(compression, inflater);
  let silent = 0;
  for (let at = 0; at < length && silent < MOST_SILENT_READS; ) {
    const wanted = Math.min(READ_BYTES, length - at);
    const input = await source.read(offset + at, wanted);
    silent += 1;
    try {
      for (const piece of expand === null
        ? [input]
        : expand(input, input.length < wanted || at + wanted >= length)) {
        if (piece.length > 0) silent = 0;
        yield piece;
      }
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      flaws.add(error instanceof ChecksumError ? "checksum" : "damaged");
      return;
    }
    if (input.length < wanted) {
      flaws.add("truncated");
      return;
    }
    at += wanted;
  }
}

function expanderOf(compression: number, inflater: () => Inflater): Expander {
  if (compression === LZW) return unpackingLzw();
  return compression === DEFLATE || compression === DEFLATE_OLD ? inflater().expander() : unpackingBits();
}
