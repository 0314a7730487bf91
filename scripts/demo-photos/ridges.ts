import { smoothstep } from "./curves";
import {
  cover,
  createField,
  createFrame,
  type Field,
  type Frame,
  mixColour,
  paintSmooth,
  type Rgb,
} from "./frame";
import { createNoise, type Noise } from "./noise";
import { between, createRandom } from "./random";
import { addMoon, addStars, type Sky, skyAt } from "./sky";
import { drawConifer } from "./strokes";

/** Mountain chains one behind the other, with mist lying in the valleys between. */
export interface RidgeMood {
  sky: Sky;
  /** The farthest and the nearest chain, before mist. */
  far: Rgb;
  near: Rgb;
  mist: Rgb;
  chains: number;
  /** Crest of the farthest and of the nearest chain, frame heights from the top. */
  farCrest: number;
  nearCrest: number;
  /** How much of a chain's foot the mist hides, 0 to 1. */
  mistDepth: number;
  /** Peak height of the farthest chain, frame heights. */
  relief: number;
  /** Height of the nearest trees, frame heights; 0 for bare slopes. */
  trees: number;
  /** Snow on the far chains' faces, in the light that falls there. */
  snow?: Rgb;
  moon?: { x: number; y: number; radius: number; tint: Rgb };
  /** Stars per square frame height. */
  stars?: number;
  /** Adds what shines in the sky, before any mountain stands in front of it. */
  lights?: (frame: Frame, seed: number) => void;
  /** The nearest chain's trees go this far below its crest, frame heights. */
  forestDepth?: number;
}

interface Chain {
  /** 0 far to 1 near. */
  nearness: number;
  /** Row of the crest in each column. */
  crest: Float32Array;
  seed: number;
}

/** What lies over the whole scene: the mist's colour and its drifting density. */
interface Air {
  light: Frame;
  wisps: Field;
}

const FORESTED_CHAINS = 3;
/** Trees stand in rows this far apart, in tree heights. */
const ROW_PITCH = 0.34;

function crestLine(
  noise: Noise,
  mood: RidgeMood,
  width: number,
  height: number,
  nearness: number,
): Float32Array {
  const crest = new Float32Array(width);
  const base = mood.farCrest + (mood.nearCrest - mood.farCrest) * nearness ** 1.15;
  const relief = mood.relief * (1 - 0.25 * nearness);
  const scale = 2.6 - 1.5 * nearness;
  for (let column = 0; column < width; column++) {
    const x = column / height;
    const bend = noise.at(x * 1.3 + 3, 40) * 0.2 + noise.at(x * 5 + 3, 80) * 0.03;
    const broad = noise.at((x + bend) * scale * 0.7, 3.5) * 0.7;
    const peaks = noise.ridged((x + bend) * scale, 11.5, 6) - 0.45;
    const rough = noise.fbm(x * 17, 71, 5) * 0.16 * (1 - 0.5 * nearness);
    crest[column] = (base - relief * (broad + peaks * (1.25 - 0.75 * nearness) + rough)) * height;
  }
  return crest;
}

function chainsOf(mood: RidgeMood, frame: Frame, seed: number): Chain[] {
  const chains: Chain[] = [];
  for (let i = 0; i < mood.chains; i++) {
    const nearness = i / (mood.chains - 1);
    const own = seed * 101 + i * 7919;
    const crest = crestLine(createNoise(own), mood, frame.width, frame.height, nearness);
    chains.push({ nearness, crest, seed: own });
  }
  return chains;
}

