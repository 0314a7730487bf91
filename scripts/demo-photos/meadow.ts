import { addDisc } from "./bokeh";
import { mix } from "./curves";
import { blurPlanes, createFrame, type Frame, mixColour, paintSmooth, type Rgb } from "./frame";
import { between, createRandom, type Random } from "./random";
import { type Sky, skyAt } from "./sky";
import { stroke } from "./strokes";

/** Ripe wheat against a low sun, one narrow plane of it in focus. */
export interface Meadow {
  sky: Sky;
  /** The far hedge, and the field's lit and shaded straw. */
  hedge: Rgb;
  straw: Rgb;
  shade: Rgb;
}

interface Plane {
  /** Box radius of the blur, frame heights. */
  blur: number;
  count: number;
  /** Height of an ear, frame heights. */
  ear: number;
  /** Where ears hang, frame heights: mean and spread. */
  row: number;
  spread: number;
  /** 0 shade to 1 lit straw. */
  light: number;
}

const PLANES: readonly Plane[] = [
  { blur: 0.016, count: 420, ear: 0.05, row: 0.62, spread: 0.05, light: 0.95 },
  { blur: 0.009, count: 260, ear: 0.075, row: 0.66, spread: 0.08, light: 0.85 },
  { blur: 0.0035, count: 110, ear: 0.105, row: 0.66, spread: 0.1, light: 0.9 },
  { blur: 0, count: 26, ear: 0.15, row: 0.56, spread: 0.13, light: 1 },
  { blur: 0.02, count: 24, ear: 0.24, row: 0.98, spread: 0.1, light: 0.35 },
];
const GRAIN_PAIRS = 10;

/** One stalk with its ear; draws into `ink` with its own colours and into `mask` in white. */
function drawStalk(
  ink: Frame,
  mask: Frame,
  x: number,
  y: number,
  ear: number,
  lit: Rgb,
  dim: Rgb,
  random: Random,
): void {
  const white: Rgb = [1, 1, 1];
  const line = (
    x0: number,
    y0: number,
    x1: number,
    y1: number,
    w0: number,
    w1: number,
    tint: Rgb,
    opacity = 1,
  ) => {
    stroke(ink, x0, y0, x1, y1, w0, w1, tint, opacity);
    stroke(mask, x0, y0, x1, y1, w0, w1, white, opacity);
  };
  const nod = between(random, -0.55, 0.75);
  const lean = between(random, -0.12, 0.16);
  const stemWidth = ear * 0.035;
  let px = x;
  let py = y + ear * 0.4;
  const bottom = ink.height + 20;
  const pieces = 6;
  for (let i = 1; i <= pieces; i++) {
    const share = i / pieces;
    const nx = x - lean * (bottom - y) * share * share * 0.4;
    const ny = mix(y + ear * 0.4, bottom, share);
    line(px, py, nx, ny, stemWidth, stemWidth * 1.25, mixColour(lit, dim, 0.25 + 0.75 * share));
    px = nx;
    py = ny;
  }
  let heading = Math.PI / 2 - lean * 0.5;
  let gx = x;
  let gy = y + ear * 0.4;
  const pace = ear / GRAIN_PAIRS;
  for (let i = 0; i < GRAIN_PAIRS; i++) {
    heading -= (nod / GRAIN_PAIRS) * (0.5 + i / GRAIN_PAIRS);
    const nx = gx + Math.cos(heading) * pace;
    const ny = gy - Math.sin(heading) * pace;
    const plump = Math.sin(((i + 1.6) / (GRAIN_PAIRS + 2)) * Math.PI) ** 0.5;
    for (let side = -1; side <= 1; side += 2) {
      const splay = heading + side * between(random, 0.38, 0.55);
      const length = pace * 1.75;
      const tipX = gx + Math.cos(splay) * length;
      const tipY = gy - Math.sin(splay) * length;
      const whisker = heading + side * between(random, 0.1, 0.38);
      const reach = ear * between(random, 0.5, 0.95);
      line(
        tipX,
        tipY,
        tipX + Math.cos(whisker) * reach,
        tipY - Math.sin(whisker) * reach,
        Math.max(0.9, ear * 0.008),
        0.5,
        lit,
        0.75,
      );
      const warm = mixColour(dim, lit, between(random, 0.25, 0.65));
      line(gx, gy, tipX, tipY, pace * 0.75 * plump, pace * 0.3, warm);
      const edgeX = tipX + Math.cos(splay + side * 1.57) * pace * 0.12;
      line(
        gx + Math.cos(splay + side * 1.57) * pace * 0.3,
        gy - Math.sin(splay + side * 1.57) * pace * 0.3,
        edgeX,
        tipY,
        pace * 0.14,
        pace * 0.1,
        lit,
      );
    }
    gx = nx;
    gy = ny;
  }
}

