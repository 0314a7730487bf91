import { mix, smoothstep } from "./curves";
import { cover, type Frame, mixColour, type Pixel, paintSmooth, type Rgb } from "./frame";
import { createNoise } from "./noise";
import { type Sky, skyAt } from "./sky";
import { reflect } from "./water";

/** A gate standing in calm water, islands behind it in mist. */
export interface Torii {
  sky: Sky;
  islands: Rgb;
  gate: Rgb;
  water: Rgb;
  /** Frame heights: the middle of the gate, its foot and its height. */
  x: number;
  foot: number;
  tall: number;
}

/** Light falls from the left: a round post is bright there and dark on the right. */
function rounded(across: number): number {
  return 0.62 + 0.5 * Math.sqrt(Math.max(0, 1 - (across + 0.35) ** 2)) - 0.38 * Math.max(0, across);
}

/** An upright of the gate, pixels; widths are full widths. */
function post(frame: Frame, top: Point, foot: Point, topWidth: number, footWidth: number, tint: Rgb): void {
  for (let row = Math.floor(top.y); row <= foot.y; row++) {
    const down = Math.min(1, Math.max(0, (row - top.y) / (foot.y - top.y)));
    const centre = mix(top.x, foot.x, down);
    const half = mix(topWidth, footWidth, down) / 2;
    const ends = Math.min(1, row + 1 - top.y, foot.y - row);
    const wet = 1 - 0.45 * smoothstep(0.93, 1, down);
    for (let column = Math.floor(centre - half); column <= centre + half; column++) {
      const off = column + 0.5 - centre;
      const share = Math.min(1, half + 0.5 - Math.abs(off)) * ends;
      const light = rounded(off / half) * wet;
      cover(frame, column, row, [tint[0] * light, tint[1] * light, tint[2] * light], share);
    }
  }
}

/** A level member whose ends sweep up by `lift` pixels. */
function beam(
  frame: Frame,
  x: number,
  y: number,
  half: number,
  thick: number,
  lift: number,
  tint: Rgb,
): void {
  for (let column = Math.floor(x - half); column <= x + half; column++) {
    const out = Math.min(1, Math.abs(column + 0.5 - x) / half);
    const top = y - lift * out ** 2.6;
    const ends = Math.min(1, half + 0.5 - Math.abs(column + 0.5 - x));
    const grown = thick * (1 + 0.25 * (lift > 0 ? out * out : 0));
    for (let row = Math.floor(top); row <= top + grown; row++) {
      const share = Math.min(1, row + 1 - top, top + grown - row) * ends;
      const light = 1.08 - 0.6 * smoothstep(0.1, 1, (row + 0.5 - top) / grown);
      cover(frame, column, row, [tint[0] * light, tint[1] * light, tint[2] * light], share);
    }
  }
}

const ISLAND_LINES = 3;

interface Point {
  x: number;
  y: number;
}

function drawGate(frame: Frame, scene: Torii): void {
  const unit = scene.tall * frame.height;
  const x = scene.x * frame.height;
  const foot = scene.foot * frame.height;
  const { gate } = scene;
  const roof = mixColour(gate, [0.012, 0.014, 0.02], 0.75);
  const half = unit * 0.4;
  for (let side = -1; side <= 1; side += 2) {
    const low = x + side * half;
    for (let back = -1; back <= 1; back += 2) {
      const stay = low + back * unit * 0.125;
      const tip = { x: stay, y: foot - unit * 0.37 };
      post(
        frame,
        tip,
        { x: stay + back * unit * 0.01, y: foot - unit * 0.012 },
        unit * 0.03,
        unit * 0.034,
        mixColour(gate, roof, 0.25),
      );
      beam(frame, stay, tip.y - unit * 0.014, unit * 0.025, unit * 0.02, 0, roof);
    }
    beam(frame, low, foot - unit * 0.29, unit * 0.15, unit * 0.026, 0, mixColour(gate, roof, 0.35));
    beam(frame, low, foot - unit * 0.13, unit * 0.15, unit * 0.024, 0, mixColour(gate, roof, 0.45));
    post(
      frame,
      { x: x + side * half * 0.93, y: foot - unit * 0.92 },
      { x: low, y: foot },
      unit * 0.058,
      unit * 0.074,
      gate,
    );
  }
  post(
    frame,
    { x, y: foot - unit * 0.9 },
    { x, y: foot - unit * 0.66 },
    unit * 0.075,
    unit * 0.075,
    mixColour(gate, roof, 0.3),
  );
  beam(frame, x, foot - unit * 0.7, half * 1.24, unit * 0.052, 0, gate);
  beam(frame, x, foot - unit * 0.925, half * 1.4, unit * 0.05, unit * 0.05, mixColour(gate, roof, 0.2));
  beam(frame, x, foot - unit * 0.985, half * 1.5, unit * 0.06, unit * 0.062, roof);
}

