import { distance, mix, smoothstep } from "./curves";
import { blurPlanes, type Frame, type Pixel, paintSmooth, type Rgb } from "./frame";
import { createNoise, type Noise } from "./noise";
import { createRandom } from "./random";
import { type Sky, skyAt } from "./sky";

export interface Dunes {
  sky: Sky;
  sand: Rgb;
  sun: Rgb;
  ambient: Rgb;
  /** Towards the sun: x right, y up, z away from the camera. */
  sunX: number;
  sunY: number;
  sunZ: number;
  /** Slope of the wind ripples; snow has faint ones. */
  ripples: number;
  /** Metres. */
  eye: number;
  duneHeight: number;
  haze: number;
}

/** Frame heights at one metre's distance per metre. */
const FOCAL = 1.35;
const NEAR = 2.5;
const FAR = 900;
const MARCH = 1.0075;
const SHADOW_CELLS = 640;
const SHADOW_METRES = 640;
/** Ground covering less of a row than this waits for the next step. */
const THINNEST_ROW = 0.3;
/** Ground whose row falls behind the row this much nearer faces away from the camera. */
const JUST_NEARER = 0.9996;
const CREST_SEARCHES = 9;
const RIPPLE_METRES = 0.5;

type Ground = (x: number, z: number) => number;

/** Long crests with a smooth windward side, bent by the wind's wandering. */
function groundOf(noise: Noise, tall: number): Ground {
  return (x, z) => {
    const bend = noise.at(x * 0.006 + 3, z * 0.006) * 46;
    const u = (x + bend) * 0.0085;
    const v = (z + bend * 0.6) * 0.0125;
    const crest = 1 - Math.abs(noise.at(u, v));
    const second = 1 - Math.abs(noise.at(u * 2.3 + 9, v * 2.1 + 4));
    const broad = noise.at(x * 0.0035 + 50, z * 0.0035);
    return tall * (crest * crest * 0.78 + second * second * 0.17 + broad * 0.55);
  };
}

/** Height of the sun's shadow over a square of ground in front of the camera, swept along the light. */
function shadowOver(ground: Ground, dunes: Dunes): (x: number, z: number) => number {
  const flat = distance(dunes.sunX, dunes.sunZ);
  const alongX = -dunes.sunX / flat;
  const alongZ = -dunes.sunZ / flat;
  const cell = SHADOW_METRES / SHADOW_CELLS;
  const fall = (dunes.sunY / flat) * cell;
  const heights = new Float32Array(SHADOW_CELLS * SHADOW_CELLS);
  const centreZ = SHADOW_METRES * 0.42;
  for (let across = 0; across < SHADOW_CELLS; across++) {
    const t = (across - SHADOW_CELLS / 2) * cell;
    let shadow = -1e9;
    for (let along = 0; along < SHADOW_CELLS; along++) {
      const s = (along - SHADOW_CELLS / 2) * cell;
      const height = ground(alongX * s - alongZ * t, centreZ + alongZ * s + alongX * t);
      shadow = Math.max(shadow - fall, height);
      heights[across * SHADOW_CELLS + along] = shadow;
    }
  }
  blurPlanes(heights, SHADOW_CELLS, SHADOW_CELLS, 1, 0, 2);
  return (x, z) => {
    const dz = z - centreZ;
    const s = (x * alongX + dz * alongZ) / cell + SHADOW_CELLS / 2;
    const t = (-x * alongZ + dz * alongX) / cell + SHADOW_CELLS / 2;
    const along = Math.floor(s);
    const across = Math.floor(t);
    if (along < 0 || across < 0 || along >= SHADOW_CELLS - 1 || across >= SHADOW_CELLS - 1) return -1e9;
    const at = across * SHADOW_CELLS + along;
    const fx = s - along;
    const high = mix(heights[at] as number, heights[at + 1] as number, fx);
    const low = mix(heights[at + SHADOW_CELLS] as number, heights[at + SHADOW_CELLS + 1] as number, fx);
    return mix(high, low, t - across);
  };
}

