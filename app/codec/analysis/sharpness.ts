import type { Pixels } from "../pixels";
import { averagedTo } from "./area-average";
import { lumaOf } from "./luma";

/** Pictures are compared at this long edge, so that the figure does not grow with the camera. */
const LONG_EDGE = 512;

/**
 * Variance of the Laplacian (the four neighbours less four times the pixel) of luma at a long edge of 512 pixels,
 * in squared levels of 0 to 255. Near 0 is flat or blurred, a few hundred and more is sharp; it also grows with
 * texture and contrast, so it ranks pictures of one scene and judges none by itself. A smaller picture is not
 * enlarged, and its figure compares with none other. 0 when a side is under three pixels.
 */
export function sharpness(pixels: Pixels): number {
  const scale = Math.min(1, LONG_EDGE / Math.max(pixels.width, pixels.height));
  const width = Math.max(1, Math.round(pixels.width * scale));
  const height = Math.max(1, Math.round(pixels.height * scale));
  const luma = averagedTo(lumaOf(pixels), width, height);
  const count = (width - 2) * (height - 2);
  if (width < 3 || height < 3) return 0;
  let sum = 0;
  let squares = 0;
  for (let y = 1; y < height - 1; y += 1) {
    for (let at = y * width + 1; at < (y + 1) * width - 1; at += 1) {
      const value =
        (luma[at - 1] as number) +
        (luma[at + 1] as number) +
        (luma[at - width] as number) +
        (luma[at + width] as number) -
        4 * (luma[at] as number);
      sum += value;
      squares += value * value;
    }
  }
  return Math.max(0, squares / count - (sum / count) ** 2);
}
