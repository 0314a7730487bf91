import { analyse, type PictureAnalysis } from "./analyse";
import type { ByteSource } from "./byte-source";
import { crc32 } from "./crc32";
import type { CreditLines } from "./credit-segments";
import { withCredits } from "./credits";
import { develop, type Oddity } from "./develop";
import type { DevelopedSize } from "./development";
import { webpEncoder } from "./encode-webp";
import { withPhoton } from "./photon";
import { drawWatermark, type Watermark } from "./watermark";

export type { Watermark } from "./watermark";

/** A picture to be made of a file, in one or two formats. */
export interface Output {
  name: string;
  /** Longest side in pixels; a smaller picture keeps its size. */
  longEdge: number;
  watermark: Watermark | null;
  /** JPEG quality, 1 to 100. */
  jpeg: number;
  /** WebP quality, 0 to 100; null for none. */
  webp: number | null;
}

export interface RenderPlan {
  outputs: readonly Output[];
  /** What all of them say of their rights; nothing else is ever written into them. */
  credits?: CreditLines | null;
}

export interface Rendition {
  name: string;
  format: "jpeg" | "webp";
  width: number;
  height: number;
  bytes: Uint8Array;
  /** CRC-32 of the bytes (ISO 3309), unsigned. */
  crc32: number;
}

export interface Rendered {
  /** The whole picture as displayed, in pixels. */
  width: number;
  height: number;
  decoder: "codec" | "photon";
  oddities: Oddity[];
  renditions: Rendition[];
  analysis: PictureAnalysis;
  /** Most memory that WebAssembly held for this picture at one time, in bytes. */
  peakBytes: number;
}

/** Long edge of the size that is looked at and not kept, in pixels. */
const ANALYSED_PX = 512;

/**
 * Decodes once, resizes (never enlarges), turns upright, draws the watermarks, encodes. Renditions carry no metadata
 * but the credits. Throws CodecError about the file and whatever the source throws about the reading. Memory is for one picture at a
 * time: the caller runs one render after another.
 */
export async function render(file: ByteSource, plan: RenderPlan): Promise<Rendered> {
  assertPlan(plan);
  const { first, finished } = await developAll(file, plan);
  const webps = await encodeWebps(finished, plan.credits ?? null);
  return {
    ...first,
    peakBytes: Math.max(first.peakBytes, webps.memoryBytes),
    renditions: finished.flatMap(({ jpeg, output }) => [
      jpeg,
      ...webps.renditions.filter(({ name }) => name === output.name),
    ]),
  };
}

interface Finished {
  output: Output;
  jpeg: Rendition;
  /** What the WebP is made of, once the decoder has let go of its memory. */
  pixels: ReturnType<DevelopedSize["pixels"]> | null;
}

/** Everything that needs the decoder's memory; what comes back holds none of it. */
async function developAll(file: ByteSource, { outputs, credits = null }: RenderPlan) {
  const { development, decoder, oddities } = await develop(file, [...outputs, { longEdge: ANALYSED_PX }]);
  const { width, height, sizes } = development;
  const analysed = sizes.at(-1);
  if (analysed === undefined) throw new RangeError("The development has no sizes");
  const analysis = analyse(analysed.pixels());
  const finished = outputs.flatMap((output, at) => {
    const size = sizes[at];
    return size ? [finish(size, output, credits)] : [];
  });
  const peakBytes = development.memoryBytes();
  return { first: { width, height, decoder, oddities, analysis, peakBytes }, finished };
}

function finish(size: DevelopedSize, output: Output, credits: CreditLines | null): Finished {
  const { name, watermark } = output;
  const { width, height } = size;
  if (watermark) size.draw((pixels) => withPhoton((photon) => drawWatermark(photon, pixels, watermark)));
  const bytes = withCredits("jpeg", size.jpeg({ quality: output.jpeg }), credits);
  const jpeg: Rendition = { name, format: "jpeg", width, height, bytes, crc32: crc32(bytes) };
  return { output, jpeg, pixels: output.webp === null ? null : size.pixels() };
}

async function encodeWebps(
  finished: readonly Finished[],
  credits: CreditLines | null,
): Promise<{ renditions: Rendition[]; memoryBytes: number }> {
  if (finished.every(({ pixels }) => pixels === null)) return { renditions: [], memoryBytes: 0 };
  const encoder = await webpEncoder();
  const renditions = finished.flatMap(({ output: { name, webp }, pixels }): Rendition[] => {
    if (pixels === null || webp === null) return [];
    const { width, height } = pixels;
    const bytes = withCredits("webp", encoder.encode(pixels, webp), credits);
    return [{ name, format: "webp", width, height, bytes, crc32: crc32(bytes) }];
  });
  return { renditions, memoryBytes: encoder.memoryBytes() };
}

function assertPlan({ outputs }: RenderPlan): void {
  if (outputs.length === 0) throw new RangeError("A plan needs an output");
  for (const { name, longEdge, jpeg } of outputs) {
    if (!Number.isInteger(longEdge) || longEdge < 1)
      throw new RangeError(`Output ${name}: long edge ${longEdge}`);
    if (!(jpeg >= 1 && jpeg <= 100)) throw new RangeError(`Output ${name}: quality ${jpeg}`);
  }
}
