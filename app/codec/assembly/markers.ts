import { frame, warn } from "./frame";
import { byteAt, input, wordAt } from "./input";
import { keepExif, keepProfile, readAdobe, readJfif } from "./metadata";
import {
  ARITHMETIC,
  BAD_SEGMENT,
  CORRUPT,
  HIERARCHICAL,
  LOSSLESS,
  NO_IMAGE,
  NOT_JPEG,
  SURPLUS,
  TRUNCATED,
} from "./reasons";
import { readFrame, readHuffmanTables, readQuantisation, readRestartInterval, readScan } from "./segments";
import * as t81 from "./t81";

/** What `nextMarker` answers; a refusal is the negative of its reason. */
export const NEED_INPUT: i32 = 0;
export const SCAN_FOUND: i32 = 1;
export const IMAGE_ENDED: i32 = 2;

/** `readSegment` found no reason to stop. */
const GO_ON: i32 = 0;

let started: bool = false;

/** Bytes of an uninteresting segment that are still to be passed over. */
let toSkip: i32 = 0;

export function openMarkers(): void {
  started = false;
  toSkip = 0;
}

/** Reads segments up to the next scan, the end of the image, a reason to refuse it, or the end of the input. */
export function nextMarker(): i32 {
  while (true) {
    if (toSkip && !skip()) return atEndOfInput();
    const unread = <i32>(input.end - input.position);
    if (unread < 2) return atEndOfInput();
    const code = byteAt(input.position + 1);
    if (!started) {
      if (byteAt(input.position) !== 0xff || code !== t81.SOI) return -NOT_JPEG;
      started = true;
      input.position += 2;
    } else if (byteAt(input.position) !== 0xff) {
      passGarbage();
    } else if (code === 0xff) {
      input.position++;
    } else if (standsAlone(code)) {
      input.position += 2;
    } else if (code === t81.EOI) {
      input.position += 2;
      return endOfImage();
    } else {
      if (unread < 4) return atEndOfInput();
      const answer = readSegment(code, wordAt(input.position + 2), unread);
      if (answer !== GO_ON) return answer === WAIT ? atEndOfInput() : answer;
    }
  }
}

/** `readSegment` needs the whole segment in the input. */
const WAIT: i32 = 3;

function skip(): bool {
  const passed = min(toSkip, <i32>(input.end - input.position));
  input.position += passed;
  toSkip -= passed;
  return toSkip === 0;
}

function passGarbage(): void {
  warn(SURPLUS);
  while (input.position < input.end && byteAt(input.position) !== 0xff) input.position++;
}

/** Markers without a segment (T.81, B.1.1.3), and a stuffed zero. */
function standsAlone(code: i32): bool {
  if (!code) warn(SURPLUS);
  return code <= t81.TEM || (code >= t81.RST0 && code <= t81.SOI);
}

/** The input is used up: wait for more, or end with what there is. */
function atEndOfInput(): i32 {
  if (!input.ended) return NEED_INPUT;
  warn(TRUNCATED);
  return started ? endOfImage() : -NOT_JPEG;
}

function endOfImage(): i32 {
  return frame.scans ? IMAGE_ENDED : -NO_IMAGE;
}

function readSegment(code: i32, length: i32, unread: i32): i32 {
  if (length < 2) return badLength();
  if (!matters(code)) {
    toSkip = length + 2;
    return GO_ON;
  }
  if (unread < length + 2) return WAIT;
  const body = input.position + 4;
  const end = input.position + length + 2;
  input.position = end;
  const refusal = parse(code, body, end);
  if (refusal) return afterRefusal(code, refusal);
  return code === t81.SOS ? SCAN_FOUND : GO_ON;
}

/** Behind the first scan a damaged length is passed over; before it there is nothing to show. */
function badLength(): i32 {
  if (!frame.scans) return -BAD_SEGMENT;
  warn(CORRUPT);
  input.position += 2;
  return GO_ON;
}

/** Behind the first scan a damaged segment ends the picture, which is shown as far as it came. */
function afterRefusal(code: i32, refusal: i32): i32 {
  if (!frame.scans || isFrameHeader(code)) return -refusal;
  warn(CORRUPT);
  return IMAGE_ENDED;
}

function isFrameHeader(code: i32): bool {
  return code >= t81.SOF0 && code <= t81.SOF15 && code !== t81.DHT && code !== t81.JPG && code !== t81.DAC;
}

function matters(code: i32): bool {
  if (code >= t81.SOF0 && code <= t81.SOF15) return true;
  if (code >= t81.APP0 && code <= t81.APP2) return true;
  return code === t81.APP14 || code === t81.SOS || code === t81.DQT || code === t81.DRI;
}

/** 0, or why the picture is refused. */
function parse(code: i32, body: usize, end: usize): i32 {
  switch (code) {
    case t81.DHT:
      return readHuffmanTables(body, end);
    case t81.DQT:
      return readQuantisation(body, end);
    case t81.DRI:
      return readRestartInterval(body, end);
    case t81.SOS:
      return readScan(body, end);
    case t81.SOF0:
    case t81.SOF1:
    case t81.SOF2:
      return readFrame(body, end, code === t81.SOF2);
    case t81.APP0:
      return readJfif(body, end);
    case t81.APP1:
      return keepExif(body, end);
    case t81.APP2:
      return keepProfile(body, end);
    case t81.APP14:
      return readAdobe(body, end);
    default:
      return refusalOfFrame(code);
  }
}

/** Frame types that are not decoded (table B.1). */
function refusalOfFrame(code: i32): i32 {
  if (code === t81.SOF3) return LOSSLESS;
  return code >= t81.JPG ? ARITHMETIC : HIERARCHICAL;
}
