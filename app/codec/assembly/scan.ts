import { decodeMcus, fillMcus, mcuBlock } from "./baseline";
import { discardBits, reader, resetBits, unreadBits, unstuff } from "./bits";
import { spend } from "./budget";
import { Component, frame, scan, scanComponent, warn } from "./frame";
import { huffmanTable, isDefinedTable } from "./huffman-table";
import { input, mustWait } from "./input";
import { emitMcuRow } from "./planes";
import { decodeDcMcus } from "./progressive-dc";
import { decodeAcFirst, resetEndOfBandRun } from "./progressive-first";
import { decodeAcRefine } from "./progressive-refine";
import { CORRUPT, NO_TABLE, RESTART, SURPLUS, TOO_MUCH_WORK, TRUNCATED } from "./reasons";
import { decodeStoredMcus } from "./stored-sequential";
import { RST0, RST7 } from "./t81";

/** Most bytes a block can take: 64 symbols of at most 31 bits, rounded up. */
const MAX_BLOCK_BYTES: i32 = 256;

/** An interval that ends with the scan. */
const ENDLESS: i32 = 0x7fffffff;

/** Restart markers are numbered 0 to 7 (T.81, B.1.1.3). */
const RESTART_CYCLE: i32 = 7;

/** A marker at most this far ahead of the expected one means lost intervals; any other, a damaged number. */
const PLAUSIBLY_AHEAD: i32 = 3;

@unmanaged
class Progress {
  /** The next MCU, and how many there are. */
  x: i32;
  y: i32;
  columns: i32;
  rows: i32;
  /** MCUs left in the restart interval. */
  left: i32;
  /** Number of the restart marker that should come next. */
  expected: i32;
  /** The interval's data are used up or missing. */
  lost: bool;
  blocks: i32;
  spare: usize;
}

const progress: Progress = changetype<Progress>(memory.data(offsetof<Progress>(), 16));

/** Begins the scan whose header has been read: 0, or why it cannot be decoded. */
export function startScan(): i32 {
  if (!tablesPresent()) return NO_TABLE;
  measureScan();
  if (!spend(<u64>progress.columns * <u64>progress.rows * <u64>progress.blocks)) return TOO_MUCH_WORK;
  progress.x = 0;
  progress.y = 0;
  progress.expected = 0;
  resetBits();
  startInterval();
  if (!frame.buffered) {
    listBlocks();
    aimBlocks();
  }
  return 0;
}

function tablesPresent(): bool {
  const needsDc = !frame.progressive || (!scan.firstCoefficient && !scan.approximationHigh);
  const needsAc = !frame.progressive || scan.firstCoefficient > 0;
  for (let i = 0; i < scan.components; i++) {
    const c = scanComponent(i);
    if (needsDc && !isDefinedTable(huffmanTable(0, c.dcSelector))) return false;
    if (needsAc && !isDefinedTable(huffmanTable(1, c.acSelector))) return false;
  }
  return true;
}

/** A scan of one component walks its own blocks; any other walks MCUs (A.2). */
function measureScan(): void {
  const alone = scan.components === 1 && frame.buffered;
  const first = scanComponent(0);
  progress.columns = alone ? first.imageBlocksX : frame.mcusX;
  progress.rows = alone ? first.imageBlocksY : frame.mcusY;
  progress.blocks = alone ? 1 : mcuBlocks();
  progress.spare = <usize>(progress.blocks * MAX_BLOCK_BYTES + 64);
}

function mcuBlocks(): i32 {
  let blocks = 0;
  for (let i = 0; i < scan.components; i++) blocks += scanComponent(i).hSampling * scanComponent(i).vSampling;
  return blocks;
}

function startInterval(): void {
  progress.left = frame.restartInterval ? frame.restartInterval : ENDLESS;
  progress.lost = false;
  resetEndOfBandRun();
  for (let i = 0; i < scan.components; i++) scanComponent(i).prediction = 0;
}

/** Lists the blocks of an MCU in order (A.2.3). */
function listBlocks(): void {
  let at = 0;
  for (let i = 0; i < scan.components; i++) {
    const c = scanComponent(i);
    for (let k = 0; k < c.hSampling * c.vSampling; k++) {
      const block = mcuBlock(at++);
      block.component = c;
      block.dcTable = huffmanTable(0, c.dcSelector);
      block.acTable = huffmanTable(1, c.acSelector);
      block.step = <usize>(c.hSampling * c.outH);
    }
  }
}

