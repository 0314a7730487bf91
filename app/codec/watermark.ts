import { logoSprite } from "./logo-sprite";
import type { Photon } from "./photon";
import type { Pixels } from "./pixels";
import type { Sprite } from "./sprite";
import { textSprite } from "./text-sprite";

/** Where a watermark stands: everywhere in diagonal rows, or once. */
export type Placement = "tiled" | "center" | "bottom-right" | "bottom-left";

export interface Watermark {
  /**
   * Text is Latin, Greek or Cyrillic; other characters are left out, and a text of nothing else becomes "©".
   * A logo has its own colours and transparency; see `readLogo`.
   */
  mark: { text: string } | { logo: Pixels };
  placement: Placement;
  /** 0 to 1: how much of the way to white a letter lifts the picture, or how much a logo covers it. */
  opacity: number;
  /** 1 is the usual size. */
  size: number;
}

/** Distances of the tiled pattern in units of its sprite: between two of a row, and from row to row. */
const GAP = 1.8;
const ROW_PITCH = 3.1;

/** The rows rise by this angle. */
const ANGLE = (30 * Math.PI) / 180;

/** How far a placed watermark keeps from the edges, as a share of the short edge. */
const MARGIN_SHARE = 0.04;

/** A placed text stands alone, so it is this much larger than a repeated one. */
const PLACED_TEXT_SCALE = 1.4;

/** Draws the watermark over the picture. Changes `pixels`. */
export function drawWatermark(photon: Photon, pixels: Pixels, watermark: Watermark): void {
  const strength = Math.min(Math.max(watermark.opacity, 0), 1);
  if (strength === 0) return;
  const sprite = spriteOf(photon, watermark, Math.max(pixels.width, pixels.height));
  if (watermark.placement === "tiled") tile(pixels, sprite, strength);
  else place(pixels, sprite, watermark.placement, strength);
}

function spriteOf(photon: Photon, { mark, placement, size }: Watermark, longEdge: number): Sprite {
  const tiled = placement === "tiled";
  if ("logo" in mark) return logoSprite(photon, mark.logo, longEdge, { size, tiled });
  return textSprite(photon, mark.text, longEdge, tiled ? size : size * PLACED_TEXT_SCALE);
}

/**
 * Looks every pixel up in an endless pattern turned by ANGLE: rows of sprites, every other row moved by half a pitch,
 * with one sprite in the middle of the picture.
 */
function tile({ width, height, data }: Pixels, sprite: Sprite, strength: number): void {
  const pitch = sprite.width + sprite.unit * GAP;
  const rowPitch = Math.max(sprite.unit * ROW_PITCH, sprite.height);
  const cos = Math.cos(ANGLE);
  const sin = Math.sin(ANGLE);
  for (let y = 0; y < height; y += 1) {
    let down = (y - height / 2) * cos - (width / 2) * sin + sprite.height / 2;
    let along = (height / 2 - y) * sin - (width / 2) * cos + sprite.width / 2;
    for (let x = 0; x < width; x += 1, down += sin, along += cos) {
      const row = Math.floor(down / rowPitch);
      const v = down - row * rowPitch;
      if (v >= sprite.height - 1) continue;
      const staggered = (row & 1) === 0 ? along : along + pitch / 2;
      const u = staggered - Math.floor(staggered / pitch) * pitch;
      if (u < sprite.width - 1) sprite.blend(data, (y * width + x) * 4, u, v, strength);
    }
  }
}

function place(
  { width, height, data }: Pixels,
  sprite: Sprite,
  placement: Exclude<Placement, "tiled">,
  strength: number,
): void {
  const margin = Math.round(Math.min(width, height) * MARGIN_SHARE);
  const left = {
    center: Math.round((width - sprite.width) / 2),
    "bottom-left": margin,
    "bottom-right": width - margin - sprite.width,
  }[placement];
  const top =
    placement === "center" ? Math.round((height - sprite.height) / 2) : height - margin - sprite.height;
  for (let v = 0; v < sprite.height - 1; v += 1) {
    for (let u = 0; u < sprite.width - 1; u += 1) {
      const [x, y] = [left + u, top + v];
      if (x >= 0 && x < width && y >= 0 && y < height)
        sprite.blend(data, (y * width + x) * 4, u, v, strength);
    }
  }
}
