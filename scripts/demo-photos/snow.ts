import { drawBareTree } from "./bare-tree";
import { mix, smoothstep } from "./curves";
import { createField, type Frame, mixColour, paint, type Rgb } from "./frame";
import { createNoise } from "./noise";
import { between, createRandom } from "./random";
import { type Sky, skyAt } from "./sky";
import { glint, stroke } from "./strokes";

/** A tree and a fence in a white field. */
export interface SnowField {
  sky: Sky;
  snow: Rgb;
  shade: Rgb;
  ink: Rgb;
  /** The tree's foot in frame heights, and its height. */
  tree: { x: number; y: number; height: number };
  /** Posts running from the lower left towards the tree; 0 for none. */
  posts: number;
  /** Flakes per square frame height. */
  flakes: number;
}

function paintGround(frame: Frame, field: SnowField, seed: number): void {
  const noise = createNoise(seed + 91);
  const { horizon } = field.sky;
  const drift = createField(frame, 4, (x, y) => {
    const down = Math.max(0.004, y - horizon);
    const reach = 0.3 / (down + 0.06);
    return noise.fbm(x * reach * 0.8, reach * 5, 4) * smoothstep(0, 0.2, down);
  });
  const swell = (x: number) => noise.at(x * 1.1 + 3, 2) * 0.012 + noise.at(x * 3, 9) * 0.003;
  const sky = new Float32Array(3);
  const random = createRandom(seed + 92);
  paint(frame, (x, y, out) => {
    skyAt(field.sky, x, Math.min(y, horizon), out);
    const below = y - horizon - swell(x);
    const ground = smoothstep(-0.012, 0.035, below);
    if (ground <= 0) return;
    skyAt(field.sky, x, horizon, sky);
    const relief = drift(x * frame.height, y * frame.height);
    const light = Math.min(1, Math.max(0, 0.72 + relief * 1.5 - below * 0.35));
    const speck = 1 + (random() - 0.5) * 0.05 * smoothstep(0.1, 0.5, below);
    const haze = Math.exp(-Math.max(0, below) * 9);
    for (let i = 0; i < 3; i++) {
      const snow = mix(field.shade[i] as number, field.snow[i] as number, light) * speck;
      out[i] = mix(out[i] as number, mix(snow, sky[i] as number, haze * 0.8), ground);
    }
  });
}

function drawPosts(frame: Frame, field: SnowField, seed: number): void {
  const random = createRandom(seed + 93);
  const { height } = frame;
  const { horizon } = field.sky;
  const air = new Float32Array(3);
  skyAt(field.sky, field.tree.x, horizon, air);
  const haze: Rgb = [air[0] as number, air[1] as number, air[2] as number];
  for (let i = field.posts - 1; i >= 0; i--) {
    const distance = 1 + i * 0.62;
    const y = horizon + 0.012 + 0.42 / distance;
    const x = field.tree.x + 0.16 - 1.05 / distance + between(random, -0.004, 0.004);
    const tall = 0.15 / distance;
    const lean = between(random, -0.06, 0.06) * tall;
    const tint = mixColour(field.ink, haze, 1 - 0.86 * Math.exp(-i * 0.1));
    const thick = (0.011 / distance) * height;
    stroke(frame, (x + lean) * height, (y - tall) * height, x * height, y * height, thick, thick * 1.1, tint);
    const cap = mixColour(field.snow, haze, 0.3);
    stroke(
      frame,
      (x + lean) * height - thick * 0.4,
      (y - tall) * height,
      (x + lean) * height + thick * 0.4,
      (y - tall) * height,
      thick * 0.5,
      thick * 0.5,
      cap,
    );
  }
}

function letSnowFall(frame: Frame, flakes: number, seed: number): void {
  const random = createRandom(seed + 94);
  const { width, height } = frame;
  const count = Math.round((flakes * width) / height);
  for (let i = 0; i < count; i++) {
    const near = random() ** 6;
    const radius = (0.0006 + 0.004 * near) * height;
    glint(frame, random() * width, random() * height, radius, [1, 1.02, 1.05], 0.3 * (1 - near * 0.75));
  }
}

export function paintSnowField(frame: Frame, field: SnowField, seed: number): void {
  const { height } = frame;
  paintGround(frame, field, seed);
  drawPosts(frame, field, seed);
  const { tree } = field;
  const air = new Float32Array(3);
  skyAt(field.sky, tree.x, field.sky.horizon - 0.1, air);
  const haze: Rgb = [air[0] as number, air[1] as number, air[2] as number];
  drawBareTree(
    frame,
    {
      x: tree.x * height,
      y: tree.y * height,
      height: tree.height * height,
      tint: mixColour(field.ink, haze, 0.06),
      twig: mixColour(field.ink, haze, 0.16),
    },
    createRandom(seed + 95),
  );
  letSnowFall(frame, field.flakes, seed);
}
