import { allow, behindGuard, CHECKED, forbid, guardedEnd, SHADOW_BYTES } from "./checks";

/**
 * A bump allocator: buffers are taken one behind the other and given back together. An instance serves one picture,
 * so nothing else is needed. Memory grows on demand and never shrinks.
 */
const ALIGNMENT: usize = 64;
const PAGE_SHIFT: usize = 16;
const PAGE_MASK: usize = 0xffff;

/** Ceiling of the whole memory, in pages of 64 KB: 96 MB. */
const MAX_PAGES: usize = 1536;

/** Wide loads may touch this much behind the last buffer. */
const TAIL: usize = 256;

let top: usize = 0;
let peak: usize = 0;

function aligned(address: usize): usize {
  return (address + ALIGNMENT - 1) & ~(ALIGNMENT - 1);
}

function heapStart(): usize {
  return CHECKED ? guardedEnd() : aligned(__heap_base);
}

/** Gives everything back. */
export function resetHeap(): void {
  releaseTo(heapStart());
  peak = top;
}

/** How far the heap reaches; what `releaseTo` takes. */
export function heapTop(): usize {
  return top;
}

/** Bytes of the module and its heap so far; what the checked build adds before the heap is not counted. */
export function heapUsed(): usize {
  return CHECKED ? top - SHADOW_BYTES : top;
}

/** The most they ever were. */
export function heapPeak(): usize {
  return CHECKED ? peak - SHADOW_BYTES : peak;
}

/** How far memory was used since `resetHeap`, with what wide stores may have touched. */
export function heapReach(): usize {
  return peak + TAIL;
}

/** Gives back every buffer taken since `heapTop` answered `mark`. */
export function releaseTo(mark: usize): void {
  if (CHECKED) forbid(mark, top);
  top = mark;
}

/** Takes a buffer whose content is undefined. The run ends when it does not fit under the ceiling. */
export function reserve(bytes: usize): usize {
  if (CHECKED) top = behindGuard(top);
  const start = top;
  if (bytes > MAX_PAGES << PAGE_SHIFT) unreachable();
  top = aligned(start + bytes);
  ensure(top);
  if (CHECKED) allow(start, bytes);
  return start;
}

/** Takes a buffer of zeros. */
export function reserveZeroed(bytes: usize): usize {
  const start = reserve(bytes);
  memory.fill(start, 0, bytes);
  return start;
}

/** Lets the last buffer, begun at `start`, reach at least `bytes` far. */
export function extendLast(start: usize, bytes: usize): void {
  if (aligned(start + bytes) <= top) return;
  top = aligned(start + bytes);
  ensure(top);
  if (CHECKED) allow(start, bytes);
}

function ensure(end: usize): void {
  if (end > peak) peak = end;
  const wanted = <i32>((end + TAIL + PAGE_MASK) >> PAGE_SHIFT);
  const missing = wanted - memory.size();
  if (missing > 0 && memory.grow(missing) < 0) unreachable();
}
