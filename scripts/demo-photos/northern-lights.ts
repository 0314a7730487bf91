import { mix, smoothstep } from "./curves";
import { addScaled, blur, createFrame, type Frame } from "./frame";
import { createNoise } from "./noise";
import { createRandom } from "./random";

/** Curtains hang over a plan of the sky this many cells across, mirrored at the edges. */
const PLAN_SIDE = 640;
const PLAN_SCALE = 4;
const STEPS = 40;
/** Each pixel starts at a random one of these, which hides the steps. */
const LEVELS_PER_STEP = 8;
const SHRINK = 4;
/** Heights of a curtain's lower edge and of its last faint light, in units of the plan. */
const LOWER_EDGE = 0.5;
const UPPER_EDGE = 1.6;

export interface Curtains {
  /** Frame heights. */
  horizon: number;
  gain: number;
  /** Turns the plan about the viewer, radians. */
  bearing: number;
}

/** Brightness of the curtains seen from straight below: thin folded lines with fine rays. */
function planOfCurtains(seed: number): Float32Array {
  const noise = createNoise(seed + 61);
  const plan = new Float32Array(PLAN_SIDE * PLAN_SIDE);
  for (let row = 0; row < PLAN_SIDE; row++) {
    for (let column = 0; column < PLAN_SIDE; column++) {
      const x = (column / PLAN_SIDE) * PLAN_SCALE;
      const y = (row / PLAN_SIDE) * PLAN_SCALE;
      const foldX = x + 0.42 * noise.at(x * 1.1 + 5, y * 1.1) + 0.08 * noise.at(x * 4, y * 4 + 9);
      const foldY = y + 0.42 * noise.at(x * 1.1, y * 1.1 + 8) + 0.08 * noise.at(x * 4 + 3, y * 4);
      const line = noise.at(foldX * 0.45 + 2, foldY * 1.0);
      const sharp = Math.exp(-((line / 0.06) ** 2));
      const soft = Math.exp(-((line / 0.2) ** 2)) * 0.12;
      const rays = 0.55 + 0.9 * noise.fbm(x * 26, y * 26, 3);
      const patches = 0.15 + 0.85 * smoothstep(-0.3, 0.3, noise.at(x * 1.2 + 20, y * 1.2));
      plan[row * PLAN_SIDE + column] = (sharp * Math.max(0, rays) + soft) * patches;
    }
  }
  return plan;
}

/** Folds any coordinate back into the plan. */
function folded(value: number): number {
  const cells = Math.abs((value / PLAN_SCALE) * PLAN_SIDE);
  const turn = cells % (2 * PLAN_SIDE);
  return Math.min(PLAN_SIDE - 1.001, turn < PLAN_SIDE ? turn : 2 * PLAN_SIDE - turn);
}

function planAt(plan: Float32Array, x: number, y: number): number {
  const px = folded(x);
  const py = folded(y);
  const column = px | 0;
  const row = py | 0;
  const at = row * PLAN_SIDE + column;
  const fx = px - column;
  const high = mix(plan[at] as number, plan[at + 1] as number, fx);
  const low = mix(plan[at + PLAN_SIDE] as number, plan[at + PLAN_SIDE + 1] as number, fx);
  return mix(high, low, py - row);
}

interface Level {
  altitude: number;
  red: number;
  green: number;
  blue: number;
}

/** Oxygen's green low down, nitrogen's violet above, thinning out with height. */
function levels(): Level[] {
  return Array.from({ length: STEPS * LEVELS_PER_STEP }, (_, i) => {
    const climb = (i + 0.5) / (STEPS * LEVELS_PER_STEP);
    const light = (Math.exp(-climb * 3.4) * Math.min(1, 0.25 + climb * 9) * 5) / STEPS;
    const high = smoothstep(0.1, 0.75, climb);
    return {
      altitude: LOWER_EDGE + (UPPER_EDGE - LOWER_EDGE) * climb ** 1.35,
      red: light * mix(0.06, 0.62, high),
      green: light * mix(1, 0.2, high),
      blue: light * mix(0.36, 0.75, high),
    };
  });
}

function marchCurtains(small: Frame, curtains: Curtains, seed: number): void {
  const plan = planOfCurtains(seed);
  const random = createRandom(seed + 62);
  const column = levels();
  const middle = small.width / small.height / 2;
  const turnX = Math.cos(curtains.bearing);
  const turnY = Math.sin(curtains.bearing);
  for (let row = 0; row < small.height; row++) {
    const rise = curtains.horizon - (row + 0.5) / small.height;
    if (rise <= 0.01) break;
    const nearer = 1 / (rise * 1.1 + 0.16);
    const dim = curtains.gain * smoothstep(0, 0.16, rise);
    for (let x = 0; x < small.width; x++) {
      const across = (x + 0.5) / small.height - middle;
      const stepX = (across * turnX - turnY) * nearer;
      const stepY = (across * turnY + turnX) * nearer;
      let red = 0;
      let green = 0;
      let blue = 0;
      for (let i = Math.floor(random() * LEVELS_PER_STEP); i < column.length; i += LEVELS_PER_STEP) {
        const level = column[i] as Level;
        const density = planAt(plan, stepX * level.altitude, stepY * level.altitude);
        red += density * level.red;
        green += density * level.green;
        blue += density * level.blue;
      }
      small.rgb.set([red * dim, green * dim, blue * dim], (row * small.width + x) * 3);
    }
  }
}

/** Adds aurora light above the horizon, marched through the height of the curtains. */
export function addNorthernLights(frame: Frame, curtains: Curtains, seed: number): void {
  const small = createFrame(Math.ceil(frame.width / SHRINK), Math.ceil(frame.height / SHRINK));
  marchCurtains(small, curtains, seed);
  blur(small, 1);
  addScaled(frame, small, SHRINK);
}
