/** RFC 1950, 8.2: sums modulo the largest prime below 65536, which 32 bits hold for so many bytes. */
const PRIME: u32 = 65_521;
const MOST_BYTES: usize = 5552;

const VECTOR: usize = 16;

let low: u32 = 1;
let high: u32 = 0;

/** Begins a checksum. */
export function beginAdler(): void {
  low = 1;
  high = 0;
}

/** The checksum of all bytes so far. */
export function adler(): u32 {
  return (high << 16) | low;
}

/** Adds bytes to the checksum. */
export function addAdler(from: usize, end: usize): void {
  while (from < end) {
    const bytes = min(MOST_BYTES, end - from);
    const whole = bytes & ~(VECTOR - 1);
    addVectors(from, from + whole);
    for (let at = from + whole; at < from + bytes; at++) {
      low += load<u8>(at);
      high += low;
    }
    low %= PRIME;
    high %= PRIME;
    from += bytes;
  }
}

/**
 * Of each vector, the sum of its bytes goes into `low`; into `high` go 16 times what `low` was before it, and each
 * byte as often as it is from the end.
 */
function addVectors(from: usize, end: usize): void {
  const early = i16x8(16, 15, 14, 13, 12, 11, 10, 9);
  const late = i16x8(8, 7, 6, 5, 4, 3, 2, 1);
  let sums = i32x4.splat(0);
  let before = i32x4.splat(0);
  let weighted = i32x4.splat(0);
  for (let at = from; at < end; at += VECTOR) {
    const bytes = v128.load(at);
    before = i32x4.add(before, sums);
    sums = i32x4.add(sums, i32x4.extadd_pairwise_i16x8_u(i16x8.extadd_pairwise_i8x16_u(bytes)));
    weighted = i32x4.add(weighted, i32x4.dot_i16x8_s(i16x8.extend_low_i8x16_u(bytes), early));
    weighted = i32x4.add(weighted, i32x4.dot_i16x8_s(i16x8.extend_high_i8x16_u(bytes), late));
  }
  high += low * <u32>(end - from) + 16 * total(before) + total(weighted);
  low += total(sums);
}

function total(lanes: v128): u32 {
  return (
    i32x4.extract_lane(lanes, 0) +
    i32x4.extract_lane(lanes, 1) +
    i32x4.extract_lane(lanes, 2) +
    i32x4.extract_lane(lanes, 3)
  );
}