/** Mist takes on the light of the sky behind it, less and less towards the camera. */
function airOver(frame: Frame, mood: RidgeMood, seed: number): Air {
  const light = createFrame(frame.width, frame.height);
  const { horizon } = mood.sky;
  paintSmooth(light, (x, y, out) => {
    skyAt(mood.sky, x, Math.min(y, horizon), out);
    const own = 0.3 + 0.6 * smoothstep(mood.farCrest, 1, y);
    for (let i = 0; i < 3; i++) out[i] = (out[i] as number) * (1 - own) + (mood.mist[i] as number) * own;
  });
  const noise = createNoise(seed + 55);
  const wisps = createField(frame, 5, (x, y) => noise.fbm(x * 2 + 9, y * 8 - x * 0.5, 5));
  return { light, wisps };
}

function mistAt(air: Air, column: number, row: number): Rgb {
  const { width, height, rgb } = air.light;
  const x = Math.min(width - 1, Math.max(0, Math.round(column)));
  const y = Math.min(height - 1, Math.max(0, Math.round(row)));
  const at = (y * width + x) * 3;
  return [rgb[at] as number, rgb[at + 1] as number, rgb[at + 2] as number];
}

function isForested(mood: RidgeMood, chain: Chain): boolean {
  return mood.trees > 0 && chain.nearness > 1 - (FORESTED_CHAINS - 0.5) / (mood.chains - 1);
}

function paintChain(frame: Frame, mood: RidgeMood, air: Air, chain: Chain, hidden: Float32Array): void {
  const { width, height, rgb } = frame;
  const noise = createNoise(chain.seed + 5);
  const { nearness, crest } = chain;
  const rock = mixColour(mood.far, mood.near, nearness ** 1.1);
  const haze = 0.72 * (1 - nearness) ** 1.5;
  const contrast = 1.3 - 0.5 * nearness;
  const hiding = mood.mistDepth * (1 - 0.3 * nearness * nearness);
  const floor = isForested(mood, chain) ? 0.62 * mood.mistDepth : 0;
  for (let column = 0; column < width; column++) {
    const top = crest[column] as number;
    const x = column / height;
    const first = Math.max(0, Math.floor(top));
    const last = Math.min(height, Math.ceil(hidden[column] as number) + 1);
    for (let row = first; row < last; row++) {
      const below = (row + 0.5 - top) / height;
      const wisps = air.wisps(column, row);
      const pool = smoothstep(0.015, 0.19 + 0.1 * (1 - nearness), below + wisps * 0.11);
      const ground = nearness === 1 ? floor * Math.max(0, 1 - below * 2.6) : floor;
      const veil = Math.min(1, Math.max(ground, haze + (1 - haze) * pool * hiding));
      let shade = 1;
      let snowy = 0;
      if (veil < 0.97) {
        const spur =
          noise.ridged(x * (8 - 4 * nearness) + below * 3, below * 6 + x * 1.1 + wisps * 0.15, 4) - 0.42;
        shade = Math.max(0.4, 1 + spur * contrast);
        if (mood.snow)
          snowy = smoothstep(-0.15, 0.1, spur + 0.2 - below * (0.5 + nearness * 2) + wisps * 0.1);
      }
      const edge = Math.min(1, Math.max(0, row + 1 - top));
      const at = (row * width + column) * 3;
      for (let i = 0; i < 3; i++) {
        let body = (rock[i] as number) * shade;
        if (mood.snow)
          body += ((mood.snow[i] as number) * (0.4 + 0.6 * shade) - body) * snowy * (1 - nearness);
        const seen = body + ((air.light.rgb[at + i] as number) - body) * veil;
        rgb[at + i] = (rgb[at + i] as number) * (1 - edge) + seen * edge;
      }
    }
  }
}

