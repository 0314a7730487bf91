/** The WebP encoder where nothing may be compiled at run time: bundlers for workerd make a module of the file. */
export { default as webpEncoderModule } from "@jsquash/webp/codec/enc/webp_enc_simd.wasm";
