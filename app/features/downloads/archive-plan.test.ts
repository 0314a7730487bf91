import { crc32 } from "node:zlib";
import fc from "fast-check";
import { unzipSync } from "fflate";
import { expect, test } from "vitest";
import { archiveNames } from "./archive-names";
import { type ArchiveEntry, archivePlan } from "./archive-plan";
import { bytesOfPieces, endOfArchive, listArchive } from "./testing";

const MAX_32 = 0xffffffff;
const GIB = 1024 ** 3;
const modified = { year: 2026, month: 6, day: 13, hour: 15, minute: 20, second: 1 };

function anEntry(values: Partial<ArchiveEntry> = {}): ArchiveEntry {
  return { name: "DSC_0001.jpg", size: 3, crc32: 0x12345678, modified, key: "a", ...values };
}

const names = fc.array(
  fc.fullUnicodeString({ maxLength: 30 }).map((stem) => `${stem}.jpg`),
  { maxLength: 12 },
);
const contents = fc.array(fc.uint8Array({ maxLength: 3000 }), { minLength: 12, maxLength: 12 });

/** Some files under names that are safe and unique, with their bytes. */
const someFiles = fc.tuple(names, contents).map(([wanted, bytes]) => {
  const made = archiveNames(wanted.map((filename) => ({ filename, section: null })));
  return new Map(made.map((name, i) => [name, bytes[i] ?? new Uint8Array()]));
});

function planOf(files: ReadonlyMap<string, Uint8Array>) {
  const entries = [...files].map(([name, file]) =>
    anEntry({ name, key: name, size: file.length, crc32: crc32(file) }),
  );
  return archivePlan(entries);
}

test("an archive holds every file under its name, byte for byte, whatever they are", () => {
  fc.assert(
    fc.property(someFiles, (files) => {
      const plan = planOf(files);
      const archive = bytesOfPieces(plan.pieces(), files);
      expect(archive.length).toBe(plan.size);
      expect(new Map(Object.entries(unzipSync(archive)))).toEqual(files);
      const listed = listArchive(plan).entries;
      expect(listed.map(({ name, crc32: crc }) => [name, crc])).toEqual(
        [...files].map(([name, file]) => [name, crc32(file)]),
      );
    }),
  );
});

test("10,000 random ranges are the same slices of the whole", () => {
  const range = fc.tuple(
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.double({ min: 0, max: 1, noNaN: true }),
  );
  fc.assert(
    fc.property(someFiles, fc.array(range, { minLength: 100, maxLength: 100 }), (files, ranges) => {
      const plan = planOf(files);
      const whole = bytesOfPieces(plan.pieces(), files);
      for (const [a, b] of ranges) {
        const start = Math.floor(a * plan.size);
        const end = start + Math.floor(b * (plan.size - start)) + 1;
        const slice = bytesOfPieces(plan.pieces({ start, end }), files);
        if (Buffer.compare(slice, whole.subarray(start, end)) !== 0) {
          throw new Error(`bytes ${start} to ${end} differ`);
        }
      }
    }),
    { numRuns: 100 },
  );
});

test("a range of an archive of five tebibytes costs no more than the entries it meets", () => {
  const entries = Array.from({ length: 5 * 1024 }, (_, i) =>
    anEntry({ name: `${i}.jpg`, key: `${i}`, size: GIB }),
  );
  const plan = archivePlan(entries);
  const [, second, third] = listArchive(plan).entries.slice(4998);
  const start = (second?.dataOffset ?? 0) + 7;
  const end = (third?.dataOffset ?? 0) + 5;
  const pieces = [...plan.pieces({ start, end })];
  expect(pieces.map((piece) => ("bytes" in piece ? piece.bytes.length : piece))).toEqual([
    { entry: entries[4999], offset: 7, length: GIB - 7 },
    (third?.dataOffset ?? 0) - (third?.offset ?? 0),
    { entry: entries[5000], offset: 0, length: 5 },
  ]);
  expect(plan.entriesIn({ start, end })).toEqual(entries.slice(4999, 5001));
  expect(plan.entriesIn({ start: plan.size - 100_000, end: plan.size })).toEqual([]);
});