/** Rows of trees from the crest down to `rowsBelow` pixels under it, each row a little clearer of the mist. */
function paintTrees(frame: Frame, mood: RidgeMood, air: Air, chain: Chain, rowsBelow: number): void {
  const { width } = frame;
  const random = createRandom(chain.seed + 77);
  const noise = createNoise(chain.seed + 9);
  const nearest = chain.nearness === 1;
  const size = mood.trees * frame.height * (0.14 + 0.86 * chain.nearness ** 7);
  const rock = mixColour(mood.far, mood.near, chain.nearness ** 1.1);
  const haze = 0.72 * (1 - chain.nearness) ** 1.5;
  const rows = Math.max(1, Math.ceil(rowsBelow / (size * ROW_PITCH)));
  for (let line = 0; line < rows; line++) {
    const drop = line * size * ROW_PITCH;
    const clear = nearest ? line / rows : 0;
    for (
      let column = -size * 0.3;
      column < width + size * 0.3;
      column += size * between(random, 0.08, 0.34)
    ) {
      const stand = noise.at(column / size / 3.2, line * 0.55 + 3);
      if (stand < (line < 2 ? -0.15 : -0.45)) continue;
      const at = Math.min(width - 1, Math.max(0, Math.round(column)));
      const foot = (chain.crest[at] as number) + drop + size * between(random, 0.05, 0.3);
      const tall = size * (0.5 + 0.6 * random() ** 1.5 + 0.45 * stand) * (1 + 0.5 * clear);
      if (foot - tall > frame.height || tall < 2) continue;
      const wisps = air.wisps(column, foot - tall * 0.4);
      const thin = nearest ? 0.42 * (1 - clear) : Math.min(1, 0.25 + drop / (size * 6));
      const tipFog = Math.min(1, haze + (1 - haze) * Math.max(0, thin * mood.mistDepth * (0.55 + wisps)));
      const footFog = Math.min(
        1,
        tipFog + (1 - tipFog) * Math.max(0, 0.45 * (1 - clear * 0.9) * mood.mistDepth * (0.7 + wisps)),
      );
      const shaded = mixColour(rock, [0, 0, 0], 0.3 * random() + 0.3 * clear);
      const fullness = between(random, 0.13, 0.23);
      const tip = mixColour(shaded, mistAt(air, column, foot - tall), tipFog);
      const low = mixColour(shaded, mistAt(air, column, foot), footFog);
      drawConifer(frame, { x: column, y: foot, height: tall, fullness, tip, foot: low }, random);
    }
  }
}

/** Mist drifting in front of a forested chain. */
function veilTreeline(frame: Frame, mood: RidgeMood, air: Air, chain: Chain): void {
  const { width, height } = frame;
  for (let column = 0; column < width; column++) {
    const crest = chain.crest[column] as number;
    for (let row = Math.max(0, Math.floor(crest - mood.trees * height)); row < height; row++) {
      const share = smoothstep(-0.02, 0.45, air.wisps(column, row) + (row - crest) / height - 0.1);
      if (share > 0) cover(frame, column, row, mistAt(air, column, row), share * mood.mistDepth * 0.6);
    }
  }
}

export function paintRidges(frame: Frame, mood: RidgeMood, seed: number): void {
  const { width, height } = frame;
  paintSmooth(frame, (x, y, out) => skyAt(mood.sky, x, y, out));
  if (mood.stars) addStars(frame, seed + 3, mood.stars, mood.nearCrest, 0.4);
  mood.lights?.(frame, seed);
  if (mood.moon) addMoon(frame, seed + 4, mood.moon.x, mood.moon.y, mood.moon.radius, mood.moon.tint);
  const chains = chainsOf(mood, frame, seed);
  const air = airOver(frame, mood, seed);
  for (const [i, chain] of chains.entries()) {
    const hidden = new Float32Array(width).fill(height);
    for (const nearer of chains.slice(i + 1)) {
      for (let column = 0; column < width; column++) {
        hidden[column] = Math.min(hidden[column] as number, nearer.crest[column] as number);
      }
    }
    paintChain(frame, mood, air, chain, hidden);
    if (!isForested(mood, chain)) continue;
    const nearest = i === chains.length - 1;
    paintTrees(frame, mood, air, chain, height * (nearest ? (mood.forestDepth ?? 0.45) : 0.1));
    if (!nearest) veilTreeline(frame, mood, air, chain);
  }
}
