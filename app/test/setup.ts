import { env } from "cloudflare:workers";
import { afterEach, beforeAll, beforeEach, expect } from "vitest";
import { migrateDirectory } from "../db/migrate";
import { callCounter } from "../http/call-counter";
import type { Env } from "../tenancy/env";
import { errorLines } from "./error-log";

beforeAll(() => migrateDirectory((env as unknown as Env).DIRECTORY));

/** An error line that no test expected is a failure; a test that expects one says so with `expectErrorLog`. */
beforeEach(() => {
  callCounter.clear();
  errorLines.length = 0;
  console.error = (line: unknown) => void errorLines.push(String(line));
  console.warn = () => {};
  console.info = () => {};
});

afterEach(() => {
  expect(errorLines).toEqual([]);
});
