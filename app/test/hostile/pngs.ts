import { crc32 } from "../../codec/crc32";
import { aPng, chunk } from "../../codec/png/testing";

const TYPES = [
  [0, [1, 2, 4, 8, 16]],
  [2, [8, 16]],
  [3, [1, 2, 4, 8]],
  [4, [8, 16]],
  [6, [8, 16]],
] as const;

/** Small PNGs of every colour type and depth, plain and interlaced, some with tRNS, Exif and profile. */
export function pngs(): Uint8Array[] {
  return TYPES.flatMap(([colourType, depths]) =>
    depths.flatMap((bitDepth) => [false, true].map((interlaced) => anyPng(colourType, bitDepth, interlaced))),
  );
}

function anyPng(colourType: number, bitDepth: number, interlaced: boolean): Uint8Array {
  const most = 2 ** bitDepth;
  const palette = Uint8Array.from({ length: 3 * Math.min(256, most) }, (_, at) => (at * 37) & 255);
  return aPng({
    width: 31,
    height: 23,
    colourType,
    bitDepth,
    interlaced,
    ...(colourType === 3 ? { palette } : {}),
    ...(colourType === 3 && interlaced ? { transparency: Uint8Array.of(0, 9, 128) } : {}),
    ...(colourType === 2 && interlaced ? { transparency: Uint8Array.of(0, 1, 0, 2, 0, 3) } : {}),
    extra: interlaced ? [chunk("gAMA", Uint8Array.of(0, 0, 177, 143))] : [],
    sample: (x, y, index) => (y < 6 ? 3 : x * 7919 + y * 104_729 + index * 15_485_863) % most,
    filter: (row) => row % 5,
  });
}

/** Makes the CRC of every chunk right again: what a mutation changed would otherwise never be looked at. */
export function mendChunks(png: Uint8Array): void {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  for (let at = 8; at + 12 <= png.length; ) {
    const length = view.getUint32(at);
    const end = at + 8 + length;
    if (end + 4 > png.length) return;
    view.setUint32(end, crc32(png.subarray(at + 4, end)));
    at = end + 4;
  }
}
