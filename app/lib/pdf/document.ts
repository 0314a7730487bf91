import { zlibSync } from "fflate";
import { documentFont, type Font } from "./font";

/** A piece of text on a page; measures are points from the page's lower left corner. */
export interface PdfText {
  text: string;
  x: number;
  y: number;
  size: number;
  /** Whether it ends at x rather than beginning there. */
  end?: boolean;
  /** From 0 (black) to 1 (white). */
  grey?: number;
}

/** A thin horizontal line. */
export interface PdfRule {
  x: number;
  y: number;
  width: number;
}

export interface PdfPage {
  texts: PdfText[];
  rules: PdfRule[];
}

/** A4, in points. */
export const A4 = { width: 595, height: 842 } as const;

/**
 * A PDF 1.7 document (ISO 32000-1) of text and rules, the same bytes for the same content. The font is embedded whole
 * and says which letters its glyphs are, so that text can be found and copied. Characters that it has not are set in
 * the reader's own Japanese font, as 9.7.5.2 foresees; there they are one em wide.
 */
export function pdfDocument(
  pages: readonly PdfPage[],
  { title, lang }: { title: string; lang: string },
): Uint8Array {
  const font = documentFont();
  const used = new Map<number, number>();
  const contents = pages.map((page) => content(font, page, used));
  const firstPage = 10;
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R /Lang ${hexText(lang)} /ViewerPreferences << /DisplayDocTitle true >> >>`,
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, i) => `${firstPage + 2 * i} 0 R`).join(" ")}] >>`,
    "<< /Type /Font /Subtype /Type0 /BaseFont /DejaVuSans /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 7 0 R >>",
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /DejaVuSans /CIDToGIDMap /Identity ${ADOBE("Identity", 0)} /FontDescriptor 5 0 R /W [${widths(font, used)}] >>`,
    `<< /Type /FontDescriptor /FontName /DejaVuSans /Flags 4 /ItalicAngle 0 /StemV 80 /Ascent ${em(font, font.ascent)} /Descent ${em(font, font.descent)} /CapHeight ${em(font, font.ascent)} /FontBBox [${font.box.map((each) => em(font, each)).join(" ")}] /FontFile2 6 0 R >>`,
    stream(font.bytes, `/Length1 ${font.bytes.length}`),
    stream(latin(toUnicode(used))),
    "<< /Type /Font /Subtype /Type0 /BaseFont /HeiseiKakuGo-W5 /Encoding /UniJIS-UTF16-H /DescendantFonts [9 0 R] >>",
    `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /HeiseiKakuGo-W5 ${ADOBE("Japan1", 2)} /DW 1000 /FontDescriptor << /Type /FontDescriptor /FontName /HeiseiKakuGo-W5 /Flags 4 /ItalicAngle 0 /StemV 80 /Ascent 850 /Descent -150 /CapHeight 700 /FontBBox [-100 -200 1100 900] >> >>`,
    ...contents.flatMap((bytes, i) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${A4.width} ${A4.height}] /Resources << /Font << /F1 3 0 R /F2 8 0 R >> >> /Contents ${firstPage + 2 * i + 1} 0 R >>`,
      stream(bytes),
    ]),
    `<< /Title ${hexText(title)} >>`,
  ];
  return assemble(objects);
}

/** How wide a text is set, in points. */
export function textWidth(text: string, size: number): number {
  const font = documentFont();
  return Array.from(text).reduce((width, each) => width + advance(font, each) * size, 0);
}

function advance(font: Font, character: string): number {
  const glyph = font.glyphOf(character.codePointAt(0) ?? 0);
  return glyph === 0 ? 1 : font.widthOf(glyph) / font.unitsPerEm;
}

function content(font: Font, { texts, rules }: PdfPage, used: Map<number, number>): Uint8Array {
  const parts = rules.map(({ x, y, width }) => `0.8 G 0.5 w ${n(x)} ${n(y)} m ${n(x + width)} ${n(y)} l S`);
  for (const { text, x, y, size, end, grey = 0 } of texts) {
    const from = end ? x - textWidth(text, size) : x;
    parts.push(`BT ${n(grey)} g ${n(from)} ${n(y)} Td`);
    for (const run of runs(font, text, used)) parts.push(`/${run.font} ${size} Tf <${run.hex}> Tj`);
    parts.push("ET");
  }
  return latin(parts.join("\n"));
}

