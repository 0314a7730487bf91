import { rgbaToThumbHash } from "thumbhash";
import { perceptualHash } from "./analysis/perceptual-hash";
import { placeholderOf } from "./analysis/placeholder";
import { sharpness } from "./analysis/sharpness";
import type { Pixels } from "./pixels";

export interface PictureAnalysis {
  /** A blurred picture in some 25 bytes, base64. */
  thumbhash: string;
  /** 64 bits in hex; pictures that look alike differ in few of them. */
  perceptualHash: string;
  sharpness: number;
}

/** Looks at a small clean picture: what it is like, for finding and for showing before it has come. */
export function analyse(pixels: Pixels): PictureAnalysis {
  const thumbhash = placeholderOf(pixels, rgbaToThumbHash);
  return {
    thumbhash: btoa(String.fromCharCode(...thumbhash)),
    perceptualHash: perceptualHash(pixels),
    sharpness: sharpness(pixels),
  };
}
