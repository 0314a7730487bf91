import type { ByteSource } from "../byte-source";

/** A box of an ISO base media file (ISO/IEC 14496-12, 4.2). */
export interface Box {
  /** Four characters; of a `uuid` box its 32 hexadecimal digits. */
  type: string;
  /** Where the content begins, behind size, type and UUID, and where the box ends. */
  from: number;
  to: number;
}

/** Boxes looked at in one place. */
const MOST_BOXES = 64;

const HEAD_BYTES = 32;
const UUID_BYTES = 16;

/** The boxes that lie one after the other in a range. A size that does not fit ends the walk. */
export async function boxesIn(source: ByteSource, from: number, to: number): Promise<Box[]> {
  const boxes: Box[] = [];
  for (let at = from; at + 8 <= to && boxes.length < MOST_BOXES; ) {
    const box = await boxAt(source, at, to);
    if (box === null) break;
    boxes.push(box);
    at = box.to;
  }
  return boxes;
}

/** A size of 1 is followed by one of 64 bits, a size of 0 reaches to the end (4.2). */
async function boxAt(source: ByteSource, at: number, end: number): Promise<Box | null> {
  const head = await source.read(at, HEAD_BYTES);
  if (head.length < 8) return null;
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const short = view.getUint32(0);
  const type = String.fromCharCode(...head.subarray(4, 8));
  const isLong = short === 1;
  if (isLong && head.length < 16) return null;
  const size = isLong ? view.getUint32(8) * 2 ** 32 + view.getUint32(12) : short;
  const headSize = isLong ? 16 : 8;
  const to = short === 0 ? end : at + size;
  if (to > end || to < at + headSize) return null;
  if (type !== "uuid") return { type, from: at + headSize, to };
  const uuid = head.subarray(headSize, headSize + UUID_BYTES);
  if (to < at + headSize + UUID_BYTES) return null;
  return { type: hex(uuid), from: at + headSize + UUID_BYTES, to };
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The first box along a path of types, such as moov, trak, mdia. */
export async function boxAlong(
  source: ByteSource,
  start: { from: number; to: number },
  path: readonly string[],
): Promise<Box | null> {
  let within: { from: number; to: number } = start;
  let found: Box | null = null;
  for (const type of path) {
    const boxes = await boxesIn(source, within.from, within.to);
    found = boxes.find((box) => box.type === type) ?? null;
    if (found === null) return null;
    within = found;
  }
  return found;
}
