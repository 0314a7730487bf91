import { CodecError } from "./codec-error";
import { type Frame, findFrame } from "./jpeg-markers";
import { assertDecodable, HEADER_BYTES, MAX_SOURCE_BYTES } from "./limits";
import { assertJpeg } from "./probe";

export interface Source {
  bytes: Uint8Array;
  frame: Frame;
}

/**
 * Reads a file into memory. Its header is judged as soon as it is there, so that a refused file costs its first
 * bytes only; the stream is cancelled then. Errors of the stream itself pass through unchanged.
 */
export async function readSource(source: ReadableStream<Uint8Array>): Promise<Source> {
  const reader = source.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  let judged = false;
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      chunks.push(next.value);
      length += next.value.length;
      if (length > MAX_SOURCE_BYTES) throw new CodecError("too_large", `More than ${MAX_SOURCE_BYTES} bytes`);
      if (!judged && length >= HEADER_BYTES) {
        judgeHeader(join(chunks, length));
        judged = true;
      }
    }
  } catch (error) {
    await reader.cancel(error).catch(() => undefined);
    throw error;
  }
  const bytes = join(chunks, length);
  const frame = judgeHeader(bytes);
  if (frame === null) throw new CodecError("damaged", `The file ends in its header, after ${length} bytes`);
  return { bytes, frame };
}

/** Null when the frame header has not been reached. */
function judgeHeader(bytes: Uint8Array): Frame | null {
  assertJpeg(bytes);
  const frame = findFrame(bytes);
  if (frame !== null) assertDecodable(frame);
  return frame;
}

function join(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
