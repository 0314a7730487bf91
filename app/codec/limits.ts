import { CodecError } from "./codec-error";

/** A side of a JPEG, in pixels: X and Y of the frame header are 16-bit (ITU-T T.81, B.2.2). */
const MIN_SIDE_PX = 1;
const MAX_SIDE_PX = 65_535;

/** Largest picture decoded, in pixels. */
const MAX_PIXELS = 160_000_000;

/** How much of a file's beginning tells what it is, in bytes. */
export const HEADER_BYTES = 256 * 1024;

/** Refuses from the numbers in a header what must never reach a decoder. */
export function assertDecodable(size: { width: number; height: number }): void {
  const { width, height } = size;
  if (width < MIN_SIDE_PX || height < MIN_SIDE_PX) {
    throw new CodecError("damaged", `The frame header gives ${width} x ${height} pixels`);
  }
  if (width > MAX_SIDE_PX || height > MAX_SIDE_PX || width * height > MAX_PIXELS) {
    throw new CodecError("too_large", `${width} x ${height} is more than ${MAX_PIXELS} pixels`, {
      detail: "too_many_pixels",
    });
  }
}
