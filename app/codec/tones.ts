import { type Core, viewOf } from "./core";
import { inCore } from "./development";
import type { ToneCurve } from "./profile/curves";
import type { Grid } from "./profile/grid";
import type { Profile } from "./profile/profile";

/** Steps of the core's tables: linear light to sRGB bytes, and 16-bit samples to linear light. */
const GAMMA_STEPS = 16_384;
const FINE_STEPS = 4096;
const TONE_STEPS = 255;

/** IEC 61966-2-1, both ways; values in 0..1. */
function srgbToLinear(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

function linearToSrgb(light: number): number {
  return light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055;
}

/** sRGB bytes of linear light in even steps. Made once: it is the same for every picture. */
const gamma = Uint8Array.from({ length: GAMMA_STEPS + 1 }, (_, step) =>
  Math.round(255 * linearToSrgb(step / GAMMA_STEPS)),
);

/** sRGB itself, as curves. */
const SRGB_CURVES = [srgbToLinear, srgbToLinear, srgbToLinear] as const;

/**
 * Fills the core's tables for 8-bit JPEG samples; channels that count downwards are turned round for the profile.
 * Without one what the core makes of the samples is sRGB. It takes memory for a grid, so it comes before planning.
 */
export function setTones(core: Core, profile: Profile | null, downwards: readonly boolean[] = []): void {
  setCommon(core, profile);
  const curves = profile?.curves.map((curve, channel) =>
    downwards[channel] ? (value: number) => curve(1 - value) : curve,
  );
  fillCurves(core, core.tonesAddress(), TONE_STEPS, curves ?? SRGB_CURVES);
}

/** Fills the core's tables for rows from outside; likewise before planning. */
export function setFineTones(core: Core, profile: Profile | null): void {
  setCommon(core, profile);
  fillCurves(core, core.fineTonesAddress(), FINE_STEPS, profile?.curves ?? SRGB_CURVES);
}

function fillCurves(core: Core, address: number, steps: number, curves: readonly ToneCurve[]): void {
  const tables = new Float32Array(core.memory.buffer, address, curves.length * (steps + 1));
  curves.forEach((curve, channel) => {
    for (let step = 0; step <= steps; step += 1) tables[channel * (steps + 1) + step] = curve(step / steps);
  });
}

function setCommon(core: Core, profile: Profile | null): void {
  if (profile?.grid) setGrid(core, profile.grid);
  viewOf(core, core.gammaAddress(), gamma.length).set(gamma);
  const matrix = profile?.matrix ?? null;
  if (matrix !== null) new Float32Array(core.memory.buffer, core.matrixAddress(), 9).set(matrix);
  core.applyMatrix(matrix !== null);
}

function setGrid(core: Core, { points, rooted, values }: Grid): void {
  const [first = 0, a = 0, b = 0, c = 0] = points.length === 4 ? points : [0, ...points];
  const address = inCore(core, () => core.openGrid(first, a, b, c, rooted)) >>> 0;
  new Float32Array(core.memory.buffer, address, values.length).set(values);
}
