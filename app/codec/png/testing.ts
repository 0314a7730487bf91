import { deflateSync } from "node:zlib";
import { concat } from "../byte-source";
import { crc32 } from "../crc32";

/** A PNG to be written, for what sharp does not write: every depth, filter, key colour and broken part. */
export interface PngPlan {
  width: number;
  height: number;
  colourType: number;
  bitDepth: number;
  interlaced?: boolean;
  /** Bytes of PLTE and tRNS. */
  palette?: Uint8Array;
  transparency?: Uint8Array;
  /** A stored sample: of pixel (x, y), by its number in the pixel. */
  sample: (x: number, y: number, index: number) => number;
  /** Filter type of a row, none when left out. */
  filter?: (row: number) => number;
  /** Chunks before IDAT. */
  extra?: readonly Uint8Array[];
  /** Bytes of an IDAT chunk. */
  dataBytes?: number;
}

const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
const WHOLE = { x0: 0, y0: 0, dx: 1, dy: 1 };
const ADAM7 = [
  { x0: 0, y0: 0, dx: 8, dy: 8 },
  { x0: 4, y0: 0, dx: 8, dy: 8 },
  { x0: 0, y0: 4, dx: 4, dy: 8 },
  { x0: 2, y0: 0, dx: 4, dy: 4 },
  { x0: 0, y0: 2, dx: 2, dy: 4 },
  { x0: 1, y0: 0, dx: 2, dy: 2 },
  { x0: 0, y0: 1, dx: 1, dy: 2 },
];

export function aPng(plan: PngPlan): Uint8Array<ArrayBuffer> {
  const { width, height, bitDepth, colourType, interlaced = false, palette, transparency, extra = [] } = plan;
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header.set([bitDepth, colourType, 0, 0, interlaced ? 1 : 0], 8);
  const passes = interlaced ? ADAM7 : [WHOLE];
  const data = deflateSync(concat(passes.map((pass) => filteredPass(plan, pass))));
  const size = plan.dataBytes ?? 700;
  const parts = Array.from({ length: Math.ceil(data.length / size) }, (_, index) =>
    chunk("IDAT", data.subarray(index * size, (index + 1) * size)),
  );
  return concat([
    Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header),
    ...(palette ? [chunk("PLTE", palette)] : []),
    ...(transparency ? [chunk("tRNS", transparency)] : []),
    ...extra,
    ...parts,
    chunk("IEND", new Uint8Array()),
  ]);
}

export function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = concat([new TextEncoder().encode(type), data]);
  const whole = new Uint8Array(body.length + 8);
  const view = new DataView(whole.buffer);
  view.setUint32(0, data.length);
  whole.set(body, 4);
  view.setUint32(whole.length - 4, crc32(body));
  return whole;
}

type PassGrid = typeof WHOLE;

function filteredPass(plan: PngPlan, { x0, y0, dx, dy }: PassGrid): Uint8Array {
  const width = Math.max(0, Math.ceil((plan.width - x0) / dx));
  const height = Math.max(0, Math.ceil((plan.height - y0) / dy));
  if (width === 0 || height === 0) return new Uint8Array();
  const samples = SAMPLES[plan.colourType] ?? 1;
  const length = Math.ceil((width * samples * plan.bitDepth) / 8);
  const step = Math.max(1, (samples * plan.bitDepth) >> 3);
  const rows: Uint8Array[] = [];
  let above = new Uint8Array(length);
  for (let row = 0; row < height; row += 1) {
    const packed = new Uint8Array(length);
    for (let x = 0; x < width; x += 1) {
      for (let index = 0; index < samples; index += 1) {
        pack(packed, x * samples + index, plan.bitDepth, plan.sample(x0 + x * dx, y0 + row * dy, index));
      }
    }
    rows.push(filtered(plan.filter?.(row) ?? 0, packed, above, step));
    above = packed;
  }
  return concat(rows);
}

function pack(row: Uint8Array, index: number, depth: number, value: number): void {
  if (depth === 16) {
    row[2 * index] = value >> 8;
    row[2 * index + 1] = value & 255;
  } else {
    const bit = index * depth;
    row[bit >> 3] = (row[bit >> 3] ?? 0) | (value << (8 - depth - (bit & 7)));
  }
}

function filtered(type: number, row: Uint8Array, above: Uint8Array, step: number): Uint8Array {
  const out = new Uint8Array(row.length + 1);
  out[0] = type;
  row.forEach((value, at) => {
    const a = at >= step ? (row[at - step] ?? 0) : 0;
    const b = above[at] ?? 0;
    const c = at >= step ? (above[at - step] ?? 0) : 0;
    const p = a + b - c;
    const [pa, pb, pc] = [Math.abs(p - a), Math.abs(p - b), Math.abs(p - c)];
    const paeth = pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
    out[at + 1] = value - ([0, a, b, (a + b) >> 1, paeth][type] ?? 0);
  });
  return out;
}
