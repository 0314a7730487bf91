import { fixed, PIXEL_BYTES, storePixel } from "./fixed";
import { reserve, reserveZeroed } from "./heap";
import { feedRow, lineBytes, openOutputs, outputsBytes } from "./resample";

/**
 * Rows of a picture that somebody else decoded: grey, grey with alpha, RGB or RGBA, of 8 or 16 bits a sample
 * (little-endian). What shines through lies on white.
 */
let width: i32 = 0;
let channels: i32 = 0;
let wide: bool = false;
let line: usize = 0;
let incoming: usize = 0;

/** Sample -> linear light of the source: f32[3][4097], filled by the driver; 16-bit samples lie between its steps. */
export const FINE_TONES: usize = memory.data(3 * 4097 * 4, 64);
const FINE_TONE_BYTES: usize = 4097 * 4;
const FINE_STEPS: f32 = 4096;

const MOST: f32 = 65535;

export function rowsBytes(sourceWidth: i32, sourceHeight: i32): u64 {
  return <u64>lineBytes(sourceWidth) + 8 * <u64>sourceWidth + 512 + outputsBytes(sourceWidth, sourceHeight);
}

export function openRows(sourceWidth: i32, sourceHeight: i32, sourceChannels: i32, bits: i32): usize {
  width = sourceWidth;
  channels = sourceChannels;
  wide = bits === 16;
  incoming = reserve((<usize>(width * channels)) << (wide ? 1 : 0));
  line = reserveZeroed(lineBytes(width));
  openOutputs(sourceWidth, sourceHeight, sourceWidth, sourceHeight);
  return incoming;
}

/** Takes the row that stands in the buffer. */
export function takeRow(): void {
  const colours = channels >= 3 ? 3 : 1;
  const hasAlpha = channels === 2 || channels === 4;
  let at = 0;
  let target = line;
  for (let x = 0; x < width; x++) {
    const alpha = hasAlpha ? sample(at + colours) / MOST : 1;
    const white = MOST * (1 - alpha);
    const r = tone(0, sample(at) * alpha + white);
    const g = tone(1, sample(at + (colours === 3 ? 1 : 0)) * alpha + white);
    const b = tone(2, sample(at + (colours === 3 ? 2 : 0)) * alpha + white);
    storePixel(target, r, g, b);
    target += PIXEL_BYTES;
    at += channels;
  }
  feedRow(line);
}

/** A sample in 0..65535. */
function sample(index: i32): f32 {
  if (wide) return <f32>load<u16>(incoming + ((<usize>index) << 1));
  return <f32>load<u8>(incoming + <usize>index) * 257;
}

function tone(channel: i32, value: f32): u64 {
  const position = max<f32>(0, min<f32>(FINE_STEPS, value * (FINE_STEPS / MOST)));
  const step = min(<i32>position, <i32>FINE_STEPS - 1);
  const at = FINE_TONES + <usize>channel * FINE_TONE_BYTES + ((<usize>step) << 2);
  const low = load<f32>(at);
  return <u64>(fixed(low + (load<f32>(at + 4) - low) * (position - <f32>step)) & 0xffff);
}
