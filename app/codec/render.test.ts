import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import sharp from "sharp";
import { expect, test } from "vitest";
import { type ByteSource, bytesSource } from "./byte-source";
import { type Output, type Rendition, render } from "./render";
import { aHeader, aJpeg, decoded, failureOf, type Picture, psnr } from "./testing";

const PLAIN = { jpeg: 95, webp: null, watermark: null };
const PHOTOGRAPH = "../shared/photos/Picture_1A_by_freespace.jpg";

/** The renditions of a whole file. */
async function renditionsOf(file: Uint8Array, plan: { outputs: Output[] }): Promise<Rendition[]> {
  return (await render(bytesSource(file), plan)).renditions;
}

function webSize(longEdge: number) {
  return { outputs: [{ name: "web", longEdge, ...PLAIN }] };
}

async function only(renditions: Promise<Rendition[]>): Promise<Rendition> {
  const [first] = await renditions;
  if (first === undefined) throw new Error("There is no rendition");
  return first;
}

test.for([1, 2, 3, 4, 5, 6, 7, 8] as const)("orientation %i is shown upright", async (orientation) => {
  const jpeg = await aJpeg({ width: 600, height: 400, orientation });
  const rendition = await only(renditionsOf(jpeg, webSize(300)));
  const upright = await aJpeg({ width: 600, height: 400 });
  const bySharp = await sharp(jpeg).rotate().resize(300).png().toBuffer();
  expect(rendition).toMatchObject({ width: 300, height: 200, format: "jpeg" });
  expect(psnr(await decoded(rendition.bytes), await decoded(bySharp))).toBeGreaterThan(38);
  const expected = await sharp(upright).resize(300).png().toBuffer();
  expect(psnr(await decoded(rendition.bytes), await decoded(expected))).toBeGreaterThan(38);
});

test("the renditions come in the plan's order, each no longer than its edge", async () => {
  const jpeg = await aJpeg({ width: 300, height: 900, progressive: true });
  const outputs = [90, 600, 301].map((longEdge) => ({ name: `at ${longEdge}`, longEdge, ...PLAIN }));
  const renditions = await renditionsOf(jpeg, { outputs });
  expect(renditions.map(({ name, width, height }) => [name, width, height])).toEqual([
    ["at 90", 30, 90],
    ["at 600", 200, 600],
    ["at 301", 100, 301],
  ]);
  for (const { bytes, width, height } of renditions) {
    const metadata = await sharp(bytes).metadata();
    expect(metadata).toMatchObject({ format: "jpeg", width, height });
    expect(metadata.exif).toBeUndefined();
  }
});

test("a picture is never enlarged", async () => {
  const rendition = await only(renditionsOf(await aJpeg({ width: 120, height: 80 }), webSize(2048)));
  expect(rendition).toMatchObject({ width: 120, height: 80 });
});

test("a picture one pixel high stays one pixel high", async () => {
  const rendition = await only(renditionsOf(await aJpeg({ width: 3000, height: 1 }), webSize(100)));
  expect(rendition).toMatchObject({ width: 100, height: 1 });
});

test("a small output made from a larger one is as sharp as one made from the file", async () => {
  const jpeg = await aJpeg({ width: 1600, height: 1000 });
  const outputs = [200, 800].map((longEdge) => ({ name: "", longEdge, ...PLAIN }));
  const cascaded = await only(renditionsOf(jpeg, { outputs }));
  const direct = await sharp(jpeg).resize(200, 125, { kernel: "lanczos3" }).png().toBuffer();
  expect(psnr(await decoded(cascaded.bytes), await decoded(direct))).toBeGreaterThan(38);
});

test("grey and CMYK pictures are rendered", async () => {
  const jpeg = await aJpeg({ width: 300, height: 200 });
  const grey = await sharp(jpeg).greyscale().jpeg().toBuffer();
  expect(
    psnr(await decoded((await only(renditionsOf(grey, webSize(300)))).bytes), await decoded(grey)),
  ).toBeGreaterThan(38);
  const cmyk = await sharp(jpeg).toColourspace("cmyk").jpeg().toBuffer();
  expect(await failureOf(renditionsOf(cmyk, webSize(300)))).toBe(null);
});

