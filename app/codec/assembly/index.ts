/**
 * The codec's exports. An instance serves one picture.
 *
 * A JPEG: open; then write input and run until HEADER; addOutput for each size; planBytes to see which scale fits;
 * begin; write input and run until FINISHED; read the outputs. Other pictures: open; addOutput; beginRows; write and
 * pushRow for each row. Then, or alone: openEncoder, write pixels, encode.
 */
import { openBits } from "./bits";
import { brokenBound, CHECKED } from "./checks";
import { openColour } from "./colour";
import { component, frame, resetFrame } from "./frame";
import { resetGrid } from "./grid";
import { heapPeak, heapReach, heapTop, heapUsed, releaseTo, reserve, resetHeap } from "./heap";
import { forgetTables } from "./huffman-table";
import { reserveInflate } from "./inflate";
import { inflated } from "./inflate-output";
import { input, openInput } from "./input";
import { IMAGE_ENDED, NEED_INPUT, nextMarker, openMarkers, SCAN_FOUND } from "./markers";
import { openMetadata } from "./metadata";
import { emitMcuRow, openPlanes, planesBytes, prepareDequantisers, scaledSide, setScale } from "./planes";
import { NO_IMAGE } from "./reasons";
import { openOutputs, openPixels, output, outputsBytes, resetOutputs } from "./resample";
import { FINE_TONES, openRows, rowsBytes, takeRow } from "./rows";
import { runScan, startScan } from "./scan";
import { openSegments } from "./segments";
import { openStore, storeBytes, transformStoredRow } from "./store";
import { TONES } from "./tones";
import { reserveUnfilter } from "./unfilter";
import { GAMMA, MATRIX } from "./write-row";

export { encode, encodedAddress } from "./encode";
export { openGrid } from "./grid";
export { beginInflate, inflate } from "./inflate";
export { appendDeflated, deflatedRoom, deflatedSpace, endDeflated } from "./inflate-input";
export { waiting as inflatedLength } from "./inflate-output";
export { appendInput, inputRoom, inputSpace } from "./input";
export { partAddress, partLength } from "./metadata";
export { addOutput } from "./resample";
export { beginPass, unfilteredAddress, unfilterRow } from "./unfilter";
export { applyMatrix } from "./write-row";

/** What `run` answers; a refusal is the negative of its reason. */
const WAITING: i32 = 0;
const HEADER: i32 = 1;
const FINISHED: i32 = 2;

/** What `run` does next. */
const AT_MARKERS: i32 = 0;
const AT_HEADER: i32 = 1;
const IN_SCAN: i32 = 2;
const DONE: i32 = 3;
let state: i32 = AT_MARKERS;

/** Where the pixels of the outputs end, and all that is needed only to decode begins. */
let decodingFrom: usize = 0;

/** An allocation's alignment and tail, for all allocations that a plan does not name one by one. */
const PLAN_SLACK: u64 = 64 * 1024;

export function open(): void {
  resetHeap();
  resetFrame();
  resetOutputs();
  resetGrid();
  forgetTables();
  openMetadata();
  openMarkers();
  openSegments();
  openInput();
  openBits();
  state = AT_MARKERS;
}

/** Instead of `open`: an instance that inflates zlib streams, of which `most` bytes can wait to be taken. */
export function openInflate(most: i32): void {
  resetHeap();
  reserveInflate(most);
}

/** Instead of `open`: an instance that inflates the rows of a PNG, the widest of so many bytes, and unfilters them. */
export function openUnfilter(mostBytes: i32): void {
  resetHeap();
  reserveUnfilter(mostBytes);
}

/** Where the inflated bytes lie that wait to be taken. */
export function inflatedAddress(): usize {
  return inflated.taken;
}

export function takeInflated(bytes: i32): void {
  inflated.taken += bytes;
}

/** No more input will come. */
export function endInput(): void {
  input.ended = true;
}

/** Decodes as far as the input reaches. */
export function run(): i32 {
  while (state !== DONE) {
    if (state === AT_HEADER) return HEADER;
    const answer = state === AT_MARKERS ? runMarkers() : runEntropy();
    if (answer !== GO_ON) return answer;
  }
  return FINISHED;
}

const GO_ON: i32 = 3;

