import { addScaled, blur, type Frame, shrink } from "./frame";

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
  addScaled(frame, bright, BLOOM_SHRINK);
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

/** A developed picture: encoded sRGB in levels of 255, three a pixel, not yet rounded. */
export interface Print {
  width: number;
  height: number;
  levels: Float32Array;
}

/** Turns a frame into a print. Changes the frame, whose memory the print takes over. */
export function develop(frame: Frame, look: Look): Print {
  const { width, height, rgb } = frame;
  if (look.bloom) addBloom(frame, look.bloom);
  const curve = toneCurve(look.exposure ?? 0, look.contrast ?? 0.25);
  const saturation = look.saturation ?? 1;
  const low = look.shadows ?? [0, 0, 0];
  const high = look.highlights ?? [0, 0, 0];
  const vignette = look.vignette ?? 0.25;
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
      const lightness = Math.min(1, Math.sqrt(Math.max(0, grey)));
      for (let i = 0; i < 3; i++) {
        const own = i === 0 ? red : i === 1 ? green : blue;
        const light = grey + (own - grey) * saturation;
        const index = Math.min(CURVE_SIZE - 1, Math.sqrt(Math.max(0, light)) * indexGain);
        const below = index | 0;
        const start = curve[below] as number;
        const level = start + ((curve[below + 1] as number) - start) * (index - below);
        rgb[at + i] = Math.max(
          0,
          level + (low[i] as number) * (1 - lightness) + (high[i] as number) * lightness,
        );
      }
      at += 3;
    }
  }
  return { width, height, levels: rgb };
}
