import fc from "fast-check";
import { type Zippable, zipSync } from "fflate";
import { expect, test } from "vitest";
import { archiveNames } from "../../downloads/archive-names";
import { archivePlan } from "../../downloads/archive-plan";
import { readZip, type ZipContents } from "./zip-directory";

const LIMITS = { entries: 50, fileBytes: 100_000 };

const text = (content: string) => new TextEncoder().encode(content);

const blobOf = (...parts: Uint8Array[]) => new Blob(parts as Uint8Array<ArrayBuffer>[]);

const zipOf = (files: Zippable) => blobOf(zipSync(files));

async function contentsOf(zip: Blob): Promise<ZipContents> {
  const read = await readZip(zip, LIMITS);
  if (!read.ok) throw new Error(`the archive was refused: ${read.refusal}`);
  return read.value;
}

async function refusalOf(zip: Blob) {
  const read = await readZip(zip, LIMITS);
  return read.ok ? null : read.refusal;
}

/** An archive with some bytes of it changed. */
function changed(archive: Uint8Array, change: (view: DataView, directory: number) => void): Blob {
  const copy = archive.slice();
  const view = new DataView(copy.buffer);
  change(view, view.getUint32(copy.length - 6, true));
  return blobOf(copy);
}

test("an archive's files are found with their sizes and checksums, whatever folders they lie in", async () => {
  const { files, refused } = await contentsOf(
    zipOf({
      "a.jpg": text("aaa"),
      Party: { "b.jpg": [text("bb"), { level: 0 }], Late: { "Zoë.jpg": text("c") } },
    }),
  );
  expect(files.map(({ name, size, isDeflated }) => [name, size, isDeflated])).toEqual([
    ["a.jpg", 3, true],
    ["b.jpg", 2, false],
    ["Zoë.jpg", 1, true],
  ]);
  expect(refused).toEqual([]);
});

test("folders and what systems leave in archives are passed over", async () => {
  const { files } = await contentsOf(
    zipOf({
      "Party/": new Uint8Array(),
      "Party/a.jpg": text("a"),
      "Party/.DS_Store": text("x"),
      "__MACOSX/Party/._a.jpg": text("x"),
      "Thumbs.db": text("x"),
      "Party\\desktop.ini": text("x"),
    }),
  );
  expect(files.map(({ name }) => name)).toEqual(["a.jpg"]);
});

test("a name leads nowhere: only its last part counts", async () => {
  const paths = [
    "../../../etc/passwd.jpg",
    "/root/a.jpg",
    "C:\\Windows\\b.jpg",
    "a/../../c.jpg",
    "x/con.jpg",
  ];
  const { files } = await contentsOf(zipOf(Object.fromEntries(paths.map((path) => [path, text(path)]))));
  expect(files.map(({ name }) => name)).toEqual(["passwd.jpg", "a.jpg", "b.jpg", "c.jpg", "_con.jpg"]);
});

test("archives inside, locked files and files that are too large are refused by name", async () => {
  const archive = zipSync({
    "more.zip": text("x"),
    "Day 2/raw.TAR.GZ": text("x"),
    "large.jpg": new Uint8Array(100_001).map(() => Math.random() * 256),
    "a.jpg": text("a"),
  });
  const { files, refused } = await contentsOf(blobOf(archive));
  expect(files.map(({ name }) => name)).toEqual(["a.jpg"]);
  expect(refused).toEqual([
    { name: "more.zip", refusal: "archive_inside" },
    { name: "raw.TAR.GZ", refusal: "archive_inside" },
    { name: "large.jpg", refusal: "file_too_large" },
  ]);

  const one = zipSync({ "a.jpg": text("a") });
  const locked = changed(one, (view, at) => view.setUint16(at + 8, view.getUint16(at + 8, true) | 1, true));
  expect((await contentsOf(locked)).refused).toEqual([{ name: "a.jpg", refusal: "encrypted" }]);
  const lzma = changed(one, (view, at) => view.setUint16(at + 10, 14, true));
  expect((await contentsOf(lzma)).refused).toEqual([{ name: "a.jpg", refusal: "unknown_compression" }]);
});

