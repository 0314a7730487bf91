/** What the codec's instance exports; app/codec/assembly/index.ts says how the calls follow each other. */
export interface Core {
  memory: WebAssembly.Memory;
  open(): void;
  inputSpace(): number;
  inputRoom(): number;
  appendInput(bytes: number): void;
  endInput(): void;
  run(): number;
  addOutput(width: number, height: number, orientation: number, parent: number): number;
  planBytes(scale: number): number;
  begin(scale: number): number;
  planRowsBytes(width: number, height: number): number;
  beginRows(width: number, height: number, channels: number, bits: number): number;
  pushRow(): void;
  endDecoding(): void;
  openImage(bytes: number): number;
  heapMark(): number;
  heapRelease(mark: number): void;
  outputAddress(index: number): number;
  outputFinishedRows(index: number): number;
  encode(
    pixels: number,
    width: number,
    height: number,
    quality: number,
    subsampled: boolean,
    optimised: boolean,
  ): number;
  encodedAddress(): number;
  openGrid(first: number, a: number, b: number, c: number, roots: boolean): number;
  inksInverted(): number;
  applyMatrix(use: boolean): void;
  tonesAddress(): number;
  fineTonesAddress(): number;
  gammaAddress(): number;
  matrixAddress(): number;
  partAddress(part: number): number;
  partLength(part: number): number;
  frameWidth(): number;
  frameHeight(): number;
  frameComponents(): number;
  isProgressive(): number;
  colourSpace(): number;
  warnings(): number;
  scanCount(): number;
  peakBytes(): number;
  boundsViolation(): number;
  openInflate(most: number): void;
  beginInflate(): void;
  deflatedSpace(): number;
  deflatedRoom(): number;
  appendDeflated(bytes: number): void;
  endDeflated(): void;
  inflate(): number;
  inflatedAddress(): number;
  inflatedLength(): number;
  takeInflated(bytes: number): void;
  openUnfilter(mostBytes: number): void;
  beginPass(): void;
  unfilterRow(bytes: number, step: number): number;
  unfilteredAddress(): number;
}

/** `run` answers this when it wants input; more when it stands at the header or has finished. */
export const WAITING = 0;

/** The core's memory ceiling: 1536 pages. */
export const CEILING_BYTES = 1536 * 65_536;

/**
 * A fresh instance for one picture: memory never shrinks, so it must be able to go with the picture, and whatever a
 * hostile file might do to it goes with it.
 */
export function instantiateCore(module: WebAssembly.Module): Core {
  const core = unopenedCore(module);
  core.open();
  return core;
}

/** An instance that has yet to be told what it is for. */
export function unopenedCore(module: WebAssembly.Module): Core {
  return new WebAssembly.Instance(module, {}).exports as unknown as Core;
}

/** Bytes inside the core. The view dies when the core's memory grows: use it before the next call. */
export function viewOf(core: Core, address: number, bytes: number): Uint8Array {
  return new Uint8Array(core.memory.buffer, address >>> 0, bytes);
}
