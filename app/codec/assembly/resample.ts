import { CHECKED } from "./checks";
import { Filter, filterBytes, prepareFilter, tapCount } from "./filter";
import { ONE, ONE_BITS, PIXEL_BYTES } from "./fixed";
import { reserve, reserveZeroed } from "./heap";
import { Output } from "./output";
import { writeRow } from "./write-row";

/**
 * Streaming resampling of linear RGB rows to several sizes at once. Each output keeps a ring of rows that are
 * filtered horizontally, and finishes a row as soon as its last source row has come. An output may take its rows
 * from a larger output instead of the source.
 */
export const MAX_OUTPUTS: i32 = 8;
const OUTPUTS: usize = memory.data(8 * offsetof<Output>(), 16);
const FILTERS: usize = memory.data(16 * offsetof<Filter>(), 16);
let outputs: i32 = 0;

/** Bytes that the vertical pass takes at once. */
const CHUNK: usize = 64;

/** Bytes of the weights of two taps, which both passes take at once. */
const PAIR_BYTES: usize = 4;

/** Bytes behind a row that wide loads and stores may touch. */
const ROW_SLACK: usize = 64;

export function output(index: i32): Output {
  if (CHECKED) if (<u32>index >= <u32>MAX_OUTPUTS) unreachable();
  return changetype<Output>(OUTPUTS + <usize>index * offsetof<Output>());
}

export function resetOutputs(): void {
  outputs = 0;
}

/** Adds an output; answers its number, or -1 when there are too many or the parent is not one of them. */
export function addOutput(width: i32, height: i32, orientation: i32, parent: i32): i32 {
  if (outputs >= MAX_OUTPUTS || parent >= outputs || width < 1 || height < 1) return -1;
  const o = output(outputs);
  memory.fill(changetype<usize>(o), 0, offsetof<Output>());
  o.width = width;
  o.height = height;
  o.orientation = orientation;
  o.parent = parent;
  o.columns = changetype<Filter>(FILTERS + <usize>(2 * outputs) * offsetof<Filter>());
  o.rows = changetype<Filter>(FILTERS + <usize>(2 * outputs + 1) * offsetof<Filter>());
  return outputs++;
}

export function widestOutput(): i32 {
  let width = 0;
  for (let i = 0; i < outputs; i++) width = max(width, output(i).width);
  return width;
}

export function tallestOutput(): i32 {
  let height = 0;
  for (let i = 0; i < outputs; i++) height = max(height, output(i).height);
  return height;
}

/** Bytes of a linear row with what lies behind it. */
export function lineBytes(width: i32): usize {
  return (<usize>width * PIXEL_BYTES + ROW_SLACK + 63) & ~63;
}

function ringStride(width: i32): usize {
  return (<usize>width * PIXEL_BYTES + 2 + CHUNK - 1) & ~(CHUNK - 1);
}

/** Bytes that all outputs take when the source has this size, their pixels included. */
export function outputsBytes(sourceWidth: i32, sourceHeight: i32): u64 {
  let bytes: u64 = 0;
  for (let i = 0; i < outputs; i++) {
    const o = output(i);
    const inWidth = o.parent < 0 ? sourceWidth : output(o.parent).width;
    const inHeight = o.parent < 0 ? sourceHeight : output(o.parent).height;
    bytes += <u64>(tapCount(inHeight, o.height) + 1) * <u64>ringStride(o.width);
    bytes += filterBytes(inWidth, o.width) + filterBytes(inHeight, o.height);
    bytes += <u64>lineBytes(o.width) + 256 + 4 * <u64>o.width * <u64>o.height;
  }
  return bytes;
}

/** Takes the memory of the finished pictures; what is taken behind it may be given back before they are encoded. */
export function openPixels(): void {
  for (let i = 0; i < outputs; i++) {
    const o = output(i);
    o.pixels = reserve((<usize>o.width * <usize>o.height) << 2);
  }
}

