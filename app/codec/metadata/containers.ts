import { type ByteSource, bytesSource, concat, partOf, readingAhead } from "../byte-source";
import { pngChunks, riffChunks } from "../chunk-walk";
import { readCr3 } from "../raw/cr3";
import type { FileKind } from "../sniff";
import { type Entry, openTiff, readIfd, type Tiff, valueBytes } from "../tiff/ifd";
import { IPTC, XMP } from "../tiff/tags";
import { type ExifBlock, exifBlock, exifBlockOfParts } from "./exif-block";
import { heifExif } from "./heif";
import { iptcInResources } from "./iptc";

/** The blocks of metadata a file holds, wherever its kind keeps them. */
export interface MetadataBlocks {
  exif: ExifBlock | null;
  /** IIM data sets. */
  iptc: Uint8Array | null;
  /** An XMP packet. */
  xmp: Uint8Array | null;
}

const NOTHING: MetadataBlocks = { exif: null, iptc: null, xmp: null };

/** Larger blocks are cut, in bytes. */
const LARGEST_BLOCK = 1024 * 1024;

/** Segments walked past. Behind them comes the picture. */
const MOST_PARTS = 256;

/** RAF keeps the place of its JPEG here (after ExifTool). */
const RAF_JPEG_AT = 84;

export async function metadataBlocks(file: ByteSource, kind: FileKind): Promise<MetadataBlocks> {
  const source = readingAhead(file);
  switch (kind) {
    case "jpeg":
      return inJpeg(source);
    case "png":
      return inPng(source);
    case "webp":
      return inWebp(source);
    case "heic":
    case "avif":
      return inHeif(source);
    case "cr3":
      return inCr3(source);
    case "raf":
      return inRaf(source);
    case "tiff":
    case "cr2":
    case "nef":
    case "arw":
    case "dng":
    case "orf":
    case "rw2":
      return inTiff(source);
    default:
      return NOTHING;
  }
}

/** How APP1 and APP13 segments begin (Exif 2.32, 4.7.2; XMP part 3, 1.1.3; Photoshop). */
const EXIF_HEAD = "Exif\0\0";
const XMP_HEAD = "http://ns.adobe.com/xap/1.0/\0";
const PHOTOSHOP_HEAD = "Photoshop 3.0\0";

/** Marker codes (ITU-T T.81, table B.1). */
const APP1 = 0xe1;
const APP13 = 0xed;
const SOS = 0xda;
const EOI = 0xd9;

async function inJpeg(source: ByteSource): Promise<MetadataBlocks> {
  let exif: Uint8Array | null = null;
  let xmp: Uint8Array | null = null;
  const resources: Uint8Array[] = [];
  for (let at = 2, seen = 0; seen < MOST_PARTS; seen += 1) {
    const [prefix, marker = EOI, high = 0, low = 0] = await source.read(at, 4);
    const length = (high << 8) | low;
    if (prefix !== 0xff || marker === SOS || marker === EOI || (marker !== 0xff && length < 2)) break;
    if (marker === APP1 || marker === APP13) {
      const body = await source.read(at + 4, length - 2);
      if (marker === APP1) exif ??= behind(body, EXIF_HEAD);
      if (marker === APP1) xmp ??= behind(body, XMP_HEAD);
      if (marker === APP13) resources.push(behind(body, PHOTOSHOP_HEAD) ?? new Uint8Array());
    }
    at += marker === 0xff ? 1 : 2 + length;
  }
  return {
    exif: exif && (await exifBlock(bytesSource(exif))),
    iptc: iptcInResources(concat(resources)),
    xmp,
  };
}

function behind(body: Uint8Array, head: string): Uint8Array | null {
  const begins = String.fromCharCode(...body.subarray(0, head.length)) === head;
  return begins ? body.subarray(head.length) : null;
}

const PNG_XMP_HEAD = "XML:com.adobe.xmp\0\0\0\0\0";

/** eXIf, and iTXt of XMP not compressed, before or behind the picture (PNG 3rd ed., 11.3.3.4; XMP part 3, 1.1.5). */
async function inPng(source: ByteSource): Promise<MetadataBlocks> {
  let exif: Uint8Array | null = null;
  let xmp: Uint8Array | null = null;
  for await (const { type, at, length } of pngChunks(source)) {
    const wanted = Math.min(length, LARGEST_BLOCK);
    if (type === "eXIf") exif ??= await source.read(at, wanted);
    if (type === "iTXt") xmp ??= behind(await source.read(at, wanted), PNG_XMP_HEAD);
  }
  return { exif: exif && (await exifBlock(bytesSource(exif))), iptc: null, xmp };
}

/** EXIF and XMP chunks of the extended format (RFC 9649, 2.7.1.5). Some writers put JPEG's head before Exif. */
async function inWebp(source: ByteSource): Promise<MetadataBlocks> {
  let exif: Uint8Array | null = null;
  let xmp: Uint8Array | null = null;
  for await (const { type, at, length } of riffChunks(source)) {
    const wanted = Math.min(length, LARGEST_BLOCK);
    if (type === "EXIF") exif ??= await source.read(at, wanted);
    if (type === "XMP ") xmp ??= await source.read(at, wanted);
  }
  const tiff = exif && (behind(exif, EXIF_HEAD) ?? exif);
  return { exif: tiff && (await exifBlock(bytesSource(tiff))), iptc: null, xmp };
}

/** Exif of HEIC and AVIF. Its orientation is not the picture's, which boxes of their own turn (23008-12, 6.5.10). */
async function inHeif(source: ByteSource): Promise<MetadataBlocks> {
  const tiff = await heifExif(source);
  return { ...NOTHING, exif: tiff && (await exifBlock(tiff, { turned: true })) };
}

async function inTiff(source: ByteSource): Promise<MetadataBlocks> {
  const tiff = await openTiff(source);
  const ifd = tiff && (await readIfd(tiff, tiff.firstIfd));
  if (tiff === null || ifd === null) return NOTHING;
  return {
    exif: await exifBlock(source),
    iptc: await blockAt(tiff, ifd.entries.get(IPTC)),
    xmp: await blockAt(tiff, ifd.entries.get(XMP)),
  };
}

async function blockAt(tiff: Tiff, entry: Entry | undefined): Promise<Uint8Array | null> {
  return entry === undefined ? null : valueBytes(tiff, entry, LARGEST_BLOCK);
}

async function inCr3(source: ByteSource): Promise<MetadataBlocks> {
  const { blocks, xmp } = await readCr3(source);
  const part = (type: string) => {
    const block = blocks.get(type);
    return partOf(source, block?.offset ?? 0, block?.length ?? 0);
  };
  return {
    exif: await exifBlockOfParts(part("CMT1"), part("CMT2"), part("CMT4")),
    iptc: null,
    xmp: xmp && (await source.read(xmp.offset, Math.min(xmp.length, LARGEST_BLOCK))),
  };
}

/** A RAF has its metadata in its JPEG. */
async function inRaf(source: ByteSource): Promise<MetadataBlocks> {
  const head = await source.read(RAF_JPEG_AT, 8);
  if (head.length < 8) return NOTHING;
  const view = new DataView(head.buffer, head.byteOffset, 8);
  return inJpeg(partOf(source, view.getUint32(0), view.getUint32(4)));
}
