import { decodeText } from "./text";

/** The texts of a photograph that XMP has, and the lens. */
export interface XmpTexts {
  caption: string | null;
  keywords: string[];
  credit: string | null;
  creator: string | null;
  copyright: string | null;
  lens: string | null;
}

/** Properties under the prefixes every writer uses (XMP part 1, 8.4; part 2; Exif in XMP). */
const CAPTION = "dc:description";
const KEYWORDS = "dc:subject";
const CREATOR = "dc:creator";
const RIGHTS = "dc:rights";
const CREDIT = "photoshop:Credit";
const LENS = "aux:Lens";
const LENS_MODEL = "exifEX:LensModel";
const PROPERTIES: readonly string[] = [CAPTION, KEYWORDS, CREATOR, RIGHTS, CREDIT, LENS, LENS_MODEL];

/** Simple properties may be attributes of rdf:Description (XMP part 1, 7.9.2.2). */
const ATTRIBUTES: readonly string[] = [CREDIT, LENS, LENS_MODEL];

/** What of a packet is read, in bytes: texts come long before the history of edits. */
const MOST_BYTES = 512 * 1024;

/** Values kept of one property. */
const MOST_VALUES = 500;

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Reads the texts in one pass over the tags: no document is built, nothing is resolved, nesting costs nothing. */
export function readXmp(packet: Uint8Array): XmpTexts {
  const values = valuesIn(decodeText(packet.subarray(0, MOST_BYTES)));
  const first = (property: string) => values.get(property)?.[0] ?? null;
  return {
    caption: first(CAPTION),
    keywords: values.get(KEYWORDS) ?? [],
    credit: first(CREDIT),
    creator: values.get(CREATOR)?.join(", ") ?? null,
    copyright: first(RIGHTS),
    lens: first(LENS_MODEL) ?? first(LENS),
  };
}

function valuesIn(xml: string): Map<string, string[]> {
  const values = new Map<string, string[]>();
  const add = (property: string, text: string) => {
    const known = values.get(property) ?? [];
    if (text.trim() !== "" && known.length < MOST_VALUES) {
      known.push(decoded(text));
      values.set(property, known);
    }
  };
  let property: string | null = null;
  for (let at = xml.indexOf("<"); at >= 0; ) {
    const end = tagEnd(xml, at);
    if (end < 0) break;
    const tag = xml.slice(at + 1, end);
    const name = nameOf(tag);
    const next = xml.indexOf("<", end);
    const text = xml.slice(end + 1, next < 0 ? xml.length : next);
    if (name === "rdf:Description" && property === null) {
      for (const attribute of ATTRIBUTES) add(attribute, attributeIn(tag, attribute) ?? "");
    } else if (PROPERTIES.includes(name)) {
      property = tag.endsWith("/") ? null : name;
      if (property !== null) add(property, text);
    } else if (name === "rdf:li" && property !== null) add(property, text);
    else if (name === `/${property}`) property = null;
    at = next;
  }
  return values;
}

/** The `>` that ends the tag beginning at `at`; one inside quotes is part of a value. */
function tagEnd(xml: string, at: number): number {
  let quote = "";
  for (let index = at + 1; index < xml.length; index += 1) {
    const char = xml.charAt(index);
    if (quote !== "") {
      if (char === quote) quote = "";
    } else if (char === ">") return index;
    else if (char === '"' || char === "'") quote = char;
  }
  return -1;
}

function nameOf(tag: string): string {
  const end = tag.slice(0, 64).search(/[\s>]|\/$/);
  return end < 0 ? tag.slice(0, 64) : tag.slice(0, end);
}

function attributeIn(tag: string, name: string): string | null {
  const at = tag.indexOf(`${name}=`);
  const quote = tag.charAt(at + name.length + 1);
  if (at < 1 || tag.charAt(at - 1).trim() !== "" || (quote !== '"' && quote !== "'")) return null;
  const start = at + name.length + 2;
  const end = tag.indexOf(quote, start);
  return end < 0 ? null : tag.slice(start, end);
}

/** The five entities and character references of XML 1.0 (4.1, 4.6); any other stays as it is written. */
function decoded(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,4}));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return ENTITIES[name] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
