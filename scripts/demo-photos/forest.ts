import { mix, smoothstep } from "./curves";
import { cover, createField, type Frame, mixColour, paintSmooth, type Rgb } from "./frame";
import { createNoise } from "./noise";
import { between, createRandom, type Random } from "./random";
import { stroke } from "./strokes";

/** Tall trunks in fog with the sun behind them. */
export interface Forest {
  /** The fog far from the sun and next to it. */
  fog: Rgb;
  glow: Rgb;
  bark: Rgb;
  ground: Rgb;
  /** Light of the shafts. */
  shaft: Rgb;
  /** The sun above the crowns, frame heights; its y may lie outside the frame. */
  sunX: number;
  sunY: number;
  /** Where the farthest trunks meet the ground, frame heights. */
  horizon: number;
}

const DEPTHS = 7;

interface Stand {
  /** 0 far to 1 near. */
  nearness: number;
  /** How much fog lies in front, 0 to 1. */
  veil: number;
}

function fogAt(forest: Forest, x: number, y: number): Rgb {
  const away = (x - forest.sunX) ** 2 + (y - forest.sunY) ** 2 * 0.55;
  return mixColour(forest.fog, forest.glow, 1 / (1 + away * 7));
}

function drawTrunk(
  frame: Frame,
  forest: Forest,
  stand: Stand,
  x: number,
  width: number,
  foot: number,
  random: Random,
): void {
  const { height, rgb } = frame;
  const noise = createNoise(Math.floor(random() * 1e6));
  const lean = between(random, -0.02, 0.02);
  const bow = between(random, -0.012, 0.012);
  const flare = foot - 0.05 * (0.3 + stand.nearness);
  for (let row = 0; row < Math.min(height, foot * height); row++) {
    const y = row / height;
    const climb = 1 - y / foot;
    const thick = width * (1 - 0.45 * climb) * (1 + 0.5 * smoothstep(flare, foot, y) ** 2);
    const centre = (x + lean * climb + bow * Math.sin(climb * 4) + noise.at(y * 5, 3) * width * 0.1) * height;
    const half = (thick * height) / 2;
    for (let column = Math.floor(centre - half - 1); column <= centre + half + 1; column++) {
      if (column < 0 || column >= frame.width) continue;
      const off = column + 0.5 - centre;
      const ragged = half + noise.at(y * 60, off > 0 ? 1.5 : 7.5) * Math.min(1.6, half * 0.12);
      const share = Math.min(1, Math.max(0, ragged + 0.5 - Math.abs(off)));
      if (share <= 0) continue;
      const across = off / half;
      const furrows = stand.veil < 0.75 ? noise.fbm(across * 4 + 9, y * 26, 3) : 0;
      const fog = fogAt(forest, column / height, y);
      const towards = forest.sunX * height > column ? -across : across;
      const rim = 0.3 * smoothstep(0.35, 1, -towards) * stand.nearness;
      const light = Math.max(0.25, 1 + furrows * 1.5) * (0.75 + 0.3 * Math.max(0, -towards));
      const veil = Math.min(
        1,
        stand.veil + 0.3 * (1 - stand.nearness) * smoothstep(forest.horizon - 0.25, foot, y),
      );
      const at = (row * frame.width + column) * 3;
      for (let i = 0; i < 3; i++) {
        const lit = (forest.bark[i] as number) * light + (fog[i] as number) * rim * 0.5;
        const seen = lit + ((fog[i] as number) - lit) * veil;
        rgb[at + i] = (rgb[at + i] as number) * (1 - share) + seen * share;
      }
    }
  }
}

/** Thin half-bare boughs hanging off a trunk, their twigs hung with needles. */
function drawBoughs(
  frame: Frame,
  forest: Forest,
  stand: Stand,
  x: number,
  width: number,
  foot: number,
  random: Random,
): void {
  const { height } = frame;
  const crown = foot * between(random, 0.42, 0.62);
  for (let y = between(random, -0.05, 0.02); y < crown; y += between(random, 0.012, 0.04)) {
    const side = random() < 0.5 ? -1 : 1;
    const full = 1 - smoothstep(crown * 0.5, crown, y);
    const length = width * between(random, 1.2, 3.4) * (0.35 + 0.65 * full);
    const drop = between(random, -0.15, 0.45) * length;
    const tint = mixColour(forest.bark, fogAt(forest, x, y), Math.min(1, stand.veil + 0.06));
    const thick = Math.max(0.7, width * 0.07 * height);
    const pieces = 7;
    let fromX = x * height;
    let fromY = y * height;
    for (let i = 1; i <= pieces; i++) {
      const out = i / pieces;
      const toX = (x + side * length * out) * height;
      const toY = (y + drop * out ** 1.6) * height + between(random, -1, 1) * thick;
      stroke(frame, fromX, fromY, toX, toY, thick * (1.1 - out), thick * (1 - out), tint);
      const needles = Math.round(full * 6 * random());
      for (let j = 0; j < needles; j++) {
        const spray = width * height * between(random, 0.15, 0.5);
        const angle = between(random, 0.1, 1.2) * (random() < 0.7 ? 1 : -1);
        const endX = toX + side * Math.cos(angle) * spray;
        stroke(frame, toX, toY, endX, toY + Math.sin(angle) * spray, thick * 0.55, thick * 0.2, tint, 0.8);
      }
      fromX = toX;
      fromY = toY;
    }
  }
}

