import fc from "fast-check";
import { deflateSync, type Zippable, zipSync } from "fflate";
import { expect, test } from "vitest";
import { unzipFile } from "./unzip-file";
import { readZip, type ZipFile } from "./zip-directory";

const LIMITS = { entries: 50, fileBytes: 4_000_000 };

const text = (content: string) => new TextEncoder().encode(content);

const blobOf = (bytes: Uint8Array) => new Blob([bytes as Uint8Array<ArrayBuffer>]);

/** An archive, and the first file that its directory names, said to be otherwise where the test wants it. */
async function firstOf(files: Zippable, otherwise: Partial<ZipFile> = {}) {
  const zip = blobOf(zipSync(files));
  const read = await readZip(zip, LIMITS);
  const [file] = read.ok ? read.value.files : [];
  if (!file) throw new Error("the archive names no file");
  return { zip, file: { ...file, ...otherwise } };
}

async function unzipped({ zip, file }: { zip: Blob; file: ZipFile }) {
  const made = await unzipFile(zip, file, LIMITS);
  return made.ok
    ? { name: made.value.name, bytes: new Uint8Array(await made.value.arrayBuffer()) }
    : made.refusal;
}

/** Bytes that do not get smaller. */
const noise = (length: number) => Uint8Array.from({ length }, () => Math.random() * 256);

test("what was packed comes out, compressed or not", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 20_000 }), fc.constantFrom(0, 6, 9), async (bytes, level) => {
      const packed = await firstOf({ "Party/a.jpg": [bytes, { level: level as 0 | 6 | 9 }] });
      expect(await unzipped(packed)).toEqual({ name: "a.jpg", bytes });
    }),
  );
  const large = noise(3_000_000);
  expect(await unzipped(await firstOf({ "a.jpg": large }))).toEqual({ name: "a.jpg", bytes: large });
});

test("a file that is not what its directory says is damaged", async () => {
  for (const level of [0, 6] as const) {
    const files = { "a.jpg": [text("some bytes of a photo"), { level }] } satisfies Zippable;
    for (const otherwise of [{ crc32: 1 }, { size: 20 }, { size: 22 }, { offset: 1 }, { compressedSize: 5 }])
      expect(await unzipped(await firstOf(files, otherwise)), JSON.stringify(otherwise)).toBe("file_damaged");
  }
});

test("bytes that are no deflate stream are damaged", async () => {
  expect(await unzipped(await firstOf({ "a.jpg": [noise(500), { level: 0 }] }, { isDeflated: true }))).toBe(
    "file_damaged",
  );
});

test("a file that unpacks to more than a photo can is dropped while it grows", async () => {
  const bomb = await firstOf({ "a.jpg": [noise(100), { level: 0 }] });
  const packed = deflateSync(new Uint8Array(3_500_000), { level: 9 });
  const zip = blobOf(zipSync({ "a.jpg": [packed, { level: 0 }] }));
  const file = { ...bomb.file, isDeflated: true, compressedSize: packed.length, size: 3_500_000 };
  expect(await unzipped({ zip, file })).toBe("unbelievable");
});

test("a file that unpacks to more than may be uploaded is dropped, whatever it said of itself", async () => {
  const large = await firstOf({ "a.jpg": noise(3_900_000) });
  expect(await unzipFile(large.zip, large.file, { ...LIMITS, fileBytes: 2_000_000 })).toEqual({
    ok: false,
    refusal: "file_too_large",
  });
});

test("an archive under the name of a photo is an archive all the same", async () => {
  const inner = zipSync({ "a.jpg": text("a") });
  for (const level of [0, 6] as const)
    expect(await unzipped(await firstOf({ "photo.jpg": [inner, { level }] }))).toBe("archive_inside");
  const gzip = Uint8Array.of(0x1f, 0x8b, 0x08, 0, 0, 0);
  expect(await unzipped(await firstOf({ "photo.jpg": gzip }))).toBe("archive_inside");
});