/** The mean difference of two pictures in each quadrant, in levels of 255. */
function quadrantDifferences(one: Picture, other: Picture): number[] {
  const sums = [0, 0, 0, 0];
  one.data.forEach((value, index) => {
    const x = Math.floor(index / 3) % one.width;
    const y = Math.floor(index / 3 / one.width);
    const quadrant = (x < one.width / 2 ? 0 : 1) + (y < one.height / 2 ? 0 : 2);
    sums[quadrant] = (sums[quadrant] ?? 0) + Math.abs(value - (other.data[index] ?? 0));
  });
  return sums.map((sum) => sum / (one.data.length / 4));
}

async function markedAndClean(text: string, opacity: number, longEdge: number) {
  const jpeg = await aJpeg({ width: 1100, height: 700 });
  const outputs = [
    {
      name: "marked",
      longEdge,
      jpeg: 95,
      webp: null,
      watermark: { mark: { text }, placement: "tiled" as const, opacity, size: 1 },
    },
    { name: "clean", longEdge, ...PLAIN },
  ];
  const [marked, clean] = await renditionsOf(jpeg, { outputs });
  if (marked === undefined || clean === undefined) throw new Error("A rendition is missing");
  return { marked: await decoded(marked.bytes), clean: await decoded(clean.bytes) };
}

test.for([400, 1024])("a watermark at %i pixels changes every quadrant and no size", async (longEdge) => {
  const { marked, clean } = await markedAndClean("Northlight Atelier", 0.28, longEdge);
  expect([marked.width, marked.height]).toEqual([clean.width, clean.height]);
  for (const difference of quadrantDifferences(marked, clean)) expect(difference).toBeGreaterThan(1);
});

test("a watermark leaves most of the picture as it is", async () => {
  const { marked, clean } = await markedAndClean("Northlight Atelier", 0.28, 1024);
  const changed = marked.data.filter(
    (value, index) => Math.abs(value - (clean.data[index] ?? 0)) > 12,
  ).length;
  expect(changed / marked.data.length).toBeLessThan(0.25);
});

test("a watermark of letters the font lacks is the copyright sign, and a longest text still marks", async () => {
  const lacking = await markedAndClean("山田写真館", 0.28, 400);
  const copyright = await markedAndClean("©", 0.28, 400);
  expect(psnr(lacking.marked, copyright.marked)).toBe(Number.POSITIVE_INFINITY);
  const long = await markedAndClean("photographs by ".repeat(30), 0.28, 400);
  for (const difference of quadrantDifferences(long.marked, long.clean))
    expect(difference).toBeGreaterThan(1);
});

test("a watermark of no opacity changes nothing", async () => {
  const { marked, clean } = await markedAndClean("Northlight Atelier", 0, 400);
  expect(psnr(marked, clean)).toBe(Number.POSITIVE_INFINITY);
});

test("a file that cannot be rendered says why, and the next one is rendered", async () => {
  const good = await aJpeg({ width: 300, height: 200 });
  const refusals = [
    [good.subarray(0, 300), "damaged"],
    [new Uint8Array(0), "unsupported"],
    [Uint8Array.from({ length: 5000 }, (_, index) => index * 7), "unsupported"],
    [aHeader({ width: 60_000, height: 60_000 }), "too_large"],
    [aHeader({ width: 600, height: 400 }), "damaged"],
    [await sharp(good).gif().toBuffer(), "unsupported"],
  ] as const;
  for (const [file, failure] of refusals) {
    expect(await failureOf(renditionsOf(file, webSize(100)))).toBe(failure);
    expect(await only(renditionsOf(good, webSize(100)))).toMatchObject({ width: 100, height: 67 });
  }
});

test("a file that was cut off or has rotted is shown as far as it goes, and flagged", async () => {
  const good = await aJpeg({ width: 300, height: 200 });
  const rotten = good.map((byte, index) => (index > 700 && index % 50 === 0 ? byte ^ 0x55 : byte));
  const oddities = async (file: Uint8Array) => (await render(bytesSource(file), webSize(100))).oddities;
  expect(await oddities(good)).toEqual([]);
  expect(await oddities(good.subarray(0, good.length / 2))).toContain("truncated");
  expect(await oddities(rotten)).toContain("corrupt");
});

test.for(["png", "tiff"] as const)("a %s is rendered as the JPEG of the same picture", async (kind) => {
  const jpeg = await aJpeg({ width: 900, height: 600 });
  const file = await sharp(jpeg)
    [kind]({ compression: "lzw" } as never)
    .toBuffer();
  const rendition = await only(renditionsOf(file, webSize(400)));
  const expected = await only(renditionsOf(jpeg, webSize(400)));
  expect(psnr(await decoded(rendition.bytes), await decoded(expected.bytes))).toBeGreaterThan(40);
});

