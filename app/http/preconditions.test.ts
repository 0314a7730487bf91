import { expect, test } from "vitest";
import { HOUR, SECOND } from "../lib/time";
import { mayAnswerRange, toHttpDate, weighPreconditions } from "./preconditions";

const CHANGED = Date.UTC(2026, 5, 13, 15, 20, 1, 500);
const NOW = CHANGED + HOUR;
const state = { etag: '"now"', lastModified: CHANGED };
const dateless = { etag: '"now"', lastModified: null };

const then = toHttpDate(CHANGED);
const before = toHttpDate(CHANGED - SECOND);
const after = toHttpDate(CHANGED + SECOND);

const weigh = (headers: Record<string, string>, of: Parameters<typeof weighPreconditions>[1] = state) =>
  weighPreconditions(new Headers(headers), of);

test("without conditions a request is answered", () => {
  expect(weigh({})).toBe("proceed");
});

test.for([
  ['"now"', "not_modified"],
  ['W/"now"', "not_modified"],
  ['"then", "now"', "not_modified"],
  ['"a,b", W/"now"', "not_modified"],
  ["*", "not_modified"],
  ['"then"', "proceed"],
  ['"then, now"', "proceed"],
  ["now", "proceed"],
  ["", "proceed"],
] as const)("If-None-Match: %s compares weakly", ([list, verdict]) => {
  expect(weigh({ "if-none-match": list })).toBe(verdict);
});

test.for([
  ['"now"', "proceed"],
  ['"then", "now"', "proceed"],
  ["*", "proceed"],
  ['W/"now"', "failed"],
  ['"then"', "failed"],
] as const)("If-Match: %s compares strongly", ([list, verdict]) => {
  expect(weigh({ "if-match": list })).toBe(verdict);
});

test("If-Modified-Since counts by the second", () => {
  expect(weigh({ "if-modified-since": then })).toBe("not_modified");
  expect(weigh({ "if-modified-since": after })).toBe("not_modified");
  expect(weigh({ "if-modified-since": before })).toBe("proceed");
  expect(weigh({ "if-modified-since": "Sat, 13-Jun-26 15:20:01 GMT" })).toBe("not_modified");
  expect(weigh({ "if-modified-since": "Sat Jun 13 15:20:01 2026" })).toBe("not_modified");
});

test("If-Unmodified-Since fails for what changed later", () => {
  expect(weigh({ "if-unmodified-since": before })).toBe("failed");
  expect(weigh({ "if-unmodified-since": then })).toBe("proceed");
});

test("a date that is none, or that nothing can be held against, is no condition", () => {
  for (const date of ["yesterday", "2026", "13", "", "2026-06-13T15:20:01Z"]) {
    expect(weigh({ "if-modified-since": date }), date).toBe("proceed");
    expect(weigh({ "if-unmodified-since": date }), date).toBe("proceed");
  }
  expect(weigh({ "if-modified-since": after }, dateless)).toBe("proceed");
  expect(weigh({ "if-unmodified-since": before }, dateless)).toBe("proceed");
});

test("tags count before dates, and what must match before what must not", () => {
  expect(weigh({ "if-none-match": '"then"', "if-modified-since": after })).toBe("proceed");
  expect(weigh({ "if-match": '"now"', "if-unmodified-since": before })).toBe("proceed");
  expect(weigh({ "if-match": '"then"', "if-none-match": '"now"' })).toBe("failed");
  expect(weigh({ "if-match": '"now"', "if-none-match": '"now"' })).toBe("not_modified");
});

test("a part is given to whoever holds a part of just this state", () => {
  const may = (condition: string | null, of: typeof state | typeof dateless = state, now = NOW) =>
    mayAnswerRange(new Headers(condition === null ? {} : { "if-range": condition }), of, now);
  expect(may(null)).toBe(true);
  expect(may('"now"')).toBe(true);
  expect(may('"then"')).toBe(false);
  expect(may('W/"now"')).toBe(false);
  expect(may(then)).toBe(true);
  expect(may(before)).toBe(false);
  expect(may(after)).toBe(false);
  expect(may("nonsense")).toBe(false);
  expect(may(then, dateless)).toBe(false);
  expect(may(then, state, CHANGED + 900)).toBe(false);
});
