import { expect, test } from "vitest";
import { firstIdAt, newId } from "./ids";

test("an id names its kind and has one form", () => {
  const kinds = ["studio", "member", "client", "gallery", "photo", "order", "event", "token"] as const;
  const ids = kinds.map((kind) => newId(kind));
  for (const id of ids) expect(id).toMatch(/^[a-z]{3}_[0-7][0-9a-hjkmnp-tv-z]{25}$/);
  expect(new Set(ids.map((id) => id.slice(0, 4))).size).toBe(kinds.length);
});

test("ids sort in the order in which they were made, also within a millisecond", async () => {
  const made: string[] = [];
  for (let round = 0; round < 4; round++) {
    for (let i = 0; i < 500; i++) made.push(newId("photo"));
    await scheduler.wait(2);
  }
  expect(made.toSorted()).toEqual(made);
  expect(new Set(made).size).toBe(2000);
});

test("an id carries the moment it was made", () => {
  const before = Date.now();
  const digits = newId("event").slice("evt_".length);
  let value = 0n;
  for (const digit of digits) value = value * 32n + BigInt("0123456789abcdefghjkmnpqrstvwxyz".indexOf(digit));
  const milliseconds = Number(value >> 80n);
  expect(milliseconds).toBeGreaterThanOrEqual(before);
  expect(milliseconds).toBeLessThanOrEqual(Date.now());
});

test("the first id of a moment stands between those made before it and those made from then on", () => {
  const before = newId("event");
  const now = Date.now();
  expect(firstIdAt("event", now + 1) > before).toBe(true);
  expect(firstIdAt("event", now) <= newId("event")).toBe(true);
  expect(firstIdAt("event", -1)).toBe(`evt_${"0".repeat(26)}`);
});

test("an id can be made for another moment than now, and sorts there", () => {
  const moment = Date.UTC(2040, 0, 1);
  const id = newId("token", moment);
  expect(id >= firstIdAt("token", moment) && id < firstIdAt("token", moment + 1)).toBe(true);
  expect(newId("token", moment)).not.toBe(id);
});
