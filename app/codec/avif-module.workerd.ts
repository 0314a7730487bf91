/** The AVIF encoder where nothing may be compiled at run time: bundlers for workerd make a module of the file. */
export { default as avifEncoderModule } from "@jsquash/avif/codec/enc/avif_enc.wasm";
