/**
 * A file that can be read from anywhere. Errors of the storage below pass through unchanged.
 */
export interface ByteSource {
  readonly size: number;
  /** The bytes from `from` on: `length` of them, fewer only where the file ends, none behind its end. */
  read(from: number, length: number): Promise<Uint8Array>;
  /** All bytes from `from` (0 when left out) to the end. */
  stream(from?: number): ReadableStream<Uint8Array>;
}

/** A range as large as a request to object storage is worth, in bytes. */
const BLOCK_BYTES = 64 * 1024;

/** Blocks kept by `readingAhead`: 512 KB. Directories of one file lie in a few places. */
const KEPT_BLOCKS = 8;

export function bytesSource(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.length,
    read: async (from, length) => bytes.subarray(from, from + length),
    stream: (from = 0) => piecewise(bytes.subarray(from)),
  };
}

export function blobSource(blob: Blob): ByteSource {
  return {
    size: blob.size,
    read: async (from, length) => new Uint8Array(await blob.slice(from, from + length).arrayBuffer()),
    stream: (from = 0) => blob.slice(from).stream(),
  };
}

/** A part of a file as a file of its own; a range that reaches behind the end is cut there. */
export function partOf(source: ByteSource, offset: number, length: number): ByteSource {
  const start = Math.min(Math.max(0, offset), source.size);
  const size = Math.max(0, Math.min(length, source.size - start));
  return {
    size,
    read: (from, wanted) => source.read(start + from, Math.max(0, Math.min(wanted, size - from))),
    stream: (from = 0) => streamPart(source, start + from, Math.max(0, size - from)),
  };
}

/** Serves small reads from aligned blocks it keeps, so that walking directories costs few requests. */
export function readingAhead(source: ByteSource): ByteSource {
  const blocks = new Map<number, Promise<Uint8Array>>();
  const block = (index: number) => {
    const known = blocks.get(index) ?? source.read(index * BLOCK_BYTES, BLOCK_BYTES);
    blocks.delete(index);
    blocks.set(index, known);
    const [oldest] = blocks.keys();
    if (blocks.size > KEPT_BLOCKS && oldest !== undefined) blocks.delete(oldest);
    return known;
  };
  return {
    ...source,
    async read(from, length) {
      if (from >= source.size || length <= 0) return new Uint8Array();
      const first = Math.floor(from / BLOCK_BYTES);
      const last = Math.floor((from + length - 1) / BLOCK_BYTES);
      if (last > first + 1) return source.read(from, length);
      const head = (await block(first)).subarray(from - first * BLOCK_BYTES);
      if (last === first || head.length >= length) return head.subarray(0, length);
      const tail = (await block(last)).subarray(0, from + length - last * BLOCK_BYTES);
      return concat([head, tail]);
    },
  };
}

/** Bytes fetched at once by `readingForward`. */
const WINDOW_BYTES = 512 * 1024;

/** Serves reads that go through a file from front to back out of one window, so that small strips cost few requests. */
export function readingForward(source: ByteSource): ByteSource {
  let start = 0;
  let held: Uint8Array = new Uint8Array();
  return {
    ...source,
    async read(from, length) {
      const end = Math.min(from + length, source.size);
      if (from < start || end > start + held.length) {
        held = await source.read(from, Math.max(length, WINDOW_BYTES));
        start = from;
      }
      return held.subarray(Math.max(0, from - start), Math.max(0, end - start));
    },
  };
}

export function concat(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function piecewise(bytes: Uint8Array): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.slice(at, at + BLOCK_BYTES));
      at += BLOCK_BYTES;
    },
  });
}

/** Streams a range and cancels the rest of the file below. */
function streamPart(source: ByteSource, from: number, length: number): ReadableStream<Uint8Array> {
  let reader: ReadableStreamDefaultReader<Uint8Array> | null = null;
  let left = length;
  return new ReadableStream({
    async pull(controller) {
      if (left > 0) {
        reader ??= source.stream(from).getReader();
        const { done, value } = await reader.read();
        if (!done) {
          controller.enqueue(value.subarray(0, left));
          left -= Math.min(left, value.length);
          return;
        }
      }
      controller.close();
      await reader?.cancel().catch(() => undefined);
    },
    cancel: async (reason) => reader?.cancel(reason),
  });
}
