import { type ByteSource, partOf } from "../byte-source";
import { boxAlong, boxesIn } from "../raw/boxes";

/** FullBox: a byte of version and three of flags before the content (ISO/IEC 14496-12, 4.2). */
const FULL_BOX_BYTES = 4;

/** Larger tables of items are no camera's, in bytes. */
const LARGEST_TABLE = 256 * 1024;

/** An Exif item begins with the distance to its TIFF block (ISO/IEC 23008-12, A.2.1). */
const TIFF_OFFSET_BYTES = 4;

/** The TIFF block of the Exif item of a HEIC or AVIF file; null when there is none. */
export async function heifExif(source: ByteSource): Promise<ByteSource | null> {
  const meta = await boxAlong(source, { from: 0, to: source.size }, ["meta"]);
  if (meta === null) return null;
  const boxes = await boxesIn(source, meta.from + FULL_BOX_BYTES, meta.to);
  const within = (type: string) => boxes.find((box) => box.type === type);
  const [names, places] = [within("iinf"), within("iloc")];
  if (names === undefined || places === undefined) return null;
  const id = await exifItem(source, names);
  const table = await source.read(places.from, Math.min(places.to - places.from, LARGEST_TABLE));
  const place = id === null ? null : placeOf(table, id);
  if (place === null) return null;
  const item = partOf(source, place.offset, place.length);
  const [a = 0, b = 0, c = 0, d = 0] = await item.read(0, TIFF_OFFSET_BYTES);
  const tiffAt = TIFF_OFFSET_BYTES + a * 2 ** 24 + (b << 16) + (c << 8) + d;
  return partOf(item, tiffAt, item.size - tiffAt);
}

/** The id of the item whose type is Exif (14496-12, 8.11.6); of 16 bits in version 2 of an entry, 32 in version 3. */
async function exifItem(
  source: ByteSource,
  { from, to }: { from: number; to: number },
): Promise<number | null> {
  const [version = 0] = await source.read(from, 1);
  const entries = await boxesIn(source, from + FULL_BOX_BYTES + (version === 0 ? 2 : 4), to);
  for (const { from: at } of entries) {
    const entry = await source.read(at, 16);
    const idBytes = entry[0] === 3 ? 4 : 2;
    const type = String.fromCharCode(...entry.subarray(FULL_BOX_BYTES + idBytes + 2).subarray(0, 4));
    if (type === "Exif") return number(entry, FULL_BOX_BYTES, idBytes);
  }
  return null;
}

/** Where an item lies, if in one piece of the file itself (8.11.3). Fields are as wide as the box says. */
function placeOf(table: Uint8Array, wanted: number): { offset: number; length: number } | null {
  const version = table[0] ?? 0;
  const [offsetBytes, lengthBytes] = nibbles(table[4]);
  const [baseBytes, indexBytes] = nibbles(table[5]);
  const idBytes = version === 2 ? 4 : 2;
  let at = 6;
  const take = (bytes: number) => {
    at += bytes;
    return number(table, at - bytes, bytes);
  };
  for (let left = take(idBytes); left > 0 && at < table.length; left -= 1) {
    const id = take(idBytes);
    const method = version === 0 ? 0 : take(2) & 15;
    const isHere = take(2) === 0 && method === 0;
    const base = take(baseBytes);
    const extents = take(2);
    const first = at;
    const extentBytes = (version === 0 ? 0 : indexBytes) + offsetBytes + lengthBytes;
    if (id === wanted && isHere && extents === 1) {
      at += extentBytes - offsetBytes - lengthBytes;
      return { offset: base + take(offsetBytes), length: take(lengthBytes) };
    }
    at = first + extents * extentBytes;
  }
  return null;
}

function nibbles(byte = 0): [number, number] {
  return [byte >> 4, byte & 15];
}

/** The high byte first. */
function number(bytes: Uint8Array, at: number, length: number): number {
  return bytes.subarray(at, at + length).reduce((value, byte) => value * 256 + byte, 0);
}
