/** One of the seven reduced pictures of an interlaced file: every pixel (x0 + i dx, y0 + j dy). */
export interface Pass {
  x0: number;
  y0: number;
  dx: number;
  dy: number;
}

/** Adam7 (PNG 3rd ed., 8.2). */
const PASSES: readonly Pass[] = [
  { x0: 0, y0: 0, dx: 8, dy: 8 },
  { x0: 4, y0: 0, dx: 8, dy: 8 },
  { x0: 0, y0: 4, dx: 4, dy: 8 },
  { x0: 2, y0: 0, dx: 4, dy: 4 },
  { x0: 0, y0: 2, dx: 2, dy: 4 },
  { x0: 1, y0: 0, dx: 2, dy: 2 },
  { x0: 0, y0: 1, dx: 1, dy: 2 },
];

export type Reduction = 1 | 2 | 4 | 8;

/** The passes that make up every n-th pixel of every n-th row: all seven, the first five, three or one. */
export function passesFor(reducedBy: Reduction): readonly Pass[] {
  return PASSES.slice(0, { 1: 7, 2: 5, 4: 3, 8: 1 }[reducedBy]);
}

/** Columns and rows of a pass. Either may be none, and then the pass is not in the file (8.2). */
export function passSize(
  { x0, y0, dx, dy }: Pass,
  { width, height }: { width: number; height: number },
): { width: number; height: number } {
  return {
    width: Math.max(0, Math.ceil((width - x0) / dx)),
    height: Math.max(0, Math.ceil((height - y0) / dy)),
  };
}

/** The whole picture, or every n-th pixel of it, as passes fill it. */
export interface Canvas {
  data: Uint8Array;
  width: number;
  height: number;
  pixelBytes: number;
  reducedBy: Reduction;
}

/** Puts a row of a pass where its pixels belong. */
export function scatter(canvas: Canvas, pass: Pass, row: number, pixels: Uint8Array, count: number): void {
  const { data, width, pixelBytes, reducedBy } = canvas;
  const start = ((pass.y0 + row * pass.dy) / reducedBy) * width + pass.x0 / reducedBy;
  const step = (pass.dx / reducedBy) * pixelBytes;
  for (let index = 0, to = start * pixelBytes, from = 0; index < count; index += 1, to += step) {
    for (let byte = 0; byte < pixelBytes; byte += 1, from += 1) data[to + byte] = pixels[from] as number;
  }
}

/**
 * Fills what a pass that broke off left empty, from its row `row` on: each pixel takes the one to its left or above
 * that an earlier pass has brought. The first pass has none before it.
 */
export function coverMissing(canvas: Canvas, pass: Pass, row: number): void {
  const { data, width, height, pixelBytes, reducedBy } = canvas;
  const left = pass.x0 / reducedBy;
  const top = pass.y0 / reducedBy;
  const isFirst = left === 0 && top === 0;
  if (isFirst) return;
  const back = left > 0 ? left * pixelBytes : top * width * pixelBytes;
  for (let y = top + (row * pass.dy) / reducedBy; y < height; y += pass.dy / reducedBy) {
    for (let x = left; x < width; x += pass.dx / reducedBy) {
      const to = (y * width + x) * pixelBytes;
      data.copyWithin(to, to - back, to - back + pixelBytes);
    }
  }
}
