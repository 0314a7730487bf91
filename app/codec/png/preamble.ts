import type { ByteFeed } from "../byte-feed";
import { CodecError } from "../codec-error";
import { inflateSmall } from "../inflate";
import type { ColourFacts, Flaw } from "../rows";
import { type ChunkHead, readChunk, readChunkHead, readSignature, skipChunk } from "./chunks";
import { type ImageHeader, PALETTE, readImageHeader } from "./header";

/** A profile larger than this, compressed or not, is left out, in bytes. Tables for printing have 2 MB. */
const LARGEST_PROFILE = 4 * 1024 * 1024;

/** Largest block of a known kind that is kept in memory, in bytes. */
const LARGEST_EXIF = 1024 * 1024;

/** gAMA and cHRM count in hundred-thousandths (PNG 3rd ed., 11.3.2.2, 11.3.2.1). */
const COLOUR_UNIT = 100_000;

/** The chunks before the picture that are read, and the most bytes each may have. */
const READ: Readonly<Record<string, number>> = {
  PLTE: 256 * 3,
  tRNS: 256,
  iCCP: LARGEST_PROFILE,
  eXIf: LARGEST_EXIF,
  gAMA: 4,
  cHRM: 32,
  sRGB: 1,
};

export interface Preamble {
  image: ImageHeader;
  /** Three bytes an entry. */
  palette: Uint8Array | null;
  /** tRNS as it stands: alpha of palette entries, or the one transparent colour in 16-bit samples (11.3.1.1). */
  transparency: Uint8Array | null;
  colour: ColourFacts;
  exif: Uint8Array | null;
  /** The head of the first IDAT. */
  firstData: ChunkHead;
}

/**
 * Reads all that stands before the picture. The rule for CRCs: a wrong one refuses IHDR and PLTE, without which
 * nothing is right; any other chunk is left out then and the flaw told.
 */
export async function readPreamble(
  feed: ByteFeed,
  flaws: Set<Flaw>,
  module: WebAssembly.Module,
): Promise<Preamble> {
  await readSignature(feed);
  const image = await readFirstChunk(feed);
  const chunks = new Map<string, Uint8Array>();
  let skipped = 0;
  for (;;) {
    const head = await readChunkHead(feed);
    if (head === null) throw new CodecError("damaged", "The file ends before the picture");
    if (head.type === "IDAT") return preambleOf(image, chunks, head, module);
    if (head.type === "IEND") throw new CodecError("damaged", "The file has no picture");
    if (head.length > (READ[head.type] ?? -1) || chunks.has(head.type)) {
      skipped = await skipChunk(feed, head, skipped);
      continue;
    }
    const chunk = await readChunk(feed, head);
    if (chunk === null) throw new CodecError("damaged", "The file ends before the picture");
    if (chunk.intact) chunks.set(head.type, chunk.data);
    else if (head.type === "PLTE") throw new CodecError("damaged", "The palette's CRC is wrong");
    else flaws.add("checksum");
    skipped += head.length;
  }
}

/** IHDR comes first (5.6). */
async function readFirstChunk(feed: ByteFeed): Promise<ImageHeader> {
  const head = await readChunkHead(feed);
  if (head?.type !== "IHDR" || head.length > 32) throw new CodecError("damaged", "The file has no IHDR");
  const chunk = await readChunk(feed, head);
  if (chunk?.intact !== true) throw new CodecError("damaged", "IHDR is cut short or its CRC is wrong");
  return readImageHeader(chunk.data);
}

function preambleOf(
  image: ImageHeader,
  chunks: ReadonlyMap<string, Uint8Array>,
  firstData: ChunkHead,
  module: WebAssembly.Module,
): Preamble {
  const palette = chunks.get("PLTE") ?? null;
  if (image.colourType === PALETTE && (palette === null || palette.length < 3 || palette.length % 3 !== 0)) {
    throw new CodecError("damaged", `A palette of ${palette?.length ?? 0} bytes`);
  }
  return {
    image,
    palette,
    transparency: transparencyOf(image, chunks.get("tRNS") ?? null),
    colour: colourOf(chunks, module),
    exif: chunks.get("eXIf") ?? null,
    firstData,
  };
}

/** One 16-bit sample for grey, three for RGB, any number for a palette; forbidden beside real alpha (11.3.1.1). */
function transparencyOf({ colourType, samples }: ImageHeader, data: Uint8Array | null): Uint8Array | null {
  if (data === null || colourType === PALETTE) return data;
  const isColourKey = (samples === 1 || samples === 3) && data.length >= 2 * samples;
  return isColourKey ? data.subarray(0, 2 * samples) : null;
}

function colourOf(chunks: ReadonlyMap<string, Uint8Array>, module: WebAssembly.Module): ColourFacts {
  const [gamma = 0] = coloursIn(chunks.get("gAMA"), 1);
  const primaries = coloursIn(chunks.get("cHRM"), 8);
  return {
    iccProfile: profileIn(chunks.get("iCCP"), module),
    srgb: chunks.has("sRGB"),
    gamma: gamma > 0 ? gamma : null,
    primaries: primaries.length > 0 ? primaries : null,
  };
}

function coloursIn(data: Uint8Array | undefined, count: number): number[] {
  if (data?.length !== 4 * count) return [];
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  return Array.from({ length: count }, (_, index) => view.getUint32(4 * index) / COLOUR_UNIT);
}

/** iCCP (11.3.2.3): a name of at most 79 bytes and a zero, the method (0), a zlib stream. */
function profileIn(data: Uint8Array | undefined, module: WebAssembly.Module): Uint8Array | null {
  if (data === undefined) return null;
  const end = data.subarray(0, 80).indexOf(0);
  if (end < 1 || data[end + 1] !== 0) return null;
  const profile = inflateSmall(module, data.subarray(end + 2), LARGEST_PROFILE);
  return profile === null || profile.length === 0 ? null : profile;
}
