import { expect, test } from "vitest";
import { type IdKind, idPrefixes, isId, newId } from "./ids";

const kinds = Object.keys(idPrefixes) as IdKind[];

test("an id names its kind and has one form", () => {
  for (const kind of kinds) {
    const id = newId(kind);
    expect(id).toMatch(new RegExp(`^${idPrefixes[kind]}_[0-7][0-9a-z]{25}$`));
    expect(kinds.filter((each) => isId(each, id))).toEqual([kind]);
  }
});

test("no two kinds share a prefix", () => {
  expect(new Set(Object.values(idPrefixes)).size).toBe(kinds.length);
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

test("an id carries the time it was made", () => {
  const before = Date.now();
  const digits = newId("event").slice(4);
  let value = 0n;
  for (const digit of digits) value = value * 32n + BigInt("0123456789abcdefghjkmnpqrstvwxyz".indexOf(digit));
  const milliseconds = Number(value >> 80n);
  expect(milliseconds).toBeGreaterThanOrEqual(before);
  expect(milliseconds - before).toBeLessThan(60_000);
});

test("what only looks like an id is none", () => {
  const id = newId("gallery");
  for (const text of ["", id.toUpperCase(), `${id}0`, id.slice(0, -1), ` ${id}`, `${id}\n`, id.replace(/.$/, "u")])
    expect(isId("gallery", text)).toBe(false);
});
