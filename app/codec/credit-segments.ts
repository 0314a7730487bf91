import { concat } from "./byte-source";
import { EXIF_SIGNATURE } from "./exif";
import { ASCII } from "./tiff/ifd";
import { type Field, ifdBlock } from "./tiff/write";

/** What a rendition says of its rights. Nothing else of the original's metadata is written. */
export interface CreditLines {
  copyright: string | null;
  creator: string | null;
  credit: string | null;
}

/** Artist and Copyright (TIFF 6.0, section 8). */
const ARTIST = 0x013b;
const COPYRIGHT = 0x8298;

const XMP_SIGNATURE = "http://ns.adobe.com/xap/1.0/\0";
const APP1 = 0xe1;

/** Characters of a line that are written. */
const LONGEST_LINE = 250;

/** The two blocks of metadata in which a file can say it; null where there is nothing to say. */
export interface CreditBlocks {
  /** A TIFF block. */
  exif: Uint8Array | null;
  /** An XMP packet. */
  xmp: Uint8Array | null;
}

/**
 * XMP has every line as it is. Exif (2.32, 4.6.2) allows ASCII only: its lines are written without accents, and left
 * out when no letter or digit remains.
 */
export function creditBlocks(lines: CreditLines): CreditBlocks {
  const said = {
    copyright: line(lines.copyright),
    creator: line(lines.creator),
    credit: line(lines.credit),
  };
  const fields = [...asciiField(ARTIST, said.creator), ...asciiField(COPYRIGHT, said.copyright)];
  const hasText = Object.values(said).some((text) => text !== "");
  return {
    exif: fields.length > 0 ? ifdBlock(true, fields, []) : null,
    xmp: hasText ? new TextEncoder().encode(packet(said)) : null,
  };
}

/** The APP1 segments (Exif 2.32, 4.7.2; XMP part 3, 1.1.3) to be put behind a JPEG's SOI; may be empty. */
export function creditSegments(lines: CreditLines): Uint8Array {
  const { exif, xmp } = creditBlocks(lines);
  return concat([
    ...(exif ? [segment(EXIF_SIGNATURE, exif)] : []),
    ...(xmp ? [segment(XMP_SIGNATURE, xmp)] : []),
  ]);
}

type Said = Record<keyof CreditLines, string>;

/** One line, without controls and what XML cannot hold (XML 1.0, 2.2). */
function line(text: string | null): string {
  const shown = (text ?? "").replace(/[\p{Cc}\p{Cs}\ufffe\uffff]+/gu, " ").trim();
  return Array.from(shown).slice(0, LONGEST_LINE).join("");
}

function segment(signature: string, body: Uint8Array): Uint8Array {
  const content = concat([new TextEncoder().encode(signature), body]);
  const length = content.length + 2;
  return concat([Uint8Array.from([0xff, APP1, length >> 8, length & 255]), content]);
}

function asciiField(tag: number, text: string): Field[] {
  const ascii = toAscii(text);
  if (!/[a-z0-9]/i.test(ascii)) return [];
  const value = new TextEncoder().encode(`${ascii}\0`);
  return [{ tag, type: ASCII, count: value.length, value }];
}

function toAscii(text: string): string {
  return text
    .replace(/©/g, "(c)")
    .replace(/ß/g, "ss")
    .replace(/[Øø]/g, (letter) => (letter === "Ø" ? "O" : "o"))
    .replace(/[‘’]/g, "'")
    .replace(/[–—]/g, "-")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^ -~]+/g, "?");
}

function packet({ copyright, creator, credit }: Said): string {
  const rights = copyright
    ? `<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">${escaped(copyright)}</rdf:li></rdf:Alt></dc:rights>`
    : "";
  const by = creator
    ? `<dc:creator><rdf:Seq><rdf:li>${escaped(creator)}</rdf:li></rdf:Seq></dc:creator>`
    : "";
  const line = credit ? `<photoshop:Credit>${escaped(credit)}</photoshop:Credit>` : "";
  return [
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">',
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"',
    ' xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/">',
    `${rights}${by}${line}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>`,
  ].join("");
}

function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}
