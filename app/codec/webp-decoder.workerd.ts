/** The WebP decoder where nothing may be compiled at run time: bundlers for workerd make a module of the file. */
export { default as webpDecoderModule } from "../../build/codec/webp-decoder.wasm";
