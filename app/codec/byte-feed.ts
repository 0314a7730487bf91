/** Bytes that come in pieces, taken in the portions a format asks for. */
export interface ByteFeed {
  /** Fills `target` and says how many bytes came: fewer than asked for only at the end. */
  fill(target: Uint8Array): Promise<number>;
  /** The next bytes, at most `most` of them, as they happen to lie; null at the end. */
  next(most: number): Promise<Uint8Array | null>;
  /** Lets go of what lies behind. */
  close(): Promise<void>;
}

export function feedOf(pieces: AsyncIterator<Uint8Array>): ByteFeed {
  let piece: Uint8Array = new Uint8Array();
  const next = async (most: number) => {
    while (piece.length === 0) {
      const { done, value } = await pieces.next();
      if (done) return null;
      piece = value;
    }
    const taken = piece.subarray(0, most);
    piece = piece.subarray(taken.length);
    return taken;
  };
  return {
    next,
    async fill(target) {
      let filled = 0;
      while (filled < target.length) {
        const taken = await next(target.length - filled);
        if (taken === null) break;
        target.set(taken, filled);
        filled += taken.length;
      }
      return filled;
    },
    async close() {
      piece = new Uint8Array();
      await pieces.return?.();
    },
  };
}

/** A stream as a feed. Closing it cancels the stream. */
export function feedOfStream(stream: ReadableStream<Uint8Array>): ByteFeed {
  const reader = stream.getReader();
  return feedOf({
    async next() {
      const { done, value } = await reader.read();
      return done ? { done, value: undefined } : { done: false, value };
    },
    async return() {
      await reader.cancel().catch(() => undefined);
      return { done: true, value: undefined };
    },
  });
}
