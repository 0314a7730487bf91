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
  touchedBytes(): number;
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

/** What an instance is for: developing a picture, or inflating what another one develops. */
type Purpose = "picture" | "inflating";

/** For each purpose the instance that served last, and what it was made of: tests have a module of their own. */
const idle = new Map<Purpose, { module: WebAssembly.Module; core: Core }>();

/** Of instances that may be given back, what they were made of and for. */
const origins = new WeakMap<Core, { module: WebAssembly.Module; purpose: Purpose }>();

/** The bytes that the memory of a module's instances begins with, up to the last that is not zero. */
const beginnings = new WeakMap<WebAssembly.Module, Uint8Array>();

/**
 * An instance for one picture, as if it were fresh. Memory never shrinks, and that of a dropped instance lasts until
 * the garbage collector comes: one that was given back is taken again, whatever its size, so that pictures that
 * follow each other share one memory.
 */
export function instantiateCore(module: WebAssembly.Module): Core {
  const core = takeIdle(module, "picture") ?? makeCore(module, "picture");
  core.open();
  return core;
}

/** The same for inflating; it has yet to be told what. */
export function inflatingCore(module: WebAssembly.Module): Core {
  return takeIdle(module, "inflating") ?? makeCore(module, "inflating");
}

function makeCore(module: WebAssembly.Module, purpose: Purpose): Core {
  const core = new WebAssembly.Instance(module, {}).exports as unknown as Core;
  if (!beginnings.has(module)) beginnings.set(module, withoutTail(new Uint8Array(core.memory.buffer)));
  origins.set(core, { module, purpose });
  return core;
}

function withoutTail(memory: Uint8Array): Uint8Array {
  return memory.slice(0, memory.findLastIndex((byte) => byte !== 0) + 1);
}

/** The idle instance with its memory as it was at first: nothing of a picture is left for the next one. */
function takeIdle(module: WebAssembly.Module, purpose: Purpose): Core | null {
  const waiting = idle.get(purpose);
  if (waiting?.module !== module) return null;
  const { core } = waiting;
  idle.delete(purpose);
  const memory = new Uint8Array(core.memory.buffer);
  memory.fill(0, 0, core.touchedBytes()).set(beginnings.get(module) ?? []);
  return core;
}

/** Gives back an instance that nobody will call again. */
export function giveBack(core: Core): void {
  const origin = origins.get(core);
  if (origin) idle.set(origin.purpose, { module: origin.module, core });
}

/** An instance that trapped stopped anywhere: it will not be taken again. */
export function dropTrapped(core: Core): void {
  origins.delete(core);
}

/** Lets go of the memory that waits for the next picture, where something else needs the room. */
export function dropIdle(): void {
  idle.clear();
}

/** Bytes inside the core. The view dies when the core's memory grows: use it before the next call. */
export function viewOf(core: Core, address: number, bytes: number): Uint8Array {
  return new Uint8Array(core.memory.buffer, address >>> 0, bytes);
}
