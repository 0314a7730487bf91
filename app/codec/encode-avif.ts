import createEncoder from "@jsquash/avif/codec/enc/avif_enc.js";
import { defaultOptions } from "@jsquash/avif/meta.js";
import { avifEncoderModule } from "#avif-module";
import { alone } from "./alone";
import type { ByteSource } from "./byte-source";
import { CodecError } from "./codec-error";
import { dropIdle } from "./core";
import { crc32 } from "./crc32";
import { develop } from "./develop";
import { dropWebpEncoder } from "./encode-webp";
import type { Pixels } from "./pixels";
import { HEADER_BYTES, probe } from "./probe";

/** Effort of libaom, 0 to 10: slower ones cost seconds for few percent. */
const SPEED = 9;

/**
 * Largest picture encoded, in pixels: 2048 on the long edge of 3:2. libaom holds 17 MB and 27.5 bytes a pixel, 93 MB
 * for this one, and the decoded picture of 12 MB lies beside it in an isolate of 128.
 */
const MAX_PIXELS = 2048 * 1366;

/** Longest edge made, in pixels: that of a preview. */
const LONGEST_PX = 2048;

export interface Avif {
  bytes: Uint8Array;
  width: number;
  height: number;
  /** CRC-32 of the bytes (ISO 3309), unsigned. */
  crc32: number;
  /** Most memory that WebAssembly held at one time, in bytes. */
  peakBytes: number;
}

/**
 * A JPEG preview that we made, once more as AVIF: in its own size, or as large as memory allows where it is nearer to
 * a square than 3:2. It takes most of an isolate's memory, which does nothing else meanwhile. Throws CodecError about
 * the file.
 * @param quality 0 to 100
 */
export async function avifOf(preview: ByteSource, quality: number): Promise<Avif> {
  return alone(() => encodeAlone(preview, quality));
}

async function encodeAlone(preview: ByteSource, quality: number): Promise<Avif> {
  dropIdle();
  dropWebpEncoder();
  const { width, height } = await probe(await preview.read(0, HEADER_BYTES));
  const { development } = await develop(preview, [{ longEdge: fittingEdge(width, height) }]);
  const [size] = development.sizes;
  if (size === undefined) throw new RangeError("The development has no sizes");
  const encoder = await avifEncoder();
  let bytes: Uint8Array = new Uint8Array();
  size.draw((pixels) => {
    bytes = encoder.encode(pixels, quality);
  });
  const peakBytes = development.memoryBytes() + encoder.memoryBytes();
  development.giveBack();
  return { bytes, width: size.width, height: size.height, crc32: crc32(bytes), peakBytes };
}

function fittingEdge(width: number, height: number): number {
  const fitting = Math.floor(Math.max(width, height) * Math.sqrt(MAX_PIXELS / (width * height)));
  return Math.min(LONGEST_PX, fitting);
}

/**
 * Throws CodecError `too_large` for more pixels than memory allows.
 * @param quality 0 to 100
 */
export async function encodeAvif(pixels: Pixels, quality: number): Promise<Uint8Array> {
  const { width, height } = pixels;
  if (width * height > MAX_PIXELS) throw new CodecError("too_large", `AVIF of ${width} x ${height} pixels`);
  return (await avifEncoder()).encode(pixels, quality);
}

/** A fresh libaom for one picture: its memory never shrinks. */
async function avifEncoder() {
  let memory: WebAssembly.Memory | undefined;
  const encoder = await createEncoder({
    noInitialRun: true,
    instantiateWasm(imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void) {
      const instance = new WebAssembly.Instance(avifEncoderModule, imports);
      memory = Object.values(instance.exports).find((value) => value instanceof WebAssembly.Memory);
      done(instance);
      return instance.exports;
    },
  });
  return {
    encode({ data, width, height }: Pixels, quality: number): Uint8Array {
      const file = encoder.encode(data, width, height, { ...defaultOptions, quality, speed: SPEED });
      if (file === null) throw new Error(`libaom made nothing of ${width} x ${height} pixels`);
      return Uint8Array.from(file);
    },
    memoryBytes: () => memory?.buffer.byteLength ?? 0,
  };
}
