import { CHECKED } from "./checks";
import { MAX_COMPONENTS } from "./t81";

/** How samples become colours. */
export const GREY: i32 = 0;
export const YCC: i32 = 1;
export const RGB: i32 = 2;
export const CMYK: i32 = 3;
export const YCCK: i32 = 4;

/** Bytes of one quantisation table: 64 u16 in zigzag order (T.81, B.2.4.1). */
export const QUANTISATION_BYTES: usize = 128;

/** One component of the frame (T.81, B.2.2) and how it is decoded at the chosen scale. */
@unmanaged
export class Component {
  id: i32;
  hSampling: i32;
  vSampling: i32;
  /** Quantisation table selector, and the table as it stood at the component's first scan (B.2.4.1). */
  tableSelector: i32;
  hasTable: i32;
  quantisation: usize;
  dcSelector: i32;
  acSelector: i32;
  /** Samples that come out of a block, across and down. */
  outH: i32;
  outV: i32;
  /** Coefficients of a block that matter for them, across and down. */
  keptH: i32;
  keptV: i32;
  /** Zigzag index of the last coefficient that matters. */
  lastKept: i32;
  /** Blocks across and down, padded to whole MCUs; and those that carry image data (A.2.3). */
  blocksX: i32;
  blocksY: i32;
  imageBlocksX: i32;
  imageBlocksY: i32;
  /** DC prediction (F.2.1.3.1). */
  prediction: i32;
  /** One MCU row of u8 samples. */
  plane: usize;
  stride: usize;
  /** Which inverse transform, and its dequantiser: f32[64] in natural order with the transform's factors folded in. */
  kernel: i32;
  dequantiser: usize;
  /** u8[80]: zigzag index -> byte offset of the coefficient in the block at hand. */
  blockOffsets: usize;
  /** Coefficient store: i16 per kept coefficient, u64 per block, u8[80] zigzag index -> byte offset or DROPPED. */
  coefficients: usize;
  nonZero: usize;
  storeOffsets: usize;
  /** Zigzag indices that are stored; a set of bits. */
  storedMask: u64;
}

@unmanaged
export class Frame {
  width: i32;
  height: i32;
  components: i32;
  progressive: bool;
  /** Coefficients of the whole picture are kept until the end, because its scans add to each other. */
  buffered: bool;
  hMax: i32;
  vMax: i32;
  mcusX: i32;
  mcusY: i32;
  /** MCUs of a restart interval, 0 for none (B.2.4.4). */
  restartInterval: i32;
  colour: i32;
  /** The Adobe segment's transform; -1 without the segment. */
  adobeTransform: i32;
  jfif: bool;
  warnings: i32;
  scans: i32;
  /** At least one MCU of a scan with DC values was in the file whole: there is something to show. */
  hasPicture: bool;
  /** Blocks visited so far, over all scans. */
  work: u64;
  /** Decoded size: `scale` eighths of the full one. */
  scale: i32;
  outWidth: i32;
  outHeight: i32;
}

/** The current scan's header (B.2.3). */
@unmanaged
export class ScanHeader {
  components: i32;
  firstCoefficient: i32;
  lastCoefficient: i32;
  approximationHigh: i32;
  approximationLow: i32;
  /** Frame index of each scan component. */
  index0: i32;
  index1: i32;
  index2: i32;
  index3: i32;
}

export const frame: Frame = changetype<Frame>(memory.data(offsetof<Frame>(), 16));
export const scan: ScanHeader = changetype<ScanHeader>(memory.data(offsetof<ScanHeader>(), 16));

const COMPONENTS: usize = memory.data(4 * offsetof<Component>(), 16);

export function component(index: i32): Component {
  if (CHECKED) if (<u32>index >= <u32>MAX_COMPONENTS) unreachable();
  return changetype<Component>(COMPONENTS + <usize>index * offsetof<Component>());
}

/** The component that stands at `position` in the current scan. */
export function scanComponent(position: i32): Component {
  return component(
    load<i32>(changetype<usize>(scan) + offsetof<ScanHeader>("index0") + ((<usize>position) << 2)),
  );
}

export function setScanComponent(position: i32, index: i32): void {
  store<i32>(changetype<usize>(scan) + offsetof<ScanHeader>("index0") + ((<usize>position) << 2), index);
}

export function warn(warning: i32): void {
  frame.warnings |= warning;
}

export function resetFrame(): void {
  memory.fill(changetype<usize>(frame), 0, offsetof<Frame>());
  memory.fill(changetype<usize>(scan), 0, offsetof<ScanHeader>());
  memory.fill(COMPONENTS, 0, 4 * offsetof<Component>());
  frame.adobeTransform = -1;
}
