import type { Photon } from "./photon";
import type { Pixels } from "./pixels";
import type { Sprite } from "./sprite";
import { setText } from "./watermark-text";

/** Line height of the text, in pixels: a readable minimum and a share of the long edge, so that a thumbnail stays legible and a preview calm. */
const LINE_HEIGHT_BASE_PX = 9;
const LINE_HEIGHT_SHARE = 1 / 42;

/** A long text is set smaller, down to this line height, until it takes no more than this share of the long edge. */
const MIN_LINE_HEIGHT_PX = 9;
const MAX_TEXT_SHARE = 0.5;

/** The soft dark edge: its reach in line heights, and how dark it is against the light of the letters. */
const EDGE_REACH = 0.07;
const EDGE_GAIN = 1.9;
const EDGE_STRENGTH = 0.9;

/** One text: for each pixel how much of a letter covers it and how dark the edge around the letters is, 0 to 255. */
interface Stamp {
  width: number;
  height: number;
  light: Uint8Array;
  dark: Uint8Array;
  lineHeight: number;
}

/**
 * White letters with a soft dark edge, so that they show on light and on dark alike.
 *
 * @param size 1 is the usual height; it grows with the picture's long edge
 */
export function textSprite(photon: Photon, text: string, longEdge: number, size: number): Sprite {
  const stamp = fittingStamp(photon, setText(photon, text), longEdge, size);
  return {
    width: stamp.width,
    height: stamp.height,
    unit: stamp.lineHeight,
    blend: (rgba, at, u, v, strength) => stampPixel(rgba, at, stamp, u, v, strength),
  };
}

function fittingStamp(photon: Photon, text: string, longEdge: number, size: number): Stamp {
  const lineHeight = (LINE_HEIGHT_BASE_PX + longEdge * LINE_HEIGHT_SHARE) * size;
  const stamp = makeStamp(photon, text, lineHeight);
  const excess = stamp.width / (longEdge * MAX_TEXT_SHARE);
  return excess <= 1 ? stamp : makeStamp(photon, text, Math.max(lineHeight / excess, MIN_LINE_HEIGHT_PX));
}

/** Draws the text white on opaque black, where the red channel is the letters' coverage, and crops it to its ink. */
function makeStamp(photon: Photon, text: string, lineHeight: number): Stamp {
  const reach = Math.max(1, Math.round(lineHeight * EDGE_REACH));
  const margin = reach * 3;
  const canvas = blackCanvas(
    Math.ceil(text.length * lineHeight) + 2 * margin,
    Math.ceil(lineHeight * 1.4) + 2 * margin,
  );
  const picture = photon.fromPixels(canvas);
  picture.drawText(text, margin, margin, lineHeight);
  const { data } = picture.pixels();
  picture.free();
  const width = Math.min(inkWidth(data, canvas.width) + margin, canvas.width);
  const light = new Uint8Array(width * canvas.height);
  for (let y = 0; y < canvas.height; y += 1) {
    for (let x = 0; x < width; x += 1) light[y * width + x] = data[(y * canvas.width + x) * 4] ?? 0;
  }
  return {
    width,
    height: canvas.height,
    light,
    dark: edgeOf(light, width, canvas.height, reach),
    lineHeight,
  };
}

function blackCanvas(width: number, height: number): Pixels {
  const data = new Uint8Array(width * height * 4);
  for (let alpha = 3; alpha < data.length; alpha += 4) data[alpha] = 255;
  return { width, height, data };
}

/** The number of columns up to the last one with ink in it. */
function inkWidth(rgba: Uint8Array, width: number): number {
  let last = 0;
  for (let pixel = 0; pixel < rgba.length / 4; pixel += 1) {
    if (rgba[pixel * 4] !== 0) last = Math.max(last, pixel % width);
  }
  return last + 1;
}

/** The letters blurred, strengthened, and cut out where the letters themselves are. */
function edgeOf(light: Uint8Array, width: number, height: number, reach: number): Uint8Array {
  const once = blurLines(blurLines(light, width, height, reach, 1, width), height, width, reach, width, 1);
  const twice = blurLines(blurLines(once, width, height, reach, 1, width), height, width, reach, width, 1);
  return twice.map((blurred, index) => Math.min(255, blurred * EDGE_GAIN) * (1 - (light[index] ?? 0) / 255));
}

/** A running mean along each of `lines` lines of `length` values, `step` apart; the lines start `stride` apart. */
function blurLines(
  values: Uint8Array,
  length: number,
  lines: number,
  reach: number,
  step: number,
  stride: number,
): Uint8Array {
  const blurred = new Uint8Array(values.length);
  const span = 2 * reach + 1;
  for (let line = 0; line < lines; line += 1) {
    const start = line * stride;
    let sum = 0;
    for (let at = -reach; at < length; at += 1) {
      if (at + reach < length) sum += values[start + (at + reach) * step] ?? 0;
      if (at - reach > 0) sum -= values[start + (at - reach - 1) * step] ?? 0;
      if (at >= 0) blurred[start + at * step] = sum / span;
    }
  }
  return blurred;
}

/** Darkens by the edge, then lifts to white by the letter. */
function stampPixel(
  rgba: Uint8Array,
  at: number,
  stamp: Stamp,
  u: number,
  v: number,
  strength: number,
): void {
  const light = sample(stamp.light, stamp.width, u, v);
  const dark = sample(stamp.dark, stamp.width, u, v);
  if (light + dark === 0) return;
  const kept = 1 - (dark / 255) * strength * EDGE_STRENGTH;
  const lift = (light / 255) * strength;
  for (let channel = at; channel < at + 3; channel += 1) {
    const darkened = (rgba[channel] ?? 0) * kept;
    rgba[channel] = darkened + (255 - darkened) * lift + 0.5;
  }
}

/** Bilinear: the value between four neighbours; u and v lie at least one short of the last column and row. */
function sample(values: Uint8Array, width: number, u: number, v: number): number {
  const column = Math.floor(u);
  const right = u - column;
  const below = v - Math.floor(v);
  const at = Math.floor(v) * width + column;
  const upper = (values[at] ?? 0) * (1 - right) + (values[at + 1] ?? 0) * right;
  const lower = (values[at + width] ?? 0) * (1 - right) + (values[at + width + 1] ?? 0) * right;
  return upper * (1 - below) + lower * below;
}
