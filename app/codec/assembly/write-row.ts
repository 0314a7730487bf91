import { Output } from "./output";
import { ROUNDING, ROUNDING_BITS } from "./simd";
import { PIXEL_BYTES } from "./tones";

/** Linear light 0..16384 -> sRGB byte; filled by the driver. */
export const GAMMA: usize = memory.data(16400, 64);
const GAMMA_STEPS: f32 = 16384;

/** Linear RGB of the source -> linear sRGB: f32[9], row by row. */
export const MATRIX: usize = memory.data(36, 16);
let matrixUsed: bool = false;

const OPAQUE: u32 = 0xff000000;

export function applyMatrix(use: bool): void {
  matrixUsed = use;
}

/** Where the pixels of a row go: the first of them, and from each to the next. */
let firstPixel: i32 = 0;
let pixelStep: i32 = 1;

/** Lays row `y` of a picture of w x h down as its Exif orientation (2.32, tag 0x0112) asks. */
function aim(orientation: i32, y: i32, w: i32, h: i32): void {
  switch (orientation) {
    case 2:
      place(y * w + w - 1, -1);
      break;
    case 3:
      place((h - 1 - y) * w + w - 1, -1);
      break;
    case 4:
      place((h - 1 - y) * w, 1);
      break;
    case 5:
      place(y, h);
      break;
    case 6:
      place(h - 1 - y, h);
      break;
    case 7:
      place((w - 1) * h + h - 1 - y, -h);
      break;
    case 8:
      place((w - 1) * h + y, -h);
      break;
    default:
      place(y * w, 1);
  }
}

function place(first: i32, step: i32): void {
  firstPixel = first;
  pixelStep = step;
}

/** A column of the matrix, as a vector. */
function matrixColumn(column: usize): v128 {
  const at = MATRIX + (column << 2);
  return f32x4(load<f32>(at), load<f32>(at + 12), load<f32>(at + 24), 0);
}

/** Writes the finished row of an output into its pixels: matrix, sRGB encoding, orientation. */
export function writeRow(o: Output): void {
  aim(o.orientation, o.finished, o.width, o.height);
  const step = <usize>(pixelStep << 2);
  let target = o.pixels + ((<usize>firstPixel) << 2);
  const end = o.line + <usize>o.width * PIXEL_BYTES;
  if (!matrixUsed) {
    for (let at = o.line; at < end; at += PIXEL_BYTES) {
      store<u32>(target, encoded(v128.load(at)));
      target += step;
    }
    return;
  }
  const m0 = matrixColumn(0);
  const m1 = matrixColumn(1);
  const m2 = matrixColumn(2);
  for (let at = o.line; at < end; at += PIXEL_BYTES) {
    const rg = f32x4.add(f32x4.mul(m0, v128.load32_splat(at)), f32x4.mul(m1, v128.load32_splat(at + 4)));
    store<u32>(target, encoded(f32x4.add(rg, f32x4.mul(m2, v128.load32_splat(at + 8)))));
    target += step;
  }
}

/** Linear RGB as an opaque sRGB pixel. Values that are no numbers become 0. @inline */
function encoded(linear: v128): u32 {
  const steps = f32x4.splat(GAMMA_STEPS);
  const clamped = f32x4.pmin(steps, f32x4.pmax(f32x4.splat(0), f32x4.mul(linear, steps)));
  const index = i32x4.sub(f32x4.add(clamped, f32x4.splat(ROUNDING)), i32x4.splat(ROUNDING_BITS));
  const r = <u32>load<u8>(GAMMA + <usize>i32x4.extract_lane(index, 0));
  const g = <u32>load<u8>(GAMMA + <usize>i32x4.extract_lane(index, 1));
  const b = <u32>load<u8>(GAMMA + <usize>i32x4.extract_lane(index, 2));
  return r | (g << 8) | (b << 16) | OPAQUE;
}
