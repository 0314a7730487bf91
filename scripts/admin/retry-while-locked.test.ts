import { expect, test } from "vitest";
import { retryWhileLocked } from "./retry-while-locked";

test("work is done again until the database is no longer locked", async () => {
  let tries = 0;
  const done = await retryWhileLocked(async () => {
    if (++tries < 3) throw new Error("failed", { cause: new Error("database is locked: SQLITE_BUSY") });
    return "done";
  });
  expect([done, tries]).toEqual(["done", 3]);
});

test("any other failure is passed on at once", async () => {
  let tries = 0;
  const work = () => {
    tries++;
    return Promise.reject(new Error("no such table: studios"));
  };
  await expect(retryWhileLocked(work)).rejects.toThrow("no such table");
  expect(tries).toBe(1);
});