function layPlane(frame: Frame, meadow: Meadow, plane: Plane, random: Random): void {
  const { width, height } = frame;
  const factor = plane.blur > 0.008 ? 2 : 1;
  const ink = createFrame(Math.ceil(width / factor), Math.ceil(height / factor));
  const mask = createFrame(ink.width, ink.height);
  const sunX = meadow.sky.glow?.x ?? 0.5;
  for (let i = 0; i < plane.count; i++) {
    const x = random();
    const y = plane.row + between(random, -1, 1) * plane.spread;
    const near = 1 / (1 + ((x * width) / height - sunX) ** 2 * 2.2);
    const light = plane.light * (0.45 + 0.75 * near) * between(random, 0.8, 1.15);
    const lit = mixColour(
      meadow.shade,
      [meadow.straw[0] * 1.5, meadow.straw[1] * 1.5, meadow.straw[2] * 1.5],
      light * 0.8,
    );
    const dim = mixColour(meadow.shade, meadow.straw, light * 0.45);
    const ear = plane.ear * ink.height * between(random, 0.8, 1.15);
    drawStalk(ink, mask, x * ink.width, y * ink.height, ear, lit, dim, random);
  }
  const radius = Math.round(plane.blur * ink.height);
  blurPlanes(ink.rgb, ink.width, ink.height, 3, radius, radius);
  blurPlanes(mask.rgb, ink.width, ink.height, 3, radius, radius);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const from = (Math.floor(row / factor) * ink.width + Math.floor(column / factor)) * 3;
      const kept = 1 - (mask.rgb[from] as number);
      if (kept >= 1) continue;
      const at = (row * width + column) * 3;
      for (let i = 0; i < 3; i++)
        frame.rgb[at + i] = (frame.rgb[at + i] as number) * kept + (ink.rgb[from + i] as number);
    }
  }
}

export function paintMeadow(frame: Frame, meadow: Meadow, seed: number): void {
  const random = createRandom(seed + 141);
  const { width, height } = frame;
  const { horizon } = meadow.sky;
  paintSmooth(frame, (x, y, out) => {
    skyAt(meadow.sky, x, Math.min(y, horizon), out);
    const hedge =
      Math.exp(-(((y - horizon + 0.02) / 0.07) ** 2)) *
      (0.65 + 0.2 * Math.sin(x * 5 + 1) + 0.12 * Math.sin(x * 13));
    const field = 1 / (1 + Math.exp(-(y - horizon - 0.03) * 40));
    for (let i = 0; i < 3; i++) {
      const far = mix(out[i] as number, meadow.hedge[i] as number, Math.min(1, hedge * 0.85));
      const straw = mix(
        meadow.straw[i] as number,
        meadow.shade[i] as number,
        Math.min(1, (y - horizon) * 1.7),
      );
      out[i] = mix(far, straw, field);
    }
  });
  for (let i = 0; i < 46; i++) {
    const x = random() * width;
    const y = (horizon - 0.02 + between(random, -0.16, 0.04)) * height;
    addDisc(frame, x, y, between(random, 0.012, 0.026) * height, meadow.straw, between(random, 0.05, 0.4));
  }
  for (const plane of PLANES) layPlane(frame, meadow, plane, random);
}
