import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const file = createRequire(import.meta.url).resolve("@jsquash/avif/codec/enc/avif_enc.wasm");

/** The AVIF encoder in Node: tests, benchmarks and scripts. */
export const avifEncoderModule = new WebAssembly.Module(readFileSync(file));
