import { CHECKED } from "./checks";
import { Filter, filterBytes, prepareFilter, tapCount } from "./filter";
import { reserve, reserveZeroed } from "./heap";
import { Output } from "./output";
import { PIXEL_BYTES } from "./tones";
import { writeRow } from "./write-row";

/**
 * Streaming resampling of linear f32 RGB rows to several sizes at once. Each output keeps a ring of rows that are
 * filtered horizontally, and finishes a row as soon as its last source row has come. An output may take its rows
 * from a larger output instead of the source.
 */
export const MAX_OUTPUTS: i32 = 8;
const OUTPUTS: usize = memory.data(8 * offsetof<Output>(), 16);
const FILTERS: usize = memory.data(16 * offsetof<Filter>(), 16);
let outputs: i32 = 0;

/** Bytes that the vertical pass takes at once. */
const CHUNK: usize = 128;

/** The horizontal pass takes two taps a turn. */
const TAP_PAIR: i32 = 2;

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

/** Bytes of a packed linear row with the zeros behind it that padded taps may touch. */
export function lineBytes(width: i32): usize {
  return (<usize>width * PIXEL_BYTES + 192 + 63) & ~63;
}

function ringStride(width: i32): usize {
  return (<usize>width * PIXEL_BYTES + 16 + CHUNK - 1) & ~(CHUNK - 1);
}

/** Bytes that all outputs take when the source has this size, their pixels included. */
export function outputsBytes(sourceWidth: i32, sourceHeight: i32): u64 {
  let bytes: u64 = 0;
  for (let i = 0; i < outputs; i++) {
    const o = output(i);
    const inWidth = o.parent < 0 ? sourceWidth : output(o.parent).width;
    const inHeight = o.parent < 0 ? sourceHeight : output(o.parent).height;
    bytes += <u64>(tapCount(inHeight, o.height, 1) + 1) * <u64>ringStride(o.width);
    bytes += filterBytes(inWidth, o.width, TAP_PAIR) + filterBytes(inHeight, o.height, 1);
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
    prepareFilter(o.columns, o.inWidth, coveredX, o.width, TAP_PAIR, <i32>PIXEL_BYTES);
    prepareFilter(o.rows, o.inHeight, coveredY, o.height, 1, 1);
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

function feed(index: i32, line: usize): void {
  const o = output(index);
  if (o.received >= o.inHeight) return;
  filterColumns(o, line, o.ring + <usize>(o.received % o.ringRows) * o.ringStride);
  o.received++;
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

/** Horizontal pass: each pixel is three lanes, the fourth of which is overwritten by the next pixel. */
function filterColumns(o: Output, line: usize, target: usize): void {
  const taps = (<usize>o.columns.taps) << 2;
  const end = o.columns.starts + ((<usize>o.width) << 2);
  let weight = o.columns.weights;
  for (let start = o.columns.starts; start < end; start += 4) {
    let pixel = line + <usize>load<i32>(start);
    let even = f32x4.splat(0);
    let odd = f32x4.splat(0);
    for (const stop = weight + taps; weight < stop; weight += 8) {
      even = f32x4.add(even, f32x4.mul(v128.load(pixel), v128.load32_splat(weight)));
      odd = f32x4.add(odd, f32x4.mul(v128.load(pixel + 12), v128.load32_splat(weight + 4)));
      pixel += 24;
    }
    v128.store(target, f32x4.add(even, odd));
    target += PIXEL_BYTES;
  }
}

/** Vertical pass: 32 values of each source row at a time, so that the sums stay in registers. */
function filterRows(o: Output): void {
  const start = load<i32>(o.rows.starts + ((<usize>o.finished) << 2));
  const taps = min(o.rows.taps, o.inHeight - start);
  const weights = o.rows.weights + ((<usize>(o.finished * o.rows.taps)) << 2);
  const weightsEnd = weights + ((<usize>taps) << 2);
  const stride = o.ringStride;
  const ringBytes = <usize>o.ringRows * stride;
  const ringEnd = o.ring + ringBytes;
  const first = o.ring + <usize>(start % o.ringRows) * stride;
  for (let x: usize = 0; x < stride; x += CHUNK) {
    let s0 = f32x4.splat(0);
    let s1 = s0;
    let s2 = s0;
    let s3 = s0;
    let s4 = s0;
    let s5 = s0;
    let s6 = s0;
    let s7 = s0;
    let row = first + x;
    for (let at = weights; at < weightsEnd; at += 4) {
      const weight = v128.load32_splat(at);
      s0 = f32x4.add(s0, f32x4.mul(v128.load(row), weight));
      s1 = f32x4.add(s1, f32x4.mul(v128.load(row + 16), weight));
      s2 = f32x4.add(s2, f32x4.mul(v128.load(row + 32), weight));
      s3 = f32x4.add(s3, f32x4.mul(v128.load(row + 48), weight));
      s4 = f32x4.add(s4, f32x4.mul(v128.load(row + 64), weight));
      s5 = f32x4.add(s5, f32x4.mul(v128.load(row + 80), weight));
      s6 = f32x4.add(s6, f32x4.mul(v128.load(row + 96), weight));
      s7 = f32x4.add(s7, f32x4.mul(v128.load(row + 112), weight));
      row += stride;
      if (row >= ringEnd) row -= ringBytes;
    }
    const target = o.line + x;
    v128.store(target, s0);
    v128.store(target + 16, s1);
    v128.store(target + 32, s2);
    v128.store(target + 48, s3);
    v128.store(target + 64, s4);
    v128.store(target + 80, s5);
    v128.store(target + 96, s6);
    v128.store(target + 112, s7);
  }
}