/** Grass and fern on the floor in front of a stand. */
function growUnderwood(frame: Frame, forest: Forest, stand: Stand, foot: number, random: Random): void {
  const { width, height } = frame;
  const size = (0.012 + 0.05 * stand.nearness ** 1.5) * height;
  const count = Math.round((width / size) * (16 + 10 * stand.nearness));
  const base = foot * height;
  for (let i = 0; i < count; i++) {
    const x = random() * width;
    const y = base + between(random, -0.35, 1.2) * size;
    const fog = fogAt(forest, x / height, y / height);
    const lit = mixColour(forest.ground, fog, 0.28 * random() ** 2);
    const tint = mixColour(lit, fog, Math.min(0.97, stand.veil * 0.95));
    const bend = between(random, -0.7, 0.7) * size;
    const tall = between(random, 0.35, 1) * size;
    const thick = Math.max(0.7, size * 0.045);
    stroke(frame, x, y, x + bend * 0.4, y - tall * 0.7, thick, thick * 0.8, tint);
    stroke(frame, x + bend * 0.4, y - tall * 0.7, x + bend, y - tall * 0.85, thick * 0.8, thick * 0.3, tint);
  }
}

function layGround(frame: Frame, forest: Forest, stand: Stand, foot: number, seed: number): void {
  const { width, height } = frame;
  const noise = createNoise(seed);
  for (let column = 0; column < width; column++) {
    const x = column / height;
    const edge = foot + noise.fbm(x * 2.4, 3, 4) * 0.025;
    for (let row = Math.max(0, Math.floor(edge * height)); row < height; row++) {
      const y = row / height;
      const clumps = noise.fbm(x * 14, y * 40, 3);
      const fog = fogAt(forest, x, y);
      const tone = 0.75 + clumps * 1.1;
      const soil: Rgb = [forest.ground[0] * tone, forest.ground[1] * tone, forest.ground[2] * tone];
      const share = smoothstep(0, 0.012, y - edge);
      cover(frame, column, row, mixColour(soil, fog, Math.min(0.98, stand.veil * 0.96)), share);
    }
  }
}

/** Shafts fan out from the sun through gaps in the crowns. */
function addShafts(frame: Frame, forest: Forest, seed: number, gain: number): void {
  const noise = createNoise(seed + 131);
  const shafts = createField(frame, 3, (x, y) => {
    const dx = x - forest.sunX;
    const dy = y - forest.sunY;
    const angle = Math.atan2(dx, dy);
    const gaps = noise.fbm(angle * 9 + 4, 2, 4) + 0.25 * noise.at(angle * 40, 5);
    const reach = Math.sqrt(dx * dx + dy * dy);
    const drift = 0.75 + 0.5 * noise.fbm(x * 3, y * 3, 3);
    return smoothstep(-0.12, 0.42, gaps) * drift * Math.exp(-reach * 1.5) * smoothstep(0.02, 0.2, reach);
  });
  const { width, height, rgb } = frame;
  let at = 0;
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const light = shafts(column, row) * gain;
      for (let i = 0; i < 3; i++) rgb[at] = (rgb[at++] as number) + (forest.shaft[i] as number) * light;
    }
  }
}

export function paintForest(frame: Frame, forest: Forest, seed: number): void {
  const aspect = frame.width / frame.height;
  paintSmooth(frame, (x, y, out) => out.set(fogAt(forest, x, y)));
  for (let depth = 0; depth < DEPTHS; depth++) {
    const random = createRandom(seed * 31 + depth);
    const nearness = depth / (DEPTHS - 1);
    const stand: Stand = { nearness, veil: 0.93 * (1 - nearness) ** 0.75 + 0.03 };
    const foot = mix(forest.horizon, 0.97, nearness ** 1.6);
    layGround(frame, forest, stand, foot, seed + depth * 17);
    const width = mix(0.011, 0.062, nearness ** 1.7);
    const count = Math.round(mix(30, 2.6, nearness ** 0.5) * aspect);
    for (let i = 0; i < count; i++) {
      const x = ((i + between(random, -0.1, 1.1)) / count) * (aspect + 0.1) - 0.05;
      const thick = width * between(random, 0.65, 1.2);
      const stands = foot + between(random, -0.004, 0.02) * (1 + nearness * 2);
      drawBoughs(frame, forest, stand, x, Math.min(thick, 0.045), stands, random);
      drawTrunk(frame, forest, stand, x, thick, stands, random);
    }
    growUnderwood(frame, forest, stand, foot + 0.012 + 0.02 * nearness, random);
    if (depth === 3) addShafts(frame, forest, seed, 0.6);
  }
  addShafts(frame, forest, seed, 0.4);
}
