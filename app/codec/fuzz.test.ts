import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { corpus, Dice, mutated } from "../test/jpeg-mutations";
import { isCodecError } from "./codec-error";
import { developJpeg } from "./develop-jpeg";
import { RefusedError } from "./refusals";
import { streamOf } from "./testing";

const checked = new WebAssembly.Module(readFileSync("build/codec/codec-checked.wasm"));

/** Room for a few hundred mutations; `npm run prove -- codec` does a million. */
const RUNS = 600;

test("a mutated file is developed or refused, and no access leaves its buffer", async () => {
  const files = corpus();
  const dice = new Dice(7);
  for (let run = 0; run < RUNS; run += 1) {
    const file = mutated(files[dice.below(files.length)] ?? new Uint8Array(0), dice);
    const plan = { sizes: [{ longEdge: 40 }, { longEdge: 15 }], scale: 1 + dice.below(8) };
    try {
      const { sizes } = await developJpeg(checked, streamOf(file, 1 + dice.below(3000)), plan);
      sizes[0]?.jpeg({ quality: 1 + dice.below(100), optimised: dice.below(2) === 0 });
    } catch (error) {
      if (!isCodecError(error)) throw error;
      if (error instanceof RefusedError) expect(error.reason).not.toBe("core_failed");
    }
  }
}, 60_000);
