import fc from "fast-check";
import { expect, inject, test } from "vitest";
import { HOUR } from "../lib/time";
import { errorLines } from "./error-log";
import { Neighbours } from "./isolation/neighbours";
import { sequences } from "./isolation/sequences";

declare module "vitest" {
  interface ProvidedContext {
    /** How many sequences are tried, and which: SEQUENCES and SEED of the environment. */
    sequences: number;
    seed: number;
  }
}

/** As many requests as are asked for, however slow the machine is. */
const LONG = { timeout: 4 * HOUR };

test(
  "no sequence of requests and messages of one studio shows or changes anything of another",
  LONG,
  async () => {
    const neighbours = await Neighbours.start();
    const property = fc.asyncProperty(sequences, async (steps) => {
      const found = await neighbours.take(steps);
      // Work on what is not there is told to the log, and hostile requests are; that is none of this property.
      errorLines.length = 0;
      expect(found).toEqual([]);
    });
    await fc.assert(property, { numRuns: inject("sequences"), seed: inject("seed") });
  },
);
