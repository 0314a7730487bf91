import type { ByteFeed } from "../byte-feed";
import { CodecError } from "../codec-error";
import { crc32 } from "../crc32";

/** What a PNG begins with (PNG 3rd ed., 5.2). */
const PNG_SIGNATURE = "\x89PNG\r\n\x1a\n";

/** A chunk's length has 31 bits (5.3). */
const LONGEST_CHUNK = 0x7fff_ffff;

/** Bytes passed over before the picture begins; metadata beyond that is no photograph's. */
const MOST_SKIPPED = 64 * 1024 * 1024;

export interface ChunkHead {
  type: string;
  length: number;
  /** CRC of the four bytes of the type; a chunk's sum goes on from it (5.3). */
  crc: number;
}

export async function readSignature(feed: ByteFeed): Promise<void> {
  const bytes = new Uint8Array(PNG_SIGNATURE.length);
  const length = await feed.fill(bytes);
  if (length < bytes.length || String.fromCharCode(...bytes) !== PNG_SIGNATURE) {
    throw new CodecError("damaged", "The file does not begin as a PNG");
  }
}

/** Null when the file ends here, or goes on with what is no chunk. */
export async function readChunkHead(feed: ByteFeed): Promise<ChunkHead | null> {
  const bytes = new Uint8Array(8);
  if ((await feed.fill(bytes)) < bytes.length) return null;
  const length = new DataView(bytes.buffer).getUint32(0);
  if (length > LONGEST_CHUNK) return null;
  return { type: String.fromCharCode(...bytes.subarray(4)), length, crc: crc32(bytes.subarray(4)) };
}

/** The chunk's data, null when it is cut short, and whether its CRC is right. */
export async function readChunk(
  feed: ByteFeed,
  { length, crc }: ChunkHead,
): Promise<{ data: Uint8Array; intact: boolean } | null> {
  const data = new Uint8Array(length);
  if ((await feed.fill(data)) < length) return null;
  const written = await readCrc(feed);
  return { data, intact: written === crc32(data, crc) };
}

async function readCrc(feed: ByteFeed): Promise<number | null> {
  const bytes = new Uint8Array(4);
  return (await feed.fill(bytes)) < 4 ? null : new DataView(bytes.buffer).getUint32(0);
}

/** Passes over a chunk and its CRC. Returns the bytes passed over so far, which are bounded. */
export async function skipChunk(feed: ByteFeed, { length }: ChunkHead, before: number): Promise<number> {
  if (before + length > MOST_SKIPPED) throw new CodecError("too_large", "Too much stands before the picture");
  for (let left = length + 4; left > 0; ) {
    const piece = await feed.next(left);
    if (piece === null) break;
    left -= piece.length;
  }
  return before + length;
}

/**
 * The data of consecutive IDAT chunks (11.2.3), of which `first` is the head of the first. A wrong CRC is told to
 * `onMismatch` and changes nothing else: most of the picture is worth more than none.
 */
export async function* imageData(
  feed: ByteFeed,
  first: ChunkHead,
  onMismatch: () => void,
): AsyncGenerator<Uint8Array> {
  for (let head: ChunkHead | null = first; head?.type === "IDAT"; head = await readChunkHead(feed)) {
    let { crc } = head;
    for (let left = head.length; left > 0; ) {
      const piece = await feed.next(left);
      if (piece === null) return;
      crc = crc32(piece, crc);
      left -= piece.length;
      yield piece;
    }
    const written = await readCrc(feed);
    if (written !== null && written !== crc) onMismatch();
  }
}
