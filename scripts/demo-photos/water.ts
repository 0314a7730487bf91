import { mix, smoothstep } from "./curves";
import { type Frame, type Pixel, type Rgb, sample } from "./frame";
import { createNoise } from "./noise";
import { createRandom, gaussian } from "./random";
import { type Sky, skyAt } from "./sky";

export interface StillWater {
  /** Frame heights from the top. */
  shore: number;
  deep: Rgb;
  /** Slope of the ripples: 0 is a mirror, 1 is broken by wind. */
  ripple: number;
  /** Mist standing on the water at the far shore. */
  mist: Rgb;
  mistShare: number;
}

const REFLECTION_TAPS = 3;

/** Replaces everything under the shore with a reflection of what stands above it. */
export function reflect(frame: Frame, water: StillWater, seed: number): void {
  const { width, height, rgb } = frame;
  const noise = createNoise(seed + 31);
  const random = createRandom(seed + 32);
  const shoreRow = Math.round(water.shore * height);
  const seen: Pixel = new Float32Array(3);
  for (let row = shoreRow; row < height; row++) {
    const down = (row + 0.5) / height - water.shore;
    const distance = 0.06 / (down + 0.004);
    const swing = water.ripple * height * (0.004 + down * 0.1);
    const fresnel = 0.96 - 0.5 * smoothstep(0, 0.75, down);
    const fog = water.mistShare * Math.exp(-down * 22);
    for (let column = 0; column < width; column++) {
      const x = (column + 0.5) / height;
      const across = (x - width / height / 2) * distance;
      const slope = noise.fbm(across * 9, distance * 26, 3) + 0.25 * noise.at(across * 55, distance * 150);
      const mirrored = 2 * shoreRow - row;
      let red = 0;
      let green = 0;
      let blue = 0;
      for (let tap = 0; tap < REFLECTION_TAPS; tap++) {
        const jitter = (tap + random()) / REFLECTION_TAPS - 0.5;
        const y = Math.min(shoreRow - 1, mirrored + (slope + jitter * 0.9) * swing);
        sample(frame, column + 0.5 + slope * swing * 0.15, Math.abs(y), seen);
        red += seen[0] as number;
        green += seen[1] as number;
        blue += seen[2] as number;
      }
      const share = fresnel / REFLECTION_TAPS;
      const at = (row * width + column) * 3;
      const own = 1 - fresnel;
      rgb[at] = mix(red * share + water.deep[0] * own, water.mist[0], fog);
      rgb[at + 1] = mix(green * share + water.deep[1] * own, water.mist[1], fog);
      rgb[at + 2] = mix(blue * share + water.deep[2] * own, water.mist[2], fog);
    }
  }
  standMist(frame, water, shoreRow, seed);
}

/** The mist above the shore, thin and uneven. */
function standMist(frame: Frame, water: StillWater, shoreRow: number, seed: number): void {
  const { width, height, rgb } = frame;
  const noise = createNoise(seed + 33);
  for (let row = Math.max(0, shoreRow - Math.round(height * 0.12)); row < shoreRow; row++) {
    const up = water.shore - (row + 0.5) / height;
    for (let column = 0; column < width; column++) {
      const drift = 0.5 + noise.fbm((column / height) * 2.5, up * 14, 3);
      const share = Math.min(
        1,
        water.mistShare * Math.exp(-up * mix(70, 22, Math.min(1, Math.max(0, drift)))),
      );
      const at = (row * width + column) * 3;
      for (let i = 0; i < 3; i++) rgb[at + i] = mix(rgb[at + i] as number, water.mist[i] as number, share);
    }
  }
}

export interface Sea {
  sky: Sky;
  /** Where sun or moon stand (frame heights) and how bright their path on the water is. */
  light: { x: number; y: number; tint: Rgb };
  deep: Rgb;
  /** Standard slope of the waves. */
  chop: number;
  /** Camera height in metres; the frame's height spans one radian. */
  eye: number;
}

const WAVE_OCTAVES = 7;
/** Normal deviates drawn once; picking from them is much quicker than drawing. A power of two. */
const DEVIATES = 8192;
const LONGEST_WAVE_METRES = 22;

/** Open water under `sea.sky`, from the sky's horizon down: Fresnel reflection and glitter off unresolved waves. */
export function paintSea(frame: Frame, sea: Sea, seed: number): void {
  const { width, height, rgb } = frame;
  const noise = createNoise(seed + 41);
  const random = createRandom(seed + 42);
  const deviates = Float32Array.from({ length: DEVIATES }, () => gaussian(random));
  const deviate = () => deviates[(random() * DEVIATES) | 0] as number;
  const { horizon } = sea.sky;
  const sky: Sky = { ...sea.sky };
  const seen: Pixel = new Float32Array(3);
  const haze: Pixel = new Float32Array(3);
  const middle = width / height / 2;
  const lightRise = horizon - sea.light.y;
  for (let row = Math.ceil(horizon * height); row < height; row++) {
    const down = (row + 0.5) / height - horizon;
    const distance = sea.eye / down;
    const footprint = distance / (down * height);
    const hazy = Math.exp(-down * 60);
    for (let column = 0; column < width; column++) {
      const x = (column + 0.5) / height;
      const across = (x - middle) * distance;
      let towards = 0;
      let sideways = 0;
      let lost = 0.0001;
      let wave = LONGEST_WAVE_METRES;
      let steep = sea.chop * 0.34;
      for (let octave = 0; octave < WAVE_OCTAVES; octave++) {
        const kept = Math.min(1, Math.max(0, wave / footprint - 0.6) * 0.5);
        if (kept > 0) {
          const u = across / wave;
          const v = distance / wave;
          const turned = u * 0.9 + v * (octave % 2 ? 0.3 : -0.25) + octave * 13;
          towards += noise.at(turned * 0.55, v * 1.6 + octave * 7) * steep * kept;
          if (octave > 1) sideways += noise.at(turned * 1.3 + 50, v + octave * 9) * steep * kept * 0.7;
        }
        lost += steep * steep * (1 - kept) * 0.25;
        wave *= 0.48;
        steep *= 0.93;
      }
      const rough = Math.sqrt(lost);
      const facetTowards = towards + deviate() * rough;
      const facetSideways = sideways + deviate() * rough * 0.8;
      const facing = Math.max(0.015, down + towards * 0.8 + 0.02);
      const grazing = 1 - Math.min(1, facing * 1.3);
      const fresnel = 0.03 + 0.97 * grazing * grazing * grazing * grazing;
      const rise = Math.abs(down + 2 * towards) + rough * 0.7;
      skyAt(sky, x + sideways * 0.8, horizon - rise, seen);
      if (hazy > 0.01) skyAt(sky, x, horizon, haze);
      const missTowards = (lightRise - down) / 2 - facetTowards;
      const missSideways = (sea.light.x - x) / 2 - facetSideways;
      const tight = 900;
      const flash =
        Math.exp(-(missTowards * missTowards + missSideways * missSideways) * tight) * 9 * fresnel;
      const at = (row * width + column) * 3;
      for (let i = 0; i < 3; i++) {
        const body = (seen[i] as number) * fresnel + (sea.deep[i] as number) * (1 - fresnel);
        const lit = body + (sea.light.tint[i] as number) * flash;
        rgb[at + i] = lit + ((haze[i] as number) * 0.9 - lit) * hazy;
      }
    }
  }
}
