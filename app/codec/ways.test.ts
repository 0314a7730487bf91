import { expect, test } from "vitest";
import { bytesSource } from "./byte-source";
import { type FileKind, sniff, sniffSource } from "./sniff";
import { wayOf } from "./ways";

test("what can be decoded has a way", () => {
  expect(wayOf("jpeg")).toEqual({ by: "jpeg" });
  expect(wayOf("tiff")).toEqual({ by: "tiff" });
  expect(wayOf("webp")).toEqual({ by: "webp" });
  expect(wayOf("cr3")).toEqual({ by: "preview", kind: "cr3" });
});

test.for([
  ["gif", "gif"],
  ["heic", "heic"],
  ["avif", "avif"],
  ["video", "video"],
  [null, "unknown_kind"],
] as [FileKind | null, string][])("%s is refused by name", ([kind, detail]) => {
  expect(() => wayOf(kind)).toThrowError(expect.objectContaining({ failure: "unsupported", detail }));
});

test.for([
  ["FUJIFILMCCD-RAW ", "raf"],
  ["IIRO\x08\0\0\0aaaa", "orf"],
  ["IIU\0\x18\0\0\0aaaa", "rw2"],
  ["II+\0\x08\0\0\0aaaa", "tiff"],
  ["GIF89aaaaaaa", "gif"],
  ["RIFFaaaaAVI aaaa", "video"],
] as const)("a file that begins with %j is a %s", async ([text, kind]) => {
  const bytes = new TextEncoder().encode(text);
  expect(sniff(bytes)).toBe(kind);
  expect(await sniffSource(bytesSource(bytes))).toBe(kind);
});
