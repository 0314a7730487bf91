import { codeOf } from "./encode-tables";
import { extendLast } from "./heap";
import { EOI } from "./t81";

/** Room that is made at a time when stuffing makes the data longer than their bits. */
const GROWTH: usize = 64 * 1024;

/** Bytes that four stuffed bytes and the end of the image may take. */
const RESERVE: usize = 64;

/** Whether a symbol is AC, whose size is its lower half; of DC it is the whole symbol. */
const AC_TABLE: u32 = 0x100;

/** The number of value bits of a token. @inline */
function sizeOf(token: u32): u32 {
  return token & (token & AC_TABLE ? 15 : 255);
}

/** Bits that the tokens take, without stuffing. */
export function countBits(from: usize, end: usize): u64 {
  let bits: u64 = 0;
  for (let at = from; at < end; at += 4) {
    const token = load<u32>(at);
    bits += <u64>((codeOf(token) >> 16) + sizeOf(token));
  }
  return bits;
}

/** Any of the four bytes is 0xFF. @inline */
function holdsMarkerByte(word: u32): bool {
  return (word & ~(word + 0x01010101) & 0x80808080) !== 0;
}

/**
 * Writes the tokens as bits, most significant first, with a zero behind each 0xFF (T.81, F.1.2.3), and the end of
 * the image. `buffer` is the last buffer of the heap; answers the end.
 */
export function writeBits(from: usize, end: usize, buffer: usize, start: usize, room: usize): usize {
  let to = start;
  let limit = start + room;
  let bits: u64 = 0;
  let count: u32 = 0;
  for (let at = from; at < end; at += 4) {
    const token = load<u32>(at);
    const code = codeOf(token);
    const size = sizeOf(token);
    const length = (code >> 16) + size;
    bits = (bits << (<u64>length)) | <u64>(((code & 0xffff) << size) | (token >> 16));
    count += length;
    if (count < 32) continue;
    count -= 32;
    const word = <u32>(bits >> <u64>count);
    if (to + RESERVE > limit) {
      limit = to + GROWTH;
      extendLast(buffer, limit - buffer);
    }
    if (holdsMarkerByte(word)) {
      to = writeStuffed(to, word);
    } else {
      store<u32>(to, bswap(word));
      to += 4;
    }
  }
  return writeEnd(to, bits, count);
}

function writeStuffed(to: usize, word: u32): usize {
  for (let shift = 24; shift >= 0; shift -= 8) to = writeByte(to, (word >> shift) & 255);
  return to;
}

function writeByte(to: usize, byte: u32): usize {
  store<u8>(to, <u8>byte);
  if (byte !== 0xff) return to + 1;
  store<u8>(to + 1, 0);
  return to + 2;
}

/** Pads with ones (F.1.2.3) and ends the image. */
function writeEnd(to: usize, bits: u64, count: u32): usize {
  const padded = (bits << 7) | 127;
  let left = count + 7;
  while (left >= 8) {
    left -= 8;
    to = writeByte(to, <u32>(padded >> <u64>left) & 255);
  }
  store<u8>(to, 0xff);
  store<u8>(to + 1, <u8>EOI);
  return to + 2;
}
