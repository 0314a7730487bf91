/** The core where nothing may be compiled at run time: bundlers for workerd make a module of the file. */
export { default as coreModule } from "../../build/codec/codec.wasm";
