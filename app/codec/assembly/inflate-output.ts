import { reserve } from "./heap";

/** How far back a match may reach (RFC 1951, 3.2.5). */
const WINDOW: usize = 32 * 1024;

/** The longest match, and what copying by whole vectors writes behind it. */
export const LONGEST_MATCH: usize = 258;
const OVERSHOOT: usize = 32;

const VECTOR: usize = 16;

/** The window, then what has been made and not taken, then room. */
@unmanaged
class Inflated {
  start: usize;
  taken: usize;
  end: usize;
  capacity: usize;
}

export const inflated: Inflated = changetype<Inflated>(memory.data(offsetof<Inflated>(), 16));

/** Takes memory for streams of which at least `most` bytes can wait to be taken. */
export function reserveInflated(most: usize): void {
  inflated.capacity = WINDOW + most + LONGEST_MATCH;
  inflated.start = reserve(inflated.capacity + OVERSHOOT);
  restartInflated();
}

export function restartInflated(): void {
  inflated.taken = inflated.start;
  inflated.end = inflated.start;
}

/** Bytes that wait to be taken. */
export function waiting(): usize {
  return inflated.end - inflated.taken;
}

/** Bytes that can be made before room must be found. */
export function room(): usize {
  return inflated.start + inflated.capacity - inflated.end;
}

/** Moves the window and what waits to the front, when half of the room is used. */
export function makeRoom(): void {
  if (inflated.end - inflated.start < (WINDOW + inflated.capacity) / 2) return;
  const window = inflated.end - inflated.start > WINDOW ? inflated.end - WINDOW : inflated.start;
  const from = min(window, inflated.taken);
  const moved = from - inflated.start;
  if (!moved) return;
  memory.copy(inflated.start, from, inflated.end - from);
  inflated.taken -= moved;
  inflated.end -= moved;
}

/** Copies by whole vectors, behind the match too; a distance shorter than a vector is doubled until it is not. */
export function copyMatch(to: usize, distance: usize, length: usize): void {
  const from = to - distance;
  const end = to + length;
  let step = distance;
  while (step < VECTOR && to < end) {
    v128.store(to, v128.load(from));
    to += step;
    step <<= 1;
  }
  for (let source = to - step; to < end; to += VECTOR, source += VECTOR) v128.store(to, v128.load(source));
}
