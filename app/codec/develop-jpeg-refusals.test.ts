import { expect, test } from "vitest";
import { coreModule as release } from "#core-module";
import { writeJpeg } from "../test/jpeg-writer";
import type { RefusalReason } from "./refusals";
import { aHeader, aJpeg } from "./testing";
import { base, develop, reasonOf } from "./testing/jpeg";

test("a file cut short anywhere is finished and flagged, or has a reason", async () => {
  const files = [
    await aJpeg({ width: 200, height: 120 }),
    await aJpeg({ width: 200, height: 120, progressive: true }),
    writeJpeg({ ...base, restartInterval: 3 }),
  ];
  for (const file of files) {
    for (let end = 0; end < file.length - 2; end += 211) {
      const reason = await reasonOf(develop(file.subarray(0, end), { sizes: [{ longEdge: 60 }] }));
      expect(reason).toMatch(/truncated|no_image|not_jpeg/);
    }
  }
});

test("each damaged restart interval is flagged", async () => {
  const file = writeJpeg({ ...base, restartInterval: 5 });
  const marks = Array.from(file.keys()).filter(
    (at) => file[at] === 0xff && (file[at + 1] ?? 0) >> 3 === 0xd0 >> 3,
  );
  const sizes = [{ longEdge: 60 }];
  for (const at of marks.slice(0, 20)) {
    const without = Uint8Array.from([...file.subarray(0, at), ...file.subarray(at + 2)]);
    expect(await reasonOf(develop(without, { sizes }))).toMatch(/restart_damaged|corrupt|truncated/);
    const doubled = Uint8Array.from([...file.subarray(0, at), 0x12, 0x34, ...file.subarray(at)]);
    expect(await reasonOf(develop(doubled, { sizes }))).toMatch(/restart_damaged/);
    const shorter = Uint8Array.from([...file.subarray(0, at - 4), ...file.subarray(at)]);
    expect(await reasonOf(develop(shorter, { sizes }))).toMatch(/restart_damaged|corrupt/);
  }
});

test("a file that ends before its first MCU does is refused, whatever its headers promise", async () => {
  for (const progressive of [false, true]) {
    const file = writeJpeg({ ...base, progressive });
    const scan = file.findIndex((byte, index) => byte === 0xff && file[index + 1] === 0xda);
    const data = scan + 2 + (file[scan + 3] ?? 0);
    const sizes = [{ longEdge: 60 }];
    expect(await reasonOf(develop(file.subarray(0, data), { sizes }))).toBe("no_image");
    expect(await reasonOf(develop(file.subarray(0, data + 400), { sizes }))).toMatch(/truncated/);
  }
});

test("what is not decoded has a reason", async () => {
  const sizes = [{ longEdge: 60 }];
  const header = (marker: number) => aHeader({ width: 64, height: 64, marker });
  const refusals: [Uint8Array, RefusalReason][] = [
    [new Uint8Array(0), "not_jpeg"],
    [Uint8Array.from({ length: 900 }, (_, at) => at), "not_jpeg"],
    [header(0xc3), "lossless"],
    [header(0xc5), "hierarchical"],
    [header(0xc9), "arithmetic_coding"],
    [aHeader({ width: 64, height: 64, precision: 12 }), "bit_depth"],
    [aHeader({ width: 64, height: 0 }), "height_behind_scan"],
    [aHeader({ width: 64, height: 64, components: 2 }), "component_count"],
    [aHeader({ width: 60_000, height: 60_000 }), "too_many_pixels"],
    [header(0xc0), "bad_scan"],
  ];
  for (const [file, reason] of refusals) expect(await reasonOf(develop(file, { sizes }))).toBe(reason);
});

/** A small progressive file whose header promises another size. */
function resized(width: number, height: number): Uint8Array<ArrayBuffer> {
  const file = writeJpeg({ ...base, width: 16, height: 16, progressive: true });
  const at = file.findIndex((byte, index) => byte === 0xff && file[index + 1] === 0xc2);
  file.set([height >> 8, height & 255, width >> 8, width & 255], at + 5);
  return file;
}

test("a file of endless scans is refused in a moment", async () => {
  const file = resized(4000, 4000);
  const at = file.findIndex((byte, index) => byte === 0xff && file[index + 1] === 0xda);
  const scans = file.subarray(at, file.length - 2);
  const copies = new Array<Uint8Array>(300).fill(scans);
  const bomb = Uint8Array.from([...file.subarray(0, at), ...copies.flatMap((copy) => [...copy])]);
  const started = performance.now();
  expect(await reasonOf(develop(bomb, { sizes: [{ longEdge: 60 }] }, release))).toBe("too_much_work");
  expect(performance.now() - started).toBeLessThan(4000);
});

test("a picture that fits at no scale is left to others, one that fits at a smaller scale is flagged", async () => {
  const sizes = [{ longEdge: 6000 }];
  expect(await reasonOf(develop(resized(16_000, 9900), { sizes }, release))).toBe("needs_fallback");
  const tight = await develop(resized(6000, 4000), { sizes: [{ longEdge: 4000 }] }, release);
  expect(tight.warnings).toContain("scaled_by_memory");
  expect(tight.memoryBytes()).toBeLessThanOrEqual(96 * 1024 * 1024);
}, 60_000);

test("100 megapixels, progressive and without chroma subsampling, fit under the ceiling", async () => {
  const sizes = [{ longEdge: 2048 }, { longEdge: 1024 }, { longEdge: 400 }];
  const developed = await develop(resized(12_240, 8160), { sizes }, release);
  developed.sizes[0]?.jpeg({ quality: 82 });
  expect(developed.scale).toBe(2);
  expect(developed.warnings).not.toContain("scaled_by_memory");
  expect(developed.memoryBytes()).toBeLessThanOrEqual(96 * 1024 * 1024);
}, 60_000);