function runMarkers(): i32 {
  const found = nextMarker();
  if (found === NEED_INPUT) return WAITING;
  if (found === IMAGE_ENDED) return finish();
  if (found !== SCAN_FOUND) return found;
  if (frame.scans === 1) {
    state = AT_HEADER;
    return HEADER;
  }
  const refusal = startScan();
  if (refusal) return -refusal;
  state = IN_SCAN;
  return GO_ON;
}

function runEntropy(): i32 {
  if (!runScan()) return WAITING;
  if (frame.buffered) {
    state = AT_MARKERS;
    return GO_ON;
  }
  return finish();
}

/** A file that ends before its first MCU does is refused, whatever its header promised. */
function finish(): i32 {
  if (!frame.hasPicture) return -NO_IMAGE;
  if (frame.buffered) {
    prepareDequantisers();
    for (let row = 0; row < frame.mcusY; row++) {
      transformStoredRow(row);
      emitMcuRow(row);
    }
  }
  state = DONE;
  return FINISHED;
}

/** Bytes of memory that decoding at n/8 into the outputs added so far will have taken at most. */
export function planBytes(n: i32): f64 {
  setScale(n);
  let bytes = <u64>heapUsed() + PLAN_SLACK + planesBytes();
  bytes += outputsBytes(scaledSide(frame.width, n), scaledSide(frame.height, n));
  if (frame.buffered) for (let i = 0; i < frame.components; i++) bytes += storeBytes(component(i)) + 128;
  return <f64>bytes;
}

/** Begins to decode at n/8; 0, or the negative of a reason. */
export function begin(n: i32): i32 {
  setScale(n);
  openPixels();
  decodingFrom = heapTop();
  openOutputs(frame.outWidth, frame.outHeight, <f64>(frame.width * n) / 8, <f64>(frame.height * n) / 8);
  openPlanes();
  openColour(frame.mcusX * frame.hMax * n);
  if (frame.buffered) openStore();
  prepareDequantisers();
  const refusal = startScan();
  state = IN_SCAN;
  return -refusal;
}

export function planRowsBytes(width: i32, height: i32): f64 {
  return <f64>(<u64>heapUsed() + PLAN_SLACK + rowsBytes(width, height));
}

/** Begins a picture whose rows come from outside; answers where each is to be written. */
export function beginRows(width: i32, height: i32, channels: i32, bits: i32): usize {
  openPixels();
  decodingFrom = heapTop();
  return openRows(width, height, channels, bits);
}

export function pushRow(): void {
  takeRow();
}

/** Gives back what only decoding needed; the outputs stay. */
export function endDecoding(): void {
  if (decodingFrom) releaseTo(decodingFrom);
}

/** Room for a picture from outside, RGBA. */
export function openImage(bytes: i32): usize {
  return reserve(bytes);
}

export function heapMark(): usize {
  return heapTop();
}

export function heapRelease(mark: usize): void {
  releaseTo(mark);
}

export function outputAddress(index: i32): usize {
  return output(index).pixels;
}

export function outputFinishedRows(index: i32): i32 {
  return output(index).finished;
}

export function tonesAddress(): usize {
  return TONES;
}

export function fineTonesAddress(): usize {
  return FINE_TONES;
}

export function gammaAddress(): usize {
  return GAMMA;
}

export function matrixAddress(): usize {
  return MATRIX;
}

export function frameWidth(): i32 {
  return frame.width;
}

export function frameHeight(): i32 {
  return frame.height;
}

export function frameComponents(): i32 {
  return frame.components;
}

export function isProgressive(): bool {
  return frame.progressive;
}

export function colourSpace(): i32 {
  return frame.colour;
}

/** The file holds its inks as 255 - ink (Adobe Technical Note 5116). */
export function inksInverted(): bool {
  return frame.adobeTransform >= 0;
}

export function warnings(): i32 {
  return frame.warnings;
}

export function scanCount(): i32 {
  return frame.scans;
}

export function peakBytes(): usize {
  return heapPeak();
}

/** Behind these bytes memory is as it was at first. */
export function touchedBytes(): usize {
  return heapReach();
}

export function boundsViolation(): usize {
  return CHECKED ? brokenBound() : 0;
}