/** Long low shapes on the horizon, each nearer one a little clearer of the haze. */
function paintIslands(frame: Frame, scene: Torii, seed: number): void {
  const noise = createNoise(seed + 111);
  const { width, height } = frame;
  const { horizon } = scene.sky;
  const air: Pixel = new Float32Array(3);
  paintSmooth(frame, (x, y, out) => skyAt(scene.sky, x, Math.min(y, horizon), out));
  for (let line = 0; line < ISLAND_LINES; line++) {
    for (let column = 0; column < width; column++) {
      const x = column / height;
      const shape = noise.fbm(x * (1.3 + line * 0.4) + line * 7, line * 11, 7) + 0.12 * line - 0.02;
      const crest = (horizon - shape * (0.24 - 0.05 * line)) * height;
      skyAt(scene.sky, x, horizon, air);
      const haze: Rgb = [air[0] as number, air[1] as number, air[2] as number];
      for (let row = Math.floor(crest); row < horizon * height; row++) {
        const above = horizon - row / height;
        const veil = Math.min(1, 0.82 - 0.17 * line + 0.4 * smoothstep(0.06, 0, above));
        cover(frame, column, row, mixColour(scene.islands, haze, veil), Math.min(1, row + 1 - crest));
      }
    }
  }
}

export function paintTorii(frame: Frame, scene: Torii, seed: number): void {
  paintIslands(frame, scene, seed);
  const air: Pixel = new Float32Array(3);
  skyAt(scene.sky, scene.x, scene.sky.horizon, air);
  const mist: Rgb = [air[0] as number, air[1] as number, air[2] as number];
  reflect(frame, { shore: scene.sky.horizon, deep: scene.water, ripple: 0.12, mist, mistShare: 0.7 }, seed);
  mirrorGate(frame, scene, seed);
  drawGate(frame, scene);
}

/** The gate's own reflection hangs from its foot, which lies nearer than the horizon. */
function mirrorGate(frame: Frame, scene: Torii, seed: number): void {
  const { width, height, rgb } = frame;
  const noise = createNoise(seed + 112);
  const upright: Frame = { width, height, rgb: new Float32Array(rgb.length).fill(-1) };
  drawGate(upright, scene);
  const footRow = Math.round(scene.foot * height);
  for (let row = footRow; row < height; row++) {
    const down = (row - footRow) / height;
    const fade = 0.66 * Math.exp(-down * 1.6);
    for (let column = 0; column < width; column++) {
      const sway = noise.fbm((column / height) * 5, down * 60 + 3, 2) * (0.001 + down * 0.02) * height;
      let share = 0;
      let red = 0;
      let green = 0;
      let blue = 0;
      for (let tap = -2; tap <= 2; tap++) {
        const source = Math.round(2 * footRow - row + sway + tap * (0.5 + down * 9));
        if (source < 0 || source >= footRow) continue;
        const at = (source * width + Math.min(width - 1, Math.max(0, Math.round(column + sway * 0.5)))) * 3;
        if ((upright.rgb[at] as number) < 0) continue;
        share += 0.2;
        red += (upright.rgb[at] as number) * 0.2;
        green += (upright.rgb[at + 1] as number) * 0.2;
        blue += (upright.rgb[at + 2] as number) * 0.2;
      }
      if (share === 0) continue;
      const at = (row * width + column) * 3;
      rgb[at] = (rgb[at] as number) * (1 - share * fade) + red * fade;
      rgb[at + 1] = (rgb[at + 1] as number) * (1 - share * fade) + green * fade;
      rgb[at + 2] = (rgb[at + 2] as number) * (1 - share * fade) + blue * fade;
    }
  }
}
