import { type Core, dropTrapped, giveBack, viewOf } from "./core";
import { encodeInside, type JpegOptions } from "./encode-jpeg";
import type { Orientation } from "./exif";
import type { Pixels } from "./pixels";
import { type PictureWarning, RefusedError } from "./refusals";

/** A size to be made: never larger than the picture itself. */
export interface Size {
  /** Longest side in pixels. */
  longEdge: number;
}

/** A picture in the sizes that were asked for, upright, in sRGB. It holds its core's memory until it gives it back. */
export interface Development {
  /** The whole picture as displayed, orientation applied. */
  width: number;
  height: number;
  orientation: Orientation;
  warnings: PictureWarning[];
  /** Most memory that decoding took. */
  peakBytes: number;
  /** All memory the core holds by now; it never shrinks. */
  memoryBytes(): number;
  /** Lets the next picture have the core. After that the sizes must not be used. */
  giveBack(): void;
  sizes: DevelopedSize[];
}

export interface DevelopedSize {
  width: number;
  height: number;
  /** A copy of the pixels, RGBA, opaque. */
  pixels(): Pixels;
  /** Lets something be drawn over the pixels, which are the core's own: they must not be kept. */
  draw(over: (pixels: Pixels) => void): void;
  jpeg(options: JpegOptions): Uint8Array;
}

/** An output the core has been told of: its size before it is turned. */
interface Target {
  index: number;
  width: number;
  height: number;
}

/** A smaller output comes out of a larger one of at least this many times its width: cheaper, and as good. */
const CASCADE_RATIO = 1.9;

/** Tells the core the sizes, largest first, and answers them in the order given. */
export function addTargets(
  core: Core,
  picture: { width: number; height: number; orientation: Orientation },
  sizes: readonly Size[],
): Target[] {
  const order = sizes.map((_, at) => at).sort((one, other) => edge(sizes, other) - edge(sizes, one));
  const targets: Target[] = [];
  for (const at of order) {
    const scale = Math.min(1, edge(sizes, at) / Math.max(picture.width, picture.height));
    const width = Math.max(1, Math.round(picture.width * scale));
    const height = Math.max(1, Math.round(picture.height * scale));
    const parent = targets.findLast((larger) => larger.width >= CASCADE_RATIO * width);
    const index = core.addOutput(width, height, picture.orientation, parent?.index ?? -1);
    if (index < 0) throw new RangeError("More sizes than the codec makes at once");
    targets.push({ index, width, height });
  }
  return sizes.flatMap((_, at) => targets[order.indexOf(at)] ?? []);
}

function edge(sizes: readonly Size[], at: number): number {
  return sizes[at]?.longEdge ?? 0;
}

/** Calls the core; a trap there is a refusal of this picture, and nothing else is. */
export function inCore<Result>(core: Core, work: () => Result): Result {
  try {
    return work();
  } catch (cause) {
    if (!(cause instanceof WebAssembly.RuntimeError)) throw cause;
    dropTrapped(core);
    const reason = core.boundsViolation() ? "core_failed" : "needs_fallback";
    throw new RefusedError("too_large", reason, { cause });
  }
}

/** What the core has made, when its rows are all in. */
export function developed(
  core: Core,
  picture: { width: number; height: number; orientation: Orientation },
  targets: Target[],
  warnings: PictureWarning[],
): Development {
  core.endDecoding();
  const turned = picture.orientation >= 5;
  return {
    width: turned ? picture.height : picture.width,
    height: turned ? picture.width : picture.height,
    orientation: picture.orientation,
    warnings,
    peakBytes: core.peakBytes(),
    memoryBytes: () => core.memory.buffer.byteLength,
    giveBack: () => giveBack(core),
    sizes: targets.map((target) => developedSize(core, target, turned)),
  };
}

function developedSize(core: Core, target: Target, turned: boolean): DevelopedSize {
  const width = turned ? target.height : target.width;
  const height = turned ? target.width : target.height;
  const address = core.outputAddress(target.index);
  return {
    width,
    height,
    pixels: () => ({ width, height, data: viewOf(core, address, width * height * 4).slice() }),
    draw: (over) => over({ width, height, data: viewOf(core, address, width * height * 4) }),
    jpeg: (options) => inCore(core, () => encodeInside(core, address, width, height, options)),
  };
}
