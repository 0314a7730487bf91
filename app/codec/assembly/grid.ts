import { PIXEL_BYTES, storeLight } from "./fixed";
import { reserve } from "./heap";
import { TONE_BYTES, TONES } from "./tones";

/**
 * A grid of colours over three channels or four inks, which a profile's table has become: between its nodes it is
 * interpolated in tetrahedra of the last three channels, and linearly along the first of four. The tone tables give
 * places in it, in steps along each side.
 */
let channels: i32 = 0;

/** The last step of each side; a place between it and the next is as far as a side goes. */
let lastFirst: i32 = 0;
let lastA: i32 = 0;
let lastB: i32 = 0;
let lastC: i32 = 0;

/** Bytes of a step along each side; the last one's is a node. */
let strideFirst: usize = 0;
let strideA: usize = 0;
let strideB: usize = 0;
const NODE: usize = 16;

let nodes: usize = 0;

/** Values are roots in the sense of CIE 15; otherwise light itself. */
let rooted: bool = false;

/** Where a root is straight, and its line there (CIE 15): light = SLOPE * (root - OFFSET). */
const KNEE: f32 = 6.0 / 29.0;
const SLOPE: f32 = 108.0 / 841.0;
const OFFSET: f32 = 4.0 / 29.0;

/** Channels of the grid; 0 when there is none. */
export function gridChannels(): i32 {
  return channels;
}

export function resetGrid(): void {
  channels = 0;
}

/** Opens a grid; answers where its nodes are to be written, four f32 each. `first` is 0 for three channels. */
export function openGrid(first: i32, a: i32, b: i32, c: i32, roots: bool): usize {
  channels = first ? 4 : 3;
  lastFirst = first - 2;
  lastA = a - 2;
  lastB = b - 2;
  lastC = c - 2;
  strideB = <usize>c * NODE;
  strideA = <usize>b * strideB;
  strideFirst = <usize>a * strideA;
  rooted = roots;
  nodes = reserve(strideFirst * <usize>max(1, first));
  return nodes;
}

/** One row of samples into light, packed. */
export function gridRow(p0: usize, p1: usize, p2: usize, p3: usize, width: i32, target: usize): void {
  const inks = channels === 4;
  for (let x: usize = 0; x < <usize>width; x++) {
    const light = inks
      ? inkLight(place(0, p0 + x), place(1, p1 + x), place(2, p2 + x), place(3, p3 + x))
      : light3(place(0, p0 + x), place(1, p1 + x), place(2, p2 + x));
    storeLight(target, light);
    target += PIXEL_BYTES;
  }
}

/** @inline */
function place(channel: usize, sample: usize): f32 {
  return load<f32>(TONES + channel * TONE_BYTES + ((<usize>load<u8>(sample)) << 2));
}

/** Light of four inks, the fourth lane 0. */
export function inkLight(first: f32, a: f32, b: f32, c: f32): v128 {
  const step = cell(first, lastFirst);
  const share = f32x4.splat(first - <f32>step);
  const base = nodes + <usize>step * strideFirst;
  const low = tetrahedron(base, a, b, c);
  const high = tetrahedron(base + strideFirst, a, b, c);
  return lightOf(f32x4.add(low, f32x4.mul(f32x4.sub(high, low), share)));
}

/** Light of three channels, the fourth lane 0. */
export function light3(a: f32, b: f32, c: f32): v128 {
  return lightOf(tetrahedron(nodes, a, b, c));
}

/** The step that a place lies behind. @inline */
function cell(at: f32, last: i32): i32 {
  return max(0, min(<i32>at, last));
}

/** Mixes the four corners of the tetrahedron that a place lies in: from the lowest along the largest share first. */
function tetrahedron(base: usize, a: f32, b: f32, c: f32): v128 {
  const stepA = cell(a, lastA);
  const stepB = cell(b, lastB);
  const stepC = cell(c, lastC);
  const shareA = a - <f32>stepA;
  const shareB = b - <f32>stepB;
  const shareC = c - <f32>stepC;
  const at = base + <usize>stepA * strideA + <usize>stepB * strideB + <usize>stepC * NODE;
  if (shareA >= shareB) {
    if (shareB >= shareC) return mixed(at, strideA, strideA + strideB, shareA, shareB, shareC);
    if (shareA >= shareC) return mixed(at, strideA, strideA + NODE, shareA, shareC, shareB);
    return mixed(at, NODE, strideA + NODE, shareC, shareA, shareB);
  }
  if (shareA >= shareC) return mixed(at, strideB, strideA + strideB, shareB, shareA, shareC);
  if (shareB >= shareC) return mixed(at, strideB, strideB + NODE, shareB, shareC, shareA);
  return mixed(at, NODE, strideB + NODE, shareC, shareB, shareA);
}

/** @inline */
function mixed(at: usize, one: usize, two: usize, high: f32, middle: f32, low: f32): v128 {
  const near = f32x4.add(
    f32x4.mul(v128.load(at), f32x4.splat(1 - high)),
    f32x4.mul(v128.load(at + one), f32x4.splat(high - middle)),
  );
  const far = f32x4.add(
    f32x4.mul(v128.load(at + two), f32x4.splat(middle - low)),
    f32x4.mul(v128.load(at + strideA + strideB + NODE), f32x4.splat(low)),
  );
  return f32x4.add(near, far);
}

/** @inline */
function lightOf(values: v128): v128 {
  if (!rooted) return values;
  const cube = f32x4.mul(f32x4.mul(values, values), values);
  const line = f32x4.mul(f32x4.sub(values, f32x4.splat(OFFSET)), f32x4.splat(SLOPE));
  return v128.bitselect(cube, line, f32x4.gt(values, f32x4.splat(KNEE)));
}
