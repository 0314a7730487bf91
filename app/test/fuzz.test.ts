import { expect, test } from "vitest";
import { MINUTE } from "../lib/time";
import { fuzz } from "./fuzz/run";
import { bodies, queries, takeFiles } from "./fuzz/schemas";
import { cases } from "./isolation/cases";

/** `npm run prove -- fuzz` sends four hundred times as many. */
const CASES = 500;

/** Many requests, however slow the machine is. */
const LONG = { timeout: 15 * MINUTE };

test(
  "whatever is sent to any route is answered, without an error of ours and without another studio's data",
  LONG,
  async () => {
    const { failures, outcomes } = await fuzz({ cases: CASES, seed: 1 });
    expect(failures).toEqual([]);
    expect(outcomes.shareDone).toBeGreaterThan(0.2);
  },
);

test("every route that takes a body tells what it takes", () => {
  const take = Object.keys(cases).filter((route) => /^(POST|PUT|PATCH) /.test(route));
  expect([...Object.keys(bodies), ...takeFiles].toSorted()).toEqual(take.toSorted());
  expect(Object.keys(queries).filter((route) => !(route in cases))).toEqual([]);
});
