import { concat } from "../byte-source";

/** A profile to be written: what its header says, and the tags' data by signature. */
export interface ProfilePlan {
  space: "GRAY" | "RGB " | "CMYK";
  connection?: "XYZ " | "Lab ";
  version?: 2 | 4;
  deviceClass?: string;
  tags: Readonly<Record<string, Uint8Array>>;
}

/** Lays a profile out (ICC.1:2022, 7): header, tag table, tags in their order, white and a description among them. */
export function aProfile({ space, connection = "XYZ ", version = 2, ...plan }: ProfilePlan): Uint8Array {
  const tags = Object.entries({ desc: words("desc"), cprt: text("none"), wtpt: xyz(WHITE), ...plan.tags });
  const header = Buffer.alloc(132 + 12 * tags.length);
  header[8] = version;
  header.write(`${plan.deviceClass ?? "mntr"}${space}${connection}`, 12, "latin1");
  header.write("acsp", 36, "latin1");
  header.set(xyz(WHITE).subarray(8), 68);
  header.writeUInt32BE(tags.length, 128);
  let at = header.length;
  const bodies = tags.map(([signature, data], index) => {
    header.write(signature, 132 + 12 * index, "latin1");
    header.writeUInt32BE(at, 136 + 12 * index);
    header.writeUInt32BE(data.length, 140 + 12 * index);
    at += padded(data).length;
    return padded(data);
  });
  header.writeUInt32BE(at, 0);
  return concat([header, ...bodies]);
}

const WHITE = [0.9642, 1, 0.8249];

/** A type's signature and what follows its reserved bytes. */
function typed(type: string, ...parts: (Uint8Array | readonly number[])[]): Uint8Array {
  return concat([
    Buffer.from(type, "latin1"),
    new Uint8Array(4),
    ...parts.map((part) => Uint8Array.from(part)),
  ]);
}

function padded(data: Uint8Array): Uint8Array {
  return concat([data, new Uint8Array(-data.length & 3)]);
}

/** textDescriptionType of version 2, and textType (10.24). */
function words(content: string): Uint8Array {
  const ascii = Buffer.from(`${content}\0`, "latin1");
  return typed("desc", long(ascii.length), ascii, new Uint8Array(78));
}

function text(content: string): Uint8Array {
  return typed("text", Buffer.from(`${content}\0`, "latin1"));
}

function short(value: number): number[] {
  return [(value >> 8) & 255, value & 255];
}

function long(value: number): number[] {
  return [...short(value >>> 16), ...short(value)];
}

function fixed(values: readonly number[]): number[] {
  return values.flatMap((value) => long(Math.round(value * 65_536)));
}

export function xyz(values: readonly number[]): Uint8Array {
  return typed("XYZ ", fixed(values));
}

/** curveType of one gamma (10.6). */
export function gammaCurve(gamma: number): Uint8Array {
  return typed("curv", long(1), short(Math.round(gamma * 256)));
}

/** curveType of samples in 0..1. */
export function sampledCurve(count: number, curve: (value: number) => number): Uint8Array {
  const samples = Array.from({ length: count }, (_, at) => short(wide(curve(at / (count - 1)))));
  return typed("curv", long(count), samples.flat());
}

/** parametricCurveType (10.18). */
export function parametricCurve(type: number, parameters: readonly number[]): Uint8Array {
  return typed("para", short(type), [0, 0], fixed(parameters));
}

function wide(value: number): number {
  return Math.round(65_535 * Math.max(0, Math.min(1, value)));
}

/** Tags of three primaries and one curve (F.3). */
export function matrixTags(
  primaries: readonly (readonly number[])[],
  curve: Uint8Array,
): Record<string, Uint8Array> {
  const [red = [], green = [], blue = []] = primaries.map((primary) => xyz(primary));
  return {
    rXYZ: Uint8Array.from(red),
    gXYZ: Uint8Array.from(green),
    bXYZ: Uint8Array.from(blue),
    rTRC: curve,
    gTRC: curve,
    bTRC: curve,
  };
}

/** A table of colours to be written, which says what `colour` says at its nodes. */
export interface TablePlan {
  channels: number;
  size: number;
  /** First curve of each channel, as a gamma. */
  gamma?: number;
  /** Connection space values of a place in the table, each in 0..1 as the type encodes them. */
  colour(place: readonly number[]): readonly number[];
}

