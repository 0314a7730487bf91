import { PIXEL_BYTES } from "./fixed";
import { CMYK, frame, GREY, YCC, YCCK } from "./frame";
import { gridChannels, gridRow } from "./grid";
import { reserveZeroed } from "./heap";
import { setPart, storeSamples } from "./pixel-parts";
import { TONE_BYTES, TONES } from "./tones";

/** Rows of u8 between colour conversion and tone curve. */
let red: usize = 0;
let green: usize = 0;
let blue: usize = 0;

const SLACK: i32 = 64;

/** Factors of Cr and Cb (ITU-T T.871, 7) in units of 1/32768: halved where they exceed 1, see `yccToRgb`. */
const CR_TO_RED: i16 = 22970;
const CB_TO_GREEN: i16 = 5638;
const CR_TO_GREEN: i16 = 11700;
const CB_TO_BLUE: i16 = 29032;

export function openColour(width: i32): void {
  red = reserveZeroed(width + SLACK);
  green = reserveZeroed(width + SLACK);
  blue = reserveZeroed(width + SLACK);
  for (let channel: usize = 0; channel < 3; channel++) {
    for (let sample: usize = 0; sample < 256; sample++) {
      setPart(channel, sample, load<f32>(TONES + channel * TONE_BYTES + (sample << 2)));
    }
  }
}

/** One row of component samples into linear RGB, packed. Rows that a colour space does not have are 0. */
export function linearRow(p0: usize, p1: usize, p2: usize, p3: usize, width: i32, target: usize): void {
  const colour = frame.colour;
  let r = p0;
  let g = colour === GREY ? p0 : p1;
  let b = colour === GREY ? p0 : p2;
  if (colour === YCC || colour === YCCK) {
    yccToRgb(p0, p1, p2, width);
    r = red;
    g = green;
    b = blue;
  }
  if (gridChannels()) {
    gridRow(r, g, b, p3, width, target);
    return;
  }
  if (colour === CMYK || colour === YCCK) {
    removeInks(r, g, b, p3, width);
    r = red;
    g = green;
    b = blue;
  }
  applyTones(r, g, b, width, target);
}

/**
 * YCbCr to RGB (ITU-T T.871, 7) in units of 1/64 with one rounding at the end. The multiplication yields
 * a * b / 32768, so chroma goes in 128 times as large: factor 1.402 is 22970 / 32768 * 2.
 */
function yccToRgb(y: usize, cb: usize, cr: usize, width: i32): void {
  const middle = i16x8.splat(128);
  const half = i16x8.splat(32);
  for (let x: usize = 0; x < <usize>width; x += 8) {
    const luma = i16x8.add(i16x8.shl(v128.load8x8_u(y + x), 6), half);
    const u = i16x8.shl(i16x8.sub(v128.load8x8_u(cb + x), middle), 7);
    const v = i16x8.shl(i16x8.sub(v128.load8x8_u(cr + x), middle), 7);
    const r = i16x8.add_sat_s(luma, i16x8.q15mulr_sat_s(v, i16x8.splat(CR_TO_RED)));
    const b = i16x8.add_sat_s(luma, i16x8.q15mulr_sat_s(u, i16x8.splat(CB_TO_BLUE)));
    const g = i16x8.sub(
      i16x8.sub(luma, i16x8.q15mulr_sat_s(u, i16x8.splat(CB_TO_GREEN))),
      i16x8.q15mulr_sat_s(v, i16x8.splat(CR_TO_GREEN)),
    );
    v128.store64_lane(red + x, bytes(r), 0);
    v128.store64_lane(green + x, bytes(g), 0);
    v128.store64_lane(blue + x, bytes(b), 0);
  }
}

/** @inline */
function bytes(units: v128): v128 {
  const whole = i16x8.shr_s(units, 6);
  return i8x16.narrow_i16x8_u(whole, whole);
}

/**
 * CMYK to RGB without a profile: each ink takes its share of the light. Files with an Adobe segment hold 255 - ink,
 * others the ink. The colour inks of YCCK come out of its YCC part as 255 minus what they are in the file.
 */
function removeInks(c: usize, m: usize, y: usize, k: usize, width: i32): void {
  const flipBlack: u32 = frame.adobeTransform >= 0 ? 0 : 255;
  const flipInk: u32 = frame.colour === YCCK ? flipBlack ^ 255 : flipBlack;
  multiplyRows(c, k, red, width, flipInk, flipBlack);
  multiplyRows(m, k, green, width, flipInk, flipBlack);
  multiplyRows(y, k, blue, width, flipInk, flipBlack);
}

function multiplyRows(
  ink: usize,
  black: usize,
  target: usize,
  width: i32,
  flipInk: u32,
  flipBlack: u32,
): void {
  for (let x: usize = 0; x < <usize>width; x++) {
    const product = (<u32>load<u8>(ink + x) ^ flipInk) * (<u32>load<u8>(black + x) ^ flipBlack) + 128;
    store<u8>(target + x, <u8>((product + (product >> 8)) >> 8));
  }
}

/** Looks up four pixels a turn; the rows reach at least three bytes beyond the width. */
function applyTones(r: usize, g: usize, b: usize, width: i32, target: usize): void {
  for (let x: usize = 0; x < <usize>width; x += 4) {
    const reds = load<u32>(r + x);
    const greens = load<u32>(g + x);
    const blues = load<u32>(b + x);
    storeSamples(target, reds & 255, greens & 255, blues & 255);
    storeSamples(target + PIXEL_BYTES, (reds >> 8) & 255, (greens >> 8) & 255, (blues >> 8) & 255);
    storeSamples(target + 2 * PIXEL_BYTES, (reds >> 16) & 255, (greens >> 16) & 255, (blues >> 16) & 255);
    storeSamples(target + 3 * PIXEL_BYTES, reds >> 24, greens >> 24, blues >> 24);
    target += 4 * PIXEL_BYTES;
  }
}
