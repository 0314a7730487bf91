/**
 * Bounds assertions of the checked build. In it every load, store, fill and copy of the codec goes through `inside`,
 * every table and buffer lies between guard zones that belong to nobody, and CHECKED is true; scripts/build-codec.ts
 * rewrites the sources so. In the release build nothing of this file is left.
 */
export const CHECKED: bool = false;

/**
 * The shadow holds a byte for each 64 bytes of memory: how many of them, counted from the first, belong to a buffer.
 * Buffers begin on such boundaries. It lies between the constants of the module and the first buffer, and covers
 * 100 MB: the ceiling, and itself.
 */
export const SHADOW_BYTES: usize = 25 << 16;
const COVERED: usize = SHADOW_BYTES << 6;

const GRANULE_SHIFT: usize = 6;
const GRANULE_BYTES: usize = 64;

/** Bytes between two buffers. */
const GUARD: usize = 256;

/** Address of the access that broke a bound, for the report; 0 while none did. */
export let violation: usize = 0;

let staticEnd: usize = 0;

function shadowOf(address: usize): usize {
  return ((__heap_base + 63) & ~63) + (address >> GRANULE_SHIFT);
}

/** Where the heap begins behind the guarded tables. */
export function guardedEnd(): usize {
  if (!staticEnd) staticEnd = (shadowOf(COVERED) + GUARD + 63) & ~63;
  return staticEnd;
}

/** A zeroed table, in place of `memory.data(bytes)`. */
export function guardedTable(bytes: usize): usize {
  const table = guardedEnd();
  allow(table, bytes);
  staticEnd = (table + bytes + GUARD + 63) & ~63;
  return table;
}

/** A guarded copy of a constant table. */
export function guardedConstants(from: usize, bytes: usize): usize {
  const table = guardedTable(bytes);
  memory.copy(table, from, bytes);
  return table;
}

/** Where a buffer may begin when everything below `top` is taken. */
export function behindGuard(top: usize): usize {
  return (top + GUARD + 63) & ~63;
}

/** Makes a buffer accessible. */
export function allow(start: usize, bytes: usize): void {
  const whole = bytes >> GRANULE_SHIFT;
  const shadow = shadowOf(start);
  memory.fill(shadow, <u8>GRANULE_BYTES, whole);
  store<u8>(shadow + whole, <u8>(bytes & (GRANULE_BYTES - 1)));
}

/** Makes everything between two addresses inaccessible. */
export function forbid(start: usize, end: usize): void {
  if (end > start) memory.fill(shadowOf(start), 0, ((end - start) >> GRANULE_SHIFT) + 1);
}

/** Ends the run unless all bytes from `start` on lie in one buffer. @inline */
export function inside(start: usize, bytes: usize): usize {
  if (start >= COVERED || (start & (GRANULE_BYTES - 1)) + bytes > <usize>load<u8>(shadowOf(start))) {
    insideSeveral(start, bytes);
  }
  return start;
}

/** The same for bytes that do not lie in one granule. */
function insideSeveral(start: usize, bytes: usize): void {
  if (!bytes) return;
  const last = start + bytes - 1;
  if (last < start || last >= COVERED) fail(start);
  const lastGranule = shadowOf(last);
  for (let granule = shadowOf(start); granule < lastGranule; granule++) {
    if (load<u8>(granule) !== <u8>GRANULE_BYTES) fail(start);
  }
  if (<usize>load<u8>(lastGranule) <= (last & (GRANULE_BYTES - 1))) fail(start);
}

function fail(address: usize): void {
  violation = address;
  unreachable();
}

/** The broken address, or 0. */
export function brokenBound(): usize {
  return violation;
}
