import { concat } from "../byte-source";

/** A box of an ISO base media file; a type of 32 hexadecimal digits makes a `uuid` box. */
function aBox(type: string, ...content: Uint8Array[]): Uint8Array {
  const isUuid = type.length === 32;
  const uuid = isUuid
    ? Uint8Array.from({ length: 16 }, (_, at) => Number.parseInt(type.slice(2 * at, 2 * at + 2), 16))
    : new Uint8Array();
  const body = concat([uuid, ...content]);
  return concat([long(8 + body.length), new TextEncoder().encode(isUuid ? "uuid" : type), body]);
}

/** 32 bits, high byte first. */
function long(...values: number[]): Uint8Array {
  const bytes = new Uint8Array(4 * values.length);
  const view = new DataView(bytes.buffer);
  for (const [index, value] of values.entries()) view.setUint32(4 * index, value);
  return bytes;
}

export interface Cr3Plan {
  full?: Uint8Array;
  preview?: Uint8Array;
  thumbnail?: Uint8Array;
  /** TIFF blocks CMT1, CMT2, CMT4. */
  blocks?: Record<string, Uint8Array>;
  xmp?: Uint8Array;
  chunkOffsets?: "co64" | "stco";
}

/** A CR3 as lclevy describes it: metadata and tracks in `moov`, XMP and preview beside it, pictures in `mdat`. */
export function aCr3(plan: Cr3Plan): Uint8Array {
  const { full = new Uint8Array(), preview, thumbnail, blocks = {}, xmp, chunkOffsets = "co64" } = plan;
  const raw = Uint8Array.from({ length: 5000 }, (_, at) => (at === 0 ? 0xff : at === 1 ? 1 : at & 255));
  const build = (fullAt: number, rawAt: number) => {
    const head = concat([
      aBox("ftyp", new TextEncoder().encode("crx \0\0\0\x01crx isom")),
      aBox(
        "moov",
        aBox(
          "85c0b687820f11e08111f4ce462b6a48",
          aBox("CNCV", new TextEncoder().encode("CanonCR3_001/00.09.00/00.00.00")),
          ...Object.entries(blocks).map(([type, block]) => aBox(type, block)),
          ...(thumbnail
            ? [aBox("THMB", long(0, (160 << 16) | 120, thumbnail.length, 0x10000), thumbnail)]
            : []),
        ),
        aBox("mvhd", new Uint8Array(100)),
        aTrack(fullAt, full.length, chunkOffsets),
        aTrack(rawAt, raw.length, chunkOffsets),
      ),
      ...(xmp ? [aBox("be7acfcb97a942e89c71999491e3afac", xmp)] : []),
      ...(preview
        ? [
            aBox(
              "eaf42b5e1c984b88b9fbb7dc406e4d16",
              long(0, 1),
              aBox("PRVW", long(0, (1 << 16) | 1620, (1080 << 16) | 1, preview.length), preview),
            ),
          ]
        : []),
    ]);
    return { head, file: concat([head, aBox("mdat", full, raw)]) };
  };
  const start = build(0, 0).head.length + 8;
  return build(start, start + full.length).file;
}

function aTrack(offset: number, length: number, chunkOffsets: "co64" | "stco"): Uint8Array {
  const places = chunkOffsets === "co64" ? long(0, 1, 0, offset) : long(0, 1, offset);
  const table = aBox(
    "stbl",
    aBox("stsd", long(0, 1), aBox("CRAW", new Uint8Array(82))),
    aBox("stsz", long(0, length, 1)),
    aBox("free", new Uint8Array(7)),
    aBox(chunkOffsets, places),
  );
  return aBox(
    "trak",
    aBox("tkhd", new Uint8Array(84)),
    aBox("mdia", aBox("hdlr", new Uint8Array(24)), aBox("minf", aBox("vmhd", new Uint8Array(12)), table)),
  );
}

/** A RAF as ExifTool describes it: the header, then the JPEG it points to, then the sensor's data. */
export function aRaf(jpeg: Uint8Array): Uint8Array {
  const head = new Uint8Array(148);
  head.set(new TextEncoder().encode("FUJIFILMCCD-RAW 0201FF389501X-T4"));
  new DataView(head.buffer).setUint32(84, head.length);
  new DataView(head.buffer).setUint32(88, jpeg.length);
  return concat([head, jpeg, new Uint8Array(5000)]);
}
