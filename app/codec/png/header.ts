import { CodecError } from "../codec-error";
import { assertDecodable } from "../limits";
import type { SampleLayout } from "../rows";

/** Colour types (PNG 3rd ed., table 8) and the bit depths each may have. */
const GREY = 0;
const RGB = 2;
export const PALETTE = 3;
const GREY_ALPHA = 4;
const RGB_ALPHA = 6;

const DEPTHS: Readonly<Record<number, readonly number[]>> = {
  [GREY]: [1, 2, 4, 8, 16],
  [RGB]: [8, 16],
  [PALETTE]: [1, 2, 4, 8],
  [GREY_ALPHA]: [8, 16],
  [RGB_ALPHA]: [8, 16],
};

const SAMPLES: Readonly<Record<number, number>> = {
  [GREY]: 1,
  [RGB]: 3,
  [PALETTE]: 1,
  [GREY_ALPHA]: 2,
  [RGB_ALPHA]: 4,
};

const IHDR_BYTES = 13;

export interface ImageHeader {
  width: number;
  height: number;
  colourType: number;
  /** Bits a stored sample: 1, 2, 4, 8 or 16. */
  bitDepth: number;
  /** Stored samples a pixel; a palette index is one. */
  samples: number;
  interlaced: boolean;
}

/** IHDR (11.2.1): width, height, bit depth, colour type, compression, filter, interlace. */
export function readImageHeader(data: Uint8Array): ImageHeader {
  if (data.length !== IHDR_BYTES) throw new CodecError("damaged", `IHDR of ${data.length} bytes`);
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const width = view.getUint32(0);
  const height = view.getUint32(4);
  const [bitDepth = 0, colourType = 0, compression, filter, interlace] = data.subarray(8);
  assertDecodable({ width, height });
  if (DEPTHS[colourType]?.includes(bitDepth) !== true) {
    throw new CodecError("damaged", `Colour type ${colourType} with ${bitDepth} bits`);
  }
  if (compression !== 0 || filter !== 0 || interlace === undefined || interlace > 1) {
    throw new CodecError("damaged", `Methods ${compression}, ${filter}, ${interlace}`);
  }
  return {
    width,
    height,
    colourType,
    bitDepth,
    samples: SAMPLES[colourType] ?? 1,
    interlaced: interlace === 1,
  };
}

/** What the rows are handed out as: tRNS (11.3.1.1) makes alpha, a palette becomes colours. */
export function layoutOf({ colourType }: ImageHeader, transparency: boolean): SampleLayout {
  switch (colourType) {
    case GREY:
      return transparency ? "grey_alpha" : "grey";
    case GREY_ALPHA:
      return "grey_alpha";
    case RGB_ALPHA:
      return "rgba";
    default:
      return transparency ? "rgba" : "rgb";
  }
}

/** Bytes of `width` stored pixels, rounded up to whole bytes (7.2). */
export function storedRowBytes({ samples, bitDepth }: ImageHeader, width: number): number {
  return Math.ceil((width * samples * bitDepth) / 8);
}
