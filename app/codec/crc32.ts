/** CRC-32 of ISO 3309 as PNG uses it (3rd ed., Annex D): reflected polynomial 0xEDB88320, four bytes a step. */
const POLYNOMIAL = 0xedb88320;
const TABLES = tables();

/** Continues a checksum over more bytes; begin with 0. Unsigned. */
export function crc32(bytes: Uint8Array, before = 0): number {
  const [one, two, three, four] = TABLES;
  let crc = ~before;
  let at = 0;
  for (; at + 4 <= bytes.length; at += 4) {
    crc ^=
      (bytes[at] as number) |
      ((bytes[at + 1] as number) << 8) |
      ((bytes[at + 2] as number) << 16) |
      ((bytes[at + 3] as number) << 24);
    crc =
      (four[crc & 255] as number) ^
      (three[(crc >>> 8) & 255] as number) ^
      (two[(crc >>> 16) & 255] as number) ^
      (one[crc >>> 24] as number);
  }
  for (; at < bytes.length; at += 1) {
    crc = (crc >>> 8) ^ (one[(crc ^ (bytes[at] as number)) & 255] as number);
  }
  return ~crc >>> 0;
}

/** Table k holds what a byte does to the sum k more bytes later. */
function tables(): [Int32Array, Int32Array, Int32Array, Int32Array] {
  const all: [Int32Array, Int32Array, Int32Array, Int32Array] = [
    new Int32Array(256),
    new Int32Array(256),
    new Int32Array(256),
    new Int32Array(256),
  ];
  for (let byte = 0; byte < 256; byte += 1) {
    let crc = byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ POLYNOMIAL : crc >>> 1;
    all[0][byte] = crc;
  }
  for (let byte = 0; byte < 256; byte += 1) {
    let crc = all[0][byte] as number;
    for (const table of all.slice(1)) {
      crc = (crc >>> 8) ^ (all[0][crc & 255] as number);
      table[byte] = crc;
    }
  }
  return all;
}
