/**
 * Bytes that are read at once. Each read and each write costs the same however many bytes it moves, and handing over
 * chunks as small as they come costs twenty times as much.
 */
const AT_ONCE = 512 * 1024;

/** What workerd adds to a reader, which the DOM's types hide. */
interface ByobReader {
  /** Fulfils with at least `size` bytes unless the stream ends before. */
  readAtLeast(size: number, view: Uint8Array): Promise<{ done: boolean; value?: Uint8Array }>;
  cancel(reason: unknown): Promise<void>;
}

/**
 * Copies `length` bytes, the next ones read while some are written; no more than two buffers are held. Ends early with
 * a `failure` when the source fails or ends, everything before that written. Throws what the writer throws, the source
 * cancelled.
 */
export async function copyBytes(
  source: ReadableStream<Uint8Array>,
  length: number,
  writer: WritableStreamDefaultWriter<Uint8Array>,
): Promise<{ copied: number; failure?: unknown }> {
  const reader = source.getReader({ mode: "byob" }) as unknown as ByobReader;
  const buffers: ArrayBuffer[] = [];
  let read = 0;
  let writing: Promise<void> = Promise.resolve();
  try {
    while (read < length) {
      const wanted = Math.min(AT_ONCE, length - read);
      const [result] = await Promise.allSettled([
        reader.readAtLeast(wanted, new Uint8Array(buffers.pop() ?? new ArrayBuffer(wanted), 0, wanted)),
        writing,
      ]);
      await writing;
      if (result.status === "rejected") return { copied: read, failure: result.reason };
      const { done, value } = result.value;
      if (value && value.byteLength > 0) {
        read += value.byteLength;
        writing = writer.write(value).then(() => void buffers.push(value.buffer as ArrayBuffer));
        writing.catch(() => {});
      }
      if (done || !value) break;
    }
    await writing;
    return read === length ? { copied: read } : { copied: read, failure: new Error("it ended early") };
  } catch (error) {
    await reader.cancel(error).catch(() => {});
    throw error;
  }
}
