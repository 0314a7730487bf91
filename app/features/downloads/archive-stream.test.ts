import { crc32 } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { StoredObject, StudioObjects } from "../../adapters/objects/studio-objects";
import type { Studio } from "../../tenancy/studio";
import { createTestStudio } from "../../test/create-test-studio";
import { errorLines, expectErrorLog } from "../../test/error-log";
import { type ArchivePlan, archivePlan } from "./archive-plan";
import { archiveStream } from "./archive-stream.server";
import { openedAhead } from "./opened-ahead.server";
import { bytesOfPieces } from "./testing";

const modified = { year: 2026, month: 6, day: 13, hour: 15, minute: 20, second: 1 };
const MB = 1024 * 1024;

/** Bytes that differ from their neighbours, so that one too many or too few shows. */
const noise = (length: number, seed: number) =>
  Uint8Array.from({ length }, (_, i) => (i * 31 + (i >> 8) * 7 + seed * 101) & 0xff);

/** A studio with files in storage, and the archive of them. */
async function archiveOf(sizes: number[]) {
  const { studio } = await createTestStudio();
  const files = new Map(sizes.map((size, i) => [`pho_${i}/original`, noise(size, i)]));
  for (const [key, bytes] of files) await studio.objects.put(key, bytes, "image/jpeg");
  const entries = Array.from(files, ([key, bytes], i) => ({
    name: `${i}.jpg`,
    key,
    size: bytes.length,
    crc32: crc32(bytes),
    modified,
  }));
  const plan = archivePlan(entries);
  return { studio, plan, entries, whole: bytesOfPieces(plan.pieces(), files) };
}

const streamOf = (studio: Studio, plan: ArchivePlan, range = { start: 0, end: plan.size }) =>
  archiveStream(studio, plan.pieces(range), range.end - range.start);

async function bytesOf(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Throws unless two runs of bytes are one; an assertion would print megabytes. */
function expectSame(actual: Uint8Array, expected: Uint8Array): void {
  if (Buffer.compare(actual, expected) !== 0)
    throw new Error(`${actual.length} bytes are not the ${expected.length} that were expected`);
}

/** Storage whose bodies break after some bytes: `breaks` says where, for each time that something is opened. */
function breaking(studio: Studio, breaks: (number | null)[]) {
  const opened: { key: string; offset: number }[] = [];
  const waiting = [...breaks];
  const get: StudioObjects["get"] = async (key, range) => {
    opened.push({ key, offset: range?.offset ?? 0 });
    const after = waiting.shift() ?? null;
    const object = await studio.objects.get(key, range);
    return object && after !== null ? { ...object, body: broken(object, after) } : object;
  };
  return { opened, flaky: { ...studio, objects: { ...studio.objects, get } } };
}

function broken({ body }: StoredObject, after: number): ReadableStream<Uint8Array> {
  const { readable, writable } = new IdentityTransformStream();
  const pass = async () => {
    const writer = writable.getWriter();
    let left = after;
    for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
      if (left > 0) await writer.write(chunk.subarray(0, left));
      left -= chunk.length;
      if (left <= 0) break;
    }
    await writer.abort(new Error("the connection to storage broke"));
  };
  pass().catch(() => {});
  return readable;
}

test("any range of an archive is streamed as it stands in the whole", async () => {
  const { studio, plan, whole } = await archiveOf([10, 0, 1000, 600_000, 1, 2_000_000, 77]);
  expectSame(await bytesOf(streamOf(studio, plan)), whole);
  const place = fc.nat({ max: plan.size - 1 });
  await fc.assert(
    fc.asyncProperty(place, place, async (a, b) => {
      const [start, end] = [Math.min(a, b), Math.max(a, b) + 1];
      expectSame(await bytesOf(streamOf(studio, plan, { start, end })), whole.subarray(start, end));
    }),
    { numRuns: 25 },
  );
});

test("a read that breaks is taken up again where it broke off", async () => {
  const { studio, plan, whole } = await archiveOf([1_500_000, 3000]);
  const { opened, flaky } = breaking(studio, [700_000, null, 0, 524_288]);
  expectSame(await bytesOf(streamOf(flaky, plan)), whole);
  // What had been read of a buffer that never filled is read again; the second file had been opened ahead.
  expect(opened).toEqual([
    { key: "pho_0/original", offset: 0 },
    { key: "pho_1/original", offset: 0 },
    { key: "pho_0/original", offset: 524_288 },
    { key: "pho_0/original", offset: 524_288 },
    { key: "pho_0/original", offset: 1_048_576 },
  ]);
});

