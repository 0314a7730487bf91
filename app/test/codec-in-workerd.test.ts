import { expect, test } from "vitest";
import { coreModule } from "#core-module";
import { developJpeg } from "../codec/develop-jpeg";
import { writeJpeg } from "./jpeg-writer";

test("the codec develops a JPEG in workerd", async () => {
  const sample = (index: number, x: number) => (index === 0 ? 40 + x : 128);
  const file = writeJpeg({
    width: 160,
    height: 100,
    sampling: ["2x2", "1x1", "1x1"],
    sample,
    progressive: true,
  });
  const developed = await developJpeg(coreModule, new Blob([file]).stream(), { sizes: [{ longEdge: 80 }] });
  expect(developed).toMatchObject({ width: 160, height: 100, warnings: [] });
  const jpeg = developed.sizes[0]?.jpeg({ quality: 82 }) ?? new Uint8Array(0);
  expect([jpeg[0], jpeg[1], jpeg.at(-1)]).toEqual([0xff, 0xd8, 0xd9]);
});
