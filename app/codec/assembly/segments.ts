import { MAX_PIXELS, spend, TABLE_WORK } from "./budget";
import {
  CMYK,
  Component,
  component,
  frame,
  GREY,
  QUANTISATION_BYTES,
  RGB,
  scan,
  scanComponent,
  setScanComponent,
  YCC,
  YCCK,
} from "./frame";
import { buildTable, huffmanTable } from "./huffman-table";
import { byteAt, wordAt } from "./input";
import * as reasons from "./reasons";
import * as t81 from "./t81";

/** The four tables of DQT, and the one each component uses, as u16[64] in zigzag order. */
const TABLES: usize = memory.data(4 * 128, 16);
const LATCHED: usize = memory.data(4 * 128, 16);

/** Which of the four tables have been defined; a set of bits. */
let definedTables: i32 = 0;

let frameRead: bool = false;

/** Transforms of the Adobe segment: CMYK and RGB as they are, or through YCC. */
const ADOBE_UNTRANSFORMED: i32 = 0;
const ADOBE_YCCK: i32 = 2;

export function openSegments(): void {
  definedTables = 0;
  frameRead = false;
}

/** B.2.4.1. */
export function readQuantisation(body: usize, end: usize): i32 {
  while (body < end) {
    const wide = byteAt(body) >> 4;
    const selector = byteAt(body) & 15;
    const bytes: usize = wide ? 128 : 64;
    body++;
    if (selector > 3 || wide > 1 || body + bytes > end) return reasons.BAD_QUANTISATION;
    const table = TABLES + <usize>selector * QUANTISATION_BYTES;
    for (let k: usize = 0; k < 64; k++) {
      store<u16>(table + (k << 1), <u16>(wide ? wordAt(body + (k << 1)) : byteAt(body + k)));
    }
    definedTables |= 1 << selector;
    body += bytes;
  }
  return 0;
}

/** B.2.4.2. */
export function readHuffmanTables(body: usize, end: usize): i32 {
  while (body < end) {
    if (body + 17 > end) return reasons.BAD_HUFFMAN;
    const tableClass = byteAt(body) >> 4;
    const selector = byteAt(body) & 15;
    let total = 0;
    for (let i: usize = 1; i <= 16; i++) total += byteAt(body + i);
    if (tableClass > 1 || selector > 3 || total > 256 || body + 17 + total > end) return reasons.BAD_HUFFMAN;
    if (!spend(TABLE_WORK)) return reasons.TOO_MUCH_WORK;
    const table = huffmanTable(tableClass, selector);
    if (!buildTable(table, body + 1, body + 17, total, tableClass === 0)) return reasons.BAD_HUFFMAN;
    body += 17 + total;
  }
  return 0;
}

/** B.2.4.4. */
export function readRestartInterval(body: usize, end: usize): i32 {
  if (body + 2 > end) return reasons.BAD_SEGMENT;
  frame.restartInterval = wordAt(body);
  return 0;
}

/** B.2.2. */
export function readFrame(body: usize, end: usize, progressive: bool): i32 {
  if (frameRead || body + 6 > end) return reasons.BAD_FRAME;
  if (byteAt(body) !== 8) return reasons.PRECISION;
  frame.progressive = progressive;
  frame.height = wordAt(body + 1);
  frame.width = wordAt(body + 3);
  frame.components = byteAt(body + 5);
  if (!frame.height) return reasons.NO_HEIGHT;
  if (!frame.width) return reasons.BAD_FRAME;
  if (<u64>frame.width * <u64>frame.height > MAX_PIXELS) return reasons.TOO_MANY_PIXELS;
  if (frame.components !== 1 && frame.components !== 3 && frame.components !== 4) return reasons.COMPONENTS;
  if (body + 6 + 3 * frame.components > end) return reasons.BAD_FRAME;
  if (!readComponents(body + 6)) return reasons.BAD_FRAME;
  measureComponents();
  frameRead = true;
  return 0;
}

function readComponents(body: usize): bool {
  frame.hMax = 1;
  frame.vMax = 1;
  for (let i = 0; i < frame.components; i++) {
    const c = component(i);
    const at = body + 3 * i;
    c.id = byteAt(at);
    c.tableSelector = byteAt(at + 2);
    // A lone component is never interleaved, so its factors mean nothing (A.2.2).
    c.hSampling = frame.components === 1 ? 1 : byteAt(at + 1) >> 4;
    c.vSampling = frame.components === 1 ? 1 : byteAt(at + 1) & 15;
    if (!isFactor(c.hSampling) || !isFactor(c.vSampling) || c.tableSelector > 3) return false;
    frame.hMax = max(frame.hMax, c.hSampling);
    frame.vMax = max(frame.vMax, c.vSampling);
  }
  return true;
}

