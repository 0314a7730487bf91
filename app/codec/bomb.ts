import { CodecError } from "./codec-error";

/**
 * What a file of any size may unfold to, in bytes: a white picture of 64 megapixels, which takes a few kilobytes, is
 * nothing unusual.
 */
const FREE_BYTES = 192_000_000;

/**
 * Beyond that, bytes of samples for each byte of the file. Deflate makes up to 1032 of one and LZW 2730, JPEG some
 * 1500; photographs come to 30 at most.
 */
const MOST_BYTES_A_BYTE = 200;

/** What a pixel costs at least, however few bits are stored of it: three samples are resampled. */
const PIXEL_BYTES = 3;

/**
 * Refuses from the header what unfolds to far more than a photograph could: a decompression bomb. `sampleBytes` is
 * what the file's samples come to.
 */
export function assertNoBomb(pixels: number, sampleBytes: number, fileBytes: number): void {
  const unfolded = Math.max(pixels * PIXEL_BYTES, sampleBytes);
  if (unfolded <= FREE_BYTES || unfolded <= fileBytes * MOST_BYTES_A_BYTE) return;
  throw new CodecError("too_large", `${fileBytes} bytes unfold to ${unfolded}`);
}
