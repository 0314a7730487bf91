import { test } from "vitest";
import { corpus, mutation } from "../test/hostile/corpus";
import { Dice } from "../test/hostile/dice";
import { verdictOn, verdictOnJpeg } from "../test/hostile/verdict";

/** Mutations of each kind; `npm run prove -- codec` does a million. */
const RUNS = 400;

const kinds = await corpus();

test.for(kinds)("a mutated $name is shown or refused, and no access leaves its buffer", async (kind) => {
  const dice = new Dice(7);
  for (let run = 0; run < RUNS; run += 1) {
    const file = mutation(kind, dice);
    if (kind.name === "JPEG" && dice.below(2) === 0) await verdictOnJpeg(file, [40, 15], dice);
    else await verdictOn(file, [40, 15]);
  }
});
