import createEncoder from "@jsquash/webp/codec/enc/webp_enc_simd.js";
import { defaultOptions } from "@jsquash/webp/meta.js";
import { webpEncoderModule } from "#webp-module";
import type { Pixels } from "./pixels";

/** Effort of libwebp, 0 to 6: beyond 2, files shrink by few percent for twice the time. */
const METHOD = 2;

/** An encoder grown beyond this many bytes, as by a picture of noise, is not kept for the next picture. */
const MAX_KEPT_BYTES = 48 * 1024 * 1024;

/**
 * libwebp. Its memory never shrinks; after each picture it is as it was at first, the allocator with it, so that
 * pictures that follow each other do not break it into pieces too small for the next.
 */
export interface WebpEncoder {
  /**
   * Pixels are RGBA; a wholly opaque picture gets no alpha plane.
   *
   * @param quality 0 to 100
   */
  encode(pixels: Pixels, quality: number): Uint8Array;
  /** All memory it holds by now. */
  memoryBytes(): number;
}

/** The encoder of the last picture: a dropped one's memory would last until the garbage collector comes. */
let kept: WebpEncoder | null = null;

export async function webpEncoder(): Promise<WebpEncoder> {
  if (kept !== null && kept.memoryBytes() <= MAX_KEPT_BYTES) return kept;
  const started = await startEncoder();
  kept = started;
  return started;
}

async function startEncoder(): Promise<WebpEncoder> {
  let memory: WebAssembly.Memory | undefined;
  const encoder = await createEncoder({
    noInitialRun: true,
    instantiateWasm(imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void) {
      const instance = new WebAssembly.Instance(webpEncoderModule, imports);
      memory = Object.values(instance.exports).find((value) => value instanceof WebAssembly.Memory);
      if (memory) growSparingly(memory);
      done(instance);
      return instance.exports;
    },
  });
  const held = () => new Uint8Array(memory?.buffer ?? new ArrayBuffer());
  const beginning = held().slice(0, held().findLastIndex((byte) => byte !== 0) + 1);
  const own: WebpEncoder = {
    encode({ data, width, height }, quality) {
      kept = null;
      const made = encoder.encode(data, width, height, { ...defaultOptions, quality, method: METHOD });
      if (made === null) throw new Error(`libwebp made nothing of ${width} x ${height} pixels`);
      const file = Uint8Array.from(made);
      held().set(beginning);
      kept = own;
      return file;
    },
    memoryBytes: () => held().byteLength,
  };
  return own;
}

/**
 * Emscripten asks for a fifth more memory than there is before it asks for a tenth and then for a twentieth
 * (`emscripten_resize_heap`), each time at least for what is needed. It gets what it asks for last.
 */
function growSparingly(memory: WebAssembly.Memory): void {
  const grow = memory.grow.bind(memory);
  let asked = 0;
  memory.grow = (pages) => {
    asked += 1;
    if (asked % 3 !== 0) throw new RangeError("Ask for less");
    return grow(pages);
  };
}

/** Lets go of the encoder, where something else needs the room. */
export function dropWebpEncoder(): void {
  kept = null;
}
