import type { ByteSource } from "../byte-source";
import { isCodecError } from "../codec-error";
import { findFrame } from "../jpeg-markers";

/** A range of a file that may hold a JPEG. */
export interface Candidate {
  offset: number;
  length: number;
}

/** How much of a JPEG is read to find its size, in bytes: cameras put their Exif and thumbnail before it. */
const JUDGED_BYTES = 256 * 1024;

/** Ranges judged of one file; cameras write up to four. */
const MOST_CANDIDATES = 24;

const SHORTEST_JPEG_BYTES = 128;

/**
 * The range with the most pixels of those that hold a JPEG we can read. Raw data itself is often lossless JPEG,
 * which is none of these. Null when there is none.
 */
export async function largestJpeg(
  source: ByteSource,
  candidates: readonly Candidate[],
): Promise<Candidate | null> {
  let best: Candidate | null = null;
  let most = 0;
  for (const candidate of distinct(source, candidates).slice(0, MOST_CANDIDATES)) {
    const pixels = await pixelsOf(source, candidate);
    if (pixels > most) {
      most = pixels;
      best = candidate;
    }
  }
  return best;
}

/** Those that begin in the file, cut where it ends, each start once, the longest first. */
function distinct({ size }: ByteSource, candidates: readonly Candidate[]): Candidate[] {
  const byOffset = new Map<number, number>();
  for (const { offset, length } of candidates) {
    const inFile = Math.min(length, size - offset);
    if (offset >= 0 && inFile >= SHORTEST_JPEG_BYTES) {
      byOffset.set(offset, Math.max(inFile, byOffset.get(offset) ?? 0));
    }
  }
  const all = Array.from(byOffset, ([offset, length]) => ({ offset, length }));
  return all.sort((one, other) => other.length - one.length);
}

/** 0 when the range is no JPEG or one we cannot read. */
async function pixelsOf(source: ByteSource, { offset, length }: Candidate): Promise<number> {
  const bytes = await source.read(offset, Math.min(length, JUDGED_BYTES));
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8 || bytes[2] !== 0xff) return 0;
  try {
    const frame = findFrame(bytes);
    return frame === null ? 0 : frame.width * frame.height;
  } catch (error) {
    if (isCodecError(error)) return 0;
    throw error;
  }
}
