import { reserveZeroed } from "./heap";
import { inflate, reserveInflate } from "./inflate";
import { FULL } from "./inflate-answers";
import { inflated, waiting } from "./inflate-output";

/** Filter types (PNG 3rd ed., 9.2). */
const NONE: i32 = 0;
const SUB: i32 = 1;
const UP: i32 = 2;
const AVERAGE: i32 = 3;
const PAETH: i32 = 4;

/** What `unfilterRow` answers when it has a row, and when the row's filter does not exist; else what `inflate` does. */
const ROW: i32 = 16;
const BAD_FILTER: i32 = 17;

/** A pixel has at most 8 bytes. Before a row lie zeros, the pixel left of the first; behind it what pixels overshoot. */
const MARGIN: usize = 16;

/** Bytes that are inflated ahead of the row at hand. */
const AHEAD: usize = 128 * 1024;

/** The row and the one above it, which change places; and bytes of the widest one. */
let row: usize = 0;
let above: usize = 0;
let widest: usize = 0;

/** Begins a picture whose widest row has so many bytes. */
export function reserveUnfilter(mostBytes: usize): void {
  widest = mostBytes;
  reserveInflate(mostBytes + AHEAD);
  row = reserveZeroed(mostBytes + 2 * MARGIN) + MARGIN;
  above = reserveZeroed(mostBytes + 2 * MARGIN) + MARGIN;
}

/** Begins a pass: the row above the first is zeros (9.2). */
export function beginPass(): void {
  memory.fill(row, 0, widest);
}

/** Inflates and unfilters the next row; `step` is the bytes of a whole pixel, at least one (9.2). */
export function unfilterRow(bytes: usize, step: usize): i32 {
  while (waiting() <= bytes) {
    const answer = inflate();
    if (waiting() <= bytes && answer !== FULL) return answer;
  }
  const filter = <i32>load<u8>(inflated.taken);
  if (filter > PAETH) return BAD_FILTER;
  const source = inflated.taken + 1;
  const target = above;
  above = row;
  row = target;
  undo(filter, source, bytes, step);
  inflated.taken += bytes + 1;
  return ROW;
}

/** Where the last row lies. */
export function unfilteredAddress(): usize {
  return row;
}

function undo(filter: i32, source: usize, bytes: usize, step: usize): void {
  if (filter === NONE) memory.copy(row, source, bytes);
  else if (filter === UP) undoUp(source, bytes);
  else if (filter === SUB) undoSub(source, bytes, step);
  else if (filter === AVERAGE) undoAverage(source, bytes, step);
  else undoPaeth(source, bytes, step);
}

function undoUp(source: usize, bytes: usize): void {
  for (let at: usize = 0; at < bytes; at += 16) {
    v128.store(row + at, i8x16.add(v128.load(source + at), v128.load(above + at)));
  }
}

/** A pixel at a time, in eight lanes of which those behind the pixel are overwritten by the next one. */
function undoSub(source: usize, bytes: usize, step: usize): void {
  let left = i8x16.splat(0);
  for (let at: usize = 0; at < bytes; at += step) {
    left = i8x16.add(left, v128.load64_zero(source + at));
    v128.store64_lane(row + at, left, 0);
  }
}

/** 9.3. */
function undoAverage(source: usize, bytes: usize, step: usize): void {
  let left = i16x8.splat(0);
  const low = i16x8.splat(255);
  for (let at: usize = 0; at < bytes; at += step) {
    const average = i16x8.shr_u(i16x8.add(left, v128.load8x8_u(above + at)), 1);
    left = v128.and(i16x8.add(average, v128.load8x8_u(source + at)), low);
    v128.store64_lane(row + at, i8x16.narrow_i16x8_u(left, left), 0);
  }
}

/** 9.4. */
function undoPaeth(source: usize, bytes: usize, step: usize): void {
  let left = i16x8.splat(0);
  let corner = i16x8.splat(0);
  const low = i16x8.splat(255);
  for (let at: usize = 0; at < bytes; at += step) {
    const up = v128.load8x8_u(above + at);
    const fromLeft = i16x8.sub(up, corner);
    const fromUp = i16x8.sub(left, corner);
    const farLeft = i16x8.abs(fromLeft);
    const farUp = i16x8.abs(fromUp);
    const farCorner = i16x8.abs(i16x8.add(fromLeft, fromUp));
    const upOrCorner = v128.bitselect(corner, up, i16x8.lt_s(farCorner, farUp));
    const nearest = i16x8.min_s(farUp, farCorner);
    const predictor = v128.bitselect(upOrCorner, left, i16x8.lt_s(nearest, farLeft));
    left = v128.and(i16x8.add(predictor, v128.load8x8_u(source + at)), low);
    v128.store64_lane(row + at, i8x16.narrow_i16x8_u(left, left), 0);
    corner = up;
  }
}
