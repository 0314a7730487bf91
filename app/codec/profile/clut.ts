import { readSamples } from "./curves";

/** A table over 1 to 4 channels, of three values in 0..1 at each node; the last channel runs fastest. */
export interface Clut {
  /** Nodes along each side. */
  sizes: readonly number[];
  samples: Uint16Array;
}

const OUTPUTS = 3;

/** Null when a side has fewer than two nodes. */
export function readClut(
  view: DataView,
  offset: number,
  sizes: readonly number[],
  bits: 8 | 16,
): Clut | null {
  if (sizes.some((size) => size < 2)) return null;
  const nodes = sizes.reduce((product, size) => product * size, 1);
  return { sizes, samples: readSamples(view, offset, nodes * OUTPUTS, bits) };
}

/**
 * Writes what the table says of a colour over it: `place` has a value in 0..1 for each channel. Interpolates in the
 * simplex the colour lies in, so that greys are mixed of greys only.
 */
export function lookUp({ sizes, samples }: Clut, place: Float64Array, found: Float64Array): void {
  const channels = sizes.length;
  let node = 0;
  let stride = OUTPUTS;
  for (let channel = channels - 1; channel >= 0; channel -= 1) {
    const size = sizes[channel] ?? 2;
    const position = (place[channel] ?? 0) * (size - 1);
    const step = Math.min(size - 2, Math.floor(position));
    fractions[channel] = position - step;
    strides[channel] = stride;
    node += step * stride;
    stride *= size;
  }
  let x = 0;
  let y = 0;
  let z = 0;
  let before = 1;
  for (let turn = 0; turn <= channels; turn += 1) {
    const channel = turn < channels ? largestFraction(channels) : -1;
    const fraction = channel < 0 ? 0 : (fractions[channel] ?? 0);
    const weight = before - fraction;
    x += weight * (samples[node] ?? 0);
    y += weight * (samples[node + 1] ?? 0);
    z += weight * (samples[node + 2] ?? 0);
    before = fraction;
    if (channel < 0) break;
    node += strides[channel] ?? 0;
    fractions[channel] = -1;
  }
  found[0] = x / 65_535;
  found[1] = y / 65_535;
  found[2] = z / 65_535;
}

/** What `lookUp` works on, for each channel. */
const fractions = new Float64Array(4);
const strides = new Int32Array(4);

function largestFraction(channels: number): number {
  let largest = 0;
  for (let channel = 1; channel < channels; channel += 1) {
    if ((fractions[channel] ?? 0) > (fractions[largest] ?? 0)) largest = channel;
  }
  return largest;
}
