import { distance } from "./curves";
import { cover, type Frame, type Rgb, shine } from "./frame";
import type { Random } from "./random";

/** A tapered line with soft edges; all lengths in pixels, widths are full widths. */
export function stroke(
  frame: Frame,
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  width0: number,
  width1: number,
  tint: Rgb,
  opacity = 1,
): void {
  const dx = x1 - x0;
  const dy = y1 - y0;
  const lengthSquared = Math.max(1e-6, dx * dx + dy * dy);
  const widest = Math.max(width0, width1) / 2 + 1;
  const top = Math.max(0, Math.floor(Math.min(y0, y1) - widest));
  const bottom = Math.min(frame.height - 1, Math.ceil(Math.max(y0, y1) + widest));
  const steep = Math.abs(dy) > 1e-3;
  for (let row = top; row <= bottom; row++) {
    let left = Math.min(x0, x1) - widest;
    let right = Math.max(x0, x1) + widest;
    if (steep) {
      const margin = widest * Math.sqrt(1 + (dx / dy) ** 2) + Math.abs(dx / dy);
      const at = x0 + ((row + 0.5 - y0) / dy) * dx;
      left = Math.max(left, at - margin);
      right = Math.min(right, at + margin);
    }
    for (
      let column = Math.max(0, Math.floor(left));
      column <= Math.min(frame.width - 1, Math.ceil(right));
      column++
    ) {
      const px = column + 0.5 - x0;
      const py = row + 0.5 - y0;
      const along = Math.min(1, Math.max(0, (px * dx + py * dy) / lengthSquared));
      const away = distance(px - dx * along, py - dy * along);
      const width = width0 + (width1 - width0) * along;
      const share =
        width < 1 ? width * Math.max(0, 1 - away) : Math.min(1, Math.max(0, width / 2 - away + 0.5));
      if (share > 0) cover(frame, column, row, tint, share * opacity);
    }
  }
}

/** A soft point of light; `radius` is its standard deviation in pixels. */
export function glint(frame: Frame, x: number, y: number, radius: number, tint: Rgb, gain: number): void {
  const reach = Math.ceil(radius * 3);
  const fall = 1 / (2 * radius * radius);
  for (let row = Math.floor(y) - reach; row <= Math.floor(y) + reach; row++) {
    for (let column = Math.floor(x) - reach; column <= Math.floor(x) + reach; column++) {
      const away = (column + 0.5 - x) ** 2 + (row + 0.5 - y) ** 2;
      shine(frame, column, row, tint, gain * Math.exp(-away * fall));
    }
  }
}

export interface Conifer {
  /** Foot of the trunk, pixels. */
  x: number;
  y: number;
  height: number;
  /** Half width at the foot as a share of the height. */
  fullness: number;
  /** Colours of the tip and of the foot. */
  tip: Rgb;
  foot: Rgb;
}

/** A spruce as drooping branches down both sides of a thin trunk, side on. */
export function drawConifer(frame: Frame, tree: Conifer, random: Random): void {
  const { x, y, height, fullness, tip, foot } = tree;
  const pace = Math.max(1.1, height * 0.02);
  const thick = Math.max(0.9, height * 0.017);
  const top = y - height;
  const lean = (random() - 0.5) * 0.03 * height;
  const waist = 0.75 + random() * 0.5;
  const tone: [number, number, number] = [0, 0, 0];
  stroke(
    frame,
    x + lean,
    top - height * 0.015,
    x,
    top + height * 0.5,
    Math.max(0.7, height * 0.006),
    Math.max(0.8, height * 0.015),
    tip,
  );
  stroke(
    frame,
    x,
    y - height * 0.08,
    x,
    y,
    Math.max(0.8, height * 0.02),
    Math.max(0.9, height * 0.022),
    foot,
  );
  let drop = height * 0.015;
  while (drop < height * 0.97) {
    const down = drop / height;
    const shade = 0.88 + random() * 0.24;
    for (let i = 0; i < 3; i++)
      tone[i] = ((tip[i] as number) * (1 - down) + (foot[i] as number) * down) * shade;
    const centre = x + lean * (1 - down);
    const full = height * fullness * (0.04 + 0.96 * down ** (0.8 * waist));
    for (let side = -1; side <= 1; side += 2) {
      const reach = full * (0.45 + 0.65 * random());
      const droop = 0.18 + 0.35 * random() + down * 0.15;
      const columns = Math.ceil(reach);
      for (let i = 0; i <= columns; i++) {
        const out = reach > 0 ? Math.min(1, i / reach) : 0;
        const bend = top + drop + reach * (droop * out - 0.16 * out * out * out);
        const half = Math.max(0.3, thick * (1.05 - 0.85 * out) * (0.55 + 0.75 * random()));
        const high = bend - half * 0.8;
        const low = bend + half * (1.2 + 0.8 * (1 - out));
        const column = Math.floor(centre + side * i);
        for (let row = Math.floor(high); row <= Math.floor(low); row++) {
          const share = Math.min(row + 1, low) - Math.max(row, high);
          cover(frame, column, row, tone, share * (i === columns ? reach - Math.floor(reach) : 1));
        }
      }
    }
    drop += pace * (0.7 + 0.6 * random());
  }
  stroke(
    frame,
    x + lean,
    top - height * 0.015,
    x,
    y,
    Math.max(0.7, height * 0.006),
    Math.max(0.8, height * 0.022),
    foot,
  );
}
