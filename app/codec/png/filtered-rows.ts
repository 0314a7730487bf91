import { type Core, giveBack, inflatingCore, viewOf } from "../core";
import { inCore } from "../development";
import { CUT_SHORT, FULL, MISMATCHED, putDeflated, WANTS_INPUT } from "../inflate";
import type { Flaw } from "../rows";
import { type ImageHeader, storedRowBytes } from "./header";

/** The core has unfiltered a row (assembly/unfilter.ts). */
const ROW = 16;

/** How often what lies behind the last row is looked at for the stream's checksum: it should follow at once. */
const MOST_TURNS = 8;

/** The rows of a picture as they are stored, inflated and unfiltered in a core of their own. */
export class FilteredRows {
  readonly #core: Core;
  readonly #image: ImageHeader;
  readonly #data: AsyncIterator<Uint8Array>;
  readonly #flaws: Set<Flaw>;
  readonly #step: number;
  #rest: Uint8Array = new Uint8Array();
  #bytes = 0;

  /** `data` are the pieces of the zlib stream. */
  constructor(
    module: WebAssembly.Module,
    image: ImageHeader,
    data: AsyncIterator<Uint8Array>,
    flaws: Set<Flaw>,
  ) {
    this.#core = inflatingCore(module);
    this.#core.openUnfilter(storedRowBytes(image, image.width));
    this.#image = image;
    this.#data = data;
    this.#flaws = flaws;
    this.#step = Math.max(1, (image.samples * image.bitDepth) >> 3);
  }

  /** Lets others have the memory; no row must be used any more. */
  close(): void {
    giveBack(this.#core);
  }

  /** Begins rows of `width` pixels, none of which lies below another. */
  beginPass(width: number): void {
    this.#bytes = storedRowBytes(this.#image, width);
    this.#core.beginPass();
  }

  /** The next row, valid until the one after it; null when it cannot be had, with the flaw told. */
  async next(): Promise<Uint8Array | null> {
    const core = this.#core;
    for (;;) {
      const answer = inCore(core, () => core.unfilterRow(this.#bytes, this.#step));
      if (answer === ROW) return viewOf(core, core.unfilteredAddress(), this.#bytes);
      if (answer !== WANTS_INPUT) {
        this.#flaws.add(answer === CUT_SHORT ? "truncated" : "damaged");
        return null;
      }
      await this.#feed();
    }
  }

  /** Looks at the checksum behind the last row. */
  async finish(): Promise<void> {
    const core = this.#core;
    for (let turn = 0; turn < MOST_TURNS; turn += 1) {
      const answer = inCore(core, () => core.inflate());
      core.takeInflated(core.inflatedLength());
      if (answer === MISMATCHED) this.#flaws.add("checksum");
      if (answer === WANTS_INPUT) await this.#feed();
      else if (answer !== FULL) return;
    }
  }

  async #feed(): Promise<void> {
    while (this.#rest.length === 0) {
      const { done, value } = await this.#data.next();
      if (done) return this.#core.endDeflated();
      this.#rest = value;
    }
    this.#rest = putDeflated(this.#core, this.#rest);
  }
}
