import { CodecError } from "./codec-error";
import { type Orientation, readExif } from "./exif";
import { countScans, type Frame } from "./jpeg-markers";
import { MAX_SCANNED_PIXELS } from "./limits";
import { type Photon, type Picture, withPhoton } from "./photon";
import { orient, type Pixels } from "./pixels";
import { readSource } from "./read-source";
import { drawWatermark, type Watermark } from "./watermark";

export type { Watermark } from "./watermark";

export interface Output {
  name: string;
  /** Longest side in pixels; a smaller picture keeps its size. */
  longEdge: number;
  /** JPEG quality, 1 to 100. */
  quality: number;
  watermark: Watermark | null;
}

export interface RenderPlan {
  outputs: Output[];
}

export interface Rendition {
  name: string;
  contentType: "image/jpeg";
  width: number;
  height: number;
  bytes: Uint8Array;
}

/**
 * Decodes once, resizes (never enlarges), turns upright, draws the watermark, encodes. The renditions come in the
 * plan's order, carry no metadata and are independent of each other: a watermark on one never shows in another.
 * Throws CodecError about the file and whatever the stream throws about the reading. Memory is for one picture at a
 * time: the caller runs one render after another.
 */
export async function render(source: ReadableStream<Uint8Array>, plan: RenderPlan): Promise<Rendition[]> {
  assertPlan(plan);
  const { bytes, frame } = await readSource(source);
  assertAffordable(bytes, frame);
  const { orientation } = await readExif(frame.exif);
  return withPhoton((photon) => renderAll(photon, bytes, orientation, plan.outputs));
}

/** The largest output comes from the file, every smaller one from the clean pixels of the one before. */
function renderAll(
  photon: Photon,
  file: Uint8Array,
  orientation: Orientation,
  outputs: Output[],
): Rendition[] {
  const renditions = new Map<Output, Rendition>();
  let clean: Pixels | null = null;
  for (const output of outputs.toSorted((one, other) => other.longEdge - one.longEdge)) {
    const { longEdge } = output;
    clean = clean === null ? develop(photon, file, longEdge, orientation) : shrink(photon, clean, longEdge);
    renditions.set(output, finish(photon, clean, output));
  }
  return outputs.flatMap((output) => renditions.get(output) ?? []);
}

function assertPlan({ outputs }: RenderPlan): void {
  if (outputs.length === 0) throw new RangeError("A plan needs an output");
  for (const { name, longEdge, quality } of outputs) {
    if (!Number.isInteger(longEdge) || longEdge < 1)
      throw new RangeError(`Output ${name}: long edge ${longEdge}`);
    if (!(quality >= 1 && quality <= 100)) throw new RangeError(`Output ${name}: quality ${quality}`);
  }
}

/** Refuses a file of so many scans that walking the picture for each of them would take minutes. */
function assertAffordable(bytes: Uint8Array, { width, height, end }: Frame): void {
  const scans = countScans(bytes, end);
  if (width * height * scans > MAX_SCANNED_PIXELS) {
    throw new CodecError("too_large", `${scans} scans of ${width} x ${height} pixels`);
  }
}

/** The largest output, clean and upright. It is turned after resizing, when there is least to turn. */
function develop(photon: Photon, file: Uint8Array, longEdge: number, orientation: Orientation): Pixels {
  const decoded = photon.decode(file);
  const resized = resizeWithin(decoded, longEdge);
  if (resized !== decoded) decoded.free();
  const stored = resized.pixels();
  resized.free();
  return orient(stored, orientation);
}

function shrink(photon: Photon, pixels: Pixels, longEdge: number): Pixels {
  if (Math.max(pixels.width, pixels.height) <= longEdge) return pixels;
  const larger = photon.fromPixels(pixels);
  const smaller = resizeWithin(larger, longEdge);
  larger.free();
  const shrunk = smaller.pixels();
  smaller.free();
  return shrunk;
}

/** The picture itself when it already fits. */
function resizeWithin(picture: Picture, longEdge: number): Picture {
  const scale = longEdge / Math.max(picture.width, picture.height);
  if (scale >= 1) return picture;
  return picture.resize(
    Math.max(1, Math.round(picture.width * scale)),
    Math.max(1, Math.round(picture.height * scale)),
  );
}

function finish(photon: Photon, clean: Pixels, { name, quality, watermark }: Output): Rendition {
  const pixels = watermark === null ? clean : { ...clean, data: clean.data.slice() };
  if (watermark !== null) drawWatermark(photon, pixels, watermark);
  const picture = photon.fromPixels(pixels);
  const bytes = picture.jpeg(Math.round(quality));
  picture.free();
  return { name, contentType: "image/jpeg", width: clean.width, height: clean.height, bytes };
}
