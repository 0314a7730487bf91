import { type Core, viewOf } from "./core";
import type { MatrixProfile } from "./matrix-profile";

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

/** Fills the core's tables for 8-bit JPEG samples. Without a profile samples are sRGB. */
export function setTones(core: Core, profile: MatrixProfile | null): void {
  fillCurves(core, core.tonesAddress(), TONE_STEPS, profile);
  setCommon(core, profile);
}

/** Fills the core's tables for rows from outside. */
export function setFineTones(core: Core, profile: MatrixProfile | null): void {
  fillCurves(core, core.fineTonesAddress(), FINE_STEPS, profile);
  setCommon(core, profile);
}

function fillCurves(core: Core, address: number, steps: number, profile: MatrixProfile | null): void {
  const curves = profile?.curves ?? SRGB_CURVES;
  const tables = new Float32Array(core.memory.buffer, address, 3 * (steps + 1));
  curves.forEach((curve, channel) => {
    for (let step = 0; step <= steps; step += 1) tables[channel * (steps + 1) + step] = curve(step / steps);
  });
}

function setCommon(core: Core, profile: MatrixProfile | null): void {
  viewOf(core, core.gammaAddress(), gamma.length).set(gamma);
  if (profile !== null) new Float32Array(core.memory.buffer, core.matrixAddress(), 9).set(profile.matrix);
  core.applyMatrix(profile !== null);
}
