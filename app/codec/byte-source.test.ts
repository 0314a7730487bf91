import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type ByteSource,
  blobSource,
  bytesSource,
  partOf,
  readingAhead,
  readingForward,
} from "./byte-source";

const bytes = Uint8Array.from({ length: 1_500_000 }, (_, at) => (at * 31 + (at >> 8)) & 255);

const sources: [string, ByteSource, number, number][] = [
  ["bytes", bytesSource(bytes), 0, bytes.length],
  ["a blob", blobSource(new Blob([bytes])), 0, bytes.length],
  ["a part", partOf(bytesSource(bytes), 1000, 400_000), 1000, 401_000],
  ["a part over the end", partOf(bytesSource(bytes), 1_499_000, 9999), 1_499_000, bytes.length],
  ["reading ahead", readingAhead(bytesSource(bytes)), 0, bytes.length],
  ["reading forward", readingForward(bytesSource(bytes)), 0, bytes.length],
];

async function collected(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  return new Uint8Array(await new Response(stream as BodyInit).arrayBuffer());
}

test.for(sources)("%s give every range as it is, cut at the end", async ([, source, from, to]) => {
  const own = bytes.subarray(from, to);
  expect(source.size).toBe(own.length);
  const range = fc.tuple(fc.nat(own.length + 100), fc.oneof(fc.nat(300), fc.nat(700_000)));
  await fc.assert(
    fc.asyncProperty(range, async ([at, length]) => {
      const read = await source.read(at, length);
      expect(Buffer.compare(read, own.subarray(at, at + length))).toBe(0);
    }),
    { numRuns: 120 },
  );
});

test.for(sources)("%s stream from anywhere", async ([, source, from, to]) => {
  const own = bytes.subarray(from, to);
  expect(Buffer.compare(await collected(source.stream()), own)).toBe(0);
  expect(Buffer.compare(await collected(source.stream(777)), own.subarray(777))).toBe(0);
});

test("a part's stream lets go of the rest", async () => {
  let cancelled = false;
  const endless: ByteSource = {
    size: 1_000_000,
    read: async () => new Uint8Array(),
    stream: () =>
      new ReadableStream({
        pull: (controller) => controller.enqueue(new Uint8Array(100)),
        cancel: () => {
          cancelled = true;
        },
      }),
  };
  expect((await collected(partOf(endless, 0, 250).stream())).length).toBe(250);
  expect(cancelled).toBe(true);
});