/** The source covers `extentX` x `extentY` of its samples. */
export function openOutputs(sourceWidth: i32, sourceHeight: i32, extentX: f64, extentY: f64): void {
  for (let i = 0; i < outputs; i++) {
    const o = output(i);
    o.inWidth = o.parent < 0 ? sourceWidth : output(o.parent).width;
    o.inHeight = o.parent < 0 ? sourceHeight : output(o.parent).height;
    const coveredX = o.parent < 0 ? extentX : <f64>o.inWidth;
    const coveredY = o.parent < 0 ? extentY : <f64>o.inHeight;
    prepareFilter(o.columns, o.inWidth, coveredX, o.width, <i32>PIXEL_BYTES);
    prepareFilter(o.rows, o.inHeight, coveredY, o.height, 1);
    o.ringRows = o.rows.taps + 1;
    o.ringStride = ringStride(o.width);
    o.ring = reserveZeroed(<usize>o.ringRows * o.ringStride);
    o.line = reserveZeroed(lineBytes(o.width));
  }
}

/** Feeds one row of the source to every output that takes it. */
export function feedRow(line: usize): void {
  for (let i = 0; i < outputs; i++) if (output(i).parent < 0) feed(i, line);
}

/** Feeds two rows at once. */
export function feedTwoRows(line: usize, next: usize): void {
  for (let i = 0; i < outputs; i++) {
    const o = output(i);
    if (o.parent >= 0 || o.received + 2 > o.inHeight) continue;
    filterColumnsOfTwo(o, line, next, ringRow(o, o.received), ringRow(o, o.received + 1));
    o.received += 2;
    finishRows(i);
  }
}

function feed(index: i32, line: usize): void {
  const o = output(index);
  if (o.received >= o.inHeight) return;
  filterColumns(o, line, ringRow(o, o.received));
  o.received++;
  finishRows(index);
}

function ringRow(o: Output, row: i32): usize {
  return o.ring + <usize>(row % o.ringRows) * o.ringStride;
}

/** Finishes the rows whose source rows have all come; outputs that are made from this one take them. */
function finishRows(index: i32): void {
  const o = output(index);
  while (o.finished < o.height && lastSourceRow(o) <= o.received) {
    filterRows(o);
    writeRow(o);
    o.finished++;
    for (let child = index + 1; child < outputs; child++)
      if (output(child).parent === index) feed(child, o.line);
  }
}

/** How many source rows the next row needs to have come. */
function lastSourceRow(o: Output): i32 {
  return min(load<i32>(o.rows.starts + ((<usize>o.finished) << 2)) + o.rows.taps, o.inHeight);
}

/**
 * Horizontal pass, two taps a turn: of two pixels the same channels side by side. Each pixel is four lanes, the last
 * of which the next pixel overwrites.
 */
function filterColumns(o: Output, line: usize, target: usize): void {
  const weightBytes = (<usize>o.columns.taps) << 1;
  const end = o.columns.starts + ((<usize>o.width) << 2);
  let weight = o.columns.weights;
  for (let start = o.columns.starts; start < end; start += 4) {
    let pixel = line + <usize>load<i32>(start);
    let sum = i32x4.splat(HALF);
    for (const stop = weight + weightBytes; weight < stop; weight += PAIR_BYTES) {
      sum = i32x4.add(sum, weighedLow(pixel, pixel + PIXEL_BYTES, v128.load32_splat(weight)));
      pixel += 2 * PIXEL_BYTES;
    }
    const values = i32x4.shr_s(sum, ONE_BITS);
    v128.store64_lane(target, i16x8.narrow_i32x4_s(values, values), 0);
    target += PIXEL_BYTES;
  }
}

