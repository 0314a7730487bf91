import { reserve } from "./heap";

/** Compressed bytes that wait to be read. */
const CAPACITY: usize = 64 * 1024;

/** Zeros behind the end of the input: what is read there is noticed and thrown away. */
const PADDING: usize = 64;

/** What one step of a reader loads ahead. */
export const READ_AHEAD: usize = 16;

/** Bits come lowest first (RFC 1951, 3.1.1): `bits` holds the next `count` bits, the first in the lowest place. */
@unmanaged
class Deflated {
  start: usize;
  next: usize;
  end: usize;
  ended: bool;
  /** Bytes of input before those that lie here. */
  passed: u32;
  bits: u64;
  count: i32;
}

export const deflated: Deflated = changetype<Deflated>(memory.data(offsetof<Deflated>(), 16));

export function reserveDeflated(): void {
  deflated.start = reserve(CAPACITY + PADDING);
  restartDeflated();
}

export function restartDeflated(): void {
  deflated.next = deflated.start;
  deflated.end = deflated.start;
  deflated.ended = false;
  deflated.passed = 0;
  deflated.bits = 0;
  deflated.count = 0;
}

/**
 * Moves the unread bytes to the front; answers where the next ones are to be written. Bytes that were loaded ahead
 * are unread: a stored block begins at one of them.
 */
export function deflatedSpace(): usize {
  // Behind the end, reading may have gone on into the padding: nothing is left to be moved.
  if (deflated.ended) return deflated.end;
  giveBytesBack();
  const unread = deflated.end - deflated.next;
  memory.copy(deflated.start, deflated.next, unread);
  deflated.passed += <u32>(deflated.next - deflated.start);
  deflated.next = deflated.start;
  deflated.end = deflated.start + unread;
  return deflated.end;
}

/** How many bytes may be written there. */
export function deflatedRoom(): i32 {
  return <i32>(deflated.start + CAPACITY - deflated.end);
}

export function appendDeflated(bytes: i32): void {
  deflated.end += bytes;
}

/** No more input will come. */
export function endDeflated(): void {
  deflated.ended = true;
  memory.fill(deflated.end, 0, PADDING);
}

/** How many bytes of the stream were read. */
export function deflatedPosition(): u32 {
  return deflated.passed + <u32>(deflated.next - deflated.start);
}

/** At least this many bytes of input are there, or all there will ever be. */
export function hasInput(bytes: usize): bool {
  return deflated.ended || deflated.next + bytes <= deflated.end;
}

/** The next bits, at most 32, as a number; zeros behind the end of the input. */
export function takeBits(number: i32): i32 {
  if (deflated.next <= deflated.end + PADDING / 2) {
    deflated.bits |= load<u64>(deflated.next) << (<u64>deflated.count);
    deflated.next += <usize>((63 - deflated.count) >> 3);
  }
  deflated.count |= 56;
  const value = <i32>(deflated.bits & (((<u64>1) << (<u64>number)) - 1));
  deflated.bits >>= <u64>number;
  deflated.count -= number;
  return value;
}

/** More bits were taken than there are. */
export function overran(): bool {
  return (<i32>(deflated.next - deflated.end)) << 3 > deflated.count;
}

/** Drops the rest of a byte, and gives back the whole ones that were loaded ahead. */
export function alignToByte(): void {
  giveBytesBack();
  deflated.bits = 0;
  deflated.count = 0;
}

/** Keeps the rest of a byte. */
function giveBytesBack(): void {
  deflated.next -= <usize>(deflated.count >> 3);
  deflated.count &= 7;
  deflated.bits &= ((<u64>1) << (<u64>deflated.count)) - 1;
}
