import { type Clut, readClut } from "./clut";
import { D50, labToShares } from "./connection";
import { type ConnectionSpace, type Container, fixedAt, signatureAt } from "./container";
import { readCurves, readSamples, sampledCurve, type ToneCurve, unit } from "./curves";

/**
 * A profile's way from device to connection space by a table of colours (ICC.1:2022, F.4 and F.5), in the steps that
 * matter to us: a curve for each channel, then a table of three values, then all that follows it.
 */
export interface ColourTable {
  /** Device channel -> place along the table's side, both in 0..1. */
  shapers: readonly ToneCurve[];
  /** None: there are three channels, and they go on as they are. */
  clut: Clut | null;
  /** Turns three values of the table into shares of white, in place. */
  finish(values: Float64Array): void;
}

/** A stage of three values in 0..1, in place. */
type Stage = (values: Float64Array) => void;

/** Connection space values in 0..1 -> shares of white. Encodings differ by type and connection space (6.3.4). */
interface Encoding {
  lightness: number;
  chroma: number;
  xyz: number;
}

/** lut8Type (10.11), lut16Type with its own L*a*b* (10.10), lutAToBType (10.12). */
const XYZ_MOST = 1 + 32_767 / 32_768;
const ENCODINGS: Readonly<Record<string, Encoding>> = {
  mft1: { lightness: 100, chroma: 255, xyz: XYZ_MOST },
  mft2: { lightness: (100 * 65_535) / 65_280, chroma: 65_535 / 256, xyz: XYZ_MOST },
  "mAB ": { lightness: 100, chroma: 255, xyz: XYZ_MOST },
};

const OUTPUTS = 3;

/** Reads an A2B tag; null when its type or shape is none that leads from `channels` to the connection space. */
export function readColourTable(container: Container, tag: string, channels: number): ColourTable | null {
  const offset = container.tags.get(tag);
  if (offset === undefined) return null;
  const { view } = container;
  const type = signatureAt(view, offset);
  const encoding = ENCODINGS[type];
  if (encoding === undefined) return null;
  if (view.getUint8(offset + 8) !== channels || view.getUint8(offset + 9) !== OUTPUTS) return null;
  const decode = decoder(encoding, container.connection);
  if (type === "mAB ") return readStages(view, offset, channels, decode);
  return readTables(view, offset, channels, type === "mft1" ? 8 : 16, decode);
}

function decoder({ lightness, chroma, xyz }: Encoding, connection: ConnectionSpace): Stage {
  if (connection === "XYZ ") {
    return (values) => {
      for (let i = 0; i < OUTPUTS; i += 1) values[i] = ((values[i] ?? 0) * xyz) / (D50[i] ?? 1);
    };
  }
  return (values) => {
    values[0] = (values[0] ?? 0) * lightness;
    values[1] = (values[1] ?? 0) * chroma - 128;
    values[2] = (values[2] ?? 0) * chroma - 128;
    labToShares(values);
  };
}

/** Entries of the input and output tables of lut8Type; those of lut16Type are counted in it. */
const BYTE_ENTRIES = 256;
const MAX_ENTRIES = 4096;

/** lut8Type and lut16Type (10.10, 10.11). Their matrix is for XYZ only, which no device channels are. */
function readTables(
  view: DataView,
  offset: number,
  channels: number,
  bits: 8 | 16,
  decode: Stage,
): ColourTable | null {
  const size = view.getUint8(offset + 10);
  const inputs = bits === 8 ? BYTE_ENTRIES : view.getUint16(offset + 48);
  const outputs = bits === 8 ? BYTE_ENTRIES : view.getUint16(offset + 50);
  if (![inputs, outputs].every((entries) => entries >= 2 && entries <= MAX_ENTRIES)) return null;
  const bytes = bits / 8;
  const inputAt = offset + (bits === 8 ? 48 : 52);
  const clutAt = inputAt + channels * inputs * bytes;
  const clut = readClut(view, clutAt, new Array<number>(channels).fill(size), bits);
  if (clut === null) return null;
  const outputAt = clutAt + clut.samples.length * bytes;
  const finish = curvesStage(tablesAt(view, outputAt, OUTPUTS, outputs, bits));
  return {
    shapers: tablesAt(view, inputAt, channels, inputs, bits),
    clut,
    finish: inTurn([finish, decode]),
  };
}

function tablesAt(view: DataView, offset: number, count: number, entries: number, bits: 8 | 16): ToneCurve[] {
  return Array.from({ length: count }, (_, table) =>
    sampledCurve(readSamples(view, offset + (table * entries * bits) / 8, entries, bits)),
  );
}

/** lutAToBType (10.12): A curves, table, M curves, matrix, B curves, of which only the last must be there. */
function readStages(view: DataView, offset: number, channels: number, decode: Stage): ColourTable | null {
  const [bAt, matrixAt, mAt, clutAt, aAt] = [12, 16, 20, 24, 28].map((at) => view.getUint32(offset + at));
  const curves = (at: number | undefined, count: number) =>
    at ? readCurves(view, offset + at, count) : null;
  const b = curves(bAt, OUTPUTS);
  const m = curves(mAt, OUTPUTS);
  const matrix = matrixAt ? matrixStage(view, offset + matrixAt) : null;
  if (b === null || (mAt && m === null)) return null;
  const behind = [matrix, curvesStage(b), decode];
  if (!clutAt) {
    if (channels !== OUTPUTS) return null;
    return m === null && matrix === null
      ? { shapers: b, clut: null, finish: decode }
      : { shapers: m ?? LINES, clut: null, finish: inTurn(behind) };
  }
  const a = curves(aAt, channels);
  const clut = readStagedClut(view, offset + clutAt, channels);
  if (a === null || clut === null) return null;
  return { shapers: a, clut, finish: inTurn([m && curvesStage(m), ...behind]) };
}

const LINES: readonly ToneCurve[] = [unit, unit, unit];

/** Sizes of the table's sides, at most 16, and bytes of a sample stand before it (10.12.3). */
function readStagedClut(view: DataView, offset: number, channels: number): Clut | null {
  const sizes = Array.from({ length: channels }, (_, at) => view.getUint8(offset + at));
  const bytes = view.getUint8(offset + 16);
  if (bytes !== 1 && bytes !== 2) return null;
  return readClut(view, offset + 20, sizes, bytes === 1 ? 8 : 16);
}

/** Nine factors row by row, then three summands (10.12.5). */
function matrixStage(view: DataView, offset: number): Stage {
  const entries = Array.from({ length: 12 }, (_, at) => fixedAt(view, offset + 4 * at));
  const row = (at: number, x: number, y: number, z: number) => {
    const [p = 0, q = 0, r = 0] = entries.slice(3 * at, 3 * at + 3);
    return unit(p * x + q * y + r * z + (entries[9 + at] ?? 0));
  };
  return (values) => {
    const [x = 0, y = 0, z = 0] = values;
    for (let at = 0; at < OUTPUTS; at += 1) values[at] = row(at, x, y, z);
  };
}

function curvesStage(curves: readonly ToneCurve[]): Stage {
  return (values) => {
    for (let at = 0; at < OUTPUTS; at += 1) values[at] = curves[at]?.(values[at] ?? 0) ?? 0;
  };
}

function inTurn(stages: readonly (Stage | null)[]): Stage {
  const all = stages.filter((stage) => stage !== null);
  return (values) => {
    for (const stage of all) stage(values);
  };
}