/** lut8Type or lut16Type (10.11, 10.10) with straight output tables. */
export function oldTable(bits: 8 | 16, { channels, size, gamma = 1, colour }: TablePlan): Uint8Array {
  const entries = bits === 8 ? 256 : 1024;
  const put = (value: number) => (bits === 8 ? [Math.round(wide(value) / 257)] : short(wide(value)));
  const table = (power: number) =>
    Array.from({ length: entries }, (_, at) => put((at / (entries - 1)) ** power)).flat();
  const unity = fixed([1, 0, 0, 0, 1, 0, 0, 0, 1]);
  return typed(
    bits === 8 ? "mft1" : "mft2",
    [channels, 3, size, 0],
    unity,
    bits === 8 ? [] : [...short(entries), ...short(entries)],
    Array.from({ length: channels }, () => table(gamma)).flat(),
    Uint8Array.from(nodesOf(channels, size).flatMap((place) => colour(place).flatMap(put))),
    [1, 1, 1].flatMap(table),
  );
}

/** Stages of a lutAToBType around its table. */
export interface StagedPlan extends TablePlan {
  /** M curves, as parametric ones, and the matrix behind them, rows and then summands. */
  m?: { gamma: number; matrix: readonly number[] };
  /** Bytes of a sample in the table; no table at all when 0. */
  bytes?: 0 | 1 | 2;
}

/** lutAToBType (10.12) with straight B curves. */
export function stagedTable(plan: StagedPlan): Uint8Array {
  const { channels, size, gamma = 1, colour, m, bytes = 2 } = plan;
  const line = typed("curv", long(0));
  const put = (value: number) => (bytes === 1 ? [Math.round(wide(value) / 257)] : short(wide(value)));
  const sides = Array.from({ length: 16 }, (_, at) => (at < channels ? size : 0));
  const nodes = Uint8Array.from(nodesOf(channels, size).flatMap((place) => colour(place).flatMap(put)));
  const blocks = [
    concat([line, line, line]),
    m ? Uint8Array.from(fixed(m.matrix)) : null,
    m ? repeated(parametricCurve(0, [m.gamma]), 3) : null,
    bytes === 0 ? null : concat([Uint8Array.from([...sides, bytes, 0, 0, 0]), nodes]),
    bytes === 0 ? null : repeated(parametricCurve(0, [gamma]), channels),
  ].map((block) => block && padded(block));
  let at = 32;
  const offsets = blocks.flatMap((block) => {
    const offset = block === null ? 0 : at;
    at += block?.length ?? 0;
    return long(offset);
  });
  return typed("mAB ", [channels, 3, 0, 0], offsets, ...blocks.filter((block) => block !== null));
}

function repeated(curve: Uint8Array, count: number): Uint8Array {
  return concat(Array.from({ length: count }, () => padded(curve)));
}

function nodesOf(channels: number, size: number): number[][] {
  return Array.from({ length: size ** channels }, (_, node) =>
    Array.from(
      { length: channels },
      (_, channel) => (Math.floor(node / size ** (channels - 1 - channel)) % size) / (size - 1),
    ),
  );
}

/** L*a*b* relative to D50 of shares of white. */
export function labOf(shares: readonly number[]): number[] {
  const [x = 0, y = 0, z = 0] = shares.map((share) =>
    share > (6 / 29) ** 3 ? Math.cbrt(share) : share / (3 * (6 / 29) ** 2) + 4 / 29,
  );
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** L*a*b* as lutAToBType and lut8Type encode it, and as lut16Type does (10.10). */
export function encodedLab([l = 0, a = 0, b = 0]: readonly number[], type: "old16" | "other"): number[] {
  const most = type === "old16" ? 65_280 / 65_535 : 1;
  const chroma = type === "old16" ? 256 / 65_535 : 1 / 255;
  return [(l / 100) * most, (a + 128) * chroma, (b + 128) * chroma];
}

/** Puts a profile into a JPEG, behind SOI, in parts (ICC.1:2022, B.4). */
export function withProfile(file: Uint8Array, icc: Uint8Array, partBytes = 60_000): Uint8Array {
  const count = Math.ceil(icc.length / partBytes);
  const segments = Array.from({ length: count }, (_, at) => {
    const part = icc.subarray(at * partBytes, (at + 1) * partBytes);
    const name = Buffer.from("ICC_PROFILE\0", "latin1");
    return concat([Uint8Array.from([0xff, 0xe2, ...short(part.length + 16), ...name, at + 1, count]), part]);
  });
  return concat([file.subarray(0, 2), ...segments, file.subarray(2)]);
}

/** Primaries as profiles give them, adapted to D50, and their gamma. */
export const ADOBE_RGB = {
  primaries: [
    [0.60974, 0.31111, 0.01947],
    [0.20528, 0.62567, 0.06087],
    [0.14919, 0.06322, 0.74457],
  ],
  gamma: 2.199_218_75,
};
export const PROPHOTO = {
  primaries: [
    [0.797_674_9, 0.288_040_2, 0],
    [0.135_191_7, 0.711_874_1, 0],
    [0.031_353_4, 0.000_085_7, 0.825_21],
  ],
  gamma: 1.8,
};
