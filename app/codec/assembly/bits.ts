import { frame, warn } from "./frame";
import { reserve } from "./heap";
import { input } from "./input";
import { CORRUPT, TRUNCATED } from "./reasons";
import { EOI, RST0, RST7 } from "./t81";

/**
 * The bit reader. Entropy-coded bytes are freed of their stuffing (T.81, F.1.2.3) once, 16 at a time, into a buffer
 * that fills from its end downwards: a little-endian 64-bit load below `next` then yields the stream in order, and
 * decoders need neither a byte swap nor a look for markers.
 *
 * A decoder keeps `next`, `bits` and `count` in locals while it works: `bits` holds the stream's next `count` bits,
 * the first in the highest place.
 */
@unmanaged
export class BitReader {
  start: usize;
  end: usize;
  /** Unread bytes lie below `next` and reach down to `dataEnd`. */
  next: usize;
  dataEnd: usize;
  bits: u64;
  count: i32;
  /** A marker, or the end of the file, ends the data. */
  ended: bool;
  marker: i32;
}

export const reader: BitReader = changetype<BitReader>(memory.data(offsetof<BitReader>(), 16));

const CAPACITY: usize = 96 * 1024;

/**
 * How far below the data a decoder may read in the last MCU of a damaged interval: ten blocks of 64 symbols of at
 * most 31 bits each, rounded up.
 */
const OVERRUN: usize = 8 * 1024;

/** Zeros that follow the data; behind them a damaged interval reads what earlier ones left. */
const ZERO_TAIL: usize = 64;

const VECTOR: usize = 16;

export function openBits(): void {
  reader.start = reserve(OVERRUN + CAPACITY + VECTOR);
  reader.end = reader.start + OVERRUN + CAPACITY;
  memory.fill(reader.start, 0, OVERRUN + CAPACITY + VECTOR);
  resetBits();
}

/** Forgets all bits: a restart interval or a scan begins. */
export function resetBits(): void {
  reader.next = reader.end;
  reader.dataEnd = reader.end;
  reader.bits = 0;
  reader.count = 0;
  reader.ended = false;
  reader.marker = 0;
  memory.fill(reader.end - ZERO_TAIL, 0, ZERO_TAIL);
}

/** The reservoir, filled up to at least 56 bits from the bytes below `next`. @inline */
export function filled(next: usize, bits: u64, count: i32): u64 {
  return bits | (load<u64>(next - 8) >> <u64>count);
}

/** How many bytes a fill took; the count becomes `count | 56`. @inline */
export function bytesTaken(count: i32): usize {
  return <usize>((63 - count) >> 3);
}

/** Gives back what a decoder kept in locals. @inline */
export function saveBits(next: usize, bits: u64, count: i32): void {
  reader.next = next;
  reader.count = count;
  reader.bits = count > 0 ? bits & ~(<u64>-1 >> <u64>count) : 0;
}

/** Bits that have not been read; negative when a decoder ran past the end of its data. @inline */
export function unreadBits(next: usize, count: i32): i32 {
  return ((<i32>(next - reader.dataEnd)) << 3) + count;
}

export function discardBits(): void {
  reader.next = reader.dataEnd;
  reader.bits = 0;
  reader.count = 0;
}

/** Moves bytes from the input to the buffer until it is full, the input empty, or a marker met. */
export function unstuff(): void {
  if (reader.ended) return;
  moveUnreadUp();
  let from = input.position;
  let to = reader.dataEnd;
  const full = reader.start + OVERRUN + VECTOR;
  while (to > full) {
    if (from + VECTOR <= input.end) {
      const run = copyVector(from, to);
      from += run;
      to -= run;
      if (run === VECTOR) continue;
    } else if (from >= input.end) {
      break;
    } else if (load<u8>(from) !== 0xff) {
      to--;
      store<u8>(to, load<u8>(from));
      from++;
      continue;
    }
    if (from + 1 >= input.end) break;
    const code = <i32>load<u8>(from + 1);
    if (code === 0) {
      to--;
      store<u8>(to, 0xff);
      from += 2;
    } else if (code === 0xff) {
      from++;
    } else if (code >= RST0 && code <= RST7 && !frame.restartInterval) {
      warn(CORRUPT);
      from += 2;
    } else {
      endData(code);
      break;
    }
  }
  input.position = from;
  reader.dataEnd = to;
  if (!reader.ended && input.ended && from + 1 >= input.end) endOfFile();
  if (reader.ended) memory.fill(reader.dataEnd - ZERO_TAIL, 0, ZERO_TAIL);
}

/** Copies 16 bytes in reverse; answers how many of them come before the first 0xFF. @inline */
function copyVector(from: usize, to: usize): usize {
  const bytes = v128.load(from);
  const escapes = i8x16.bitmask(i8x16.eq(bytes, i8x16.splat(-1)));
  v128.store(to - VECTOR, i8x16.shuffle(bytes, bytes, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0));
  return escapes ? <usize>ctz(escapes) : VECTOR;
}

function moveUnreadUp(): void {
  if (<isize>(reader.next - reader.dataEnd) < 0) reader.next = reader.dataEnd;
  if (reader.next === reader.end) return;
  const unread = reader.next - reader.dataEnd;
  memory.copy(reader.end - unread, reader.dataEnd, unread);
  reader.next = reader.end;
  reader.dataEnd = reader.end - unread;
}

function endData(marker: i32): void {
  reader.ended = true;
  reader.marker = marker;
}

function endOfFile(): void {
  warn(TRUNCATED);
  input.position = input.end;
  endData(EOI);
}