test("every number of an archive's directory is right, however large its files are", () => {
  const size = fc.oneof(
    fc.integer({ min: 0, max: 100 }),
    fc.integer({ min: MAX_32 - 3, max: MAX_32 + 3 }),
    fc.constantFrom(GIB, 5 * GIB, 1024 * GIB),
  );
  fc.assert(
    fc.property(fc.array(size, { maxLength: 8 }), (sizes) => {
      const entries = sizes.map((each, i) =>
        anEntry({ name: `${i}.jpg`, size: each, key: String(i), crc32: i }),
      );
      const plan = archivePlan(entries);
      const listed = listArchive(plan).entries;
      expect(listed.map((entry) => ({ name: entry.name, size: entry.size, crc32: entry.crc32 }))).toEqual(
        entries.map((entry) => ({ name: entry.name, size: entry.size, crc32: entry.crc32 })),
      );
      let end = 0;
      for (const entry of listed) {
        expect(entry.offset).toBe(end);
        end = entry.dataOffset + entry.size;
      }
    }),
    { numRuns: 300 },
  );
});

test("an offset of exactly 32 bits of ones is written in the ZIP64 way", () => {
  const [first] = listArchive(archivePlan([anEntry({ size: GIB })])).entries;
  const headerSize = first?.dataOffset ?? 0;
  const upTo = (size: number) => archivePlan([anEntry({ size }), anEntry({ name: "b.jpg" })]);
  for (const offset of [MAX_32 - 1, MAX_32, MAX_32 + 1]) {
    const [, second] = listArchive(upTo(offset - headerSize)).entries;
    expect(second).toMatchObject({ offset, needsZip64: offset >= MAX_32 });
  }
});

test("small archives do without ZIP64, those of four gibibytes do not", () => {
  expect(listArchive(archivePlan([anEntry()])).isZip64).toBe(false);
  const large = Array.from({ length: 5 }, (_, i) => anEntry({ name: `${i}.jpg`, size: GIB }));
  const { entries, isZip64 } = listArchive(archivePlan(large));
  expect(isZip64).toBe(true);
  expect(entries.map((entry) => entry.needsZip64)).toEqual([false, false, false, false, true]);
  expect(archivePlan(large).size).toBeGreaterThan(5 * GIB);
});

test("an archive of more files than sixteen bits count lists them all", () => {
  const files = Array.from({ length: 65536 }, (_, i) => anEntry({ name: `${i}.jpg`, key: `${i}` }));
  for (const count of [0, 65534, 65535, 65536]) {
    const archive = archivePlan(files.slice(0, count));
    expect(endOfArchive(archive)).toMatchObject({ count, isZip64: count >= 65535 });
  }
  const { entries } = listArchive(archivePlan(files));
  expect(entries).toHaveLength(65536);
  expect(entries.at(-1)?.name).toBe("65535.jpg");
});

test("a file's time is the wall clock it was given, to two seconds, from 1980 on", () => {
  const timeOf = (values: Partial<typeof modified>) => {
    const [entry] = listArchive(archivePlan([anEntry({ modified: { ...modified, ...values } })])).entries;
    const { dosDate = 0, dosTime = 0 } = entry ?? {};
    return [
      [(dosDate >> 9) + 1980, (dosDate >> 5) & 15, dosDate & 31],
      [dosTime >> 11, (dosTime >> 5) & 63, (dosTime & 31) * 2],
    ];
  };
  expect(timeOf({})).toEqual([
    [2026, 6, 13],
    [15, 20, 0],
  ]);
  expect(timeOf({ hour: 23, minute: 59, second: 59 })[1]).toEqual([23, 59, 58]);
  expect(timeOf({ year: 1970 })[0]).toEqual([1980, 6, 13]);
  expect(timeOf({ year: 2200 })[0]).toEqual([2107, 6, 13]);
});
