import { quantiserStep } from "./encode-quantiser";
import { specification, specificationLength } from "./encode-tables";
import { TABLE_COUNT } from "./encode-tokens";
import { APP0, DHT, DQT, SOF0, SOI, SOS } from "./t81";

/** Most bytes of a header. */
export const MAX_HEADER_BYTES: usize = 2048;

let at: usize = 0;

function put8(value: i32): void {
  store<u8>(at++, <u8>value);
}

function put16(value: i32): void {
  put8(value >> 8);
  put8(value);
}

function putMarker(code: i32): void {
  put16(0xff00 | code);
}

/** Writes everything before the entropy-coded data; answers where they begin. */
export function writeHeader(to: usize, width: i32, height: i32, subsampled: bool): usize {
  at = to;
  putMarker(SOI);
  putJfif();
  putQuantisation();
  putFrame(width, height, subsampled);
  for (let table = 0; table < TABLE_COUNT; table++) putHuffman(table);
  putScan();
  return at;
}

/** JFIF 1.01 without density or thumbnail (ITU-T T.871, 10.1). */
function putJfif(): void {
  putMarker(APP0);
  put16(16);
  put16(0x4a46);
  put16(0x4946);
  put8(0);
  put16(0x0101);
  put8(0);
  put16(1);
  put16(1);
  put16(0);
}

/** T.81, B.2.4.1. */
function putQuantisation(): void {
  putMarker(DQT);
  put16(2 + 2 * 65);
  for (let table: usize = 0; table < 2; table++) {
    put8(<i32>table);
    for (let k = 0; k < 64; k++) put8(quantiserStep(table, k));
  }
}

/** Three components: Y sampled 2 x 2 or 1 x 1 with table 0, Cb and Cr with table 1 (B.2.2). */
function putFrame(width: i32, height: i32, subsampled: bool): void {
  putMarker(SOF0);
  put16(8 + 3 * 3);
  put8(8);
  put16(height);
  put16(width);
  put8(3);
  putComponent(1, subsampled ? 0x22 : 0x11, 0);
  putComponent(2, 0x11, 1);
  putComponent(3, 0x11, 1);
}

function putComponent(id: i32, sampling: i32, table: i32): void {
  put8(id);
  put8(sampling);
  put8(table);
}

/** Tables 0 and 1 are luminance, DC and AC; 2 and 3 chrominance (B.2.4.2). */
function putHuffman(table: i32): void {
  const length = specificationLength(table);
  putMarker(DHT);
  put16(3 + length);
  put8(((table & 1) << 4) | (table >> 1));
  memory.copy(at, specification(table), length);
  at += length;
}

/** B.2.3. */
function putScan(): void {
  putMarker(SOS);
  put16(6 + 2 * 3);
  put8(3);
  put16(0x0100);
  put16(0x0211);
  put16(0x0311);
  put8(0);
  put8(63);
  put8(0);
}
