import { type CodecDetail, CodecError } from "./codec-error";
import { EXIF_SIGNATURE } from "./exif";

/** Marker codes, the byte behind 0xFF (ITU-T T.81, table B.1). */
const TEM = 0x01;
const SOF0 = 0xc0;
const SOF1 = 0xc1;
const SOF2 = 0xc2;
const SOF3 = 0xc3;
const DHT = 0xc4;
const JPG = 0xc8;
const SOF9 = 0xc9;
const SOF10 = 0xca;
const SOF11 = 0xcb;
const DAC = 0xcc;
const SOF15 = 0xcf;
const RST0 = 0xd0;
const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const APP1 = 0xe1;

/** Frame types Huffman-coded, lossy and not hierarchical: baseline, extended sequential, progressive. */
const READABLE_FRAMES: readonly number[] = [SOF0, SOF1, SOF2];
const READABLE_COMPONENTS: readonly number[] = [1, 3, 4];
const READABLE_PRECISION_BITS = 8;

/** What the segments before the first scan say. */
export interface Frame {
  width: number;
  height: number;
  progressive: boolean;
  /** The TIFF block inside the first Exif segment. */
  exif: Uint8Array | null;
  /** Where the scans begin to be looked for: the offset behind the frame header. */
  end: number;
}

interface Segment {
  marker: number;
  body: Uint8Array;
  /** Offset of the next marker; may lie behind the bytes given. */
  end: number;
}

/**
 * Finds the frame header (T.81, B.2.2). Null when the bytes given end before it: they are either the beginning of a
 * longer file or a truncated one, which only the caller knows.
 */
export function findFrame(bytes: Uint8Array): Frame | null {
  let exif: Uint8Array | null = null;
  let offset = 2;
  for (;;) {
    const segment = segmentAt(bytes, offset);
    if (segment === null || segment.end > bytes.length) return null;
    if (isFrameHeader(segment.marker)) return readFrame(segment, exif);
    if (segment.marker === APP1) exif ??= exifIn(segment.body);
    offset = segment.end;
  }
}

/** The segment whose marker is the next one at or after `offset`. Bytes between segments are skipped, as decoders do. */
function segmentAt(bytes: Uint8Array, offset: number): Segment | null {
  let at = bytes.indexOf(0xff, offset);
  if (at < 0) return null;
  while (bytes[at] === 0xff) at += 1; // fill bytes, B.1.1.2
  const marker = bytes[at];
  if (marker === undefined) return null;
  if (marker === EOI || marker === SOS) throw new CodecError("damaged", "The picture has no frame header");
  if (standsAlone(marker)) return { marker, body: bytes.subarray(at, at), end: at + 1 };
  const length = uint16(bytes, at + 1);
  if (length === null) return null;
  if (length < 2) throw new CodecError("damaged", `Segment ${marker.toString(16)} has a length of ${length}`);
  const end = at + 1 + length;
  return { marker, body: bytes.subarray(at + 3, end), end };
}

/** Markers without a length, and the stuffed zero (B.1.1.4, B.1.1.5). */
function standsAlone(marker: number): boolean {
  return marker === 0 || marker === TEM || (marker >= RST0 && marker <= SOI);
}

function isFrameHeader(marker: number): boolean {
  const inRange = marker >= SOF0 && marker <= SOF15;
  return inRange && marker !== DHT && marker !== JPG && marker !== DAC;
}

/** Frame header, B.2.2: P (1 byte), Y (2), X (2), Nf (1), then C, HV, Tq for each component. */
function readFrame({ marker, body, end }: Segment, exif: Uint8Array | null): Frame {
  const [precision, , , , , components] = body;
  const height = uint16(body, 1);
  const width = uint16(body, 3);
  if (precision === undefined || components === undefined || height === null || width === null) {
    throw new CodecError("damaged", "The frame header is cut short");
  }
  if (!READABLE_FRAMES.includes(marker)) {
    throw new CodecError("unsupported", `Frame type ${marker.toString(16)}`, { detail: codingOf(marker) });
  }
  if (precision !== READABLE_PRECISION_BITS) {
    throw new CodecError("unsupported", `${precision} bits a sample`, { detail: "bit_depth" });
  }
  if (!READABLE_COMPONENTS.includes(components)) {
    throw new CodecError("unsupported", `${components} components`, { detail: "component_count" });
  }
  if (height === 0) {
    throw new CodecError("unsupported", "The height is given behind the scan (DNL, B.2.5)", {
      detail: "height_behind_scan",
    });
  }
  assertSampling(body.subarray(6, 6 + 3 * components), components);
  return { width, height, progressive: marker === SOF2, exif, end };
}

/** How a frame that cannot be read is coded (T.81, table B.1). */
function codingOf(marker: number): CodecDetail {
  if (marker === SOF3 || marker === SOF11) return "lossless";
  return marker === SOF9 || marker === SOF10 ? "arithmetic_coding" : "hierarchical";
}

/** Sampling factors are 1 to 4 (B.2.2); the decoder upsamples by whole numbers only. */
function assertSampling(specifications: Uint8Array, components: number): void {
  if (specifications.length < 3 * components)
    throw new CodecError("damaged", "The frame header is cut short");
  const factors = Array.from({ length: components }, (_, index) => specifications[index * 3 + 1] ?? 0);
  for (const side of [factors.map((hv) => hv >> 4), factors.map((hv) => hv & 15)]) {
    if (side.some((factor) => factor < 1 || factor > 4)) {
      throw new CodecError("damaged", `Sampling factors ${side.join(", ")}`);
    }
    const most = Math.max(...side);
    if (side.some((factor) => most % factor !== 0)) {
      throw new CodecError("unsupported", `Fractional sampling ${side.join(", ")}`, {
        detail: "sampling",
      });
    }
  }
}

/** The TIFF block of an APP1 segment that holds Exif. */
function exifIn(body: Uint8Array): Uint8Array | null {
  const start = EXIF_SIGNATURE.length;
  return String.fromCharCode(...body.subarray(0, start)) === EXIF_SIGNATURE ? body.subarray(start) : null;
}

function uint16(bytes: Uint8Array, offset: number): number | null {
  const [high, low] = bytes.subarray(offset, offset + 2);
  return high === undefined || low === undefined ? null : (high << 8) | low;
}
