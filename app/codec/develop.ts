import { coreModule } from "#core-module";
import { type ByteSource, partOf } from "./byte-source";
import { CodecError, isCodecError } from "./codec-error";
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
import { type FileKind, isRawKind, sniffSource } from "./sniff";
import { decodeTiff } from "./tiff/decode";

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
  const kind = await sniffSource(file);
  if (kind === "jpeg") return fromJpeg(file, sizes, module);
  if (kind === "png")
    return fromRows(kind, await decodePng(file.stream(), { fileBytes: file.size, module }), sizes, module);
  if (kind === "tiff") return fromRows(kind, await decodeTiff(file, { module }), sizes, module);
  if (kind !== null && isRawKind(kind)) {
    const { offset, length, orientation } = await findRawPreview(file, kind);
    const preview = partOf(file, offset, length).stream();
    return byCodec(kind, await developJpeg(module, preview, { sizes, orientation, fileBytes: length }));
  }
  throw new CodecError("unsupported", `The file is ${kind ?? "no known picture"}`, {
    detail: kind === "webp" ? "animated" : (kind ?? "unknown_kind"),
  });
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
  const inks = layout === "cmyk";
  const source = {
    width,
    height,
    channels: inks ? 3 : CHANNELS[layout],
    bits: depth,
    orientation,
    ...(colour.iccProfile && !inks ? { profile: colour.iccProfile } : {}),
    rows: inks ? withoutInks(picture.rows, depth) : dataOf(picture.rows),
  } as const;
  const development = await developRows(module, source, { sizes });
  const oddities: Oddity[] = [...development.warnings, ...picture.flaws];
  if (inks) oddities.push("inks_approximated");
  if (reducedBy > 1) oddities.push("reduced");
  const full = { width: development.width * reducedBy, height: development.height * reducedBy };
  return { kind, decoder: "codec", development: { ...development, ...full }, oddities };
}

async function* dataOf(batches: AsyncIterable<RowBatch>): AsyncGenerator<Uint8Array> {
  for await (const { data } of batches) yield data;
}

/** Inks as light without a profile: what neither its ink nor black takes away. */
async function* withoutInks(batches: AsyncIterable<RowBatch>, depth: 8 | 16): AsyncGenerator<Uint8Array> {
  const bytes = depth / 8;
  for await (const { data } of batches) {
    const light = new Uint8Array((data.length / 4) * 3);
    for (let from = 0, to = 0; from < data.length; from += 4 * bytes) {
      const black = 255 - (data[from + 4 * bytes - 1] ?? 0);
      for (let ink = 0; ink < 3; ink += 1, to += bytes) {
        const left = 255 - (data[from + (ink + 1) * bytes - 1] ?? 0);
        light.fill(Math.round((left * black) / 255), to, to + bytes);
      }
    }
    yield light;
  }
}
