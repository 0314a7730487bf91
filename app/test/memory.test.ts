import { expect, test } from "vitest";
import { bytesSource } from "../codec/byte-source";
import { render } from "../codec/render";
import { tinyJpeg } from "../features/ingest/testing/tiny-jpeg";
import { renderInTurn } from "./render-in-turn";

const MB = 2 ** 20;

test("photos rendered one after another share their memory, and leave nothing in each other's pictures", async () => {
  const { made, reported, sums } = await renderInTurn(14);
  for (const [name, [first, ...others]] of sums) for (const other of others) expect(other, name).toBe(first);
  expect(made.slice(10)).toEqual(Array.from({ length: 4 }, () => made[9]));
  expect(Math.max(...made)).toBeLessThan(72 * MB);
  expect(Math.max(...reported)).toBeLessThan(72 * MB);
});

test("a render that is asked for during another begins when that one has ended", async () => {
  const log: string[] = [];
  const plan = { outputs: [{ name: "thumb", longEdge: 32, watermark: null, jpeg: 80, webp: null }] };
  const all = ["a", "b", "c"].map(async (name) => {
    const file = bytesSource(tinyJpeg());
    const stream = () => {
      log.push(name);
      return file.stream();
    };
    await render({ ...file, stream }, plan);
    log.push(name);
  });
  await Promise.all(all);
  expect(log.toSorted()).toEqual(["a", "a", "b", "b", "c", "c"]);
  for (const at of [0, 2, 4]) expect(log[at + 1]).toBe(log[at]);
});
