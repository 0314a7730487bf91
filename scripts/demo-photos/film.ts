import { blur, createFrame, type Frame, type Pixel, sample, shrink } from "./frame";
import { createRandom, gaussian } from "./random";

/** How a frame in linear light becomes a print. */
export interface Look {
  /** Stops. */
  exposure?: number;
  /** 0 leaves the tones, 1 is a hard print. */
  contrast?: number;
  /** 1 leaves the colours, 0 is black and white. */
  saturation?: number;
  /** Added to encoded shadows and highlights, in levels of 255, per channel. */
  shadows?: readonly [number, number, number];
  highlights?: readonly [number, number, number];
  /** Light lost in the corners, 0 to 1. */
  vignette?: number;
  /** Share of bright light spread around by the lens. */
  bloom?: number;
  /** Standard deviation of the grain in levels of 255 at mid grey. */
  grain?: number;
}

const BLOOM_SHRINK = 4;
const BLOOM_FLOOR = 0.55;
/** Box radii of the narrow and the wide halo, in frame heights. */
const BLOOM_NARROW = 0.006;
const BLOOM_WIDE = 0.035;
const SHOULDER_START = 0.42;
const CURVE_SIZE = 4096;
/** The curve's table is spaced by square root up to this much linear light. */
const CURVE_TOP = 16;

function addBloom(frame: Frame, strength: number): void {
  const bright = shrink(frame, BLOOM_SHRINK);
  for (let i = 0; i < bright.rgb.length; i++) {
    bright.rgb[i] = Math.min(6, Math.max(0, (bright.rgb[i] as number) - BLOOM_FLOOR));
  }
  blur(bright, Math.max(1, Math.round(bright.height * BLOOM_NARROW)));
  const wide: Frame = { ...bright, rgb: bright.rgb.slice() };
  blur(wide, Math.max(2, Math.round(bright.height * BLOOM_WIDE)));
  for (let i = 0; i < bright.rgb.length; i++) {
    bright.rgb[i] = ((bright.rgb[i] as number) * 0.5 + (wide.rgb[i] as number)) * strength;
  }
  const light: Pixel = new Float32Array(3);
  let at = 0;
  for (let row = 0; row < frame.height; row++) {
    for (let column = 0; column < frame.width; column++) {
      sample(bright, (column + 0.5) / BLOOM_SHRINK, (row + 0.5) / BLOOM_SHRINK, light);
      for (let i = 0; i < 3; i++) frame.rgb[at] = (frame.rgb[at++] as number) + (light[i] as number);
    }
  }
}

/** Straight in the shadows and mid tones, a soft shoulder above. */
function shoulder(light: number): number {
  if (light <= SHOULDER_START) return light;
  const room = 1 - SHOULDER_START;
  return SHOULDER_START + room * (1 - Math.exp(-(light - SHOULDER_START) / room));
}

function encode(light: number): number {
  return light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055;
}

/** Levels 0 to 255 (not rounded) of linear light, indexed by its square root. */
function toneCurve(exposure: number, contrast: number): Float32Array {
  const curve = new Float32Array(CURVE_SIZE + 1);
  const gain = 2 ** exposure;
  for (let i = 0; i <= CURVE_SIZE; i++) {
    const light = (i / CURVE_SIZE) ** 2 * CURVE_TOP * gain;
    const level = encode(shoulder(light));
    const bent = level * level * (3 - 2 * level);
    curve[i] = (level + (bent - level) * contrast) * 255;
  }
  return curve;
}

