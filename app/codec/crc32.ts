/** CRC-32 of ISO 3309 as PNG uses it (3rd ed., Annex D): reflected polynomial 0xEDB88320. */
const POLYNOMIAL = 0xedb88320;

/** Bytes taken in a step. */
const STEP = 16;
const TABLES = tables();

/** Continues a checksum over more bytes; begin with 0. Unsigned. */
export function crc32(bytes: Uint8Array, before = 0): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let crc = ~before;
  let at = 0;
  for (; at + STEP <= bytes.length; at += STEP) {
    crc =
      after(12, crc ^ view.getInt32(at, true)) ^
      after(8, view.getInt32(at + 4, true)) ^
      after(4, view.getInt32(at + 8, true)) ^
      after(0, view.getInt32(at + 12, true));
  }
  for (; at < bytes.length; at += 1) {
    crc = (crc >>> 8) ^ (TABLES[(crc ^ (bytes[at] as number)) & 255] as number);
  }
  return ~crc >>> 0;
}

/** What four bytes, the lowest first, do to the sum when so many follow them in the step. */
function after(following: number, word: number): number {
  const last = following << 8;
  return (
    (TABLES[last + 768 + (word & 255)] as number) ^
    (TABLES[last + 512 + ((word >>> 8) & 255)] as number) ^
    (TABLES[last + 256 + ((word >>> 16) & 255)] as number) ^
    (TABLES[last + (word >>> 24)] as number)
  );
}

/** Table k, of 256 entries, holds what a byte does to the sum k more bytes later. */
function tables(): Int32Array {
  const all = new Int32Array(256 * STEP);
  for (let byte = 0; byte < 256; byte += 1) {
    let crc = byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ POLYNOMIAL : crc >>> 1;
    all[byte] = crc;
  }
  for (let at = 256; at < all.length; at += 1) {
    const before = all[at - 256] as number;
    all[at] = (before >>> 8) ^ (all[before & 255] as number);
  }
  return all;
}