test("a CMYK TIFF is shown in its colours, and flagged as approximated", async () => {
  const jpeg = await aJpeg({ width: 300, height: 200 });
  const file = await sharp(jpeg).toColourspace("cmyk").tiff({ compression: "lzw" }).toBuffer();
  const { oddities, renditions } = await render(bytesSource(file), webSize(300));
  expect(oddities).toContain("inks_approximated");
  const shown = await decoded(renditions[0]?.bytes ?? new Uint8Array());
  const byInks = await only(
    renditionsOf(await sharp(jpeg).toColourspace("cmyk").jpeg().toBuffer(), webSize(300)),
  );
  expect(psnr(shown, await decoded(byInks.bytes))).toBeGreaterThan(30);
});

test("WebP says the same as the JPEG beside it, watermark and all", async () => {
  const jpeg = await aJpeg({ width: 1100, height: 700, orientation: 8 });
  const watermark = { mark: { text: "Proof" }, placement: "center" as const, opacity: 0.8, size: 2 };
  const outputs = [{ name: "grid", longEdge: 800, jpeg: 92, webp: 90, watermark }];
  const [one, other] = await renditionsOf(jpeg, { outputs });
  expect([one?.format, other?.format]).toEqual(["jpeg", "webp"]);
  expect([other?.width, other?.height]).toEqual([one?.width, one?.height]);
  const empty = new Uint8Array();
  expect(psnr(await decoded(one?.bytes ?? empty), await decoded(other?.bytes ?? empty))).toBeGreaterThan(34);
});

test("the figures of a picture are those of the clean one, whatever is drawn on it", async () => {
  const jpeg = await aJpeg({ width: 1100, height: 700 });
  const watermark = { mark: { text: "Proof" }, placement: "tiled" as const, opacity: 1, size: 3 };
  const clean = await render(bytesSource(jpeg), webSize(800));
  const marked = await render(bytesSource(jpeg), {
    outputs: [{ name: "grid", longEdge: 800, jpeg: 82, webp: null, watermark }],
  });
  expect(marked.analysis).toEqual(clean.analysis);
  expect(clean.analysis.perceptualHash).toMatch(/^[0-9a-f]{16}$/);
  expect(atob(clean.analysis.thumbhash).length).toBeGreaterThan(10);
});

/** A file whose beginning can be read, and whose stream is another. */
function fileOf(beginning: Uint8Array, stream: ReadableStream<Uint8Array>): ByteSource {
  return { ...bytesSource(beginning), stream: () => stream };
}

test("a refused file is not read to its end", async () => {
  let cancelled = false;
  const bomb = aHeader({ width: 60_000, height: 60_000 });
  const endless = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(Uint8Array.from([...bomb, ...new Uint8Array(100_000)])),
    cancel: () => {
      cancelled = true;
    },
  });
  expect(await failureOf(render(fileOf(bomb, endless), webSize(100)))).toBe("too_large");
  expect(cancelled).toBe(true);
});

test("an error of the stream is not blamed on the file", async () => {
  const broken = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.error(new Error("storage is away")),
  });
  const file = fileOf(await aJpeg({ width: 30, height: 20 }), broken);
  await expect(render(file, webSize(100))).rejects.toThrow("storage is away");
});

test("a file mutated anywhere is rendered or refused with a CodecError", async () => {
  const jpeg = await aJpeg({ width: 48, height: 32, orientation: 6 });
  const changes = fc.array(fc.tuple(fc.nat(jpeg.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(changes, async (mutation) => {
      const mutated = jpeg.slice();
      for (const [at, value] of mutation) mutated[at] = value;
      await failureOf(renditionsOf(mutated, webSize(24)));
    }),
    { numRuns: 150 },
  );
}, 30_000);

test.skipIf(!existsSync(PHOTOGRAPH))(
  "a real photograph is rendered close to another library's rendering",
  async () => {
    const file = readFileSync(PHOTOGRAPH);
    const rendition = await only(renditionsOf(file, webSize(640)));
    const bySharp = await sharp(file).resize(640, rendition.height, { fit: "fill" }).png().toBuffer();
    // Sharp resizes encoded values where we resize light: fine contrasts differ.
    expect(psnr(await decoded(rendition.bytes), await decoded(bySharp))).toBeGreaterThan(33);
  },
  20_000,
);
