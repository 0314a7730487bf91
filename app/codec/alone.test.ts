import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { alone } from "./alone";

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

test("works asked for at once are done one after the other, each to its end", async () => {
  const log: string[] = [];
  const work = (name: string) =>
    alone(async () => {
      log.push(`${name} begins`);
      await new Promise((done) => setTimeout(done, 100));
      log.push(`${name} ends`);
    });
  const all = Promise.all(["a", "b", "c"].map(work));
  await vi.advanceTimersByTimeAsync(1000);
  await all;
  const order = log.map((line) => line.split(" ")[0]);
  expect(order.toSorted()).toEqual(["a", "a", "b", "b", "c", "c"]);
  for (const at of [0, 2, 4]) expect(log[at + 1]).toBe(log[at]?.replace("begins", "ends"));
});

test("work that fails lets the next one begin", async () => {
  const failing = alone(() => Promise.reject(new Error("no")));
  const next = alone(() => Promise.resolve("done"));
  await expect(failing).rejects.toThrow("no");
  await vi.advanceTimersByTimeAsync(100);
  await expect(next).resolves.toBe("done");
});

test("work that never ends is not waited for beyond its lease, and does not end the next one's", async () => {
  void alone(() => new Promise(() => {}));
  let began = false;
  const next = alone(async () => {
    began = true;
  });
  await vi.advanceTimersByTimeAsync(110_000);
  expect(began).toBe(false);
  await vi.advanceTimersByTimeAsync(11_000);
  await next;
});
