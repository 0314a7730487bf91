import { fixed } from "./fixed";

/** Sample -> linear light as a part of a pixel, at the place of its channel: u64[3][256]. */
const PARTS: usize = memory.data(3 * 256 * 8, 64);
const PART_BYTES: usize = 2048;

export function setPart(channel: usize, sample: usize, light: f32): void {
  store<u64>(
    PARTS + channel * PART_BYTES + (sample << 3),
    (<u64>(fixed(light) & 0xffff)) << ((<u64>channel) << 4),
  );
}

/** Writes the pixel of three samples. @inline */
export function storeSamples(target: usize, r: u32, g: u32, b: u32): void {
  const red = load<u64>(PARTS + (r << 3));
  const green = load<u64>(PARTS + PART_BYTES + (g << 3));
  const blue = load<u64>(PARTS + 2 * PART_BYTES + (b << 3));
  store<u64>(target, red | green | blue);
}
