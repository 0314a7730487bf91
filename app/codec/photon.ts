import { photonWasmModule } from "@cf-wasm/photon";
import { CodecError } from "./codec-error";
import type { Pixels } from "./pixels";

/**
 * Photon on WASM instances of our own. The package's one instance would not do: a panic leaves everything the failed
 * call held allocated, and WASM memory never shrinks, so both must be able to go with the instance.
 *
 * The calls below are wasm-bindgen's ABI of the pinned package version, a handle being a pointer to a Rust struct:
 * byte arguments are handed over and freed by the callee, returned bytes are ours to free.
 */
export interface Photon {
  /** Throws CodecError "damaged": photon panics on whatever it cannot decode. */
  decode(file: Uint8Array): Picture;
  fromPixels(pixels: Pixels): Picture;
}

/** A picture inside photon's memory. `free` it as soon as it is not needed; after that it must not be used. */
export interface Picture {
  width: number;
  height: number;
  /** Lanczos3. */
  resize(width: number, height: number): Picture;
  /** Draws white text in the built-in Roboto; x, y and the line height are in pixels. */
  drawText(text: string, x: number, y: number, lineHeight: number): void;
  pixels(): Pixels;
  /** Quality 1 to 100; always 4:4:4. */
  jpeg(quality: number): Uint8Array;
  free(): void;
}

/** An instance grown beyond this many bytes is not kept for the next picture. */
const MAX_KEPT_BYTES = 16 * 1024 * 1024;

/** `SamplingFilter.Lanczos3` of photon. */
const LANCZOS3 = 5;

/** wasm-bindgen reserves the references undefined, undefined, null, true and false before any other. */
const RESERVED_REFERENCES = [undefined, null, true, false];

type Bytes = readonly [pointer: number, length: number];

interface Exports {
  memory: WebAssembly.Memory;
  __wbindgen_externrefs: WebAssembly.Table;
  __wbindgen_start(): void;
  __wbindgen_malloc(size: number, alignment: number): number;
  __wbindgen_free(pointer: number, size: number, alignment: number): void;
  __wbg_photonimage_free(handle: number, unused: number): void;
  photonimage_new(pixels: number, length: number, width: number, height: number): number;
  photonimage_new_from_byteslice(file: number, length: number): number;
  photonimage_get_width(handle: number): number;
  photonimage_get_height(handle: number): number;
  photonimage_get_raw_pixels(handle: number): Bytes;
  photonimage_get_bytes_jpeg(handle: number, quality: number): Bytes;
  resize(handle: number, width: number, height: number, filter: number): number;
  draw_text(handle: number, text: number, length: number, x: number, y: number, lineHeight: number): void;
}

/** The instance of the last picture: a fresh one each time would wait for the garbage collector with all its memory. */
let kept: Exports | null = null;

/** Bytes of memory that the last instance came to hold, kept or not; 0 before the first. */
export function photonBytes(): number {
  return lastBytes;
}

let lastBytes = 0;

/** Runs `work` on an instance nobody else uses. One whose work threw, and so may have lost memory, is dropped. */
export function withPhoton<Result>(work: (photon: Photon) => Result): Result {
  const wasm = kept ?? instantiate();
  kept = null;
  const result = work(photonOn(wasm));
  lastBytes = wasm.memory.buffer.byteLength;
  if (lastBytes <= MAX_KEPT_BYTES) kept = wasm;
  return result;
}

function photonOn(wasm: Exports): Photon {
  return {
    decode(file) {
      try {
        return picture(wasm, wasm.photonimage_new_from_byteslice(...give(wasm, file)));
      } catch (cause) {
        if (!(cause instanceof WebAssembly.RuntimeError)) throw cause;
        throw new CodecError("damaged", "The picture cannot be decoded", { cause });
      }
    },
    fromPixels({ data, width, height }) {
      return picture(wasm, wasm.photonimage_new(...give(wasm, data), width, height));
    },
  };
}

function picture(wasm: Exports, handle: number): Picture {
  return {
    width: wasm.photonimage_get_width(handle) >>> 0,
    height: wasm.photonimage_get_height(handle) >>> 0,
    resize: (width, height) => picture(wasm, wasm.resize(handle, width, height, LANCZOS3)),
    drawText(text, x, y, lineHeight) {
      wasm.draw_text(handle, ...give(wasm, new TextEncoder().encode(text)), x, y, lineHeight);
    },
    pixels() {
      const data = take(wasm, wasm.photonimage_get_raw_pixels(handle));
      return { width: this.width, height: this.height, data };
    },
    jpeg: (quality) => take(wasm, wasm.photonimage_get_bytes_jpeg(handle, quality)),
    free: () => wasm.__wbg_photonimage_free(handle, 0),
  };
}

/** Copies bytes into photon's memory for a call that takes them over. */
function give(wasm: Exports, bytes: Uint8Array): Bytes {
  const pointer = wasm.__wbindgen_malloc(bytes.length, 1) >>> 0;
  new Uint8Array(wasm.memory.buffer, pointer, bytes.length).set(bytes);
  return [pointer, bytes.length];
}

/** Copies bytes out of photon's memory and frees them there. */
function take(wasm: Exports, [pointer, length]: Bytes): Uint8Array {
  const bytes = new Uint8Array(wasm.memory.buffer, pointer >>> 0, length).slice();
  wasm.__wbindgen_free(pointer, length, 1);
  return bytes;
}

function instantiate(): Exports {
  const instance = new WebAssembly.Instance(
    photonWasmModule,
    browserImports(() => wasm),
  );
  const wasm = instance.exports as unknown as Exports;
  wasm.__wbindgen_start();
  return wasm;
}

/** Photon imports the browser's canvas and window; of all that only the table of references is ever touched here. */
function browserImports(wasm: () => Exports): WebAssembly.Imports {
  const imports: WebAssembly.Imports = {};
  for (const { module, name } of WebAssembly.Module.imports(photonWasmModule)) {
    imports[module] ??= {};
    imports[module][name] =
      name === "__wbindgen_init_externref_table" ? () => reserveReferences(wasm()) : () => refuse(name);
  }
  return imports;
}

function reserveReferences({ __wbindgen_externrefs: table }: Exports): void {
  const first = table.grow(RESERVED_REFERENCES.length);
  table.set(0, undefined);
  RESERVED_REFERENCES.forEach((value, index) => {
    table.set(first + index, value);
  });
}

function refuse(name: string): never {
  throw new Error(`photon called ${name}, which only a browser has`);
}
