/** A colour in linear light; 1 is paper white, lights go above it. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** An upright picture in linear light, three floats a pixel. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly rgb: Float32Array;
}

/** Receives one pixel's colour. */
export type Pixel = Float32Array;

export function createFrame(width: number, height: number): Frame {
  return { width, height, rgb: new Float32Array(width * height * 3) };
}

function linearChannel(encoded: number): number {
  const share = encoded / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

/** `0xrrggbb` as it looks on screen, in linear light. */
export function colour(hex: number, gain = 1): Rgb {
  return [
    linearChannel((hex >> 16) & 255) * gain,
    linearChannel((hex >> 8) & 255) * gain,
    linearChannel(hex & 255) * gain,
  ];
}

export function mixColour(from: Rgb, to: Rgb, share: number): Rgb {
  return [
    from[0] + (to[0] - from[0]) * share,
    from[1] + (to[1] - from[1]) * share,
    from[2] + (to[2] - from[2]) * share,
  ];
}

/** `at` gets the pixel's centre in frame heights: y runs 0 to 1 downwards, x runs 0 to the aspect ratio. */
export function paint(frame: Frame, at: (x: number, y: number, out: Pixel) => void): void {
  const { width, height, rgb } = frame;
  const out = new Float32Array(3);
  let target = 0;
  for (let row = 0; row < height; row++) {
    const y = (row + 0.5) / height;
    for (let column = 0; column < width; column++) {
      at((column + 0.5) / height, y, out);
      rgb[target++] = out[0] as number;
      rgb[target++] = out[1] as number;
      rgb[target++] = out[2] as number;
    }
  }
}

const SMOOTH_STEP = 4;

/** Like `paint`, for pictures without detail: every fourth pixel is computed and the rest blended. */
export function paintSmooth(frame: Frame, at: (x: number, y: number, out: Pixel) => void): void {
  const { width, height, rgb } = frame;
  const columns = Math.ceil(width / SMOOTH_STEP) + 2;
  const rows = Math.ceil(height / SMOOTH_STEP) + 2;
  const knots = new Float32Array(columns * rows * 3);
  const out = new Float32Array(3);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      at((column * SMOOTH_STEP) / height, (row * SMOOTH_STEP) / height, out);
      knots.set(out, (row * columns + column) * 3);
    }
  }
  const line = new Float32Array(columns * 3);
  let target = 0;
  for (let row = 0; row < height; row++) {
    blendRow(knots, columns, rows, (row + 0.5) / SMOOTH_STEP, line);
    for (let column = 0; column < width; column++) {
      const x = (column + 0.5) / SMOOTH_STEP;
      const at = (x | 0) * 3;
      const share = x - (x | 0);
      const kept = 1 - share;
      rgb[target] = (line[at] as number) * kept + (line[at + 3] as number) * share;
      rgb[target + 1] = (line[at + 1] as number) * kept + (line[at + 4] as number) * share;
      rgb[target + 2] = (line[at + 2] as number) * kept + (line[at + 5] as number) * share;
      target += 3;
    }
  }
}

/** The row of colours at `y` (in rows, whole numbers on the knots) between two rows of knots. */
function blendRow(knots: Float32Array, columns: number, rows: number, y: number, line: Float32Array): void {
  const place = Math.min(rows - 1.001, Math.max(0, y));
  const top = (place | 0) * columns * 3;
  const share = place - (place | 0);
  for (let i = 0; i < columns * 3; i++) {
    const high = knots[top + i] as number;
    line[i] = high + ((knots[top + columns * 3 + i] as number) - high) * share;
  }
}

/**
 * Adds a frame drawn at one `factor`-th of the size. With `mask` (one value for each pixel of `small`) what
 * lies below is dimmed by it first; `small` must then be premultiplied.
 */