/** Turns a frame into 8-bit sRGB; a level of dither keeps skies free of bands. Changes the frame. */
export function develop(frame: Frame, look: Look, seed: number): Buffer {
  const { width, height, rgb } = frame;
  if (look.bloom) addBloom(frame, look.bloom);
  const curve = toneCurve(look.exposure ?? 0, look.contrast ?? 0.25);
  const saturation = look.saturation ?? 1;
  const low = look.shadows ?? [0, 0, 0];
  const high = look.highlights ?? [0, 0, 0];
  const vignette = look.vignette ?? 0.25;
  const print = Buffer.allocUnsafe(width * height * 3);
  const random = createRandom(seed);
  const reach = 1 / (width * width + height * height);
  const indexGain = CURVE_SIZE / Math.sqrt(CURVE_TOP);
  let at = 0;
  for (let row = 0; row < height; row++) {
    const dy = row * 2 - height;
    for (let column = 0; column < width; column++) {
      const dx = column * 2 - width;
      const off = (dx * dx + dy * dy) * reach;
      const lens = 1 - vignette * off * off * (1.6 - 0.6 * off);
      const red = (rgb[at] as number) * lens;
      const green = (rgb[at + 1] as number) * lens;
      const blue = (rgb[at + 2] as number) * lens;
      const grey = red * 0.2126 + green * 0.7152 + blue * 0.0722;
      const dither = random() - 0.5;
      const lightness = Math.min(1, Math.sqrt(Math.max(0, grey)));
      for (let i = 0; i < 3; i++) {
        const own = i === 0 ? red : i === 1 ? green : blue;
        const light = grey + (own - grey) * saturation;
        const index = Math.min(CURVE_SIZE - 1, Math.sqrt(Math.max(0, light)) * indexGain);
        const below = index | 0;
        const level =
          (curve[below] as number) +
          ((curve[below + 1] as number) - (curve[below] as number)) * (index - below) +
          (low[i] as number) * (1 - lightness) +
          (high[i] as number) * lightness +
          dither;
        print[at + i] = level < 0 ? 0 : level > 254.5 ? 255 : level + 0.5;
      }
      at += 3;
    }
  }
  return print;
}

const GRAIN_SIDE = 1024;
/** Tile values are standard deviations times this. */
const GRAIN_UNIT = 32;

let grainTile: Int8Array | undefined;

/** A square of noise, two pixels soft like real grain after demosaicing. */
function grain(): Int8Array {
  if (grainTile) return grainTile;
  const random = createRandom(0x6721);
  const raw = new Float32Array(GRAIN_SIDE * GRAIN_SIDE);
  for (let i = 0; i < raw.length; i++) raw[i] = gaussian(random);
  const tile = new Int8Array(raw.length);
  const wrap = raw.length - 1;
  for (let i = 0; i < raw.length; i++) {
    const soft =
      (raw[i] as number) * 0.72 +
      ((raw[(i + 1) & wrap] as number) + (raw[(i + GRAIN_SIDE) & wrap] as number)) * 0.45 +
      (raw[(i + GRAIN_SIDE + 1) & wrap] as number) * 0.28;
    tile[i] = Math.max(-127, Math.min(127, Math.round(soft * GRAIN_UNIT)));
  }
  grainTile = tile;
  return tile;
}

/** Adds grain to a full-size 8-bit picture in place: most in the dark mid tones, none in paper white. */
export function addGrain(print: Buffer, width: number, height: number, deviation: number): void {
  const tile = grain();
  const strength = new Float32Array(256);
  for (let level = 0; level < 256; level++) {
    const tone = level / 255;
    strength[level] = (deviation / GRAIN_UNIT) * (0.35 + 2.2 * tone * (1 - tone) ** 1.3 + 0.25 * (1 - tone));
  }
  const mask = GRAIN_SIDE - 1;
  let at = 0;
  for (let row = 0; row < height; row++) {
    const shift = (row >> 10) * 389;
    const line = (row & mask) * GRAIN_SIDE;
    const colourLine = ((row + 511) & mask) * GRAIN_SIDE;
    for (let column = 0; column < width; column++) {
      const place = (column + shift + (column >> 10) * 277) & mask;
      const green = print[at + 1] as number;
      const gain = strength[green] as number;
      const grey = (tile[line + place] as number) * gain;
      const tinge = (tile[colourLine + place] as number) * gain * 0.35;
      const red = (print[at] as number) + grey + tinge;
      const blue = (print[at + 2] as number) + grey - tinge;
      const mid = green + grey;
      print[at] = red < 0 ? 0 : red > 254.5 ? 255 : red + 0.5;
      print[at + 1] = mid < 0 ? 0 : mid > 254.5 ? 255 : mid + 0.5;
      print[at + 2] = blue < 0 ? 0 : blue > 254.5 ? 255 : blue + 0.5;
      at += 3;
    }
  }
}

export function copyFrame(frame: Frame): Frame {
  const copy = createFrame(frame.width, frame.height);
  copy.rgb.set(frame.rgb);
  return copy;
}
