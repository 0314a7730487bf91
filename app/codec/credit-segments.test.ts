import { parse } from "exifr";
import sharp from "sharp";
import { expect, test } from "vitest";
import { bytesSource, concat } from "./byte-source";
import { creditSegments } from "./credit-segments";
import { readMetadata } from "./metadata/read";
import { aJpeg } from "./testing";

const plain = await aJpeg({ width: 16, height: 8 });

function withLines(copyright: string | null, creator: string | null, credit: string | null): Uint8Array {
  const segments = creditSegments({ copyright, creator, credit });
  return concat([plain.subarray(0, 2), segments, plain.subarray(2)]);
}

test("what is written is read again, by exifr and by us", async () => {
  const file = withLines("© 2026 Zoë <Müller> & Söhne", "Zoë Müller", "Studio “Süd”");
  const tags = await parse(Buffer.from(file), { xmp: true, tiff: true, mergeOutput: false });
  expect(tags.ifd0).toMatchObject({ Copyright: "(c) 2026 Zoe <Muller> & Sohne", Artist: "Zoe Muller" });
  expect(tags.dc.creator).toBe("Zoë Müller");
  expect(tags.photoshop.Credit).toBe("Studio “Süd”");
  expect(await readMetadata(bytesSource(file), "jpeg")).toMatchObject({
    copyright: "© 2026 Zoë <Müller> & Söhne",
    creator: "Zoë Müller",
    credit: "Studio “Süd”",
    cameraModel: null,
    hasGps: false,
  });
  expect((await sharp(file).metadata()).width).toBe(16);
});

test("a name Exif cannot write stands in XMP alone", async () => {
  const file = withLines("山田太郎", null, null);
  const tags = await parse(Buffer.from(file), { xmp: true, mergeOutput: false });
  expect(tags.ifd0).toBe(undefined);
  expect(await readMetadata(bytesSource(file), "jpeg")).toMatchObject({ copyright: "山田太郎" });
});

test("nothing to say is no segment", () => {
  expect(creditSegments({ copyright: null, creator: "  ", credit: "" }).length).toBe(0);
});

test("long and hostile lines stay within their segments", async () => {
  const hostile = `</rdf:li>\u0000\ud800${"<😀&>".repeat(50_000)}`;
  const segments = creditSegments({ copyright: hostile, creator: hostile, credit: hostile });
  expect(segments.length).toBeLessThan(10_000);
  const file = withLines(hostile, hostile, hostile);
  const { copyright } = await readMetadata(bytesSource(file), "jpeg");
  expect(copyright?.startsWith("</rdf:li>")).toBe(true);
});
