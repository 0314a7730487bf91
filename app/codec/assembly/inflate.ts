import { addAdler, adler, beginAdler } from "./adler";
import {
  BLOCK_ENDED,
  BROKEN,
  CUT_SHORT,
  ENDED,
  FULL,
  GO_ON,
  MISMATCHED,
  WANTS_INPUT,
} from "./inflate-answers";
import { buildFixedTables, readTables } from "./inflate-block";
import {
  alignToByte,
  deflated,
  deflatedPosition,
  hasInput,
  overran,
  READ_AHEAD,
  reserveDeflated,
  restartDeflated,
  takeBits,
} from "./inflate-input";
import { inflated, makeRoom, reserveInflated, restartInflated, room } from "./inflate-output";
import { readSymbols } from "./inflate-symbols";

/** The header of a block lies whole within this many bytes: 320 lengths of at most 14 bits. */
const BLOCK_HEADER: usize = 640;

/**
 * Writing tables for ever fewer symbols costs time and makes nothing. Encoders that look hardest for the best place
 * to begin a new block do so every few hundred bytes.
 */
const FREE_TABLES: u32 = 1000;
const BYTES_A_TABLE: u32 = 128;

/** What comes next in the stream. */
const AT_HEADER: i32 = 0;
const AT_BLOCK: i32 = 1;
const IN_STORED: i32 = 2;
const IN_SYMBOLS: i32 = 3;
const AT_CHECKSUM: i32 = 4;
const DONE: i32 = 5;
const DONE_WRONG: i32 = 6;
const FAILED: i32 = 7;
let state: i32 = AT_HEADER;

/** What a stream ended with that was broken or cut short. */
let failure: i32 = 0;

let isLastBlock: bool = false;

/** What has been made lies in the checksum up to here. */
let summed: usize = 0;

/** Bytes left of a stored block, and how many tables were built. */
let stored: usize = 0;
let tables: u32 = 0;

/** Takes memory for streams of which at least `most` bytes can wait to be taken. */
export function reserveInflate(most: usize): void {
  reserveDeflated();
  reserveInflated(most);
  beginInflate();
}

/** Forgets everything: a zlib stream (RFC 1950) begins. */
export function beginInflate(): void {
  restartDeflated();
  restartInflated();
  beginAdler();
  state = AT_HEADER;
  isLastBlock = false;
  tables = 0;
}

/** Inflates until input or room runs out, or the stream ends, well or not. Once ended it answers the same again. */
export function inflate(): i32 {
  makeRoom();
  summed = inflated.end;
  let answer = GO_ON;
  while (answer === GO_ON) answer = step();
  sumUp();
  if (answer === BROKEN || answer === CUT_SHORT) {
    failure = answer;
    state = FAILED;
  }
  return answer;
}

function sumUp(): void {
  addAdler(summed, inflated.end);
  summed = inflated.end;
}

function step(): i32 {
  switch (state) {
    case AT_HEADER:
      return readHeader();
    case AT_BLOCK:
      return readBlock();
    case IN_STORED:
      return copyStored();
    case IN_SYMBOLS:
      return readOn();
    case AT_CHECKSUM:
      return readChecksum();
    case DONE_WRONG:
      return MISMATCHED;
    case FAILED:
      return failure;
    default:
      return ENDED;
  }
}

/** RFC 1950, 2.2: deflate, a window of at most 32 KB, no dictionary. */
function readHeader(): i32 {
  if (!hasInput(2 + READ_AHEAD)) return WANTS_INPUT;
  const method = takeBits(8);
  const flags = takeBits(8);
  if (overran()) return CUT_SHORT;
  if ((method & 15) !== 8 || method >> 4 > 7 || flags & 32) return BROKEN;
  if (((method << 8) | flags) % 31) return BROKEN;
  state = AT_BLOCK;
  return GO_ON;
}

/** RFC 1951, 3.2.3. */
function readBlock(): i32 {
  if (isLastBlock) {
    state = AT_CHECKSUM;
    return GO_ON;
  }
  if (!hasInput(BLOCK_HEADER)) return WANTS_INPUT;
  isLastBlock = takeBits(1) === 1;
  const type = takeBits(2);
  if (overran()) return CUT_SHORT;
  if (type === 3) return BROKEN;
  if (!type) return openStored();
  if (!countTables()) return BROKEN;
  if (type === 1) buildFixedTables();
  else if (!readTables()) return overran() ? CUT_SHORT : BROKEN;
  if (overran()) return CUT_SHORT;
  state = IN_SYMBOLS;
  return GO_ON;
}

/** RFC 1950, 2.2: most significant byte first. One that is cut off is not missed. */
function readChecksum(): i32 {
  if (!hasInput(4 + READ_AHEAD)) return WANTS_INPUT;
  takeBits(0);
  alignToByte();
  const checksum = bswap<u32>(takeBits(32));
  sumUp();
  state = overran() || checksum === adler() ? DONE : DONE_WRONG;
  return GO_ON;
}

function countTables(): bool {
  return ++tables <= FREE_TABLES + deflatedPosition() / BYTES_A_TABLE;
}

function readOn(): i32 {
  const answer = readSymbols();
  if (answer !== BLOCK_ENDED) return answer;
  state = AT_BLOCK;
  return GO_ON;
}

/** 3.2.4. */
function openStored(): i32 {
  takeBits(0);
  alignToByte();
  const length = takeBits(16);
  const complement = takeBits(16);
  if (overran()) return CUT_SHORT;
  if ((length ^ complement) !== 0xffff) return BROKEN;
  alignToByte();
  stored = length;
  state = IN_STORED;
  return GO_ON;
}

function copyStored(): i32 {
  const space = room();
  const bytes = min(min(stored, deflated.end - deflated.next), space);
  memory.copy(inflated.end, deflated.next, bytes);
  inflated.end += bytes;
  deflated.next += bytes;
  stored -= bytes;
  if (!stored) state = AT_BLOCK;
  else if (bytes === space) return FULL;
  else return deflated.ended ? CUT_SHORT : WANTS_INPUT;
  return GO_ON;
}
