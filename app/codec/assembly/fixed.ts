/**
 * Linear light between colour conversion and sRGB encoding: three i16 a pixel in units of 1/16384, packed. That is the
 * step of the encoding's table; what filters let over- and undershoot has room up to twice the whole either way.
 */
export const PIXEL_BYTES: usize = 6;
export const ONE_BITS: i32 = 14;
export const ONE: i32 = 1 << ONE_BITS;

const MOST: f32 = 32767;

/** A value or a weight of about 0..1 in units of 1/16384. @inline */
export function fixed(value: f32): i32 {
  return <i32>nearest(max<f32>(-MOST, min<f32>(MOST, value * <f32>ONE)));
}

/** Writes a pixel; two more bytes are written, which the next pixel overwrites. @inline */
export function storePixel(target: usize, r: u64, g: u64, b: u64): void {
  store<u64>(target, r | (g << 16) | (b << 32));
}

/** Writes a pixel of light in the first three lanes; the fourth lane must be 0, as in `storePixel`. @inline */
export function storeLight(target: usize, light: v128): void {
  const steps = i32x4.trunc_sat_f32x4_s(f32x4.nearest(f32x4.mul(light, f32x4.splat(<f32>ONE))));
  v128.store64_lane(target, i16x8.narrow_i32x4_s(steps, steps), 0);
}
