import { webpDecoderModule } from "#webp-decoder";
import type { ByteSource } from "./byte-source";
import { CodecError } from "./codec-error";
import { readExif } from "./exif";
import { metadataBlocks } from "./metadata/containers";
import { type RowBatch, type RowPicture, type RowsHeader, rowBytes, rowsPerBatch, UNTAGGED } from "./rows";
import { planWebp } from "./webp-plan";

/** What the decoder's instance exports: libwebp's simple interface, and the C library's memory. */
interface Decoder {
  memory: WebAssembly.Memory;
  malloc(bytes: number): number;
  /** Answers the address of the pixels, 0 when there are none; writes width and height as 32-bit numbers. */
  WebPDecodeRGBA(file: number, fileBytes: number, width: number, height: number): number;
}

/** A WebP's rows; the decoder holds `memoryBytes` until they have been walked. */
export interface WebpPicture extends RowPicture {
  memoryBytes: number;
}

/**
 * Decodes a still WebP, lossy or lossless, with or without alpha, in a decoder of its own: its memory never shrinks,
 * and whatever a hostile file did goes with it. Throws CodecError about the file, and whatever the source throws.
 */
export async function decodeWebp(file: ByteSource): Promise<WebpPicture> {
  const plan = await planWebp(file);
  const { exif } = await metadataBlocks(file, "webp");
  const { orientation } = await readExif(exif?.tiff ?? null);
  const decoder = startDecoder();
  const pixels = decodeInside(decoder, await load(decoder, file), plan);
  const header: RowsHeader = {
    width: plan.width,
    height: plan.height,
    layout: "rgba",
    depth: 8,
    orientation,
    colour: { ...UNTAGGED, iccProfile: plan.profile },
    exif: exif?.tiff ?? null,
    reducedBy: 1,
  };
  return {
    header,
    rows: rowsIn(decoder.memory, pixels, header),
    flaws: new Set(),
    memoryBytes: decoder.memory.buffer.byteLength,
    close: async () => {},
  };
}

/** The C library's files, which a decoder never opens. */
const NO_FILES = { fd_close: () => 0, fd_seek: () => 0, fd_write: () => 0 };

function startDecoder(): Decoder {
  const instance = new WebAssembly.Instance(webpDecoderModule, { wasi_snapshot_preview1: NO_FILES });
  return instance.exports as unknown as Decoder;
}

/** Streams the file into the decoder's memory. A source that ends early leaves a file that is cut off. */
async function load(decoder: Decoder, file: ByteSource): Promise<{ address: number; length: number }> {
  const address = decoder.malloc(file.size);
  if (address === 0) throw new CodecError("too_large", `No room for ${file.size} bytes`);
  const reader = file.stream().getReader();
  let length = 0;
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    const fitting = read.value.subarray(0, file.size - length);
    new Uint8Array(decoder.memory.buffer, address + length, fitting.length).set(fitting);
    length += fitting.length;
  }
  return { address, length };
}

function decodeInside(
  decoder: Decoder,
  file: { address: number; length: number },
  { width, height }: { width: number; height: number },
): number {
  const sizeAt = decoder.malloc(8);
  const pixels = inDecoder(() => decoder.WebPDecodeRGBA(file.address, file.length, sizeAt, sizeAt + 4));
  const [decodedWidth, decodedHeight] = new Uint32Array(decoder.memory.buffer, sizeAt, 2);
  if (pixels === 0 || decodedWidth !== width || decodedHeight !== height) {
    throw new CodecError("damaged", "libwebp makes no picture of the WebP");
  }
  return pixels;
}

function inDecoder(work: () => number): number {
  try {
    return work();
  } catch (cause) {
    if (!(cause instanceof WebAssembly.RuntimeError)) throw cause;
    throw new CodecError("damaged", "libwebp breaks on the WebP", { cause });
  }
}

/** The pixels where they lie. */
async function* rowsIn(
  memory: WebAssembly.Memory,
  address: number,
  header: RowsHeader,
): AsyncGenerator<RowBatch, void, void> {
  const bytes = rowBytes(header);
  const most = rowsPerBatch(bytes);
  for (let first = 0; first < header.height; first += most) {
    const count = Math.min(most, header.height - first);
    yield { first, count, data: new Uint8Array(memory.buffer, address + first * bytes, count * bytes) };
  }
}
