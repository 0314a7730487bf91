import fc from "fast-check";
import { beforeAll, expect, inject, test } from "vitest";
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

/** Work on what is not there fails and is told to the log, and so is a request in a manner that Remix has given up. */
const EXPECTED_ERRORS = /a job failed|a message failed|should not be making \?_data requests/;

let neighbours: Neighbours;
beforeAll(async () => {
  neighbours = await Neighbours.start();
});

test("no sequence of requests and messages of one studio shows or changes anything of another", async () => {
  const property = fc.asyncProperty(sequences, async (steps) => {
    const found = await neighbours.take(steps);
    errorLines.splice(0, errorLines.length, ...errorLines.filter((line) => !EXPECTED_ERRORS.test(line)));
    expect([...found, ...errorLines]).toEqual([]);
  });
  await fc.assert(property, { numRuns: inject("sequences"), seed: inject("seed") });
});
