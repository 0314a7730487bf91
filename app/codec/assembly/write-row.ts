import { ONE, PIXEL_BYTES } from "./fixed";
import { Output } from "./output";
import { ROUNDING, ROUNDING_BITS } from "./simd";

/** Linear light 0..ONE -> sRGB byte; filled by the driver. */
export const GAMMA: usize = memory.data(ONE + 16, 64);

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
      const pixel = load<u64>(at);
      store<u32>(target, encoded(<u32>pixel & 0xffff, <u32>pixel >> 16, <u32>(pixel >> 32) & 0xffff));
      target += step;
    }
    return;
  }
  const m0 = matrixColumn(0);
  const m1 = matrixColumn(1);
  const m2 = matrixColumn(2);
  for (let at = o.line; at < end; at += PIXEL_BYTES) {
    const rg = f32x4.add(f32x4.mul(m0, light(at)), f32x4.mul(m1, light(at + 2)));
    const steps = clamped(f32x4.add(rg, f32x4.mul(m2, light(at + 4))));
    const r = i32x4.extract_lane(steps, 0);
    store<u32>(target, encoded(r, i32x4.extract_lane(steps, 1), i32x4.extract_lane(steps, 2)));
    target += step;
  }
}

/** A value of the row in all lanes. @inline */
function light(at: usize): v128 {
  return f32x4.splat(<f32>(<i32>load<u16>(at)));
}

/** Values that are no numbers become 0. @inline */
function clamped(steps: v128): v128 {
  const inside = f32x4.pmin(f32x4.splat(<f32>ONE), f32x4.pmax(f32x4.splat(0), steps));
  return i32x4.sub(f32x4.add(inside, f32x4.splat(ROUNDING)), i32x4.splat(ROUNDING_BITS));
}

/** Linear sRGB in steps of 0..ONE as an opaque pixel. @inline */
function encoded(red: u32, green: u32, blue: u32): u32 {
  const r = <u32>load<u8>(GAMMA + <usize>red);
  const g = <u32>load<u8>(GAMMA + <usize>green);
  const b = <u32>load<u8>(GAMMA + <usize>blue);
  return r | (g << 8) | (b << 16) | OPAQUE;
}
