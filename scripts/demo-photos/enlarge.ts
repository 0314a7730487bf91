import type { Print } from "./film";
import { createRandom, gaussian } from "./random";

const GRAIN_SIDE = 1024;
/** Tile values are standard deviations times this. */
const GRAIN_UNIT = 32;
/** How far a pixel's red and blue part, as a share of its left neighbour's grain. */
const GRAIN_TINGE = 0.35;
/** Added before the fraction is cut off. */
const ROUNDING = 0.5;

let grainTile: Int8Array | undefined;

/** A square of noise, a little soft like real grain after demosaicing. */
function grain(): Int8Array {
  if (grainTile) return grainTile;
  const random = createRandom(0x6721);
  const raw = new Float32Array(GRAIN_SIDE * GRAIN_SIDE);
  for (let i = 0; i < raw.length; i++) raw[i] = gaussian(random);
  const tile = new Int8Array(raw.length);
  const wrap = raw.length - 1;
  for (let i = 0; i < raw.length; i++) {
    const soft =
      (raw[i] as number) * 0.82 +
      ((raw[(i + 1) & wrap] as number) + (raw[(i + GRAIN_SIDE) & wrap] as number)) * 0.36 +
      (raw[(i + GRAIN_SIDE + 1) & wrap] as number) * 0.16;
    tile[i] = Math.max(-127, Math.min(127, Math.round(soft * GRAIN_UNIT)));
  }
  grainTile = tile;
  return tile;
}

/** Most in the dark mid tones, none to speak of in paper white. */
function grainByLevel(deviation: number): Float32Array {
  return Float32Array.from({ length: 256 }, (_, level) => {
    const tone = level / 255;
    return (deviation / GRAIN_UNIT) * (0.35 + 2.2 * tone * (1 - tone) ** 1.3 + 0.25 * (1 - tone));
  });
}

/** For each target pixel along one axis: the source pixel before it and how far it is on to the next. */
interface Places {
  before: Int32Array;
  share: Float32Array;
}

function placesFor(source: number, target: number): Places {
  const before = new Int32Array(target);
  const share = new Float32Array(target);
  for (let i = 0; i < target; i++) {
    const place = Math.min(source - 1.001, Math.max(0, ((i + 0.5) * source) / target - 0.5));
    before[i] = Math.floor(place);
    share[i] = place - Math.floor(place);
  }
  return { before, share };
}

/** One row of the print, stretched to the target's width. */
function stretchRow(print: Print, row: number, places: Places, line: Float32Array): void {
  const { levels, width } = print;
  const { before, share } = places;
  let to = 0;
  for (let column = 0; column < before.length; column++) {
    const from = (row * width + (before[column] as number)) * 3;
    const next = share[column] as number;
    const kept = 1 - next;
    line[to] = (levels[from] as number) * kept + (levels[from + 3] as number) * next;
    line[to + 1] = (levels[from + 1] as number) * kept + (levels[from + 4] as number) * next;
    line[to + 2] = (levels[from + 2] as number) * kept + (levels[from + 5] as number) * next;
    to += 3;
  }
}

/** Enlarges a print to 8-bit pixels and lays grain over it at full size, which also keeps skies free of bands. */
export function enlarge(print: Print, width: number, height: number, deviation: number): Uint8Array {
  const pixels = new Uint8Array(width * height * 3);
  const across = placesFor(print.width, width);
  const down = placesFor(print.height, height);
  const strength = grainByLevel(deviation);
  let upper = new Float32Array(width * 3);
  let lower = new Float32Array(width * 3);
  let held = -1;
  for (let row = 0; row < height; row++) {
    const before = down.before[row] as number;
    if (before !== held) {
      if (before === held + 1 && held >= 0) [upper, lower] = [lower, upper];
      else stretchRow(print, before, across, upper);
      stretchRow(print, before + 1, across, lower);
      held = before;
    }
    blendGrainy(upper, lower, down.share[row] as number, row, strength, pixels);
  }
  return pixels;
}

/** Blends two stretched rows into one row of pixels under its row of grain. */
function blendGrainy(
  upper: Float32Array,
  lower: Float32Array,
  share: number,
  row: number,
  strength: Float32Array,
  pixels: Uint8Array,
): void {
  const tile = grain();
  const mask = GRAIN_SIDE - 1;
  const shift = (row >> 10) * 389;
  const grainRow = (row & mask) * GRAIN_SIDE;
  const kept = 1 - share;
  const start = row * upper.length;
  let column = shift;
  let last = 0;
  for (let i = 0; i < upper.length; i += 3) {
    const mid = (upper[i + 1] as number) * kept + (lower[i + 1] as number) * share + ROUNDING;
    const gain = strength[Math.min(255, mid) | 0] as number;
    const tinge = last * gain * GRAIN_TINGE;
    last = tile[grainRow + (column++ & mask)] as number;
    const grey = last * gain;
    const left = (upper[i] as number) * kept + (lower[i] as number) * share + ROUNDING;
    const right = (upper[i + 2] as number) * kept + (lower[i + 2] as number) * share + ROUNDING;
    const red = (left + grey + tinge) | 0;
    const green = (mid + grey) | 0;
    const blue = (right + grey - tinge) | 0;
    pixels[start + i] = red < 0 ? 0 : red > 255 ? 255 : red;
    pixels[start + i + 1] = green < 0 ? 0 : green > 255 ? 255 : green;
    pixels[start + i + 2] = blue < 0 ? 0 : blue > 255 ? 255 : blue;
  }
}

/** The print turned a quarter, clockwise or against the clock. */
export function turn(print: Print, clockwise: boolean): Print {
  const { width, height, levels } = print;
  const turned = new Float32Array(levels.length);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const newColumn = clockwise ? height - 1 - row : row;
      const newRow = clockwise ? column : width - 1 - column;
      const from = (row * width + column) * 3;
      const to = (newRow * height + newColumn) * 3;
      turned[to] = levels[from] as number;
      turned[to + 1] = levels[from + 1] as number;
      turned[to + 2] = levels[from + 2] as number;
    }
  }
  return { width: height, height: width, levels: turned };
}
