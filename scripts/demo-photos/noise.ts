import { createRandom } from "./random";

/** Seeded gradient noise over the plane; the lattice repeats every 256 units. */
export interface Noise {
  /** One octave, about -1 to 1, features one unit across. */
  at(x: number, y: number): number;
  /** Octaves of half the size and half the strength each, about -1 to 1. */
  fbm(x: number, y: number, octaves: number): number;
  /** Sharp crests at 1, round valleys towards 0. */
  ridged(x: number, y: number, octaves: number): number;
}

const LATTICE = 256;
const PEAK_GAIN = 1.45;
/** Turning each octave hides the lattice's axes. */
const TURN_COS = 0.8 * 2.03;
const TURN_SIN = 0.6 * 2.03;

export function createNoise(seed: number): Noise {
  const random = createRandom(seed ^ 0x9e3779b9);
  const order = new Uint8Array(LATTICE * 2 + 2);
  const gradientX = new Float64Array(LATTICE);
  const gradientY = new Float64Array(LATTICE);
  for (let i = 0; i < LATTICE; i++) {
    order[i] = i;
    const angle = random() * 2 * Math.PI;
    gradientX[i] = Math.cos(angle);
    gradientY[i] = Math.sin(angle);
  }
  for (let i = LATTICE - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const held = order[i] as number;
    order[i] = order[j] as number;
    order[j] = held;
  }
  for (let i = LATTICE; i < order.length; i++) order[i] = order[i - LATTICE] as number;

  function corner(index: number, dx: number, dy: number): number {
    const pick = order[index] as number;
    return (gradientX[pick] as number) * dx + (gradientY[pick] as number) * dy;
  }

  function at(x: number, y: number): number {
    const cellX = Math.floor(x);
    const cellY = Math.floor(y);
    const fx = x - cellX;
    const fy = y - cellY;
    const row = cellY & 255;
    const left = (order[cellX & 255] as number) + row;
    const right = (order[(cellX & 255) + 1] as number) + row;
    const u = fx * fx * fx * (fx * (fx * 6 - 15) + 10);
    const v = fy * fy * fy * (fy * (fy * 6 - 15) + 10);
    const topLeft = corner(left, fx, fy);
    const topRight = corner(right, fx - 1, fy);
    const lowLeft = corner(left + 1, fx, fy - 1);
    const lowRight = corner(right + 1, fx - 1, fy - 1);
    const top = topLeft + (topRight - topLeft) * u;
    const low = lowLeft + (lowRight - lowLeft) * u;
    return (top + (low - top) * v) * PEAK_GAIN;
  }

  function fbm(x: number, y: number, octaves: number): number {
    let sum = 0;
    let strength = 0.5;
    let px = x;
    let py = y;
    for (let i = 0; i < octaves; i++) {
      sum += at(px, py) * strength;
      strength *= 0.5;
      const turned = px * TURN_COS - py * TURN_SIN + 17.3;
      py = px * TURN_SIN + py * TURN_COS + 9.1;
      px = turned;
    }
    return sum;
  }

  function ridged(x: number, y: number, octaves: number): number {
    let sum = 0;
    let strength = 0.5;
    let carried = 1;
    let px = x;
    let py = y;
    for (let i = 0; i < octaves; i++) {
      const crest = 1 - Math.abs(at(px, py));
      const sharp = crest * crest * carried;
      sum += sharp * strength;
      carried = Math.min(1, sharp * 1.6);
      strength *= 0.5;
      const turned = px * TURN_COS - py * TURN_SIN + 31.7;
      py = px * TURN_SIN + py * TURN_COS + 5.9;
      px = turned;
    }
    return sum;
  }

  return { at, fbm, ridged };
}
