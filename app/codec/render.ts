import { alone } from "./alone";
import { analyse, type PictureAnalysis } from "./analyse";
import type { ByteSource } from "./byte-source";
import { crc32 } from "./crc32";
import type { CreditLines } from "./credit-segments";
import { withCredits } from "./credits";
import { develop, type Oddity } from "./develop";
import type { DevelopedSize } from "./development";
import { type WebpEncoder, webpEncoder } from "./encode-webp";
import { photonBytes, withPhoton } from "./photon";
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
  /** All memory that WebAssembly came to hold: the core's, libwebp's and photon's, in bytes. */
  peakBytes: number;
}

/** Long edge of the size that is looked at and not kept, in pixels. */
const ANALYSED_PX = 512;

/**
 * Decodes once, resizes (never enlarges), turns upright, draws the watermarks, encodes. Renditions carry no metadata
 * but the credits. Throws CodecError about the file and whatever the source throws about the reading. A render waits
 * until those before it in this isolate have ended.
 */
export async function render(file: ByteSource, plan: RenderPlan): Promise<Rendered> {
  assertPlan(plan);
  return alone(() => renderAlone(file, plan));
}

async function renderAlone(file: ByteSource, { outputs, credits = null }: RenderPlan): Promise<Rendered> {
  const webp = outputs.some((output) => output.webp !== null) ? await webpEncoder() : null;
  const { development, decoder, oddities } = await develop(file, [...outputs, { longEdge: ANALYSED_PX }]);
  try {
    const { width, height, sizes } = development;
    const analysed = sizes.at(-1);
    if (analysed === undefined) throw new RangeError("The development has no sizes");
    const analysis = analyse(analysed.pixels());
    const made = new Map<Output, Rendition[]>();
    for (const [output, size] of largestFirst(outputs, sizes))
      made.set(output, encode(size, output, webp, credits));
    const renditions = outputs.flatMap((output) => made.get(output) ?? []);
    const peakBytes = development.memoryBytes() + (webp?.memoryBytes() ?? 0) + photonBytes();
    return { width, height, decoder, oddities, analysis, peakBytes, renditions };
  } finally {
    development.giveBack();
  }
}

/** In this order libwebp takes the least memory: what smaller sizes need lies where a larger one was. */
function largestFirst(outputs: readonly Output[], sizes: readonly DevelopedSize[]) {
  const pairs = outputs.flatMap((output, at): [Output, DevelopedSize][] => {
    const size = sizes[at];
    return size ? [[output, size]] : [];
  });
  return pairs.sort(([one], [other]) => other.longEdge - one.longEdge);
}

/** The size in one or two formats, watermarked. */
function encode(
  size: DevelopedSize,
  output: Output,
  webp: WebpEncoder | null,
  credits: CreditLines | null,
): Rendition[] {
  const { watermark, webp: webpQuality } = output;
  if (watermark) size.draw((pixels) => withPhoton((photon) => drawWatermark(photon, pixels, watermark)));
  const files: [Rendition["format"], Uint8Array][] = [["jpeg", size.jpeg({ quality: output.jpeg })]];
  if (webp !== null && webpQuality !== null) {
    size.draw((pixels) => {
      files.push(["webp", webp.encode(pixels, webpQuality)]);
    });
  }
  const { width, height } = size;
  return files.map(([format, file]) => {
    const bytes = withCredits(format, file, credits);
    return { name: output.name, format, width, height, bytes, crc32: crc32(bytes) };
  });
}

function assertPlan({ outputs }: RenderPlan): void {
  if (outputs.length === 0) throw new RangeError("A plan needs an output");
  for (const { name, longEdge, jpeg } of outputs) {
    if (!Number.isInteger(longEdge) || longEdge < 1)
      throw new RangeError(`Output ${name}: long edge ${longEdge}`);
    if (!(jpeg >= 1 && jpeg <= 100)) throw new RangeError(`Output ${name}: quality ${jpeg}`);
  }
}
