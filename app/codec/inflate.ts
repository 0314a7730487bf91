import { concat } from "./byte-source";
import { type Core, giveBack, inflatingCore, viewOf } from "./core";
import { inCore } from "./development";

/**
 * A step of decompression: bytes in, bytes out, as much as the input allows. Throws a RangeError when the data is
 * broken. `isLast` when no more input will come. What comes out is valid until the next piece is asked for.
 */
export type Expander = (input: Uint8Array, isLast: boolean) => Iterable<Uint8Array>;

/** What the core answers (assembly/inflate-answers.ts). */
export const WANTS_INPUT = 0;
export const FULL = 1;
const BROKEN = 3;
export const CUT_SHORT = 4;
export const MISMATCHED = 7;

/** All data was there, but its checksum (RFC 1950, 2.2) is another one. */
export class ChecksumError extends RangeError {}

/** Bytes that are inflated at once. */
const PIECE_BYTES = 128 * 1024;

/** Puts as much of `input` as there is room for into the core; answers the rest. */
export function putDeflated(core: Core, input: Uint8Array): Uint8Array {
  const address = core.deflatedSpace();
  const bytes = Math.min(core.deflatedRoom(), input.length);
  viewOf(core, address, bytes).set(input.subarray(0, bytes));
  core.appendDeflated(bytes);
  return input.subarray(bytes);
}

/**
 * Inflates zlib streams (RFC 1950), one after the other, in a core of its own and bounded memory. The platform's
 * `DecompressionStream` costs twice the time, and in workerd takes the whole input without back-pressure, keeps the
 * whole output in memory, and loses with an error what came before it. The checksum is looked at by who asks for
 * more than the last byte.
 */
export class Inflater {
  readonly #core: Core;

  constructor(module: WebAssembly.Module) {
    this.#core = inflatingCore(module);
    this.#core.openInflate(PIECE_BYTES);
  }

  /** Lets others have the memory; nothing of it must be used any more. */
  close(): void {
    giveBack(this.#core);
  }

  /** Begins a stream; the one before is forgotten. */
  expander(): Expander {
    const core = this.#core;
    core.beginInflate();
    return function* inflate(input, isLast) {
      let rest = input;
      for (;;) {
        rest = putDeflated(core, rest);
        if (isLast && rest.length === 0) core.endDeflated();
        const answer = inCore(core, () => core.inflate());
        const length = core.inflatedLength();
        if (length > 0) yield viewOf(core, core.inflatedAddress(), length);
        core.takeInflated(length);
        if (answer === BROKEN) throw new RangeError("The compressed data is broken");
        if (answer === MISMATCHED) throw new ChecksumError("The compressed data has another checksum");
        if (answer !== FULL && (answer !== WANTS_INPUT || rest.length === 0)) return;
      }
    };
  }
}

/** Inflates a small block; null when it is broken, cut short or makes more than `most` bytes. */
export function inflateSmall(module: WebAssembly.Module, zlib: Uint8Array, most: number): Uint8Array | null {
  const parts: Uint8Array[] = [];
  let length = 0;
  const inflater = new Inflater(module);
  try {
    for (const part of inflater.expander()(zlib, true)) {
      length += part.length;
      if (length > most) return null;
      parts.push(part.slice());
    }
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  } finally {
    inflater.close();
  }
  return concat(parts);
}
