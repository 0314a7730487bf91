import { fixedAt, signatureAt } from "./container";

/** Of a value in 0..1. */
export type ToneCurve = (value: number) => number;

/** A curve, and the bytes it takes in the profile. */
export interface StoredCurve {
  curve: ToneCurve;
  bytes: number;
}

/** Parameters of each function type of a parametric curve, in order (ICC.1:2022, 10.18). */
const PARAMETER_COUNTS = [1, 3, 4, 5, 7] as const;

/** No camera, scanner or press needs more samples. */
const MAX_SAMPLES = 65_536;

/** Null for a type that is no curve, or of which a number is absurd. */
export function readCurve(view: DataView, offset: number): StoredCurve | null {
  const type = signatureAt(view, offset);
  if (type === "curv") return readSampledCurve(view, offset);
  return type === "para" ? readParametricCurve(view, offset) : null;
}

/** `count` curves one behind the other, each on a multiple of four bytes (10.12.2); null when one is no curve. */
export function readCurves(view: DataView, offset: number, count: number): ToneCurve[] | null {
  const curves: ToneCurve[] = [];
  let at = offset;
  while (curves.length < count) {
    const stored = readCurve(view, at);
    if (stored === null) return null;
    curves.push(bounded(stored.curve));
    at += (stored.bytes + 3) & ~3;
  }
  return curves;
}

/** curveType: nothing for the identity, one number for a gamma, otherwise samples (10.6). */
function readSampledCurve(view: DataView, offset: number): StoredCurve | null {
  const count = view.getUint32(offset + 8);
  if (count > MAX_SAMPLES) return null;
  const bytes = 12 + 2 * count;
  if (count === 0) return { curve: (value) => value, bytes };
  if (count === 1) {
    const gamma = view.getUint16(offset + 12) / 256;
    return { curve: (value) => value ** gamma, bytes };
  }
  return { curve: sampledCurve(readSamples(view, offset + 12, count, 16)), bytes };
}

/** Samples of 8 or 16 bits, brought to 16. */
export function readSamples(view: DataView, offset: number, count: number, bits: 8 | 16): Uint16Array {
  if (offset + (count * bits) / 8 > view.byteLength) throw new RangeError("Samples leave the profile");
  const samples = new Uint16Array(count);
  for (let at = 0; at < count; at += 1) {
    samples[at] = bits === 8 ? view.getUint8(offset + at) * 257 : view.getUint16(offset + 2 * at);
  }
  return samples;
}

/** A curve through samples in even steps, at least two. */
export function sampledCurve(samples: Uint16Array): ToneCurve {
  const steps = samples.length - 1;
  return (value) => {
    const position = value * steps;
    const step = Math.min(steps - 1, Math.floor(position));
    const low = samples[step] ?? 0;
    return (low + ((samples[step + 1] ?? low) - low) * (position - step)) / 65_535;
  };
}

/** parametricCurveType, function types 0 to 4 (10.18): a power above a threshold, a line or a constant below it. */
function readParametricCurve(view: DataView, offset: number): StoredCurve | null {
  const type = view.getUint16(offset + 8);
  const count = PARAMETER_COUNTS[type];
  if (count === undefined) return null;
  const parameters = Array.from({ length: count }, (_, i) => fixedAt(view, offset + 12 + 4 * i));
  return { curve: parametricCurve(type, parameters), bytes: 12 + 4 * count };
}

function parametricCurve(type: number, parameters: number[]): ToneCurve {
  const [g = 1, a = 1, b = 0, c = 0, d = 0, e = 0, f = 0] = parameters;
  const power = (value: number) => Math.max(0, a * value + b) ** g;
  if (type === 0) return (value) => value ** g;
  if (type <= 2) return (value) => (value >= -b / a ? power(value) : 0) + (type === 2 ? c : 0);
  return (value) => (value >= d ? power(value) + e : c * value + f);
}

/** Values between the stages of a table of colours lie in 0..1; what is no number counts as 0. */
function bounded(curve: ToneCurve): ToneCurve {
  return (value) => unit(curve(value));
}

/** The nearest value in 0..1. */
export function unit(value: number): number {
  return value > 0 ? Math.min(1, value) : 0;
}

/** A curve that gives numbers around 0..1 and more light for more signal. */
export function isSound(curve: ToneCurve): boolean {
  const samples = Array.from({ length: 256 }, (_, step) => curve(step / 255));
  const finite = samples.every((light) => light >= -0.01 && light <= 1.5);
  const rises = samples.every(
    (light, step) => light >= (samples[step - 1] ?? Number.NEGATIVE_INFINITY) - 0.01,
  );
  return finite && rises && (samples[255] ?? 0) > 0.5;
}
