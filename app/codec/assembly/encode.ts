import { countBits, writeBits } from "./encode-bits";
import {
  cb,
  chromaStride,
  convertChroma,
  convertChromaHalved,
  convertLuma,
  cr,
  loadRow,
  luma,
  lumaStride,
  openEncoderRows,
} from "./encode-colour";
import { MAX_HEADER_BYTES, writeHeader } from "./encode-header";
import { prepareQuantiser } from "./encode-quantiser";
import { assignCodes, optimiseTables, takeStandardTables } from "./encode-tables";
import { BLOCK_TOKEN_BYTES, encodeBlock, openTokens, tokenEnd } from "./encode-tokens";
import { extendLast, reserve } from "./heap";

/**
 * A baseline JPEG encoder in two passes: blocks become tokens, then tokens become bits by tables made for just these
 * tokens. Tokens take three to five times the room of the file.
 */
let encoded: usize = 0;

/** DC levels of the blocks before (T.81, F.1.1.5.1). */
let previousY: i32 = 0;
let previousCb: i32 = 0;
let previousCr: i32 = 0;

/** Room behind the counted bits for stuffing. */
const STUFFING_ROOM: usize = 256;

export function encodedAddress(): usize {
  return encoded;
}

/** Encodes an RGBA picture, whose alpha is not looked at; answers the length of the file at `encodedAddress`. */
export function encode(
  pixels: usize,
  width: i32,
  height: i32,
  quality: i32,
  subsampled: bool,
  optimised: bool,
): i32 {
  const side = subsampled ? 16 : 8;
  const paddedWidth = ((width + side - 1) / side) * side;
  prepareQuantiser(quality);
  openEncoderRows(paddedWidth, side, subsampled);
  const tokens = reserve(BLOCK_TOKEN_BYTES);
  openTokens(tokens);
  previousY = 0;
  previousCb = 0;
  previousCr = 0;
  const rowTokenBytes = <usize>(paddedWidth >> 3) * 3 * BLOCK_TOKEN_BYTES;
  for (let y = 0; y < height; y += side) {
    extendLast(tokens, tokenEnd - tokens + rowTokenBytes);
    loadRows(pixels, y, width, height, side);
    if (subsampled) encodeRowHalved(paddedWidth);
    else encodeRow(paddedWidth);
  }
  if (optimised) optimiseTables();
  else takeStandardTables();
  assignCodes();
  return writeFile(tokens, width, height, subsampled);
}

/** Rows below the picture repeat its last one. */
function loadRows(pixels: usize, y: i32, width: i32, height: i32, rows: i32): void {
  for (let row = 0; row < rows; row++) {
    loadRow(row, pixels + <usize>min(y + row, height - 1) * ((<usize>width) << 2), width);
  }
  convertLuma(rows);
  if (rows === 8) convertChroma(rows);
  else convertChromaHalved();
}

/** An MCU row of 4:4:4. */
function encodeRow(width: i32): void {
  const end = (<usize>width) << 1;
  for (let x: usize = 0; x < end; x += 16) {
    previousY = encodeBlock(luma + x, lumaStride, 0, previousY);
    previousCb = encodeBlock(cb + x, chromaStride, 1, previousCb);
    previousCr = encodeBlock(cr + x, chromaStride, 1, previousCr);
  }
}

/** An MCU row of 4:2:0: four blocks of luminance, then one of each chrominance (A.2.3). */
function encodeRowHalved(width: i32): void {
  const end = (<usize>width) << 1;
  const lower = lumaStride << 3;
  for (let x: usize = 0; x < end; x += 32) {
    previousY = encodeBlock(luma + x, lumaStride, 0, previousY);
    previousY = encodeBlock(luma + x + 16, lumaStride, 0, previousY);
    previousY = encodeBlock(luma + x + lower, lumaStride, 0, previousY);
    previousY = encodeBlock(luma + x + lower + 16, lumaStride, 0, previousY);
    previousCb = encodeBlock(cb + (x >> 1), chromaStride, 1, previousCb);
    previousCr = encodeBlock(cr + (x >> 1), chromaStride, 1, previousCr);
  }
}

function writeFile(tokens: usize, width: i32, height: i32, subsampled: bool): i32 {
  const end = tokenEnd;
  const room = <usize>(countBits(tokens, end) >> 3) + STUFFING_ROOM;
  encoded = reserve(MAX_HEADER_BYTES + room);
  const start = writeHeader(encoded, width, height, subsampled);
  return <i32>(writeBits(tokens, end, encoded, start, room) - encoded);
}
