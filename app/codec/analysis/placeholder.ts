import type { Pixels } from "../pixels";
import { averagedTo } from "./area-average";

/** ThumbHash takes no side longer than this. */
const LONGEST_SIDE = 100;

/** `rgbaToThumbHash` of the package thumbhash: straight alpha, four bytes a pixel, sides up to 100. */
export type ThumbHashEncoder = (width: number, height: number, rgba: Uint8Array) => Uint8Array;

/** The ThumbHash of a picture of any size, some 25 bytes. */
export function placeholderOf({ width, height, data }: Pixels, encode: ThumbHashEncoder): Uint8Array {
  const scale = Math.min(1, LONGEST_SIDE / Math.max(width, height));
  if (scale === 1) return encode(width, height, data);
  const small = {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
  const averaged = averagedTo({ width, height, channels: 4, samples: data }, small.width, small.height);
  return encode(small.width, small.height, Uint8Array.from(averaged, Math.round));
}
