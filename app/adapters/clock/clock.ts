import type { Instant } from "../../lib/time";

/** The product's now. Domain code never asks the runtime for the time. */
export interface Clock {
  now(): Instant;
  /** How far it is ahead of the real time, in milliseconds; 0 in production. */
  readonly offset: number;
}

/** Real time moved ahead by an offset that is 0 in production. */
export function clockAhead(offset: number): Clock {
  return { offset, now: () => Date.now() + offset };
}
