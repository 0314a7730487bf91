import { CHANNELS } from "../rows";
import { unpackSamples } from "../unpack";
import { HORIZONTAL, PALETTE, type TiffLayout, WHITE_IS_ZERO } from "./layout";

/** Turns a stored row of `width` pixels, which it may change, into a row of the picture. */
export type RowExpander = (row: Uint8Array, width: number, target: Uint8Array) => void;

/** Bytes of `width` stored pixels, rounded up to whole bytes (TIFF 6.0, section 3). */
export function storedRowBytes({ samples, bits }: TiffLayout, width: number): number {
  return Math.ceil((width * samples * bits) / 8);
}

/** Undoes the predictor and the byte order, and keeps of the samples those the layout has. */
export function rowExpander(picture: TiffLayout, littleEndian: boolean): RowExpander {
  const { bits, samples, predictor, photometric, premultiplied, layout } = picture;
  const channels = CHANNELS[layout];
  if (bits < 8 || photometric === PALETTE) return narrowExpander(picture);
  const wide = bits === 16;
  return (row, width, target) => {
    if (wide && !littleEndian) swapBytes(row);
    if (predictor === HORIZONTAL) {
      if (wide) addUpWide(row, samples);
      else addUp(row, samples);
    }
    keepSamples(row, samples * (bits / 8), target, channels * (bits / 8), width);
    const values = wide ? new Uint16Array(width * channels) : target;
    if (wide && (photometric === WHITE_IS_ZERO || premultiplied)) readWide(target, values);
    if (photometric === WHITE_IS_ZERO) invert(values, channels, layout === "grey_alpha", wide ? 65_535 : 255);
    if (premultiplied) unmultiply(values, channels, wide ? 65_535 : 255);
    if (wide && (photometric === WHITE_IS_ZERO || premultiplied)) writeWide(values, target);
  };
}

/** One sample of 1, 2, 4 or 8 bits a pixel: grey, or an index into the palette. */
function narrowExpander({ bits, samples, predictor, photometric, palette, width }: TiffLayout): RowExpander {
  const indices = new Uint8Array(width);
  const most = 2 ** bits - 1;
  return (row, columns, target) => {
    if (bits === 8 && predictor === HORIZONTAL) addUp(row, samples);
    const values = bits === 8 ? row : indices.subarray(0, columns);
    if (bits < 8) unpackSamples(row, bits, values);
    for (let x = 0; x < columns; x += 1) {
      const value = values[x] as number;
      if (palette === null) {
        target[x] = ((photometric === WHITE_IS_ZERO ? most - value : value) * 255) / most;
      } else {
        target[3 * x] = palette[3 * value] as number;
        target[3 * x + 1] = palette[3 * value + 1] as number;
        target[3 * x + 2] = palette[3 * value + 2] as number;
      }
    }
  };
}

/** Predictor 2 (section 14): each sample is the difference from the same sample of the pixel before. */
function addUp(row: Uint8Array, samples: number): void {
  for (let at = samples; at < row.length; at += 1) {
    row[at] = (row[at] as number) + (row[at - samples] as number);
  }
}

/** The same for samples of two bytes, low byte first. */
function addUpWide(row: Uint8Array, samples: number): void {
  for (let at = 2 * samples; at + 1 < row.length; at += 2) {
    const before = at - 2 * samples;
    const low = (row[at] as number) + (row[before] as number);
    row[at] = low;
    row[at + 1] = (row[at + 1] as number) + (row[before + 1] as number) + (low >> 8);
  }
}

function swapBytes(row: Uint8Array): void {
  for (let at = 0; at + 1 < row.length; at += 2) {
    const high = row[at] as number;
    row[at] = row[at + 1] as number;
    row[at + 1] = high;
  }
}

function keepSamples(row: Uint8Array, step: number, target: Uint8Array, kept: number, width: number): void {
  if (step === kept) {
    target.set(row.subarray(0, width * step));
    return;
  }
  for (let x = 0, from = 0, to = 0; x < width; x += 1, from += step) {
    for (let byte = 0; byte < kept; byte += 1, to += 1) target[to] = row[from + byte] as number;
  }
}

type Samples = Uint8Array | Uint16Array;

function invert(values: Samples, channels: number, hasAlpha: boolean, white: number): void {
  for (let at = 0; at < values.length; at += 1) {
    const isAlpha = hasAlpha && at % channels === channels - 1;
    if (!isAlpha) values[at] = white - (values[at] as number);
  }
}

/** Takes alpha out of the colours (section 18): what is shown over white is the same, but for rounding. */
function unmultiply(values: Samples, channels: number, white: number): void {
  for (let at = 0; at < values.length; at += channels) {
    const alpha = values[at + channels - 1] as number;
    if (alpha === 0 || alpha === white) continue;
    for (let channel = 0; channel < channels - 1; channel += 1) {
      const straight = Math.round(((values[at + channel] as number) * white) / alpha);
      values[at + channel] = Math.min(white, straight);
    }
  }
}

function readWide(bytes: Uint8Array, values: Samples): void {
  for (let at = 0; at < values.length; at += 1) {
    values[at] = (bytes[2 * at] as number) | ((bytes[2 * at + 1] as number) << 8);
  }
}

function writeWide(values: Samples, bytes: Uint8Array): void {
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] as number;
    bytes[2 * at] = value;
    bytes[2 * at + 1] = value >> 8;
  }
}
