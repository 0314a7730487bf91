/** A profile of three tone curves and a matrix (ICC.1:2022, F.3), which brings RGB to linear sRGB. */
export interface MatrixProfile {
  /** Sample in 0..1 -> linear light, for each channel. */
  curves: readonly [ToneCurve, ToneCurve, ToneCurve];
  /** Linear light of the profile's primaries -> linear sRGB, row by row. */
  matrix: readonly number[];
}

export type ToneCurve = (value: number) => number;

/** Bytes of the header and of the tag count behind it (7.2, 7.3). */
const HEADER_BYTES = 128;
const TAG_TABLE = HEADER_BYTES + 4;
const TAG_BYTES = 12;
const MAX_TAGS = 100;

/** XYZ of the profile connection space (D50) -> linear sRGB, row by row. */
const XYZ_TO_SRGB = [
  3.1338561, -1.6168667, -0.4906146, -0.9787684, 1.9161415, 0.033454, 0.0719453, -0.2289914, 1.4052427,
] as const;

/** No sound profile's matrix has an entry beyond this. */
const MAX_ENTRY = 8;

/** Parameters of each function type of a parametric curve, in order (10.18). */
const PARAMETER_COUNTS = [1, 3, 4, 5, 7] as const;

/** Reads a profile; null when it is damaged, absurd or not a matrix profile of RGB: the caller takes sRGB then. */
export function readMatrixProfile(bytes: Uint8Array): MatrixProfile | null {
  try {
    return readProfile(bytes);
  } catch {
    return null; // A DataView throws RangeError beyond the profile's end.
  }
}

function readProfile(bytes: Uint8Array): MatrixProfile | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (tagAt(view, 36) !== "acsp" || tagAt(view, 16) !== "RGB ") return null;
  const tags = readTags(view);
  if (tags.has("A2B0")) return null;
  const columns = ["rXYZ", "gXYZ", "bXYZ"].map((tag) => readXyz(view, tags.get(tag)));
  const [red, green, blue] = ["rTRC", "gTRC", "bTRC"].map((tag) => readCurve(view, tags.get(tag)));
  if (!red || !green || !blue) return null;
  const matrix = [0, 1, 2].flatMap((row) => columns.map((column) => toSrgb(row, column)));
  const curves = [red, green, blue] as const;
  return matrix.every(isSane) && curves.every(isSound) ? { curves, matrix } : null;
}

function isSane(entry: number): boolean {
  return Math.abs(entry) <= MAX_ENTRY;
}

/** A curve that gives numbers around 0..1 and more light for more signal. */
function isSound(curve: ToneCurve): boolean {
  const samples = Array.from({ length: 256 }, (_, step) => curve(step / 255));
  const finite = samples.every((light) => light >= -0.01 && light <= 1.5);
  const rises = samples.every(
    (light, step) => light >= (samples[step - 1] ?? Number.NEGATIVE_INFINITY) - 0.01,
  );
  return finite && rises && (samples[255] ?? 0) > 0.5;
}

function tagAt(view: DataView, offset: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((i) => view.getUint8(offset + i)));
}

/** Offsets of the tags' data, by signature. */
function readTags(view: DataView): Map<string, number> {
  const count = Math.min(MAX_TAGS, view.getUint32(HEADER_BYTES));
  const tags = new Map<string, number>();
  for (let tag = 0; tag < count; tag += 1) {
    const entry = TAG_TABLE + tag * TAG_BYTES;
    tags.set(tagAt(view, entry), view.getUint32(entry + 4));
  }
  return tags;
}

/** s15Fixed16Number (4.6). */
function fixed(view: DataView, offset: number): number {
  return view.getInt32(offset) / 65_536;
}

/** XYZType (10.31). */
function readXyz(view: DataView, offset: number | undefined): number[] {
  if (offset === undefined || tagAt(view, offset) !== "XYZ ") throw new RangeError("No primary");
  return [8, 12, 16].map((at) => fixed(view, offset + at));
}

function toSrgb(row: number, xyz: number[]): number {
  return xyz.reduce((sum, value, i) => sum + (XYZ_TO_SRGB[row * 3 + i] ?? 0) * value, 0);
}

function readCurve(view: DataView, offset: number | undefined): ToneCurve | null {
  if (offset === undefined) return null;
  const type = tagAt(view, offset);
  if (type === "curv") return readSampledCurve(view, offset);
  return type === "para" ? readParametricCurve(view, offset) : null;
}

/** curveType: nothing for the identity, one number for a gamma, otherwise samples (10.6). */
function readSampledCurve(view: DataView, offset: number): ToneCurve {
  const count = view.getUint32(offset + 8);
  if (count === 0) return (value) => value;
  if (count === 1) {
    const gamma = view.getUint16(offset + 12) / 256;
    return (value) => value ** gamma;
  }
  if (offset + 12 + 2 * count > view.byteLength) throw new RangeError("A curve leaves the profile");
  const samples = Array.from({ length: count }, (_, i) => view.getUint16(offset + 12 + 2 * i) / 65_535);
  return (value) => interpolate(samples, value);
}

function interpolate(samples: number[], value: number): number {
  const position = value * (samples.length - 1);
  const step = Math.min(samples.length - 2, Math.floor(position));
  const low = samples[step] ?? 0;
  return low + ((samples[step + 1] ?? low) - low) * (position - step);
}

/** parametricCurveType, function types 0 to 4 (10.18): a power above a threshold, a line or a constant below it. */
function readParametricCurve(view: DataView, offset: number): ToneCurve | null {
  const type = view.getUint16(offset + 8);
  const count = PARAMETER_COUNTS[type];
  if (count === undefined) return null;
  const parameters = Array.from({ length: count }, (_, i) => fixed(view, offset + 12 + 4 * i));
  const [g = 1, a = 1, b = 0, c = 0, d = 0, e = 0, f = 0] = parameters;
  const power = (value: number) => Math.max(0, a * value + b) ** g;
  if (type === 0) return (value) => value ** g;
  if (type <= 2) return (value) => (value >= -b / a ? power(value) : 0) + (type === 2 ? c : 0);
  return (value) => (value >= d ? power(value) + e : c * value + f);
}
