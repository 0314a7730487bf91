import { readFileSync } from "node:fs";

const file = new URL("../../build/codec/webp-decoder.wasm", import.meta.url);

/** The WebP decoder in Node: tests, benchmarks and scripts. `npm run build` makes the file. */
export const webpDecoderModule = new WebAssembly.Module(readFileSync(file));
