import { unzlibSync } from "fflate";
import { FONT_FILE } from "./font-file";

/** A TrueType font as far as text has to be set in it. */
export interface Font {
  bytes: Uint8Array;
  /** Of one em, as all measures here. */
  unitsPerEm: number;
  ascent: number;
  descent: number;
  box: [number, number, number, number];
  /** The glyph of a character; 0 for one that the font has not. */
  glyphOf(codePoint: number): number;
  widthOf(glyph: number): number;
}

let font: Font | null = null;

/** The font of our documents, read once. */
export function documentFont(): Font {
  font ??= readFont(unzlibSync(Uint8Array.from(atob(FONT_FILE), (each) => each.charCodeAt(0))));
  return font;
}

/** Reads the tables of a TrueType file (OpenType 1.9): head, hhea, hmtx, and the format 4 part of cmap. */
function readFont(bytes: Uint8Array): Font {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables = new Map<string, number>();
  for (let i = 0; i < view.getUint16(4); i++) {
    const at = 12 + 16 * i;
    tables.set(String.fromCharCode(...bytes.subarray(at, at + 4)), view.getUint32(at + 8));
  }
  const table = (name: string) => {
    const at = tables.get(name);
    if (at === undefined) throw new Error(`the font has no table ${name}`);
    return at;
  };
  const [head, hhea, hmtx] = [table("head"), table("hhea"), table("hmtx")];
  const metrics = view.getUint16(hhea + 34);
  const glyphs = characterMap(view, table("cmap"));
  return {
    bytes,
    unitsPerEm: view.getUint16(head + 18),
    box: [0, 2, 4, 6].map((offset) => view.getInt16(head + 36 + offset)) as Font["box"],
    ascent: view.getInt16(hhea + 4),
    descent: view.getInt16(hhea + 6),
    glyphOf: (codePoint) => glyphs.get(codePoint) ?? 0,
    widthOf: (glyph) => view.getUint16(hmtx + 4 * Math.min(glyph, metrics - 1)),
  };
}

function characterMap(view: DataView, cmap: number): Map<number, number> {
  const glyphs = new Map<number, number>();
  const at = format4(view, cmap);
  const segments = view.getUint16(at + 6) / 2;
  const [ends, starts] = [at + 14, at + 16 + 2 * segments];
  const [deltas, offsets] = [starts + 2 * segments, starts + 4 * segments];
  for (let i = 0; i < segments; i++) {
    const end = view.getUint16(ends + 2 * i);
    const start = view.getUint16(starts + 2 * i);
    const delta = view.getInt16(deltas + 2 * i);
    const offset = view.getUint16(offsets + 2 * i);
    for (let code = start; code <= end && code < 0xffff; code++) {
      const stored = offset === 0 ? code : view.getUint16(offsets + 2 * i + offset + 2 * (code - start));
      if (stored !== 0) glyphs.set(code, (stored + delta) & 0xffff);
    }
  }
  return glyphs;
}

function format4(view: DataView, cmap: number): number {
  for (let i = 0; i < view.getUint16(cmap + 2); i++) {
    const at = cmap + view.getUint32(cmap + 8 + 8 * i);
    if (view.getUint16(at) === 4) return at;
  }
  throw new Error("the font has no character map of format 4");
}
