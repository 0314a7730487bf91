import { readFileSync } from "node:fs";

const file = new URL("../../build/codec/codec.wasm", import.meta.url);

/** The core in Node: tests, benchmarks and scripts. `npm run build` makes the file. */
export const coreModule = new WebAssembly.Module(readFileSync(file));
