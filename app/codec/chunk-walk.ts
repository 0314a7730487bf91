import type { ByteSource } from "./byte-source";

/** Chunks walked past: more are no picture. */
const MOST_CHUNKS = 256;

/** A block of a file and where its data lie. */
export interface Chunk {
  type: string;
  at: number;
  length: number;
}

/** Chunks of PNG: length, type, data, CRC (PNG 3rd ed., 5.3). */
export function pngChunks(source: ByteSource): AsyncGenerator<Chunk> {
  return walk(source, { first: 8, typeAt: 4, lengthAt: 0, littleEndian: false });
}

/** Chunks of RIFF: type, length with the low byte first, data padded to an even length (RFC 9649, 2.3). */
export function riffChunks(source: ByteSource): AsyncGenerator<Chunk> {
  return walk(source, { first: 12, typeAt: 0, lengthAt: 4, littleEndian: true });
}

interface Shape {
  first: number;
  typeAt: number;
  lengthAt: number;
  littleEndian: boolean;
}

async function* walk(source: ByteSource, shape: Shape): AsyncGenerator<Chunk> {
  const { first, typeAt, lengthAt, littleEndian } = shape;
  for (let at = first, seen = 0; seen < MOST_CHUNKS; seen += 1) {
    const head = await source.read(at, 8);
    if (head.length < 8) return;
    const length = new DataView(head.buffer, head.byteOffset, 8).getUint32(lengthAt, littleEndian);
    yield { type: String.fromCharCode(...head.subarray(typeAt, typeAt + 4)), at: at + 8, length };
    at += littleEndian ? 8 + length + (length & 1) : 12 + length;
  }
}
