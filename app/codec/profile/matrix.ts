import { luminance, XYZ_TO_SRGB } from "./connection";
import { type Container, fixedAt, signatureAt } from "./container";
import { isSound, readCurve, type ToneCurve } from "./curves";
import type { Profile } from "./profile";

/** No sound profile's matrix has an entry beyond this. */
const MAX_ENTRY = 8;

/** Three tone curves and a matrix (ICC.1:2022, F.3); null when they are not all there and sane. */
export function readMatrixProfile({ view, tags }: Container): Profile | null {
  const columns = ["rXYZ", "gXYZ", "bXYZ"].map((tag) => readXyz(view, tags.get(tag)));
  const curves = ["rTRC", "gTRC", "bTRC"].map((tag) => readTone(view, tags.get(tag)));
  if (!columns.every((column) => column !== null) || !curves.every((curve) => curve !== null)) return null;
  const matrix = [0, 1, 2].flatMap((row) => columns.map((column) => toSrgb(row, column)));
  return matrix.every(isSane) ? { curves, matrix, grid: null } : null;
}

/** One tone curve, of light or of L* as the connection space asks (F.2); null when it is not there or not sane. */
export function readGreyProfile({ view, tags, connection }: Container): Profile | null {
  const tone = readTone(view, tags.get("kTRC"));
  if (tone === null) return null;
  const light: ToneCurve = connection === "XYZ " ? tone : (value) => luminance(tone(value));
  return { curves: [light, light, light], matrix: null, grid: null };
}

function isSane(entry: number): boolean {
  return Math.abs(entry) <= MAX_ENTRY;
}

/** XYZType (10.31). */
function readXyz(view: DataView, offset: number | undefined): number[] | null {
  if (offset === undefined || signatureAt(view, offset) !== "XYZ ") return null;
  return [8, 12, 16].map((at) => fixedAt(view, offset + at));
}

function toSrgb(row: number, xyz: number[]): number {
  return xyz.reduce((sum, value, i) => sum + (XYZ_TO_SRGB[row * 3 + i] ?? 0) * value, 0);
}

function readTone(view: DataView, offset: number | undefined): ToneCurve | null {
  const curve = offset === undefined ? null : (readCurve(view, offset)?.curve ?? null);
  return curve !== null && isSound(curve) ? curve : null;
}
