import { type ByteSource, readingAhead } from "./byte-source";
import { type Chunk, riffChunks } from "./chunk-walk";
import { CodecError } from "./codec-error";
import {
  isPictureChunk,
  PICTURE_HEADER_BYTES,
  type PictureChunk,
  readPictureHeader,
  readWebpHeader,
} from "./webp-header";

/** A still WebP before it is decoded. */
export interface WebpPlan {
  width: number;
  height: number;
  /** The most memory that the decoder takes for it, in bytes, the file with it. */
  bytes: number;
  profile: Uint8Array | null;
}

/** The decoder's memory can grow to this: 67 MB, so that sizes find room beside it in an isolate. */
export const DECODER_BYTES = 1024 * 65_536;

/** What libwebp takes beside pixels: tables, and rows of each pixel of width, in bytes. */
const FIXED_BYTES = 2 * 1024 * 1024;
const BYTES_A_COLUMN = 160;

/** Bytes a pixel: RGBA as it comes out; lossless pixels and lossless alpha are whole before they come out. */
const OUTPUT = 4;
const LOSSLESS = 4;
const ALPHA = 1 + 4;

/** A profile larger than this is left out, in bytes. Tables for printing have 2 MB. */
const LARGEST_PROFILE = 4 * 1024 * 1024;

const RIFF_BYTES = 30;

/**
 * Reads what stands before the picture. Throws CodecError for an animation, for what takes more memory than there is,
 * and where the file contradicts itself.
 * @param fileBytes of the whole file, where the source is only its beginning
 */
export async function planWebp(source: ByteSource, fileBytes = source.size): Promise<WebpPlan> {
  const ahead = readingAhead(source);
  const canvas = readWebpHeader(await ahead.read(0, RIFF_BYTES));
  const { picture, alpha, profile } = await chunksBefore(ahead);
  const stated = readPictureHeader(picture.type, await ahead.read(picture.at, PICTURE_HEADER_BYTES));
  const { width, height } = canvas;
  if (stated === null || stated.width !== width || stated.height !== height) {
    throw new CodecError("damaged", `The canvas of ${width} x ${height} holds another picture`);
  }
  const bytesAPixel = OUTPUT + (picture.type === "VP8L" ? LOSSLESS : alpha ? ALPHA : 0);
  const bytes = FIXED_BYTES + fileBytes + width * (BYTES_A_COLUMN + height * bytesAPixel);
  if (bytes > DECODER_BYTES) {
    throw new CodecError("too_large", `The WebP of ${width} x ${height} takes ${bytes} bytes`, {
      detail: "webp_memory",
    });
  }
  return { width, height, bytes, profile };
}

/** The picture's chunk, and what belongs to it before it (RFC 9649, 2.7). */
async function chunksBefore(source: ByteSource) {
  let alpha = false;
  let profile: Uint8Array | null = null;
  for await (const chunk of riffChunks(source)) {
    if (isPicture(chunk)) return { picture: chunk, alpha, profile };
    if (chunk.type === "ALPH") alpha = true;
    if (chunk.type === "ICCP" && chunk.length <= LARGEST_PROFILE) {
      profile = await source.read(chunk.at, chunk.length);
    }
  }
  throw new CodecError("damaged", "The WebP has no picture");
}

function isPicture(chunk: Chunk): chunk is Chunk & { type: PictureChunk } {
  return isPictureChunk(chunk.type);
}
