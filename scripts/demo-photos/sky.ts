import { distance, mix, smoothstep } from "./curves";
import { type Frame, type Pixel, type Rgb, shine } from "./frame";
import { createNoise } from "./noise";
import { between, createRandom } from "./random";
import { glint } from "./strokes";

/** A light in the sky; positions and sizes in frame heights. */
export interface Glow {
  x: number;
  y: number;
  tint: Rgb;
  /** Distance at which the glow has halved. */
  spread: number;
}

export interface Sky {
  zenith: Rgb;
  /** Colour at `horizon`. */
  low: Rgb;
  horizon: number;
  /** How fast the horizon's colour gives way upwards; 1 is even. */
  climb: number;
  glow?: Glow;
}

export function skyAt(sky: Sky, x: number, y: number, out: Pixel): void {
  const up = Math.min(1, Math.max(0, (sky.horizon - y) / Math.max(0.05, sky.horizon)));
  const share = 1 - Math.exp(-up * sky.climb * 2.2);
  for (let i = 0; i < 3; i++) out[i] = mix(sky.low[i] as number, sky.zenith[i] as number, share);
  const { glow } = sky;
  if (!glow) return;
  const away = ((x - glow.x) ** 2 + ((y - glow.y) * 1.15) ** 2) / (glow.spread * glow.spread);
  const light = 1 / ((1 + away) * Math.sqrt(1 + away));
  for (let i = 0; i < 3; i++) out[i] = (out[i] as number) + (glow.tint[i] as number) * light;
}

/** Stars over the rows above `lowest` (frame heights); `density` stars per square frame height. */
export function addStars(frame: Frame, seed: number, density: number, lowest: number, gain: number): void {
  const random = createRandom(seed);
  const { width, height } = frame;
  const count = Math.round((density * lowest * width) / height);
  for (let i = 0; i < count; i++) {
    const x = random() * width;
    const y = random() * lowest * height;
    const rank = random();
    const power = Math.min(5, 0.045 / (rank + 0.004)) * gain;
    const warmth = random();
    const tint: Rgb = [mix(0.72, 1.1, warmth), mix(0.85, 0.95, warmth), mix(1.25, 0.75, warmth)];
    const dim = smoothstep(lowest, lowest * 0.75, y / height);
    glint(frame, x, y, between(random, 0.48, 0.6) + Math.min(0.45, power * 0.1), tint, power * dim);
  }
}

/** A full disc with its seas, lit evenly; position and radius in frame heights. */
export function addMoon(frame: Frame, seed: number, x: number, y: number, radius: number, tint: Rgb): void {
  const noise = createNoise(seed);
  const { height } = frame;
  const reach = Math.ceil(radius * height) + 2;
  const centreX = x * height;
  const centreY = y * height;
  for (let row = Math.floor(centreY - reach); row <= centreY + reach; row++) {
    for (let column = Math.floor(centreX - reach); column <= centreX + reach; column++) {
      const px = (column + 0.5 - centreX) / (radius * height);
      const py = (row + 0.5 - centreY) / (radius * height);
      const away = distance(px, py);
      const edge = Math.min(1, Math.max(0, (1 - away) * radius * height + 0.5));
      if (edge <= 0) continue;
      const bulge = 1 + 0.25 * away * away;
      const seas = smoothstep(
        -0.12,
        0.3,
        noise.fbm(px * bulge * 1.5 + 4, py * bulge * 1.5 + 7, 5) + px * -0.12 - py * 0.14,
      );
      const rays = noise.fbm(px * bulge * 6, py * bulge * 6, 4);
      const limb = 1 - 0.22 * away ** 6;
      shine(frame, column, row, tint, edge * limb * (1 - 0.5 * seas + 0.14 * rays));
    }
  }
}

/** A long exposure's arcs around the pole; pole in frame heights, span in radians. */
export function addStarTrails(
  frame: Frame,
  seed: number,
  trails: { x: number; y: number; span: number; count: number; gain: number },
): void {
  const random = createRandom(seed);
  const { height } = frame;
  for (let i = 0; i < trails.count; i++) {
    const radius = Math.sqrt(random()) * 1.5 * height;
    const start = random() * 2 * Math.PI;
    const rank = random();
    const power = Math.min(1.6, 0.05 / (rank + 0.03)) * trails.gain;
    const warmth = random();
    const tint: Rgb = [mix(0.6, 1.3, warmth), mix(0.85, 0.9, warmth), mix(1.4, 0.6, warmth)];
    const steps = Math.max(1, Math.round(trails.span * radius * 1.2));
    for (let step = 0; step <= steps; step++) {
      const angle = start + (trails.span * step) / steps;
      const x = trails.x * height + Math.cos(angle) * radius - 0.5;
      const y = trails.y * height + Math.sin(angle) * radius - 0.5;
      const column = Math.floor(x);
      const row = Math.floor(y);
      const fx = x - column;
      const fy = y - row;
      const light = power * Math.min(1, step * 0.2, (steps - step) * 0.2);
      shine(frame, column, row, tint, light * (1 - fx) * (1 - fy));
      shine(frame, column + 1, row, tint, light * fx * (1 - fy));
      shine(frame, column, row + 1, tint, light * (1 - fx) * fy);
      shine(frame, column + 1, row + 1, tint, light * fx * fy);
    }
  }
}
