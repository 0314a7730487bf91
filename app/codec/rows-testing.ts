import sharp from "sharp";
import { expect } from "vitest";
import type { RowPicture, RowsHeader } from "./rows";
import { CHANNELS, rowBytes } from "./rows";

export interface Walked {
  header: RowsHeader;
  data: Uint8Array;
  flaws: string[];
}

/** All rows in one piece, with the promises of batches checked on the way. */
export async function walked(picture: RowPicture): Promise<Walked> {
  const { header } = picture;
  const data = new Uint8Array(rowBytes(header) * header.height);
  let next = 0;
  for await (const batch of picture.rows) {
    expect(batch.first).toBe(next);
    expect(batch.data.length).toBe(batch.count * rowBytes(header));
    data.set(batch.data, batch.first * rowBytes(header));
    next += batch.count;
  }
  expect(next).toBe(header.height);
  return { header, data, flaws: [...picture.flaws].sort() };
}

/** What sharp makes of the same file, in the layout and depth of the header. */
export async function reference(file: Uint8Array, header: RowsHeader): Promise<Uint8Array> {
  const channels = CHANNELS[header.layout];
  const grey = header.layout.startsWith("grey");
  const space = header.layout === "cmyk" ? "cmyk" : header.layout === "grey" ? "b-w" : "srgb";
  const wide = grey ? "grey16" : "rgb16";
  const { data, info } = await sharp(file, { failOn: "none" })
    .toColourspace(header.depth === 16 ? wide : space)
    .raw({ depth: header.depth === 16 ? "ushort" : "uchar" })
    .toBuffer({ resolveWithObject: true });
  if (info.channels === channels) return new Uint8Array(data);
  expect([channels, info.channels, header.depth]).toEqual([2, 4, 8]);
  return Uint8Array.from({ length: data.length / 2 }, (_, at) => data[4 * (at >> 1) + 3 * (at & 1)] ?? 0);
}

/** Index of the first difference and both values; null when all bytes are equal. */
export function difference(one: Uint8Array, other: Uint8Array): string | null {
  if (one.length !== other.length) return `${one.length} bytes and ${other.length}`;
  const at = one.findIndex((value, index) => value !== other[index]);
  return at < 0 ? null : `at ${at}: ${one[at]} and ${other[at]}`;
}