test("what is no archive, holds nothing, is cut off or split is told apart", async () => {
  const one = zipSync({ "a.jpg": text("a".repeat(500)) });
  expect(await refusalOf(blobOf(text("a photo, really")))).toBe("not_zip");
  expect(await refusalOf(blobOf())).toBe("not_zip");
  expect(await refusalOf(blobOf(one.subarray(0, one.length - 5)))).toBe("not_zip");
  expect(await refusalOf(blobOf(one.subarray(20)))).toBe("damaged");
  expect(await refusalOf(zipOf({}))).toBe("no_photos");
  expect(await refusalOf(zipOf({ "a/": new Uint8Array(), "a/.DS_Store": text("x") }))).toBe("no_photos");
  expect(await refusalOf(changed(one, (view) => view.setUint16(one.length - 18, 3, true)))).toBe("split");
  expect(await refusalOf(changed(one, (view) => view.setUint16(one.length - 12, 9, true)))).toBe("damaged");
});

test("an archive of more files than are taken is refused before they are looked at", async () => {
  const many = Object.fromEntries(Array.from({ length: 51 }, (_, i) => [`${i}.jpg`, text("x")]));
  expect(await refusalOf(zipOf(many))).toBe("too_many_files");
});

test("files that lie upon each other, as in a bomb that uses the same bytes again, are refused", async () => {
  const two = zipSync({ "a.jpg": text("the same bytes"), "b.jpg": text("the same bytes") });
  const upon = changed(two, (view, directory) => {
    const second = directory + 46 + "a.jpg".length;
    view.setUint32(second + 42, 0, true);
  });
  expect(await refusalOf(upon)).toBe("damaged");
});

test("an archive that says it holds far more than it can is refused", async () => {
  const bomb = zipSync({ "a.jpg": new Uint8Array(90_000) }, { level: 9 });
  expect(bomb.length).toBeLessThan(900);
  expect(await refusalOf(blobOf(bomb))).toBe("unbelievable");
});

test("bytes before an archive and a comment behind it do no harm", async () => {
  const one = zipSync({ "a.jpg": text("a") });
  const comment = text("made on a Sunday");
  const withComment = Buffer.concat([one, comment]);
  withComment.writeUInt16LE(comment.length, one.length - 2);
  const [file] = (await contentsOf(blobOf(text("#!/bin/sh\n"), withComment))).files;
  expect(file).toMatchObject({ name: "a.jpg", offset: 10 });
});

test("names that are no UTF-8 are read as Windows writes them", async () => {
  const one = zipSync({ "Zo__.jpg": text("a") });
  const directory = new DataView(one.buffer).getUint32(one.length - 6, true);
  one.set([0xeb, 0x21], directory + 46 + 2);
  expect((await contentsOf(blobOf(one))).files[0]?.name).toBe("Zoë!.jpg");
});

test("an archive as we make them ourselves is read, the ZIP64 form with it", async () => {
  const names = archiveNames([{ filename: "a.jpg", section: "Party" }]);
  const modified = { year: 2026, month: 6, day: 13, hour: 15, minute: 20, second: 1 };
  const entries = names.map((name) => ({ name, size: 5_000_000_000, crc32: 7, modified, key: "a" }));
  const plan = archivePlan(entries);
  const bytes = (start: number, end: number) =>
    Array.from(plan.pieces({ start, end }), (piece) =>
      "bytes" in piece ? piece.bytes : new Uint8Array(piece.length),
    );
  /** As much of a Blob as is asked of it, so that nobody has to hold five gigabytes. */
  const sparse = {
    size: plan.size,
    slice: (start: number, end: number) => new Blob(bytes(start, end) as Uint8Array<ArrayBuffer>[]),
  } as Blob;
  const read = await readZip(sparse, { entries: 10, fileBytes: 6_000_000_000 });
  expect(read).toMatchObject({
    ok: true,
    value: { files: [{ name: "a.jpg", size: 5_000_000_000, crc32: 7 }] },
  });
});

test("whatever bytes an archive has, it is read or refused in words", async () => {
  const archive = zipSync({ "a.jpg": text("aaaa"), Party: { "b.jpg": text("bbbb") } });
  const edit = fc.tuple(fc.nat({ max: archive.length - 1 }), fc.nat({ max: 255 }));
  await fc.assert(
    fc.asyncProperty(
      fc.array(edit, { minLength: 1, maxLength: 6 }),
      fc.nat({ max: 30 }),
      async (edits, cut) => {
        const bytes = archive.slice(0, archive.length - cut);
        for (const [at, value] of edits) bytes[at] = value;
        const read = await readZip(blobOf(bytes), LIMITS);
        if (!read.ok) return;
        for (const file of read.value.files) {
          expect(file.name).not.toMatch(/[/\\]|^\.*$/);
          expect(file.size).toBeLessThanOrEqual(LIMITS.fileBytes);
        }
      },
    ),
    { numRuns: 500 },
  );
});
