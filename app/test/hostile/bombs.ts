import { deflateSync } from "node:zlib";
import { concat } from "../../codec/byte-source";
import { chunk } from "../../codec/png/testing";
import { writeJpeg } from "../jpeg-writer";

/** A small JPEG whose header promises another size. */
export function hugeJpeg(progressive: boolean, width: number, height: number): Uint8Array {
  const sample = (index: number, x: number, y: number) => 128 + 20 * Math.sin(x + y + index);
  const file = writeJpeg({ width: 16, height: 16, sampling: ["1x1", "1x1", "1x1"], sample, progressive });
  const at = file.findIndex(
    (byte, index) => byte === 0xff && file[index + 1] === (progressive ? 0xc2 : 0xc1),
  );
  file.set([height >> 8, height & 255, width >> 8, width & 255], at + 5);
  return file;
}

/** A JPEG of many scans, refining ones from the second on if asked for. */
export function scanBomb(side: number, copies: number, refining: boolean): Uint8Array {
  const file = hugeJpeg(true, side, side);
  const at = file.findIndex((byte, index) => byte === 0xff && file[index + 1] === 0xda);
  const scans = file.subarray(at, file.length - 2);
  const bomb = concat([file.subarray(0, at), ...new Array<Uint8Array>(copies).fill(scans)]);
  if (refining) refineAll(bomb, at + scans.length);
  return bomb;
}

/** Turns every scan from an offset on into a refining one: high 1, low 0 (T.81, B.2.3). */
function refineAll(bytes: Uint8Array, from: number): void {
  for (let at = from; at < bytes.length - 14; at += 1) {
    if (bytes[at] !== 0xff || bytes[at + 1] !== 0xda) continue;
    bytes[at + 1 + (bytes[at + 3] ?? 0)] = 0x10;
  }
}

export interface PngShape {
  width: number;
  height: number;
  colourType: number;
  bitDepth: number;
  interlaced: boolean;
}

const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 4: 2, 6: 4 };

/** A whole PNG of one colour, every row by the most expensive filter, as small as deflate makes it. */
export function plainPng({ width, height, colourType, bitDepth, interlaced }: PngShape): Uint8Array {
  const header = new Uint8Array(13);
  new DataView(header.buffer).setUint32(0, width);
  new DataView(header.buffer).setUint32(4, height);
  header.set([bitDepth, colourType, 0, 0, interlaced ? 1 : 0], 8);
  const rowBytes = 1 + Math.ceil((width * (SAMPLES[colourType] ?? 1) * bitDepth) / 8);
  const rows = new Uint8Array(rowBytes * height);
  for (let row = 0; row < height; row += 1) rows[row * rowBytes] = 4;
  return pngOf(header, deflateSync(rows, { level: 9 }));
}

/** A PNG whose data is nothing but empty blocks with tables of their own (RFC 1951, 3.2.7). */
export function tableBomb(bytes: number): Uint8Array {
  const header = new Uint8Array(13);
  new DataView(header.buffer).setUint32(0, 4000);
  new DataView(header.buffer).setUint32(4, 4000);
  header.set([8, 2, 0, 0, 0], 8);
  // Fixed tables and the end of the block, ten bits each: 0 10 0000000.
  const blocks = new Uint8Array(bytes);
  for (let bit = 0; bit + 10 <= 8 * bytes; bit += 10)
    blocks[(bit + 1) >> 3] = (blocks[(bit + 1) >> 3] ?? 0) | (1 << ((bit + 1) & 7));
  return pngOf(header, concat([Uint8Array.of(0x78, 0x9c), blocks]));
}

function pngOf(header: Uint8Array, data: Uint8Array): Uint8Array {
  const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
  return concat([signature, chunk("IHDR", header), chunk("IDAT", data), chunk("IEND", new Uint8Array())]);
}