export function paintDunes(frame: Frame, dunes: Dunes, seed: number): void {
  const { width, height, rgb } = frame;
  const noise = createNoise(seed + 81);
  const random = createRandom(seed + 82);
  const ground = groundOf(noise, dunes.duneHeight);
  const shadow = shadowOver(ground, dunes);
  const { horizon } = dunes.sky;
  const middle = width / height / 2;
  const eye = ground(0, 0) + dunes.eye;
  const sunLength = Math.hypot(dunes.sunX, dunes.sunY, dunes.sunZ);
  const air: Pixel = new Float32Array(3);
  const tone: Pixel = new Float32Array(3);
  const behind: Pixel = new Float32Array(3);
  paintSmooth(frame, (x, y, out) => skyAt(dunes.sky, x, y, out));

  function shade(column: number, x: number, z: number): void {
    const step = Math.max(0.12, z * 0.0022);
    const here = ground(x, z);
    let slopeX = (ground(x + step, z) - here) / step;
    let slopeZ = (here - ground(x, z - step)) / step;
    const footprint = (z * z) / (FOCAL * height * 3);
    const visible = smoothstep(1.1, 0.25, footprint / RIPPLE_METRES);
    const steepness = distance(slopeX, slopeZ);
    if (visible > 0 && dunes.ripples > 0) {
      const wander = noise.at(x * 0.13, z * 0.13) * 5 + noise.at(x * 0.6, z * 0.6 + 7) * 1.1;
      const phase = ((x * 0.85 + z * 0.5) * 2 * Math.PI) / RIPPLE_METRES + wander;
      const wave = (Math.cos(phase) + 0.35 * Math.cos(phase * 2 + 0.7)) * dunes.ripples * visible;
      const patch = 0.55 + 0.6 * noise.at(x * 0.05 + 20, z * 0.05);
      const calm = smoothstep(1.4, 0.8, steepness);
      slopeX += wave * 0.85 * patch * calm;
      slopeZ += wave * 0.5 * patch * calm;
    }
    const rough = noise.fbm(x * 1.3, z * 1.3, 3) * 0.05 * smoothstep(120, 10, z);
    slopeX += rough;
    const length = Math.sqrt(1 + slopeX * slopeX + slopeZ * slopeZ) * sunLength;
    const facing = Math.max(0, (dunes.sunY - slopeX * dunes.sunX - slopeZ * dunes.sunZ) / length);
    const open = smoothstep(0.75 + z * 0.006, 0.05, shadow(x, z) - here);
    const glance = 1 + 0.5 * smoothstep(0.4, 0, facing) * (dunes.sunZ > 0 ? 1 : 0);
    const up = 1 / Math.sqrt(1 + steepness * steepness);
    const sunlight = facing * open * glance;
    const speck = 1 + (random() - 0.5) * 0.12 * smoothstep(60, 3, z);
    const veil = 1 - Math.exp(-z * dunes.haze);
    skyAt(dunes.sky, column / height, horizon, air);
    for (let i = 0; i < 3; i++) {
      const lit =
        (dunes.sand[i] as number) *
        speck *
        ((dunes.sun[i] as number) * sunlight + (dunes.ambient[i] as number) * (0.45 + 0.55 * up));
      tone[i] = mix(lit, (air[i] as number) * 0.92, veil);
    }
  }

  /** Lays the tone over the share of a row that this stretch of ground newly covers. */
  function lay(column: number, row: number, share: number): void {
    const at = (row * width + column) * 3;
    if (share < 0.999) skyAt(dunes.sky, column / height, (row + 0.5) / height, behind);
    for (let i = 0; i < 3; i++) {
      if (share < 0.999)
        rgb[at + i] = (rgb[at + i] as number) + ((tone[i] as number) - (behind[i] as number)) * share;
      else rgb[at + i] = tone[i] as number;
    }
  }

  for (let column = 0; column < width; column++) {
    const slant = ((column + 0.5) / height - middle) / FOCAL;
    const rowAt = (z: number) => (horizon - ((ground(slant * z, z) - eye) / z) * FOCAL) * height;
    let highest = height;
    let lastY = height * 2;
    let lastZ = NEAR;
    let rising = true;

    function fill(y: number, z: number): void {
      const top = Math.max(0, y);
      for (let row = Math.ceil(highest) - 1; row >= Math.floor(top); row--) {
        const upper = Math.max(row, top);
        const lower = Math.min(row + 1, highest);
        const along = Math.min(1, Math.max(0, (lastY - (upper + lower) / 2) / Math.max(1e-3, lastY - y)));
        const depth = mix(lastZ, z, along);
        shade(column, slant * depth, depth);
        lay(column, row, lower - upper);
      }
      highest = top;
    }

    for (let z = NEAR; z < FAR && highest > 0; z *= MARCH) {
      const y = rowAt(z);
      if (y > lastY && rising) {
        const [crestY, crestZ] = crestBetween(rowAt, lastZ / MARCH, z);
        lastY = highest;
        lastZ = Math.min(crestZ, lastZ);
        if (crestY < highest) fill(crestY, crestZ);
      }
      rising = y <= lastY;
      if (y < highest - THINNEST_ROW) {
        if (rowAt(z * JUST_NEARER) < y) fill(...crestBetween(rowAt, lastZ, z));
        else fill(y, z);
      }
      lastY = y;
      lastZ = z;
    }
  }
}

/** The highest point of a crest that lies between two steps: its row and its distance. */
function crestBetween(rowAt: (z: number) => number, near: number, far: number): [y: number, z: number] {
  let low = near;
  let high = far;
  for (let i = 0; i < CREST_SEARCHES; i++) {
    const a = low + (high - low) / 3;
    const b = high - (high - low) / 3;
    if (rowAt(a) < rowAt(b)) high = b;
    else low = a;
  }
  const z = (low + high) / 2;
  return [rowAt(z), z];
}
