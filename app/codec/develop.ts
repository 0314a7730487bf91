import { coreModule } from "#core-module";
import { type ByteSource, partOf } from "./byte-source";
import { isCodecError } from "./codec-error";
import { decodeWebp } from "./decode-webp";
import { developJpeg } from "./develop-jpeg";
import { developRows } from "./develop-rows";
import type { Development, Size } from "./development";
import { readExif } from "./exif";
import { findFrame } from "./jpeg-markers";
import { HEADER_BYTES } from "./limits";
import { withPhoton } from "./photon";
import { decodePng } from "./png/decode";
import { findRawPreview } from "./raw/preview";
import type { PictureWarning } from "./refusals";
import { CHANNELS, type Flaw, type RowBatch, type RowPicture } from "./rows";
import { type FileKind, type RawKind, sniffSource } from "./sniff";
import { decodeTiff } from "./tiff/decode";
import { wayOf } from "./ways";

/** What is odd about a picture that is shown all the same. */
export type Oddity = PictureWarning | Flaw | "reduced";

export interface Developed {
  kind: FileKind;
  /** Photon helps out where our codec refuses a small JPEG. */
  decoder: "codec" | "photon";
  development: Development;
  oddities: Oddity[];
}

/** Largest picture that photon decodes within an isolate's 128 MB, in pixels. */
const PHOTON_PIXELS = 4_000_000;

/** Decodes a file of any kind we read, to all sizes at once. Throws CodecError about the file. */
export async function develop(
  file: ByteSource,
  sizes: readonly Size[],
  module: WebAssembly.Module = coreModule,
): Promise<Developed> {
  const way = wayOf(await sniffSource(file));
  switch (way.by) {
    case "jpeg":
      return fromJpeg(file, sizes, module);
    case "png": {
      const picture = await decodePng(file.stream(), { fileBytes: file.size, module });
      return fromRows(way.by, picture, sizes, module);
    }
    case "tiff":
      return fromRows(way.by, await decodeTiff(file, { module }), sizes, module);
    case "webp":
      return fromWebp(file, sizes, module);
    case "preview":
      return fromPreview(file, way.kind, sizes, module);
  }
}

async function fromPreview(
  file: ByteSource,
  kind: RawKind,
  sizes: readonly Size[],
  module: WebAssembly.Module,
): Promise<Developed> {
  const { offset, length, orientation } = await findRawPreview(file, kind);
  const preview = partOf(file, offset, length).stream();
  return byCodec(kind, await developJpeg(module, preview, { sizes, orientation, fileBytes: length }));
}

/** The sizes are made while the decoder holds the whole picture. */
async function fromWebp(
  file: ByteSource,
  sizes: readonly Size[],
  module: WebAssembly.Module,
): Promise<Developed> {
  const picture = await decodeWebp(file);
  const { memoryBytes } = picture;
  const { development, ...developed } = await fromRows("webp", picture, sizes, module);
  const beside = {
    peakBytes: development.peakBytes + memoryBytes,
    memoryBytes: () => development.memoryBytes() + memoryBytes,
  };
  return { ...developed, development: { ...development, ...beside } };
}

async function fromJpeg(
  file: ByteSource,
  sizes: readonly Size[],
  module: WebAssembly.Module,
): Promise<Developed> {
  try {
    return byCodec("jpeg", await developJpeg(module, file.stream(), { sizes, fileBytes: file.size }));
  } catch (refused) {
    if (!isCodecError(refused) || refused.failure === "damaged") throw refused;
    const helped = await byPhoton(file, sizes, module).catch(() => null);
    if (helped === null) throw refused;
    return helped;
  }
}

/** Null when the picture is too large for photon. */
async function byPhoton(
  file: ByteSource,
  sizes: readonly Size[],
  module: WebAssembly.Module,
): Promise<Developed | null> {
  const frame = findFrame(await file.read(0, HEADER_BYTES));
  if (frame === null || frame.width * frame.height > PHOTON_PIXELS) return null;
  const bytes = await file.read(0, file.size);
  const { orientation } = await readExif(frame.exif);
  const { width, height, data } = withPhoton((photon) => {
    const picture = photon.decode(bytes);
    const pixels = picture.pixels();
    picture.free();
    return pixels;
  });
  const source = { width, height, channels: 4, bits: 8, orientation, rows: [data] } as const;
  return { ...byCodec("jpeg", await developRows(module, source, { sizes })), decoder: "photon" };
}

function byCodec(kind: FileKind, development: Development): Developed {
  return { kind, decoder: "codec", development, oddities: development.warnings };
}

async function fromRows(
  kind: FileKind,
  picture: RowPicture,
  sizes: readonly Size[],
  module: WebAssembly.Module,
): Promise<Developed> {
  const { width, height, layout, depth, orientation, colour, reducedBy } = picture.header;
  const source = {
    width,
    height,
    channels: CHANNELS[layout],
    inks: layout === "cmyk",
    bits: depth,
    orientation,
    ...(colour.iccProfile ? { profile: colour.iccProfile } : {}),
    rows: dataOf(picture.rows),
  } as const;
  const development = await developRows(module, source, { sizes });
  const oddities: Oddity[] = [...development.warnings, ...picture.flaws];
  if (reducedBy > 1) oddities.push("reduced");
  const full = { width: development.width * reducedBy, height: development.height * reducedBy };
  return { kind, decoder: "codec", development: { ...development, ...full }, oddities };
}

async function* dataOf(batches: AsyncIterable<RowBatch>): AsyncGenerator<Uint8Array> {
  for await (const { data } of batches) yield data;
}
