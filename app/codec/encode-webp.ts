import createEncoder from "@jsquash/webp/codec/enc/webp_enc_simd.js";
import { defaultOptions } from "@jsquash/webp/meta.js";
import { webpEncoderModule } from "#webp-module";
import type { Pixels } from "./pixels";

/** Effort of libwebp, 0 to 6: beyond 2, files shrink by few percent for twice the time. */
const METHOD = 2;

/** An encoder for one picture's sizes. Its memory never shrinks, so it must be able to go with the picture. */
export interface WebpEncoder {
  /** @param quality 0 to 100 */
  encode(pixels: Pixels, quality: number): Uint8Array;
  /** All memory it holds by now. */
  memoryBytes(): number;
}

/** Starts a fresh libwebp. Its pixels are RGBA; a wholly opaque picture gets no alpha plane. */
export async function webpEncoder(): Promise<WebpEncoder> {
  let memory: WebAssembly.Memory | undefined;
  const encoder = await createEncoder({
    noInitialRun: true,
    instantiateWasm(imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void) {
      const instance = new WebAssembly.Instance(webpEncoderModule, imports);
      memory = Object.values(instance.exports).find((value) => value instanceof WebAssembly.Memory);
      done(instance);
      return instance.exports;
    },
  });
  return {
    encode({ data, width, height }, quality) {
      const file = encoder.encode(data, width, height, { ...defaultOptions, quality, method: METHOD });
      if (file === null) throw new Error(`libwebp made nothing of ${width} x ${height} pixels`);
      return Uint8Array.from(file);
    },
    memoryBytes: () => memory?.buffer.byteLength ?? 0,
  };
}
