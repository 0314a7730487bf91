import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const file = createRequire(import.meta.url).resolve("@jsquash/webp/codec/enc/webp_enc_simd.wasm");

/** The WebP encoder in Node: tests, benchmarks and scripts. */
export const webpEncoderModule = new WebAssembly.Module(readFileSync(file));