function isFactor(factor: i32): bool {
  return factor >= 1 && factor <= t81.MAX_SAMPLING;
}

/** How many blocks there are, padded to whole MCUs and not (A.1.1, A.2.4). */
function measureComponents(): void {
  frame.mcusX = (frame.width + 8 * frame.hMax - 1) / (8 * frame.hMax);
  frame.mcusY = (frame.height + 8 * frame.vMax - 1) / (8 * frame.vMax);
  for (let i = 0; i < frame.components; i++) {
    const c = component(i);
    c.blocksX = frame.mcusX * c.hSampling;
    c.blocksY = frame.mcusY * c.vSampling;
    c.imageBlocksX = (samples(frame.width, c.hSampling, frame.hMax) + 7) >> 3;
    c.imageBlocksY = (samples(frame.height, c.vSampling, frame.vMax) + 7) >> 3;
    c.quantisation = LATCHED + <usize>i * QUANTISATION_BYTES;
  }
}

function samples(pixels: i32, factor: i32, most: i32): i32 {
  return (pixels * factor + most - 1) / most;
}

/** B.2.3. */
export function readScan(body: usize, end: usize): i32 {
  const number = body < end ? byteAt(body) : 0;
  if (!frameRead || number < 1 || number > frame.components || body + 4 + 2 * number > end)
    return reasons.BAD_SCAN;
  scan.components = number;
  let seen = 0;
  for (let i = 0; i < number; i++) {
    const at = body + 1 + 2 * i;
    const index = indexOf(byteAt(at), seen);
    if (index < 0) return reasons.BAD_SCAN;
    seen |= 1 << index;
    setScanComponent(i, index);
    const refusal = selectTables(component(index), byteAt(at + 1));
    if (refusal) return refusal;
  }
  if (!readBand(body + 1 + 2 * number)) return reasons.BAD_SCAN;
  if (!frame.scans) {
    frame.buffered = frame.progressive || number !== frame.components;
    frame.colour = colour();
  }
  if (mcuTooLarge()) return reasons.BAD_SCAN;
  if (frame.scans && !frame.buffered) return reasons.BAD_SCAN;
  frame.scans++;
  return 0;
}

/** The component of this identifier that the scan has not named yet, or -1. */
function indexOf(id: i32, seen: i32): i32 {
  for (let i = 0; i < frame.components; i++) {
    if (component(i).id === id && !(seen & (1 << i))) return i;
  }
  return -1;
}

function selectTables(c: Component, selectors: i32): i32 {
  c.dcSelector = selectors >> 4;
  c.acSelector = selectors & 15;
  if (c.dcSelector > 3 || c.acSelector > 3) return reasons.BAD_SCAN;
  if (c.hasTable) return 0;
  if (!((definedTables >> c.tableSelector) & 1)) return reasons.BAD_QUANTISATION;
  memory.copy(c.quantisation, TABLES + <usize>c.tableSelector * QUANTISATION_BYTES, QUANTISATION_BYTES);
  c.hasTable = 1;
  return 0;
}

/** The band of coefficients and the bits of them that a progressive scan brings (G.1.1.1). */
function readBand(body: usize): bool {
  scan.firstCoefficient = 0;
  scan.lastCoefficient = 63;
  scan.approximationHigh = 0;
  scan.approximationLow = 0;
  if (!frame.progressive) return true;
  scan.firstCoefficient = byteAt(body);
  scan.lastCoefficient = byteAt(body + 1);
  scan.approximationHigh = byteAt(body + 2) >> 4;
  scan.approximationLow = byteAt(body + 2) & 15;
  if (scan.approximationLow > t81.MAX_APPROXIMATION || scan.lastCoefficient > 63) return false;
  if (!scan.firstCoefficient) return !scan.lastCoefficient;
  return scan.firstCoefficient <= scan.lastCoefficient && scan.components === 1;
}

/** More blocks in an interleaved MCU than B.2.3 allows. */
function mcuTooLarge(): bool {
  if (scan.components === 1) return false;
  let blocks = 0;
  for (let i = 0; i < scan.components; i++) blocks += scanComponent(i).hSampling * scanComponent(i).vSampling;
  return blocks > t81.MAX_MCU_BLOCKS;
}

/** What the samples mean: JFIF is YCC, Adobe says it, otherwise the identifiers "RGB" do. */
function colour(): i32 {
  if (frame.components === 1) return GREY;
  if (frame.components === 4) return frame.adobeTransform === ADOBE_YCCK ? YCCK : CMYK;
  if (frame.jfif) return YCC;
  if (frame.adobeTransform >= 0) return frame.adobeTransform === ADOBE_UNTRANSFORMED ? RGB : YCC;
  return component(0).id === 0x52 && component(1).id === 0x47 && component(2).id === 0x42 ? RGB : YCC;
}
