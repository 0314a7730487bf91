import { concat } from "../byte-source";
import { ASCII, BYTE, LONG, RATIONAL, SHORT, UNDEFINED } from "./ifd";

/** A value of an entry: numbers of a type, text, bytes, or a place in the file named with `at`. */
export type Value =
  | { short: readonly number[] }
  | { long: readonly number[] }
  | { rational: readonly [number, number] }
  | { ascii: string }
  | { bytes: Uint8Array }
  | { undefined: Uint8Array }
  /** The offset of a block of the file; with `inLong` false as UNDEFINED of four bytes. */
  | { offsetOf: string };

/** A directory: its entries by tag, and the one that follows it. */
export interface IfdPlan {
  entries: Record<number, Value>;
  next?: string;
}

export interface TiffPlan {
  littleEndian?: boolean;
  /** The number behind the byte order; 42 when left out. */
  version?: number;
  /** Bytes between the header and the first block. */
  prefix?: Uint8Array;
  first: string;
  /** Directories and data by name, in the order they lie in the file. */
  blocks: Record<string, IfdPlan | Uint8Array>;
}

const TYPE_BYTES: Record<number, number> = {
  [BYTE]: 1,
  [ASCII]: 1,
  [SHORT]: 2,
  [LONG]: 4,
  [RATIONAL]: 8,
  [UNDEFINED]: 1,
};

/** Writes a TIFF structure by hand, in two rounds: the first finds out where everything lies. */
export function aTiff(plan: TiffPlan): Uint8Array<ArrayBuffer> {
  const { littleEndian = true, version = 42, prefix = new Uint8Array(), first, blocks } = plan;
  const places = new Map<string, number>();
  const write = () => {
    let at = 8 + prefix.length;
    const parts: Uint8Array[] = [];
    for (const [name, block] of Object.entries(blocks)) {
      places.set(name, at);
      const bytes = block instanceof Uint8Array ? block : ifdBytes(block, at, places, littleEndian);
      const padded = concat([bytes, new Uint8Array(bytes.length & 1)]);
      parts.push(padded);
      at += padded.length;
    }
    const head = new Uint8Array(8);
    const view = new DataView(head.buffer);
    head.set(littleEndian ? [0x49, 0x49] : [0x4d, 0x4d]);
    view.setUint16(2, version, littleEndian);
    view.setUint32(4, places.get(first) ?? 0, littleEndian);
    return concat([head, prefix, ...parts]);
  };
  write();
  return write();
}

function ifdBytes(plan: IfdPlan, at: number, places: Map<string, number>, littleEndian: boolean): Uint8Array {
  const fields = Object.entries(plan.entries)
    .map(([tag, value]) => ({ tag: Number(tag), ...encoded(value, places, littleEndian) }))
    .sort((one, other) => one.tag - other.tag);
  const table = new Uint8Array(2 + fields.length * 12 + 4);
  const view = new DataView(table.buffer);
  const values: Uint8Array[] = [];
  let valueAt = at + table.length;
  view.setUint16(0, fields.length, littleEndian);
  fields.forEach(({ tag, type, data }, index) => {
    const entry = 2 + index * 12;
    view.setUint16(entry, tag, littleEndian);
    view.setUint16(entry + 2, type, littleEndian);
    view.setUint32(entry + 4, data.length / (TYPE_BYTES[type] ?? 1), littleEndian);
    if (data.length <= 4) table.set(data, entry + 8);
    else {
      view.setUint32(entry + 8, valueAt, littleEndian);
      values.push(data);
      valueAt += data.length;
    }
  });
  view.setUint32(table.length - 4, plan.next === undefined ? 0 : (places.get(plan.next) ?? 0), littleEndian);
  return concat([table, ...values]);
}

function encoded(
  value: Value,
  places: Map<string, number>,
  littleEndian: boolean,
): { type: number; data: Uint8Array } {
  if ("short" in value) return { type: SHORT, data: whole(value.short, 2, littleEndian) };
  if ("long" in value) return { type: LONG, data: whole(value.long, 4, littleEndian) };
  if ("rational" in value) return { type: RATIONAL, data: whole(value.rational, 4, littleEndian) };
  if ("ascii" in value) return { type: ASCII, data: new TextEncoder().encode(`${value.ascii}\0`) };
  if ("bytes" in value) return { type: BYTE, data: value.bytes };
  if ("undefined" in value) return { type: UNDEFINED, data: value.undefined };
  return { type: LONG, data: whole([places.get(value.offsetOf) ?? 0], 4, littleEndian) };
}

function whole(values: readonly number[], size: 2 | 4, littleEndian: boolean): Uint8Array {
  const data = new Uint8Array(values.length * size);
  const view = new DataView(data.buffer);
  for (const [index, value] of values.entries()) {
    if (size === 2) view.setUint16(2 * index, value, littleEndian);
    else view.setUint32(4 * index, value, littleEndian);
  }
  return data;
}
