import { decodeText } from "./text";

/** The texts of a photograph that IPTC-IIM 4 has (record 2). */
export interface IptcTexts {
  caption: string | null;
  keywords: string[];
  credit: string | null;
  creator: string | null;
  copyright: string | null;
}

const TAG_MARKER = 0x1c;
const ENVELOPE = 1;
const APPLICATION = 2;

/** Data sets (IIM 4, chapters 5 and 6). */
const CODED_CHARACTER_SET = 90;
const KEYWORDS = 25;
const BYLINE = 80;
const CREDIT = 110;
const COPYRIGHT_NOTICE = 116;
const CAPTION = 120;

/** ISO 2022's announcement of UTF-8. */
const UTF_8 = "\x1b%G";

/** Data sets looked at. */
const MOST_DATA_SETS = 2000;

/** Photoshop's image resources: signature and the number of IPTC-NAA. */
const RESOURCE = "8BIM";
const IPTC_RESOURCE = 0x0404;

/** Reads IIM data sets one after the other; what is no data set ends the walk. */
export function readIptc(bytes: Uint8Array): IptcTexts {
  const texts = new Map<number, Uint8Array[]>();
  let declared = false;
  for (let at = 0, seen = 0; at + 5 <= bytes.length && seen < MOST_DATA_SETS; seen += 1) {
    const [marker, record, dataSet, high = 0, low = 0] = bytes.subarray(at, at + 5);
    const length = (high << 8) | low;
    if (marker !== TAG_MARKER || high > 0x7f || dataSet === undefined) break;
    const value = bytes.subarray(at + 5, at + 5 + length);
    if (record === ENVELOPE && dataSet === CODED_CHARACTER_SET) {
      declared = String.fromCharCode(...value.subarray(0, 3)) === UTF_8;
    }
    if (record === APPLICATION) gather(texts, dataSet, value);
    at += 5 + length;
  }
  const all = (dataSet: number) => (texts.get(dataSet) ?? []).map((value) => decodeText(value, declared));
  return {
    caption: all(CAPTION)[0] ?? null,
    keywords: all(KEYWORDS),
    credit: all(CREDIT)[0] ?? null,
    creator: all(BYLINE)[0] ?? null,
    copyright: all(COPYRIGHT_NOTICE)[0] ?? null,
  };
}

/** The IPTC block among Photoshop's image resources: signature, number, padded name, length, padded data. */
export function iptcInResources(bytes: Uint8Array): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at + 12 <= bytes.length; ) {
    if (String.fromCharCode(...bytes.subarray(at, at + 4)) !== RESOURCE) return null;
    const number = view.getUint16(at + 4);
    const name = 1 + (bytes[at + 6] ?? 0);
    const lengthAt = at + 6 + name + (name & 1);
    if (lengthAt + 4 > bytes.length) return null;
    const length = view.getUint32(lengthAt);
    if (number === IPTC_RESOURCE) return bytes.subarray(lengthAt + 4, lengthAt + 4 + length);
    at = lengthAt + 4 + length + (length & 1);
  }
  return null;
}

function gather(texts: Map<number, Uint8Array[]>, dataSet: number, value: Uint8Array): void {
  const known = texts.get(dataSet);
  if (known === undefined) texts.set(dataSet, [value]);
  else known.push(value);
}
