import { readFileSync } from "node:fs";
import { bytesSource } from "../../codec/byte-source";
import { isCodecError } from "../../codec/codec-error";
import { CEILING_BYTES } from "../../codec/core";
import { develop } from "../../codec/develop";
import { developJpeg } from "../../codec/develop-jpeg";
import type { Development } from "../../codec/development";
import type { Dice } from "./dice";

/** The core with every access checked against its buffer. */
const checkedCore = new WebAssembly.Module(readFileSync("build/codec/codec-checked.wasm"));

/** The checked build's shadow, which is there beside the ceiling. */
const SHADOW_BYTES = 25 * 65_536;

/**
 * How a file ends: "fine", what is odd about it, or the reason for refusing it. Whatever else happens is thrown: an
 * access outside its buffer, memory beyond the ceiling, an error that is not about the file.
 */
export async function verdictOn(
  file: Uint8Array,
  longEdges: readonly number[],
  module = checkedCore,
): Promise<string> {
  return verdictOf(async () => {
    const sizes = longEdges.map((longEdge) => ({ longEdge }));
    const { development, oddities } = await develop(bytesSource(file), sizes, module);
    finish(development);
    return oddities;
  });
}

/** The same for a JPEG decoded at a scale, fed in pieces of any length and encoded in any way. */
export async function verdictOnJpeg(
  file: Uint8Array,
  longEdges: readonly number[],
  dice: Dice,
): Promise<string> {
  return verdictOf(async () => {
    const sizes = longEdges.map((longEdge) => ({ longEdge }));
    const pieces = inPieces(file, 1 + dice.below(3000));
    const developed = await developJpeg(checkedCore, pieces, { sizes, scale: 1 + dice.below(8) });
    finish(developed);
    developed.sizes[0]?.jpeg({ quality: 1 + dice.below(100), optimised: dice.below(2) === 0 });
    return developed.warnings;
  });
}

function finish({ memoryBytes, sizes }: Development): void {
  const held = memoryBytes();
  if (held > CEILING_BYTES + SHADOW_BYTES) throw new RangeError(`The core holds ${held} bytes`);
  if (sizes.some(({ width, height }) => width < 1 || height < 1)) throw new RangeError("A size is empty");
}

async function verdictOf(work: () => Promise<readonly string[]>): Promise<string> {
  try {
    return [...(await work())].sort().join(" ") || "fine";
  } catch (error) {
    if (!isCodecError(error)) throw error;
    const reason = "reason" in error ? `${error.reason}` : (error.detail ?? error.failure);
    if (reason === "core_failed") throw error;
    return `refused: ${reason}`;
  }
}

function inPieces(bytes: Uint8Array, length: number): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.subarray(at, at + length));
      at += length;
    },
  });
}
