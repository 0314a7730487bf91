import { expect, inject, test } from "vitest";
import { type FuzzSettings, fuzz, replay } from "../fuzz/run";
import { cases } from "../isolation/cases";

export const about =
  "200,000 requests to all endpoints, sound and hostile: no error of ours, no hang, nothing of another studio (CASES of each of 2 runs, SEED of the first, WORLD, REPLAY=file).";

declare module "vitest" {
  interface ProvidedContext {
    fuzz: FuzzSettings & { replay?: string };
  }
}

const settings = inject("fuzz");

/** So many requests reach what lies behind every route; a run of the proof. */
const REACHES_ALL = 100_000;

test.skipIf(settings.replay)(
  "whatever is sent to any route is answered, without an error of ours and without another studio's data",
  async () => {
    const { failures, outcomes, unsendable } = await fuzz(settings, (line) => console.log(line));
    console.log(`${outcomes}\n${outcomes.total} requests; ${unsendable} more cannot be made.`);
    expect(failures).toEqual([]);
    const routes = Object.keys(cases).filter((route) => route !== "GET /*");
    if (outcomes.total >= REACHES_ALL) expect(outcomes.neverDone(routes)).toEqual([]);
  },
  0,
);

test.runIf(settings.replay)("a request that failed once is answered as it should", async () => {
  const { shot, answer, faults } = await replay(settings.replay ?? "");
  const { tricks, sender, method, path } = shot;
  console.log({ method, path, sender, tricks, status: answer.status, text: answer.text.slice(0, 2000) });
  expect(faults).toEqual([]);
});
