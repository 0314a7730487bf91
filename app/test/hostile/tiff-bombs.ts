import { deflateSync } from "node:zlib";
import { concat } from "../../codec/byte-source";
import * as tag from "../../codec/tiff/tags";
import { aTiff } from "../../codec/tiff/testing";

/** The compressions with what they make of a strip of zeros, as small as each can. */
const ZEROS = {
  deflate: { code: 8, packed: (bytes: number) => deflateSync(new Uint8Array(bytes), { level: 9 }) },
  LZW: { code: 5, packed: zerosByLzw },
  PackBits: { code: 32_773, packed: zerosByPackBits },
} as const;

export type Packing = keyof typeof ZEROS;

const STRIP_ROWS = 64;

/** A black TIFF all of whose strips are one and the same. */
export function sharedStrips(packing: Packing, width: number, height: number): Uint8Array {
  const { code, packed } = ZEROS[packing];
  const strip = packed(width * 3 * STRIP_ROWS);
  const strips = Math.ceil(height / STRIP_ROWS);
  const each = (value: number) => ({ long: new Array<number>(strips).fill(value) });
  return aTiff({
    first: "ifd",
    prefix: concat([strip, new Uint8Array(strip.length & 1)]),
    blocks: {
      ifd: {
        entries: {
          [tag.IMAGE_WIDTH]: { long: [width] },
          [tag.IMAGE_LENGTH]: { long: [height] },
          [tag.BITS_PER_SAMPLE]: { short: [8, 8, 8] },
          [tag.COMPRESSION]: { short: [code] },
          [tag.PHOTOMETRIC]: { short: [2] },
          [tag.STRIP_OFFSETS]: each(8),
          [tag.SAMPLES_PER_PIXEL]: { short: [3] },
          [tag.ROWS_PER_STRIP]: { long: [STRIP_ROWS] },
          [tag.STRIP_BYTE_COUNTS]: each(strip.length),
        },
      },
    },
  });
}

/** Runs of 128 zeros (TIFF 6.0, section 9); what is too much at the end is not asked for. */
function zerosByPackBits(bytes: number): Uint8Array {
  return Uint8Array.from({ length: 2 * Math.ceil(bytes / 128) }, (_, at) => (at & 1 ? 0 : 129));
}

/**
 * LZW (section 13): between two clears each code stands for one zero more than the one before; the table is cleared
 * when code 4093 was used, as section 13 asks for.
 */
function zerosByLzw(bytes: number): Uint8Array {
  const packed: number[] = [];
  let held = 0;
  let count = 0;
  const put = (code: number, width: number) => {
    held = ((held << width) | code) & 0xff_ffff;
    for (count += width; count >= 8; count -= 8) packed.push((held >> (count - 8)) & 255);
  };
  let width = 9;
  for (let made = 0; made < bytes; ) {
    put(256, width);
    width = 9;
    put(0, width);
    made += 1;
    for (let code = 258; code < 4094 && made < bytes; code += 1) {
      put(code, width);
      made += code - 256;
      if (code + 1 >= 2 ** width - 1) width += 1;
    }
  }
  put(257, width);
  put(0, 8);
  return Uint8Array.from(packed);
}
