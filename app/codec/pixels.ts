import type { Orientation } from "./exif";

/** A picture in memory: rows from the top, four bytes a pixel (red, green, blue, alpha), no padding. */
export interface Pixels {
  width: number;
  height: number;
  data: Uint8Array;
}

/** A walk over the stored pixels in the order of display: where it starts, what one column and one row further is. */
interface Walk {
  start: number;
  column: number;
  row: number;
}

/** Turns a stored picture upright. Exact: every pixel moves, none is computed. */
export function orient(stored: Pixels, orientation: Orientation): Pixels {
  if (orientation === 1) return stored;
  const sideways = orientation >= 5;
  const width = sideways ? stored.height : stored.width;
  const height = sideways ? stored.width : stored.height;
  const from = words(stored.data);
  const to = new Uint32Array(from.length);
  const { start, column, row } = walk(stored, orientation);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0, source = start + y * row, target = y * width; x < width; x += 1) {
      to[target + x] = from[source] ?? 0;
      source += column;
    }
  }
  return { width, height, data: new Uint8Array(to.buffer) };
}

/** The eight orientations of Exif 2.32, tag 0x0112: which stored corner is displayed top left, and the way from it. */
function walk({ width, height }: Pixels, orientation: Orientation): Walk {
  const last = width * height - 1;
  switch (orientation) {
    case 1:
      return { start: 0, column: 1, row: width };
    case 2:
      return { start: width - 1, column: -1, row: width };
    case 3:
      return { start: last, column: -1, row: -width };
    case 4:
      return { start: last - width + 1, column: 1, row: -width };
    case 5:
      return { start: 0, column: width, row: 1 };
    case 6:
      return { start: last - width + 1, column: -width, row: 1 };
    case 7:
      return { start: last, column: -width, row: -1 };
    case 8:
      return { start: width - 1, column: width, row: -1 };
  }
}

/** One 32-bit word a pixel. */
function words(data: Uint8Array): Uint32Array {
  const aligned = data.byteOffset % Uint32Array.BYTES_PER_ELEMENT === 0 ? data : data.slice();
  return new Uint32Array(aligned.buffer, aligned.byteOffset, aligned.length / Uint32Array.BYTES_PER_ELEMENT);
}