export function addScaled(frame: Frame, small: Frame, factor: number, mask?: Float32Array): void {
  const { width, height, rgb } = frame;
  const line = new Float32Array(small.width * 3);
  const last = small.width - 1.001;
  let target = 0;
  for (let row = 0; row < height; row++) {
    const y = Math.min(small.height - 1.001, Math.max(0, (row + 0.5) / factor - 0.5));
    blendRow(small.rgb, small.width, small.height, y, line);
    const maskTop = (y | 0) * small.width;
    const down = y - (y | 0);
    for (let column = 0; column < width; column++, target += 3) {
      const x = Math.min(last, Math.max(0, (column + 0.5) / factor - 0.5));
      const left = x | 0;
      const share = x - left;
      const at = left * 3;
      let below = 1;
      if (mask) {
        const high = maskTop + left;
        const low = high + small.width;
        const upper = (mask[high] as number) * (1 - share) + (mask[high + 1] as number) * share;
        const lower = (mask[low] as number) * (1 - share) + (mask[low + 1] as number) * share;
        below = 1 - upper - (lower - upper) * down;
      }
      for (let i = 0; i < 3; i++) {
        const light = (line[at + i] as number) * (1 - share) + (line[at + 3 + i] as number) * share;
        rgb[target + i] = (rgb[target + i] as number) * below + light;
      }
    }
  }
}

export function copyFrame(frame: Frame): Frame {
  return { ...frame, rgb: frame.rgb.slice() };
}

/** A number for every pixel of a frame that changes slowly across it. */
export type Field = (column: number, row: number) => number;

/** Computes `at` (frame heights) on a grid `step` pixels apart and blends between. */
export function createField(frame: Frame, step: number, at: (x: number, y: number) => number): Field {
  const { width, height } = frame;
  const columns = Math.ceil(width / step) + 2;
  const rows = Math.ceil(height / step) + 2;
  const knots = new Float32Array(columns * rows);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      knots[row * columns + column] = at((column * step) / height, (row * step) / height);
    }
  }
  return (column, row) => {
    const x = Math.min(width, Math.max(0, column)) / step;
    const y = Math.min(height, Math.max(0, row)) / step;
    const left = x | 0;
    const top = y | 0;
    const fx = x - left;
    const at = top * columns + left;
    const high = (knots[at] as number) * (1 - fx) + (knots[at + 1] as number) * fx;
    const low = (knots[at + columns] as number) * (1 - fx) + (knots[at + columns + 1] as number) * fx;
    return high + (low - high) * (y - top);
  };
}

/** Lays a colour over one pixel; `cover` 0 to 1. Outside the frame it does nothing. */
export function cover(frame: Frame, column: number, row: number, tint: Rgb, share: number): void {
  if (column < 0 || row < 0 || column >= frame.width || row >= frame.height || share <= 0) return;
  const at = (row * frame.width + column) * 3;
  const { rgb } = frame;
  const kept = 1 - Math.min(1, share);
  const laid = 1 - kept;
  rgb[at] = (rgb[at] as number) * kept + tint[0] * laid;
  rgb[at + 1] = (rgb[at + 1] as number) * kept + tint[1] * laid;
  rgb[at + 2] = (rgb[at + 2] as number) * kept + tint[2] * laid;
}

/** Adds light to one pixel. Outside the frame it does nothing. */
export function shine(frame: Frame, column: number, row: number, tint: Rgb, share: number): void {
  if (column < 0 || row < 0 || column >= frame.width || row >= frame.height) return;
  const at = (row * frame.width + column) * 3;
  const { rgb } = frame;
  rgb[at] = (rgb[at] as number) + tint[0] * share;
  rgb[at + 1] = (rgb[at + 1] as number) + tint[1] * share;
  rgb[at + 2] = (rgb[at + 2] as number) + tint[2] * share;
}

