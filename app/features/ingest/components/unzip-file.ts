import { Inflate } from "fflate";
import { ok, type Result, refuse } from "../../../lib/result";
import type { ZipFileRefusal } from "../model";
import { MOST_RATIO, type ZipFile, type ZipLimits } from "./zip-directory";

/** A file may unpack to this many bytes however small it was; from there on the ratio counts. */
const RATIO_FROM = 1024 * 1024;

/** Deflated bytes that are unpacked at once: a thousand times as many may come out of them before they are counted. */
const AT_ONCE = 16 * 1024;

/** First bytes of archives: ZIP, RAR, 7z, gzip, bzip2, xz. */
const ARCHIVE_STARTS = ["504b0304", "526172211a07", "377abcaf271c", "1f8b08", "425a68", "fd377a585a00"];

/**
 * Unpacks one file of an archive. What comes out is counted while it comes: a file that grows beyond what its archive
 * says, or faster than a photo can, is dropped at once, and one that is not what was packed is refused.
 */
export async function unzipFile(
  zip: Blob,
  file: ZipFile,
  limits: ZipLimits,
): Promise<Result<File, ZipFileRefusal>> {
  const from = await startOf(zip, file);
  if (from === null) return refuse("file_damaged");
  const packed = zip.slice(from, from + file.compressedSize);
  const unpacked = new Unpacked(file, limits);
  try {
    if (file.isDeflated) await inflate(packed, unpacked);
    else for await (const chunk of chunksOf(packed)) unpacked.take(chunk);
  } catch (error) {
    if (error instanceof Refused) return refuse(error.refusal);
    return refuse("file_damaged");
  }
  if (!unpacked.isWhole()) return refuse("file_damaged");
  return ok(new File(file.isDeflated ? unpacked.chunks : [packed], file.name));
}

class Refused extends Error {
  constructor(readonly refusal: ZipFileRefusal) {
    super(refusal);
  }
}

/** Where a file's bytes begin, behind its local header (4.3.7); null where there is none. */
async function startOf(zip: Blob, { offset }: ZipFile): Promise<number | null> {
  const header = new DataView(await zip.slice(offset, offset + 30).arrayBuffer());
  if (header.byteLength < 30 || header.getUint32(0, true) !== 0x04034b50) return null;
  return offset + 30 + header.getUint16(26, true) + header.getUint16(28, true);
}

async function inflate(packed: Blob, unpacked: Unpacked): Promise<void> {
  const inflating = new Inflate((chunk) => unpacked.take(chunk));
  for await (const chunk of chunksOf(packed)) {
    for (let at = 0; at < chunk.length; at += AT_ONCE) inflating.push(chunk.subarray(at, at + AT_ONCE));
  }
  inflating.push(new Uint8Array(), true);
}

/** The bytes of a file as they come out of its archive, counted and summed. Deflated ones are kept. */
class Unpacked {
  readonly chunks: Uint8Array<ArrayBuffer>[] = [];
  private size = 0;
  private crc = 0;

  constructor(
    private readonly file: ZipFile,
    private readonly limits: ZipLimits,
  ) {}

  take(chunk: Uint8Array): void {
    if (chunk.length === 0) return;
    if (this.size === 0 && isArchive(chunk)) throw new Refused("archive_inside");
    this.size += chunk.length;
    if (this.size > this.limits.fileBytes) throw new Refused("file_too_large");
    if (this.size > Math.max(RATIO_FROM, this.file.compressedSize * MOST_RATIO))
      throw new Refused("unbelievable");
    if (this.size > this.file.size) throw new Refused("file_damaged");
    this.crc = crc32(chunk, this.crc);
    if (this.file.isDeflated) this.chunks.push(chunk.slice());
  }

  isWhole(): boolean {
    return this.size === this.file.size && this.crc === this.file.crc32;
  }
}

function isArchive(chunk: Uint8Array): boolean {
  const start = Array.from(chunk.subarray(0, 6), (byte) => byte.toString(16).padStart(2, "0")).join("");
  return ARCHIVE_STARTS.some((signature) => start.startsWith(signature));
}

async function* chunksOf(blob: Blob): AsyncGenerator<Uint8Array> {
  const reader = blob.stream().getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel();
  }
}

/** CRC-32 (ISO 3309) of bytes that follow others of a given CRC-32. */
function crc32(bytes: Uint8Array, before: number): number {
  let crc = ~before;
  for (const byte of bytes) crc = (table[(crc ^ byte) & 0xff] as number) ^ (crc >>> 8);
  return ~crc >>> 0;
}

const table = Uint32Array.from({ length: 256 }, (_, i) => {
  let value = i;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});