test("a part of a file that breaks goes on at the right byte of the file", async () => {
  const { studio, plan, whole } = await archiveOf([1_500_000]);
  const range = { start: 100_000, end: 1_400_000 };
  const { opened, flaky } = breaking(studio, [600_000]);
  expectSame(await bytesOf(streamOf(flaky, plan, range)), whole.subarray(range.start, range.end));
  const [{ offset } = { offset: 0 }] = opened;
  expect(opened.map((each) => each.offset - offset)).toEqual([0, 524_288]);
});

test("storage that cannot be opened for a moment is asked again", async () => {
  const { studio, plan, whole } = await archiveOf([5000]);
  let asked = 0;
  const get: StudioObjects["get"] = async (key, range) => {
    if (asked++ < 2) throw new Error("storage is not there");
    return studio.objects.get(key, range);
  };
  expectSame(await bytesOf(streamOf({ ...studio, objects: { ...studio.objects, get } }, plan)), whole);
});

test("storage that goes on failing breaks the stream, which never ends as if it were whole", async () => {
  const { studio, plan } = await archiveOf([5000, 5000]);
  const { opened, flaky } = breaking(studio, [null, 10, 10, 10, 10, 10]);
  await expect(bytesOf(streamOf(flaky, plan))).rejects.toThrow();
  expect(opened).toHaveLength(6);
  await expect.poll(() => errorLines.length).toBe(1);
  expectErrorLog(/a download broke because storage failed/);
});

test("a file that is gone in the middle, or another one by now, breaks the stream at once", async () => {
  for (const change of [
    (studio: Studio) => studio.objects.delete(["pho_1/original"]),
    (studio: Studio) => studio.objects.put("pho_1/original", noise(4999, 1), "image/jpeg"),
  ]) {
    const { studio, plan } = await archiveOf([5000, 5000]);
    await change(studio);
    const { opened, flaky } = breaking(studio, []);
    await expect(bytesOf(streamOf(flaky, plan))).rejects.toThrow();
    expect(opened).toHaveLength(2);
    await expect.poll(() => errorLines.length).toBe(1);
    expectErrorLog(/a download broke because storage failed/);
  }
});

/** Storage that tells which of its bodies are open. */
function watched(studio: Studio) {
  const open = new Set<string>();
  let most = 0;
  const get: StudioObjects["get"] = async (key, range) => {
    const object = await studio.objects.get(key, range);
    if (!object) return null;
    open.add(key);
    most = Math.max(most, open.size);
    const { readable, writable } = new IdentityTransformStream();
    void object.body
      .pipeTo(writable)
      .catch(() => {})
      .finally(() => open.delete(key));
    return { ...object, body: readable };
  };
  return { open, most: () => most, watching: { ...studio, objects: { ...studio.objects, get } } };
}

test("whoever leaves in the middle leaves nothing open behind", async () => {
  const { studio, plan } = await archiveOf(Array.from({ length: 12 }, () => 300_000));
  const { open, watching } = watched(studio);
  const reader = streamOf(watching, plan).getReader();
  await reader.read();
  await reader.read();
  expect(open.size).toBeGreaterThan(1);
  await reader.cancel();
  await expect.poll(() => open.size).toBe(0);
});

test("no more files are open at once than a Worker may open connections", async () => {
  const { studio, plan, whole } = await archiveOf(Array.from({ length: 40 }, () => 2000));
  const { most, watching } = watched(studio);
  expectSame(await bytesOf(streamOf(watching, plan)), whole);
  expect(most()).toBeGreaterThan(3);
  expect(most()).toBeLessThanOrEqual(6);
});

test("of large files only the next one is opened ahead, of small ones five", async () => {
  const { studio } = await createTestStudio();
  const openedFor = async (size: number) => {
    const keys: string[] = [];
    const get: StudioObjects["get"] = async (key) => {
      keys.push(key);
      return null;
    };
    const entry = { name: "a.jpg", key: "a", size, crc32: 0, modified };
    const plan = archivePlan(Array.from({ length: 20 }, (_, i) => ({ ...entry, name: `${i}.jpg` })));
    const ahead = openedAhead({ ...studio.objects, get }, plan.pieces());
    for (const piece of ahead) if ("file" in piece) break;
    return keys.length;
  };
  expect(await openedFor(20 * MB)).toBe(1 + 1);
  expect(await openedFor(3 * MB)).toBe(1 + 3);
  expect(await openedFor(1000)).toBe(1 + 5);
});
