import { type Core, instantiateCore, viewOf } from "./core";
import type { Pixels } from "./pixels";

export interface JpegOptions {
  /** 1 to 100. */
  quality: number;
  /** Chroma at half the resolution each way (4:2:0, the default) or at the full one (4:4:4). */
  chroma?: "4:2:0" | "4:4:4";
  /** Huffman tables made for the picture: a few percent smaller for a little more time. On unless false. */
  optimised?: boolean;
}

/** Longest side that a JPEG can have. */
const MAX_SIDE_PX = 65_535;

/** Encodes an RGBA picture of any origin as a baseline JPEG; its alpha is not looked at. */
export function encodeJpeg(module: WebAssembly.Module, pixels: Pixels, options: JpegOptions): Uint8Array {
  const { data, width, height } = pixels;
  const bytes = width * height * 4;
  if (!(width >= 1 && height >= 1 && width <= MAX_SIDE_PX && height <= MAX_SIDE_PX && data.length >= bytes)) {
    throw new RangeError(`No picture: ${width} x ${height} in ${data.length} bytes`);
  }
  const core = instantiateCore(module);
  const address = core.openImage(bytes);
  viewOf(core, address, bytes).set(data.subarray(0, bytes));
  return encodeInside(core, address, width, height, options);
}

/** Encodes pixels that lie in the core already; what the encoder took is given back. */
export function encodeInside(
  core: Core,
  address: number,
  width: number,
  height: number,
  { quality, chroma = "4:2:0", optimised = true }: JpegOptions,
): Uint8Array {
  const mark = core.heapMark();
  const length = core.encode(address, width, height, Math.round(quality), chroma === "4:2:0", optimised);
  const file = viewOf(core, core.encodedAddress(), length).slice();
  core.heapRelease(mark);
  return file;
}
