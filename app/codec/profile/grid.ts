import { rootOf } from "./connection";
import type { ToneCurve } from "./curves";
import type { ColourTable } from "./table";
import type { Transform } from "./transform";

/** Colours over three or four channels, to be interpolated for each pixel. The last channel runs fastest. */
export interface Grid {
  /** Nodes along each side. */
  points: readonly number[];
  /** Values are the roots that L*a*b* is made of, not the shares of white themselves. */
  rooted: boolean;
  /** Three values a node, and a fourth that stands for no light. */
  values: Float32Array;
}

/** Nodes along a side: enough to be exact within a level of 8 bits, few enough for memory. */
const SIDES: Readonly<Record<number, { wanted: number; most: number }>> = {
  3: { wanted: 33, most: 65 },
  4: { wanted: 17, most: 21 },
};

/** A profile without a table of its own counts as one of two nodes. */
const SMALLEST_SIDE = 2;

/** How a grid is laid: along the profile's curves or the device's values, holding roots or shares of white. */
interface Lay {
  shaped: boolean;
  rooted: boolean;
}

const LAYS: readonly Lay[] = [
  { shaped: true, rooted: true },
  { shaped: true, rooted: false },
  { shaped: false, rooted: true },
  { shaped: false, rooted: false },
];

/** The grid that says most exactly what the profile says, and the curves that lead into it. */
export function gridOf(table: ColourTable, transform: Transform): { grid: Grid; curves: ToneCurve[] } {
  const channels = table.shapers.length;
  const points = table.shapers.map((_, channel) => side(table.clut?.sizes[channel], channels));
  const lay = mostExact(points, transform);
  const curves = table.shapers.map((shaper, channel): ToneCurve => {
    const steps = (points[channel] ?? SMALLEST_SIDE) - 1;
    return lay.shaped ? (value) => steps * shaper(value) : (value) => steps * value;
  });
  return { grid: { points, rooted: lay.rooted, values: valuesOf(points, lay, transform) }, curves };
}

/** The profile's own nodes and as many between them as it takes to reach the wanted number. */
function side(size = SMALLEST_SIDE, channels: number): number {
  const { wanted, most } = SIDES[channels] ?? { wanted: SMALLEST_SIDE, most: SMALLEST_SIDE };
  const steps = size - 1;
  const divided = steps * Math.ceil((wanted - 1) / steps) + 1;
  if (divided <= most) return divided;
  return size <= most ? size : wanted;
}

function valuesOf(points: readonly number[], lay: Lay, transform: Transform): Float32Array {
  const nodes = points.reduce((product, count) => product * count, 1);
  const values = new Float32Array(4 * nodes);
  const at = new Float64Array(points.length);
  const found = new Float64Array(3);
  const nothing = lay.rooted ? rootOf(0) : 0;
  for (let node = 0; node < nodes; node += 1) {
    let rest = node;
    for (let channel = points.length - 1; channel >= 0; channel -= 1) {
      const count = points[channel] ?? SMALLEST_SIDE;
      at[channel] = (rest % count) / (count - 1);
      rest = Math.floor(rest / count);
    }
    evaluate(lay, transform, at, found);
    values.set(found, 4 * node);
    values[4 * node + 3] = nothing;
  }
  return values;
}

function evaluate(
  { shaped, rooted }: Lay,
  transform: Transform,
  at: Float64Array,
  found: Float64Array,
): void {
  if (shaped) transform.fromPlaces(at, found);
  else transform.fromDevice(at, found);
  if (rooted) for (let i = 0; i < 3; i += 1) found[i] = rootOf(found[i] ?? 0);
}

function mostExact(points: readonly number[], transform: Transform): Lay {
  const errors = LAYS.map((lay) => errorOf(lay, points, transform));
  return LAYS[errors.indexOf(Math.min(...errors))] ?? { shaped: true, rooted: true };
}

/** Cells that are looked at along each of a few lines through the grid. */
const LINES = 8;

/** Sum of squared errors that interpolation makes in the middle of cells, in roots. */
function errorOf(lay: Lay, points: readonly number[], transform: Transform): number {
  let sum = 0;
  const cells = Math.max(...points) - 1;
  for (let line = 0; line < LINES; line += 1) {
    for (let cell = 0; cell < cells; cell += 1) {
      const corner = points.map((count, channel) => (cell + 3 * line * channel) % (count - 1));
      const [low, middle, high] = [0, 0.5, 1].map((within) => {
        const found = new Float64Array(3);
        const at = corner.map((step, channel) => (step + within) / ((points[channel] ?? 2) - 1));
        evaluate(lay, transform, Float64Array.from(at), found);
        return found;
      });
      for (let i = 0; i < 3; i += 1) {
        const mixed = ((low?.[i] ?? 0) + (high?.[i] ?? 0)) / 2;
        sum += (asRoot(lay, mixed) - asRoot(lay, middle?.[i] ?? 0)) ** 2;
      }
    }
  }
  return sum;
}

function asRoot({ rooted }: Lay, value: number): number {
  return rooted ? value : rootOf(value);
}
