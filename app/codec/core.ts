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
  touchedBytes(): number;
  boundsViolation(): number;
}

/** `run` answers this when it wants input; more when it stands at the header or has finished. */
export const WAITING = 0;

/** The core's memory ceiling: 1536 pages. */
export const CEILING_BYTES = 1536 * 65_536;

/** The instance that served the last picture, and what it was made of: tests have a module of their own. */
let idle: { module: WebAssembly.Module; core: Core } | null = null;

/** Which module an instance that may be given back was made of. */
const modules = new WeakMap<Core, WebAssembly.Module>();

/** The bytes that the memory of a module's instances begins with, up to the last that is not zero. */
const beginnings = new WeakMap<WebAssembly.Module, Uint8Array>();

/**
 * An instance for one picture, as if it were fresh. Memory never shrinks, and that of a dropped instance lasts until
 * the garbage collector comes: one that was given back is taken again, whatever its size, so that pictures that
 * follow each other share one memory.
 */
export function instantiateCore(module: WebAssembly.Module): Core {
  const core = takeIdle(module) ?? makeCore(module);
  core.open();
  return core;
}

function makeCore(module: WebAssembly.Module): Core {
  const core = new WebAssembly.Instance(module, {}).exports as unknown as Core;
  if (!beginnings.has(module)) beginnings.set(module, withoutTail(new Uint8Array(core.memory.buffer)));
  modules.set(core, module);
  return core;
}

function withoutTail(memory: Uint8Array): Uint8Array {
  return memory.slice(0, memory.findLastIndex((byte) => byte !== 0) + 1);
}

/** The idle instance with its memory as it was at first: nothing of a picture is left for the next one. */
function takeIdle(module: WebAssembly.Module): Core | null {
  if (idle?.module !== module) return null;
  const { core } = idle;
  idle = null;
  const memory = new Uint8Array(core.memory.buffer);
  memory.fill(0, 0, core.touchedBytes()).set(beginnings.get(module) ?? []);
  return core;
}

/** Gives back an instance that nobody will call again. */
export function giveBack(core: Core): void {
  const module = modules.get(core);
  if (module) idle = { module, core };
}

/** An instance that trapped stopped anywhere: it will not be taken again. */
export function dropTrapped(core: Core): void {
  modules.delete(core);
}

/** Bytes inside the core. The view dies when the core's memory grows: use it before the next call. */
export function viewOf(core: Core, address: number, bytes: number): Uint8Array {
  return new Uint8Array(core.memory.buffer, address >>> 0, bytes);
}