/** Bilinear read at pixel coordinates (centres at .5), clamped to the edge. */
export function sample(frame: Frame, x: number, y: number, out: Pixel): void {
  const { width, height, rgb } = frame;
  const px = Math.min(width - 1.001, Math.max(0, x - 0.5));
  const py = Math.min(height - 1.001, Math.max(0, y - 0.5));
  const column = px | 0;
  const row = py | 0;
  const fx = px - column;
  const fy = py - row;
  const top = (row * width + column) * 3;
  const low = top + width * 3;
  const a = (1 - fx) * (1 - fy);
  const b = fx * (1 - fy);
  const c = (1 - fx) * fy;
  const d = fx * fy;
  for (let i = 0; i < 3; i++) {
    out[i] =
      (rgb[top + i] as number) * a +
      (rgb[top + 3 + i] as number) * b +
      (rgb[low + i] as number) * c +
      (rgb[low + 3 + i] as number) * d;
  }
}

/** One running-mean pass along lines of `length` values, `step` apart; edges repeat. */
function boxLine(
  source: Float32Array,
  target: Float32Array,
  start: number,
  step: number,
  length: number,
  radius: number,
): void {
  const last = start + (length - 1) * step;
  const scale = 1 / (radius * 2 + 1);
  let sum = 0;
  for (let i = -radius; i <= radius; i++) {
    sum += source[start + Math.min(length - 1, Math.max(0, i)) * step] as number;
  }
  let enter = start + Math.min(length - 1, radius + 1) * step;
  let entered = radius + 1;
  let leave = start;
  let left = -radius;
  let at = start;
  for (let i = 0; i < length; i++) {
    target[at] = sum * scale;
    sum += (source[enter] as number) - (source[leave] as number);
    entered++;
    if (entered < length) enter += step;
    else enter = last;
    left++;
    if (left > 0) leave += step;
    at += step;
  }
}

/** Nearly Gaussian blur of interleaved planes, in place; the radii are the box radii of each of three passes. */
export function blurPlanes(
  data: Float32Array,
  width: number,
  height: number,
  channels: number,
  radiusX: number,
  radiusY: number,
): void {
  const other = new Float32Array(data.length);
  let from: Float32Array = data;
  let to: Float32Array = other;
  for (let pass = 0; pass < 3; pass++) {
    if (radiusX > 0) {
      for (let row = 0; row < height; row++) {
        for (let i = 0; i < channels; i++) {
          boxLine(from, to, row * width * channels + i, channels, width, radiusX);
        }
      }
      [from, to] = [to, from];
    }
    if (radiusY > 0) {
      for (let line = 0; line < width * channels; line++) {
        boxLine(from, to, line, width * channels, height, radiusY);
      }
      [from, to] = [to, from];
    }
  }
  if (from !== data) data.set(from);
}

export function blur(frame: Frame, radiusX: number, radiusY: number = radiusX): void {
  blurPlanes(frame.rgb, frame.width, frame.height, 3, radiusX, radiusY);
}

/** The frame at one `factor`-th of its size, each pixel the mean of its block. */
export function shrink(frame: Frame, factor: number): Frame {
  const small = createFrame(Math.ceil(frame.width / factor), Math.ceil(frame.height / factor));
  const { rgb } = small;
  for (let row = 0; row < small.height; row++) {
    for (let column = 0; column < small.width; column++) {
      const top = row * factor;
      const left = column * factor;
      const bottom = Math.min(frame.height, top + factor);
      const right = Math.min(frame.width, left + factor);
      let red = 0;
      let green = 0;
      let blue = 0;
      for (let y = top; y < bottom; y++) {
        let at = (y * frame.width + left) * 3;
        for (let x = left; x < right; x++) {
          red += frame.rgb[at++] as number;
          green += frame.rgb[at++] as number;
          blue += frame.rgb[at++] as number;
        }
      }
      const scale = 1 / ((bottom - top) * (right - left));
      const at = (row * small.width + column) * 3;
      rgb[at] = red * scale;
      rgb[at + 1] = green * scale;
      rgb[at + 2] = blue * scale;
    }
  }
  return small;
}
