import { fixed, PIXEL_BYTES, storeLight, storePixel } from "./fixed";
import { gridChannels, inkLight, light3 } from "./grid";
import { reserve, reserveZeroed } from "./heap";
import { setPart, storeSamples } from "./pixel-parts";
import { feedRow, lineBytes, openOutputs, outputsBytes } from "./resample";

/**
 * Rows of a picture that somebody else decoded: grey, grey with alpha, RGB or RGBA, or with a grid of
 * four channels inks, of 8 or 16 bits a sample (little-endian). What shines through lies on white.
 */
let width: i32 = 0;
let channels: i32 = 0;
let wide: bool = false;
let line: usize = 0;
let incoming: usize = 0;

/**
 * Sample -> linear light of the source, or its place in the grid: f32[4][4097], filled by the driver; 16-bit samples
 * lie between its steps.
 */
export const FINE_TONES: usize = memory.data(4 * 4097 * 4, 64);
const FINE_TONE_BYTES: usize = 4097 * 4;
const FINE_STEPS: f32 = 4096;

const MOST: f32 = 65535;

/** Whether the parts of 8-bit samples are those of FINE_TONES: they are taken from there when the first row comes. */
let narrowTonesKnown: bool = false;

export function rowsBytes(sourceWidth: i32, sourceHeight: i32): u64 {
  return <u64>lineBytes(sourceWidth) + 8 * <u64>sourceWidth + 512 + outputsBytes(sourceWidth, sourceHeight);
}

export function openRows(sourceWidth: i32, sourceHeight: i32, sourceChannels: i32, bits: i32): usize {
  width = sourceWidth;
  channels = sourceChannels;
  wide = bits === 16;
  narrowTonesKnown = false;
  incoming = reserve((<usize>(width * channels)) << (wide ? 1 : 0));
  line = reserveZeroed(lineBytes(width));
  openOutputs(sourceWidth, sourceHeight, sourceWidth, sourceHeight);
  return incoming;
}

/** Takes the row that stands in the buffer. */
export function takeRow(): void {
  if (gridChannels() === 4) inkRow();
  else if (wide || gridChannels() === 3) exactRow();
  else narrowRow();
  feedRow(line);
}

function inkRow(): void {
  let target = line;
  for (let at = 0; at < 4 * width; at += 4) {
    const light = inkLight(
      tone(0, sample(at)),
      tone(1, sample(at + 1)),
      tone(2, sample(at + 2)),
      tone(3, sample(at + 3)),
    );
    storeLight(target, light);
    target += PIXEL_BYTES;
  }
}

function exactRow(): void {
  const second = channels >= 3 ? 1 : 0;
  const hasAlpha = channels === 2 || channels === 4;
  let at = 0;
  let target = line;
  for (let x = 0; x < width; x++) {
    const alpha = hasAlpha ? sample(at + channels - 1) / MOST : 1;
    const white = MOST * (1 - alpha);
    const r = tone(0, sample(at) * alpha + white);
    const g = tone(1, sample(at + second) * alpha + white);
    const b = tone(2, sample(at + 2 * second) * alpha + white);
    storeLight(target, gridChannels() === 3 ? light3(r, g, b) : f32x4(r, g, b, 0));
    target += PIXEL_BYTES;
    at += channels;
  }
}

/** Samples of 8 bits have a table of their own; only what light shines through is interpolated. */
function narrowRow(): void {
  if (!narrowTonesKnown) prepareNarrowTones();
  const second: usize = channels >= 3 ? 1 : 0;
  const hasAlpha = channels === 2 || channels === 4;
  const step = <usize>channels;
  let at = incoming;
  let target = line;
  for (let x = 0; x < width; x++) {
    const alpha = hasAlpha ? <i32>load<u8>(at + step - 1) : 255;
    if (alpha === 255) {
      storeSamples(target, load<u8>(at), load<u8>(at + second), load<u8>(at + 2 * second));
    } else {
      const r = part(0, overWhite(at, alpha));
      const g = part(1, overWhite(at + second, alpha));
      const b = part(2, overWhite(at + 2 * second, alpha));
      storePixel(target, r, g, b);
    }
    at += step;
    target += PIXEL_BYTES;
  }
}

/** A sample laid over white by its alpha, in 0..65535. */
function overWhite(at: usize, alpha: i32): f32 {
  return <f32>(<i32>load<u8>(at) * alpha + 255 * (255 - alpha)) * (MOST / 65025);
}

function prepareNarrowTones(): void {
  narrowTonesKnown = true;
  for (let channel = 0; channel < 3; channel++) {
    for (let value = 0; value < 256; value++) setPart(channel, value, tone(channel, <f32>value * 257));
  }
}

/** A sample in 0..65535. */
function sample(index: i32): f32 {
  return wide
    ? <f32>load<u16>(incoming + ((<usize>index) << 1))
    : <f32>(<u32>load<u8>(incoming + <usize>index) * 257);
}

function part(channel: i32, value: f32): u64 {
  return <u64>(fixed(tone(channel, value)) & 0xffff);
}

function tone(channel: i32, value: f32): f32 {
  const position = max<f32>(0, min<f32>(FINE_STEPS, value * (FINE_STEPS / MOST)));
  const step = min(<i32>position, <i32>FINE_STEPS - 1);
  const at = FINE_TONES + <usize>channel * FINE_TONE_BYTES + ((<usize>step) << 2);
  const low = load<f32>(at);
  return low + (load<f32>(at + 4) - low) * (position - <f32>step);
}
