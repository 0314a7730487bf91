import { CodecError } from "./codec-error";
import { assertDecodable } from "./limits";

export interface WebpHeader {
  width: number;
  height: number;
  alpha: boolean;
}

/** The chunks that hold a picture: VP8 and VP8L. */
export type PictureChunk = "VP8 " | "VP8L";

export function isPictureChunk(type: string): type is PictureChunk {
  return type === "VP8 " || type === "VP8L";
}

/** Bytes of a picture's chunk that `readPictureHeader` needs. */
export const PICTURE_HEADER_BYTES = 10;

/** Size and alpha as the picture itself gives them; null when it is none. */
export function readPictureHeader(type: PictureChunk, body: Uint8Array): WebpHeader | null {
  if (type === "VP8L") return lossless(body);
  return body.length < PICTURE_HEADER_BYTES ? null : lossy(body);
}

/** RIFF head and the first chunk's, in bytes (RFC 9649, 2.4, 2.3). */
const FIRST_CHUNK_AT = 12;
const CHUNK_HEAD_BYTES = 8;

/** Flags of VP8X (2.7.1). */
const ANIMATION = 0x02;
const ALPHA = 0x10;

/** What the frame header of VP8 (RFC 6386, 9.1) and the header of VP8L (RFC 9649, 3.4) begin with. */
const VP8_START_CODE = [0x9d, 0x01, 0x2a];
const VP8L_SIGNATURE = 0x2f;

const HEADER_BYTES = 30;

/** Reads size and alpha from the first 30 bytes. Throws CodecError; a picture that moves is unsupported. */
export function readWebpHeader(bytes: Uint8Array): WebpHeader {
  const body = bytes.subarray(FIRST_CHUNK_AT + CHUNK_HEAD_BYTES);
  const type = String.fromCharCode(...bytes.subarray(FIRST_CHUNK_AT, FIRST_CHUNK_AT + 4));
  const header = bytes.length < HEADER_BYTES && type !== "VP8L" ? null : headerOf(type, body);
  if (header === null) throw new CodecError("damaged", `The WebP begins with ${JSON.stringify(type)}`);
  assertDecodable(header);
  return header;
}

function headerOf(type: string, body: Uint8Array): WebpHeader | null {
  if (type === "VP8X") return extended(body);
  return isPictureChunk(type) ? readPictureHeader(type, body) : null;
}

/** 2.7.1: flags, three reserved bytes, width and height less one in 24 bits. */
function extended(body: Uint8Array): WebpHeader {
  const [flags = 0] = body;
  if ((flags & ANIMATION) !== 0) {
    throw new CodecError("unsupported", "The WebP is an animation", { detail: "animated" });
  }
  return { width: 1 + uint(body, 4, 3), height: 1 + uint(body, 7, 3), alpha: (flags & ALPHA) !== 0 };
}

/** RFC 6386, 9.1: frame tag of three bytes, whose lowest bit is 0 in a key frame, start code, 14 bits a side. */
function lossy(body: Uint8Array): WebpHeader | null {
  const isKey = (uint(body, 0, 1) & 1) === 0;
  if (!isKey || VP8_START_CODE.some((byte, index) => body[3 + index] !== byte)) return null;
  return { width: uint(body, 6, 2) & 0x3fff, height: uint(body, 8, 2) & 0x3fff, alpha: false };
}

/** RFC 9649, 3.4: signature, 14 bits a side less one, whether alpha is used. */
function lossless(body: Uint8Array): WebpHeader | null {
  if (body[0] !== VP8L_SIGNATURE || body.length < 5) return null;
  const bits = uint(body, 1, 4);
  return {
    width: 1 + (bits & 0x3fff),
    height: 1 + ((bits >>> 14) & 0x3fff),
    alpha: ((bits >>> 28) & 1) === 1,
  };
}

/** Low byte first. */
function uint(bytes: Uint8Array, at: number, length: number): number {
  let value = 0;
  for (let index = length - 1; index >= 0; index -= 1) value = value * 256 + (bytes[at + index] ?? 0);
  return value;
}
