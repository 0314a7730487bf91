import { readFileSync } from "node:fs";
import { constants, deflateRawSync, deflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { Dice } from "../test/hostile/dice";
import { mutated } from "../test/hostile/mutate";
import { concat } from "./byte-source";
import { inflatingCore, viewOf } from "./core";
import { putDeflated, WANTS_INPUT } from "./inflate";

const checked = new WebAssembly.Module(readFileSync("build/codec/codec-checked.wasm"));

/** What the core answers when it has made all there is room for. */
const FULL = 1;

const RUNS = 3000;
const PIECE_BYTES = 600;

/**
 * Everything that comes out of a stream, and what it ended with: `inflate` is asked thrice more after that. At most
 * `pieceBytes` are put in at a time.
 */
function inflated(zlib: Uint8Array, pieceBytes = zlib.length): { bytes: Uint8Array; ends: number[] } {
  const core = inflatingCore(checked);
  core.openInflate(PIECE_BYTES);
  core.beginInflate();
  const made: number[] = [];
  const ends: number[] = [];
  let rest = zlib;
  while (ends.length < 4) {
    const piece = rest.subarray(0, pieceBytes);
    rest = rest.subarray(piece.length - putDeflated(core, piece).length);
    if (piece.length === 0) core.endDeflated();
    const answer = core.inflate();
    const length = core.inflatedLength();
    made.push(...viewOf(core, core.inflatedAddress(), length));
    core.takeInflated(length);
    if (answer !== FULL && answer !== WANTS_INPUT) ends.push(answer);
  }
  return { bytes: Uint8Array.from(made), ends };
}

const texts = [40, 400, 4000].map((length) =>
  Uint8Array.from({ length }, (_, at) => ((at * at) >> 3) & (at % 7 === 0 ? 255 : 15)),
);

test("what was deflated comes out, at every level and strategy", () => {
  for (const text of texts)
    for (const level of [0, 1, 6, 9])
      for (const strategy of [0, 2, 4]) {
        const { bytes, ends } = inflated(deflateSync(text, { level, strategy }));
        expect(Buffer.from(bytes).equals(text)).toBe(true);
        expect(new Set(ends).size).toBe(1);
      }
});

test("blocks that are stored come out wherever the input is cut", () => {
  const parts = texts.map((text) => deflateRawSync(text, { level: 6, finishFlush: constants.Z_FULL_FLUSH }));
  const zlib = concat([Uint8Array.of(0x78, 0x9c), ...parts, deflateRawSync(new Uint8Array())]);
  for (let pieceBytes = 1; pieceBytes < 900; pieceBytes += 1)
    expect(Buffer.from(inflated(zlib, pieceBytes).bytes).equals(concat(texts)), `${pieceBytes}`).toBe(true);
});

test("a broken stream ends the same way however often it is asked to go on, inside its buffers", () => {
  const dice = new Dice(11);
  const streams = texts.flatMap((text) =>
    [0, 6].flatMap((level) =>
      [0, 4].map((strategy) => new Uint8Array(deflateSync(text, { level, strategy }))),
    ),
  );
  for (let run = 0; run < RUNS; run += 1) {
    const { ends } = inflated(
      mutated(streams[run % streams.length] as Uint8Array, 60, dice),
      1 + dice.below(2000),
    );
    expect(new Set(ends).size, `run ${run}`).toBe(1);
  }
});
