import type { Pixels } from "../pixels";
import type { Raster } from "./area-average";

/** Rec. ITU-R BT.601, as JPEG has it. */
const RED = 0.299;
const GREEN = 0.587;
const BLUE = 0.114;

/** Luma, 0 to 255. Alpha is not looked at: renditions are opaque. */
export function lumaOf({ width, height, data }: Pixels): Raster {
  const samples = new Float32Array(width * height);
  for (let index = 0, at = 0; index < samples.length; index += 1, at += 4) {
    samples[index] =
      RED * (data[at] as number) + GREEN * (data[at + 1] as number) + BLUE * (data[at + 2] as number);
  }
  return { width, height, channels: 1, samples };
}
