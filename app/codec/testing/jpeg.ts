import { readFileSync } from "node:fs";
import type { JpegSpec } from "../../test/jpeg-writer";
import { isCodecError } from "../codec-error";
import { type DevelopPlan, developJpeg, type JpegDevelopment } from "../develop-jpeg";
import type { RefusalReason } from "../refusals";
import { type Picture, streamOf } from "../testing";

const checked = new WebAssembly.Module(readFileSync("build/codec/codec-checked.wasm"));

/** Every test runs with bounds asserts; what they find ends a test as reason "core_failed". */
export function develop(file: Uint8Array, plan: DevelopPlan, module = checked): Promise<JpegDevelopment> {
  return developJpeg(module, streamOf(file), plan);
}

export async function pictureOf(file: Uint8Array, plan: Partial<DevelopPlan> = {}): Promise<Picture> {
  const developed = await develop(file, { sizes: [{ longEdge: 65_535 }], ...plan });
  return rgb(developed, 0);
}

export function rgb({ sizes }: JpegDevelopment, index: number): Picture {
  const size = sizes[index];
  if (size === undefined) throw new Error("There is no such size");
  const { width, height, data } = size.pixels();
  return { width, height, data: data.filter((_, at) => at % 4 !== 3) };
}

export async function reasonOf(work: Promise<unknown>): Promise<RefusalReason | string> {
  try {
    const done = (await work) as JpegDevelopment;
    return done.warnings.join(" ") || "fine";
  } catch (error) {
    if (!isCodecError(error) || !("reason" in error)) throw error;
    return `${error.reason}`;
  }
}

/** A smooth picture with edges, in Y, Cb, Cr (or whatever the components are). */
export function sample(index: number, x: number, y: number): number {
  if (index === 0) return 128 + 60 * Math.sin(x / 9) + 50 * Math.cos(y / 7);
  if (index === 3) return 170 + 60 * Math.sin((x - y) / 23);
  return 128 + 50 * Math.sin(x / 31 + index) * Math.cos(y / 27);
}

export const base: JpegSpec = { width: 157, height: 115, sampling: ["1x1", "1x1", "1x1"], sample };
