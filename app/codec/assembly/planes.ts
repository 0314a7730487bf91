import { linearRow } from "./colour";
import { Component, component, frame, YCC, YCCK } from "./frame";
import { reserve, reserveZeroed } from "./heap";
import { prepareDequantiser, prepareTransform } from "./idct";
import { feedRow, feedTwoRows, lineBytes, tallestOutput, widestOutput } from "./resample";

/** Room behind a row of samples for the wide stores of the last block. */
const ROW_SLACK: i32 = 64;

const CHROMA_MARGIN: f64 = 1.05;
const LEAST_FREQUENCIES: i32 = 2;

/** A stretched row of each component, for sampling ratios that the inverse transform cannot bring to one size. */
const STRETCHED: usize = memory.data(4 * 4, 16);

/** All components come out of the inverse transform at the same size. */
let sameSize: bool = true;

/** Two rows of linear light. */
let line: usize = 0;
let nextLine: usize = 0;

/** Decoded width or height at n/8. */
export function scaledSide(side: i32, n: i32): i32 {
  return (side * n + 7) >> 3;
}

/** Chooses the scale n/8: a component sampled k times less than another comes out k times larger per block. */
export function setScale(n: i32): void {
  frame.scale = n;
  frame.outWidth = scaledSide(frame.width, n);
  frame.outHeight = scaledSide(frame.height, n);
  sameSize = true;
  for (let i = 0; i < frame.components; i++) {
    const c = component(i);
    c.outH = outputSide(n, frame.hMax, c.hSampling);
    c.outV = outputSide(n, frame.vMax, c.vSampling);
    if (c.outH * c.hSampling !== n * frame.hMax || c.outV * c.vSampling !== n * frame.vMax) sameSize = false;
    c.keptH = keptFrequencies(i, c.outH, frame.hMax / c.hSampling, widestOutput(), frame.width);
    c.keptV = keptFrequencies(i, c.outV, frame.vMax / c.vSampling, tallestOutput(), frame.height);
    prepareTransform(c, i);
  }
}

function outputSide(n: i32, most: i32, factor: i32): i32 {
  return (n * most + factor - 1) / factor;
}

/**
 * Frequencies of a block that are decoded along one side. Where all blocks are stored, those of chrominance are hardly
 * more than the samples that the largest output has of the block: finer ones would be filtered away again.
 */
function keptFrequencies(index: i32, samples: i32, subsampling: i32, output: i32, side: i32): i32 {
  const most = min(8, samples);
  const isChroma = (frame.colour === YCC || frame.colour === YCCK) && (index === 1 || index === 2);
  if (!isChroma || !frame.buffered) return most;
  const needed = <i32>Math.ceil((CHROMA_MARGIN * <f64>(8 * subsampling) * <f64>output) / <f64>side);
  return min(most, max(LEAST_FREQUENCIES, needed));
}

/** The tables of a buffered picture may come with its later scans, so this is done before its samples are. */
export function prepareDequantisers(): void {
  for (let i = 0; i < frame.components; i++) prepareDequantiser(component(i));
}

function rowWidth(): i32 {
  return frame.mcusX * frame.hMax * frame.scale;
}

function planeStride(c: Component): usize {
  return <usize>((frame.mcusX * c.hSampling * c.outH + ROW_SLACK) & ~15);
}

function planeBytes(c: Component): usize {
  return planeStride(c) * <usize>(c.vSampling * c.outV + 1) + <usize>ROW_SLACK;
}

/** Bytes that `openPlanes` takes at the current scale. */
export function planesBytes(): u64 {
  let bytes: u64 = 2 * <u64>lineBytes(rowWidth()) + 7 * <u64>(rowWidth() + 2 * ROW_SLACK);
  for (let i = 0; i < frame.components; i++) bytes += <u64>planeBytes(component(i)) + 64;
  return bytes;
}

export function openPlanes(): void {
  for (let i = 0; i < frame.components; i++) {
    const c = component(i);
    c.stride = planeStride(c);
    c.plane = reserveZeroed(planeBytes(c));
  }
  for (let i: usize = 0; i < 4; i++) {
    store<usize>(STRETCHED + (i << 2), sameSize ? 0 : reserve(rowWidth() + ROW_SLACK));
  }
  line = reserveZeroed(lineBytes(rowWidth()));
  nextLine = reserveZeroed(lineBytes(rowWidth()));
}

/** The planes hold MCU row `mcuRow`: turns its image rows into linear light and feeds them on. */
export function emitMcuRow(mcuRow: i32): void {
  const rows = frame.vMax * frame.scale;
  const first = mcuRow * rows;
  const count = min(rows, frame.outHeight - first);
  let y = 0;
  for (; y + 2 <= count; y += 2) {
    linearise(y, line);
    linearise(y + 1, nextLine);
    feedTwoRows(line, nextLine);
  }
  if (y === count) return;
  linearise(y, line);
  feedRow(line);
}

function linearise(y: i32, target: usize): void {
  linearRow(samples(0, y), samples(1, y), samples(2, y), samples(3, y), frame.outWidth, target);
}

/** Row `y` of a component in the size of the picture; 0 for a component that is not there. */
function samples(index: i32, y: i32): usize {
  if (index >= frame.components) return 0;
  const c = component(index);
  if (sameSize) return c.plane + <usize>y * c.stride;
  const height = frame.vMax * frame.scale;
  const row = c.plane + <usize>nearest(y, c.vSampling * c.outV, height) * c.stride;
  const stretched = load<usize>(STRETCHED + ((<usize>index) << 2));
  const from = c.hSampling * c.outH;
  const to = frame.hMax * frame.scale;
  if (from === to) return row;
  for (let x = 0; x < frame.outWidth; x++) {
    store<u8>(stretched + x, load<u8>(row + <usize>nearest(x, from, to)));
  }
  return stretched;
}

/** The sample of `from` that lies nearest to the middle of sample `at` of `to`. */
function nearest(at: i32, from: i32, to: i32): i32 {
  return ((2 * at + 1) * from) / (2 * to);
}