/** A text as runs of one font each; notes which glyph stands for which character. */
function runs(font: Font, text: string, used: Map<number, number>): { font: "F1" | "F2"; hex: string }[] {
  const found: { font: "F1" | "F2"; hex: string }[] = [];
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    const glyph = font.glyphOf(codePoint);
    if (glyph !== 0) used.set(glyph, codePoint);
    const [name, hex] = glyph === 0 ? (["F2", utf16(character)] as const) : (["F1", hex4(glyph)] as const);
    const last = found.at(-1);
    if (last?.font === name) last.hex += hex;
    else found.push({ font: name, hex });
  }
  return found;
}

function widths(font: Font, used: ReadonlyMap<number, number>): string {
  return [...used.keys()]
    .sort((a, b) => a - b)
    .map((glyph) => `${glyph} [${em(font, font.widthOf(glyph))}]`)
    .join(" ");
}

/** Which characters the glyphs are, at most a hundred in a block (9.10.3). */
function toUnicode(used: ReadonlyMap<number, number>): string {
  const lines = [...used].map(
    ([glyph, codePoint]) => `<${hex4(glyph)}> <${utf16(String.fromCodePoint(codePoint))}>`,
  );
  const blocks: string[] = [];
  for (let i = 0; i < lines.length; i += 100) {
    const block = lines.slice(i, i + 100);
    blocks.push(`${block.length} beginbfchar\n${block.join("\n")}\nendbfchar`);
  }
  return `/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
${blocks.join("\n")}
endcmap CMapName currentdict /CMap defineresource pop end end`;
}

/** Header, objects, their offsets, and where those stand; the last object is the document's information. */
function assemble(objects: readonly (string | Uint8Array)[]): Uint8Array {
  const parts: Uint8Array[] = [latin("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")];
  const offsets: number[] = [];
  let length = parts[0]?.length ?? 0;
  const push = (part: Uint8Array) => {
    parts.push(part);
    length += part.length;
  };
  for (const [i, object] of objects.entries()) {
    offsets.push(length);
    push(latin(`${i + 1} 0 obj\n`));
    push(typeof object === "string" ? latin(object) : object);
    push(latin("\nendobj\n"));
  }
  const at = length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  push(latin(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`));
  push(
    latin(
      `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info ${objects.length} 0 R >>\nstartxref\n${at}\n%%EOF\n`,
    ),
  );
  const whole = new Uint8Array(length);
  let from = 0;
  for (const part of parts) {
    whole.set(part, from);
    from += part.length;
  }
  return whole;
}

function stream(bytes: Uint8Array, more = ""): Uint8Array {
  const packed = zlibSync(bytes, { level: 6 });
  const head = latin(`<< /Length ${packed.length} /Filter /FlateDecode ${more} >>\nstream\n`);
  const tail = latin("\nendstream");
  const whole = new Uint8Array(head.length + packed.length + tail.length);
  whole.set(head);
  whole.set(packed, head.length);
  whole.set(tail, head.length + packed.length);
  return whole;
}

const ADOBE = (ordering: string, supplement: number) =>
  `/CIDSystemInfo << /Registry (Adobe) /Ordering (${ordering}) /Supplement ${supplement} >>`;

const em = (font: Font, units: number) => Math.round((units * 1000) / font.unitsPerEm);
const n = (value: number) => String(Math.round(value * 100) / 100);
const hex4 = (value: number) => value.toString(16).padStart(4, "0");
const utf16 = (text: string) =>
  Array.from({ length: text.length }, (_, i) => hex4(text.charCodeAt(i))).join("");
/** A text string (7.9.2.2): UTF-16 with its mark. */
const hexText = (text: string) => `<feff${utf16(text)}>`;
const latin = (text: string) => Uint8Array.from(text, (each) => each.charCodeAt(0));
