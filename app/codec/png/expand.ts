import { CHANNELS, type SampleLayout } from "../rows";
import { unpackSamples } from "../unpack";
import { type ImageHeader, PALETTE } from "./header";

/** Writes `width` pixels of an unfiltered row into `target` in the layout and depth the rows have. */
export type RowExpander = (row: Uint8Array, width: number, target: Uint8Array) => void;

interface Picture {
  image: ImageHeader;
  palette: Uint8Array | null;
  transparency: Uint8Array | null;
}

export function rowExpander({ image, palette, transparency }: Picture, layout: SampleLayout): RowExpander {
  const { bitDepth, samples } = image;
  const indices = bitDepth < 8 ? new Uint8Array(image.width) : null;
  const plain = (row: Uint8Array, width: number) => {
    if (indices === null) return row;
    const unpacked = indices.subarray(0, width);
    unpackSamples(row, bitDepth, unpacked);
    return unpacked;
  };
  if (image.colourType === PALETTE) {
    const colours = coloursOf(palette ?? new Uint8Array(), transparency, CHANNELS[layout]);
    return (row, width, target) => lookUp(plain(row, width), width, colours, CHANNELS[layout], target);
  }
  if (bitDepth === 16) {
    if (transparency === null) return (row, width, target) => swapBytes(row, 2 * width * samples, target);
    return (row, width, target) => keyWide(row, width, samples, transparency, target);
  }
  const scale = 255 / (2 ** bitDepth - 1);
  if (transparency !== null) {
    const key = Array.from({ length: samples }, (_, index) => transparency[2 * index + 1] as number);
    return (row, width, target) => keyNarrow(plain(row, width), width, key, scale, target);
  }
  if (bitDepth === 8) return (row, width, target) => target.set(row.subarray(0, width * samples));
  return (row, width, target) => scaleSamples(plain(row, width), scale, target);
}

/** The palette with its alpha, 256 entries: an index behind its end is opaque black. */
function coloursOf(palette: Uint8Array, alpha: Uint8Array | null, channels: number): Uint8Array {
  const colours = new Uint8Array(256 * channels);
  for (let index = 0; index < 256; index += 1) {
    const rgb = palette.subarray(3 * index, 3 * index + 3);
    colours.set(rgb, index * channels);
    if (channels === 4) colours[index * 4 + 3] = alpha?.[index] ?? 255;
  }
  return colours;
}

function lookUp(
  indices: Uint8Array,
  width: number,
  colours: Uint8Array,
  channels: number,
  target: Uint8Array,
): void {
  for (let x = 0, to = 0; x < width; x += 1) {
    const from = (indices[x] as number) * channels;
    for (let channel = 0; channel < channels; channel += 1, to += 1) {
      target[to] = colours[from + channel] as number;
    }
  }
}

/** PNG stores the high byte first (7.1). */
function swapBytes(row: Uint8Array, length: number, target: Uint8Array): void {
  for (let at = 0; at < length; at += 2) {
    target[at] = row[at + 1] as number;
    target[at + 1] = row[at] as number;
  }
}

function scaleSamples(samples: Uint8Array, scale: number, target: Uint8Array): void {
  for (let at = 0; at < samples.length; at += 1) target[at] = (samples[at] as number) * scale;
}

/** Adds alpha: none where all samples equal the key, which is compared before scaling (11.3.1.1). */
function keyNarrow(
  row: Uint8Array,
  width: number,
  key: readonly number[],
  scale: number,
  target: Uint8Array,
): void {
  const samples = key.length;
  for (let x = 0, from = 0, to = 0; x < width; x += 1, to += 1) {
    let isKey = true;
    for (let sample = 0; sample < samples; sample += 1, from += 1, to += 1) {
      const value = row[from] as number;
      if (value !== key[sample]) isKey = false;
      target[to] = value * scale;
    }
    target[to] = isKey ? 0 : 255;
  }
}

function keyWide(row: Uint8Array, width: number, samples: number, key: Uint8Array, target: Uint8Array): void {
  for (let x = 0, from = 0, to = 0; x < width; x += 1, to += 2) {
    let isKey = true;
    for (let at = 0; at < 2 * samples; at += 2, from += 2, to += 2) {
      const high = row[from] as number;
      const low = row[from + 1] as number;
      if (high !== key[at] || low !== key[at + 1]) isKey = false;
      target[to] = low;
      target[to + 1] = high;
    }
    target[to] = isKey ? 0 : 255;
    target[to + 1] = isKey ? 0 : 255;
  }
}