/** The same for two rows, which share the loading of their weights. */
function filterColumnsOfTwo(o: Output, line: usize, next: usize, target: usize, nextTarget: usize): void {
  const weightBytes = (<usize>o.columns.taps) << 1;
  const end = o.columns.starts + ((<usize>o.width) << 2);
  const apart = next - line;
  let weight = o.columns.weights;
  for (let start = o.columns.starts; start < end; start += 4) {
    let pixel = line + <usize>load<i32>(start);
    let sum = i32x4.splat(HALF);
    let nextSum = sum;
    for (const stop = weight + weightBytes; weight < stop; weight += PAIR_BYTES) {
      const weights = v128.load32_splat(weight);
      sum = i32x4.add(sum, weighedLow(pixel, pixel + PIXEL_BYTES, weights));
      nextSum = i32x4.add(nextSum, weighedLow(pixel + apart, pixel + apart + PIXEL_BYTES, weights));
      pixel += 2 * PIXEL_BYTES;
    }
    const values = i16x8.narrow_i32x4_s(i32x4.shr_s(sum, ONE_BITS), i32x4.shr_s(nextSum, ONE_BITS));
    v128.store64_lane(target, values, 0);
    v128.store64_lane(nextTarget, values, 1);
    target += PIXEL_BYTES;
    nextTarget += PIXEL_BYTES;
  }
}

/** Half a unit, for rounding. */
const HALF: i32 = ONE >> 1;

/** Vertical pass: 32 values of two source rows at a time, so that the sums stay in registers. Clamps to 0..ONE. */
function filterRows(o: Output): void {
  const start = load<i32>(o.rows.starts + ((<usize>o.finished) << 2));
  const weights = o.rows.weights + ((<usize>(o.finished * o.rows.taps)) << 1);
  const weightsEnd = weights + ((<usize>o.rows.taps) << 1);
  const stride = o.ringStride;
  const ringBytes = <usize>o.ringRows * stride;
  const ringEnd = o.ring + ringBytes;
  const first = o.ring + <usize>(start % o.ringRows) * stride;
  for (let x: usize = 0; x < stride; x += CHUNK) {
    let s0 = i32x4.splat(HALF);
    let s1 = s0;
    let s2 = s0;
    let s3 = s0;
    let s4 = s0;
    let s5 = s0;
    let s6 = s0;
    let s7 = s0;
    let row = first + x;
    for (let at = weights; at < weightsEnd; at += PAIR_BYTES) {
      const weight = v128.load32_splat(at);
      let next = row + stride;
      if (next >= ringEnd) next -= ringBytes;
      s0 = i32x4.add(s0, weighedLow(row, next, weight));
      s1 = i32x4.add(s1, weighedHigh(row, next, weight));
      s2 = i32x4.add(s2, weighedLow(row + 16, next + 16, weight));
      s3 = i32x4.add(s3, weighedHigh(row + 16, next + 16, weight));
      s4 = i32x4.add(s4, weighedLow(row + 32, next + 32, weight));
      s5 = i32x4.add(s5, weighedHigh(row + 32, next + 32, weight));
      s6 = i32x4.add(s6, weighedLow(row + 48, next + 48, weight));
      s7 = i32x4.add(s7, weighedHigh(row + 48, next + 48, weight));
      row = next + stride;
      if (row >= ringEnd) row -= ringBytes;
    }
    const target = o.line + x;
    storeClamped(target, s0, s1);
    storeClamped(target + 16, s2, s3);
    storeClamped(target + 32, s4, s5);
    storeClamped(target + 48, s6, s7);
  }
}

/** The weighed sums of the first four values at two places, and of the four behind them. @inline */
function weighedLow(at: usize, next: usize, weights: v128): v128 {
  const paired = i16x8.shuffle(v128.load(at), v128.load(next), 0, 8, 1, 9, 2, 10, 3, 11);
  return i32x4.dot_i16x8_s(paired, weights);
}

/** @inline */
function weighedHigh(at: usize, next: usize, weights: v128): v128 {
  const paired = i16x8.shuffle(v128.load(at), v128.load(next), 4, 12, 5, 13, 6, 14, 7, 15);
  return i32x4.dot_i16x8_s(paired, weights);
}

/** @inline */
function storeClamped(target: usize, low: v128, high: v128): void {
  const values = i16x8.narrow_i32x4_s(i32x4.shr_s(low, ONE_BITS), i32x4.shr_s(high, ONE_BITS));
  v128.store(target, i16x8.max_s(i16x8.splat(0), i16x8.min_s(i16x8.splat(<i16>ONE), values)));
}
