import { LONG } from "./ifd";
import { EXIF_IFD } from "./tags";

/** An entry of a directory to be written, its value in the byte order of the block. */
export interface Field {
  tag: number;
  type: number;
  count: number;
  value: Uint8Array;
}

const HEADER_BYTES = 8;
const ENTRY_BYTES = 12;

/**
 * A TIFF block (TIFF 6.0, section 2) of one directory, and below it an Exif directory when there are fields for it.
 * Fields must be given in the order of their tags, those of the first below the pointer to the second (0x8769).
 */
export function ifdBlock(littleEndian: boolean, first: readonly Field[], exif: readonly Field[]): Uint8Array {
  const hasExif = exif.length > 0;
  const exifAt = HEADER_BYTES + sizeOf(hasExif ? first.length + 1 : first.length, first);
  const pointer: Field[] = hasExif
    ? [{ tag: EXIF_IFD, type: LONG, count: 1, value: long(exifAt, littleEndian) }]
    : [];
  const block = new Uint8Array(exifAt + (hasExif ? sizeOf(exif.length, exif) : 0));
  const view = new DataView(block.buffer);
  block.set(littleEndian ? [0x49, 0x49] : [0x4d, 0x4d]);
  view.setUint16(2, 42, littleEndian);
  view.setUint32(4, HEADER_BYTES, littleEndian);
  writeIfd(block, littleEndian, HEADER_BYTES, [...first, ...pointer]);
  if (hasExif) writeIfd(block, littleEndian, exifAt, exif);
  return block;
}

/** A directory and the values that do not fit into it. */
function sizeOf(count: number, fields: readonly Field[]): number {
  return fields.reduce((sum, { value }) => sum + outside(value), 2 + count * ENTRY_BYTES + 4);
}

/** Values begin on word boundaries. */
function outside({ length }: Uint8Array): number {
  return length > 4 ? length + (length & 1) : 0;
}

function writeIfd(block: Uint8Array, littleEndian: boolean, at: number, fields: readonly Field[]): void {
  const view = new DataView(block.buffer);
  view.setUint16(at, fields.length, littleEndian);
  let valueAt = at + 2 + fields.length * ENTRY_BYTES + 4;
  for (const [index, { tag, type, count, value }] of fields.entries()) {
    const entry = at + 2 + index * ENTRY_BYTES;
    view.setUint16(entry, tag, littleEndian);
    view.setUint16(entry + 2, type, littleEndian);
    view.setUint32(entry + 4, count, littleEndian);
    if (value.length > 4) view.setUint32(entry + 8, valueAt, littleEndian);
    block.set(value, value.length > 4 ? valueAt : entry + 8);
    valueAt += outside(value);
  }
}

function long(value: number, littleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value, littleEndian);
  return bytes;
}