/** Points the blocks of an MCU to the left end of the planes. */
function aimBlocks(): void {
  let at = 0;
  for (let i = 0; i < scan.components; i++) {
    const c = scanComponent(i);
    for (let v = 0; v < c.vSampling; v++) {
      for (let h = 0; h < c.hSampling; h++) {
        mcuBlock(at++).target = c.plane + <usize>(v * c.outV) * c.stride + <usize>(h * c.outH);
      }
    }
  }
}

/** Decodes on. True when the scan is complete and the input stands at a marker; false when more must come first. */
export function runScan(): bool {
  while (progress.y < progress.rows) {
    unstuff();
    decodeInterval();
    if (progress.y >= progress.rows) break;
    if (progress.left > 0) {
      if (!reader.ended && mustWait()) return false;
    } else {
      if (!findMarker(RESTART)) return false;
      enterNextInterval();
    }
  }
  return leaveScan();
}

/** Decodes MCUs until the interval is complete or its bytes run short. */
function decodeInterval(): void {
  while (progress.y < progress.rows && progress.left > 0) {
    const wanted = min(progress.columns - progress.x, progress.left);
    const done = decode(wanted);
    if (!frame.hasPicture) notePicture(done);
    progress.x += done;
    progress.left -= done;
    if (progress.x === progress.columns) endRow();
    if (done === wanted) continue;
    if (!reader.ended) return;
    progress.lost = true;
    warn(CORRUPT);
  }
  if (reader.ended && !progress.lost && unreadBits(reader.next, reader.count) < 0) warn(CORRUPT);
}

/** The last of the MCUs may have run past the end of its data, and is none then. AC scans alone show nothing. */
function notePicture(done: i32): void {
  if (progress.lost || scan.firstCoefficient) return;
  frame.hasPicture = done > (unreadBits(reader.next, reader.count) < 0 ? 1 : 0);
}

function endRow(): void {
  progress.x = 0;
  if (!frame.buffered) {
    emitMcuRow(progress.y);
    aimBlocks();
  }
  progress.y++;
}

/** Decodes up to `count` MCUs of the current row with the decoder that the scan asks for. */
function decode(count: i32): i32 {
  if (progress.lost) {
    if (!frame.buffered) fillMcus(count, progress.blocks);
    return count;
  }
  if (!frame.buffered) return decodeMcus(count, progress.blocks, progress.spare);
  if (!frame.progressive) return decodeStoredMcus(count, progress.x, progress.y, progress.spare);
  if (!scan.firstCoefficient) return decodeDcMcus(count, progress.x, progress.y, progress.spare);
  return decodeBands(scanComponent(0), count);
}

function decodeBands(c: Component, count: i32): i32 {
  const table = huffmanTable(1, c.acSelector);
  const block = progress.y * c.blocksX + progress.x;
  return scan.approximationHigh
    ? decodeAcRefine(c, table, count, block, progress.spare)
    : decodeAcFirst(c, table, count, block, progress.spare);
}

/** Passes over entropy data up to the next marker, noting with `warning` a whole byte that was left over. */
function findMarker(warning: i32): bool {
  while (true) {
    if (!progress.lost && unreadBits(reader.next, reader.count) >= 8) warn(warning);
    discardBits();
    if (reader.ended) return true;
    unstuff();
    if (!reader.ended && mustWait()) return false;
  }
}

/** The interval is complete: takes its restart marker, or copes with what is there instead (E.2.4). */
function enterNextInterval(): void {
  if (!isRestart(reader.marker)) {
    warn(TRUNCATED);
    startInterval();
    progress.left = ENDLESS;
    progress.lost = true;
    return;
  }
  const ahead = (reader.marker - RST0 - progress.expected) & RESTART_CYCLE;
  startInterval();
  if (ahead > 0) warn(RESTART);
  if (ahead > 0 && ahead <= PLAUSIBLY_AHEAD) {
    progress.lost = true;
    progress.expected = (progress.expected + 1) & RESTART_CYCLE;
    return;
  }
  progress.expected = (reader.marker - RST0 + 1) & RESTART_CYCLE;
  passMarker();
}

function isRestart(marker: i32): bool {
  return marker >= RST0 && marker <= RST7;
}

function passMarker(): void {
  input.position += 2;
  resetBits();
}

/** Passes over what follows the last MCU, stray restart markers too. */
function leaveScan(): bool {
  while (true) {
    if (!findMarker(SURPLUS)) return false;
    if (!isRestart(reader.marker)) return true;
    passMarker();
  }
}
