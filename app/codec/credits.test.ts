import { parse } from "exifr";
import sharp from "sharp";
import { expect, test } from "vitest";
import { bytesSource } from "./byte-source";
import { withCredits } from "./credits";
import { webpEncoder } from "./encode-webp";
import { readMetadata } from "./metadata/read";
import { aJpeg } from "./testing";
import { readWebpHeader } from "./webp-header";

const lines = { copyright: "© 2026 Zoë Müller", creator: "Zoë Müller", credit: "Studio Süd" };

async function aWebp(width: number, height: number): Promise<Uint8Array> {
  const data = Uint8Array.from({ length: width * height * 4 }, (_, at) =>
    at % 4 === 3 ? 255 : (at * 7) % 256,
  );
  return (await webpEncoder()).encode({ width, height, data }, 80);
}

test("a WebP with credits shows the same picture, and others and we read them", async () => {
  for (const [width, height] of [
    [61, 35],
    [300, 2],
  ] as const) {
    const plain = await aWebp(width, height);
    const file = withCredits("webp", plain, lines);
    expect(readWebpHeader(file)).toEqual({ width, height, alpha: false });
    const [before, after] = await Promise.all([plain, file].map((each) => sharp(each).raw().toBuffer()));
    expect(after?.equals(before as Buffer)).toBe(true);
    const { exif, xmp } = await sharp(file).metadata();
    expect(await parse(exif as Buffer)).toMatchObject({
      Copyright: "(c) 2026 Zoe Muller",
      Artist: "Zoe Muller",
    });
    expect(xmp?.toString()).toContain("Studio Süd");
    expect(await readMetadata(bytesSource(file), "webp")).toMatchObject({ ...lines, hasGps: false });
    expect(new DataView(file.buffer, file.byteOffset).getUint32(4, true)).toBe(file.length - 8);
  }
});

test("a JPEG with credits shows the same picture", async () => {
  const plain = await aJpeg({ width: 16, height: 8 });
  const file = withCredits("jpeg", plain, lines);
  const [before, after] = await Promise.all([plain, file].map((each) => sharp(each).raw().toBuffer()));
  expect(after?.equals(before as Buffer)).toBe(true);
  expect(await readMetadata(bytesSource(file), "jpeg")).toMatchObject(lines);
});

test("where there is nothing to say, a file stays as it is", async () => {
  const nothing = { copyright: null, creator: " ", credit: "" };
  const [jpeg, webp] = [await aJpeg({ width: 16, height: 8 }), await aWebp(16, 8)];
  expect(withCredits("webp", webp, nothing)).toEqual(webp);
  expect(withCredits("webp", webp, null)).toEqual(webp);
  expect(withCredits("jpeg", jpeg, nothing)).toEqual(Uint8Array.from(jpeg));
});
