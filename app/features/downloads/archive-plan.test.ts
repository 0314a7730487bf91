import { crc32 } from "node:zlib";
import fc from "fast-check";
import { unzipSync } from "fflate";
import { expect, test } from "vitest";
import { type ArchiveEntry, type ArchivePlan, archivePlan, uniqueNames } from "./archive-plan";
import { endOfArchive, listArchive } from "./testing";

const MAX_32 = 0xffffffff;
const GIB = 1024 ** 3;
const modified = { year: 2026, month: 6, day: 13, hour: 15, minute: 20, second: 1 };

function anEntry(values: Partial<ArchiveEntry> = {}): ArchiveEntry {
  return { name: "DSC_0001.jpg", size: 3, crc32: 0x12345678, modified, key: "a", ...values };
}

/** Puts an archive together from a plan and the files it refers to. */
function assembled(plan: ArchivePlan, files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const archive = new Uint8Array(plan.size);
  let at = 0;
  for (const part of plan.parts) {
    const bytes = "bytes" in part ? part.bytes : files.get(part.key);
    if (!bytes) throw new Error("the plan names a file that is not there");
    archive.set(bytes, at);
    at += bytes.length;
  }
  expect(at).toBe(plan.size);
  return archive;
}

const names = fc.array(
  fc.fullUnicodeString({ maxLength: 30 }).map((stem) => `${stem}.jpg`),
  { maxLength: 12 },
);
const contents = fc.array(fc.uint8Array({ maxLength: 3000 }), { minLength: 12, maxLength: 12 });

test("an archive holds every file under its name, byte for byte, whatever they are", () => {
  fc.assert(
    fc.property(names, contents, (wanted, bytes) => {
      const files = new Map(uniqueNames(wanted).map((name, i) => [name, bytes[i] ?? new Uint8Array()]));
      const entries = [...files].map(([name, file]) =>
        anEntry({ name, key: name, size: file.length, crc32: crc32(file) }),
      );
      const plan = archivePlan(entries);
      const archive = assembled(plan, files);
      const unzipped = unzipSync(archive);
      expect(new Map(Object.entries(unzipped))).toEqual(files);
      const listed = listArchive(plan).entries;
      expect(listed.map(({ name, crc32: crc }) => [name, crc])).toEqual(
        [...files].map(([name, file]) => [name, crc32(file)]),
      );
    }),
  );
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

test("names that any system would take for one get a number before their extension", () => {
  expect(uniqueNames(["a.jpg", "a.jpg", "A.JPG", "a (2).jpg", "b"])).toEqual([
    "a.jpg",
    "a (2).jpg",
    "A (3).JPG",
    "a (2) (2).jpg",
    "b",
  ]);
  expect(uniqueNames(["Zo\u00eb.jpg", "Zoe\u0308.jpg"])[1]).toBe("Zoe\u0308 (2).jpg");
  expect(uniqueNames([".jpg", ".jpg", "no extension", "no extension"])).toEqual([
    ".jpg",
    ".jpg (2)",
    "no extension",
    "no extension (2)",
  ]);
});

test("names made unique are unique, and those that were stay as they are", () => {
  const folded = (name: string) => name.normalize("NFC").toLowerCase();
  const wanted = fc.array(fc.constantFrom("a.jpg", "A.jpg", "a (2).jpg", "a (2) (2).jpg", "b", "b (2)", ""), {
    maxLength: 30,
  });
  fc.assert(
    fc.property(wanted, (list) => {
      const made = uniqueNames(list);
      expect(new Set(made.map(folded)).size).toBe(list.length);
      expect(uniqueNames(made)).toEqual(made);
      expect(made[0]).toBe(list[0]);
    }),
  );
});
