import { deflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { bytesSource } from "../byte-source";
import { difference, failureOf, walked } from "../testing";
import { decodeTiff } from "./decode";
import * as tag from "./tags";
import { aTiff, type Value } from "./testing";

/** Samples of 16 x 16 pixels, three each. */
const NOISE = Uint8Array.from({ length: 768 }, (_, at) => (at * 7919) >> 3);

async function decode(file: Uint8Array) {
  return walked(await decodeTiff(bytesSource(file)));
}

/** A grey picture of 16 x 16 pixels in one strip or tile. */
function inOne(data: Uint8Array, compression: number, tile: boolean, more: Record<number, Value> = {}) {
  const sixteen = { short: [16] };
  const shape: Record<number, Value> = tile
    ? { [tag.TILE_WIDTH]: sixteen, [tag.TILE_LENGTH]: sixteen, [tag.TILE_OFFSETS]: { offsetOf: "data" } }
    : { [tag.STRIP_OFFSETS]: { offsetOf: "data" } };
  return aTiff({
    first: "ifd",
    blocks: {
      data,
      ifd: {
        entries: {
          [tag.IMAGE_WIDTH]: sixteen,
          [tag.IMAGE_LENGTH]: sixteen,
          [tag.BITS_PER_SAMPLE]: { short: [8] },
          [tag.COMPRESSION]: { short: [compression] },
          [tag.PHOTOMETRIC]: { short: [1] },
          ...shape,
          [tile ? tag.TILE_BYTE_COUNTS : tag.STRIP_BYTE_COUNTS]: { long: [data.length] },
          ...more,
        },
      },
    },
  });
}

test.for([false, true])("a wrong checksum of deflated data is told, tile %s", async (tile) => {
  const data = new Uint8Array(deflateSync(NOISE.subarray(0, 256)));
  expect((await decode(inOne(data, 8, tile))).flaws).toEqual([]);
  const last = data.length - 1;
  data[last] = (data[last] ?? 0) ^ 1;
  expect((await decode(inOne(data, 8, tile))).flaws).toEqual(["checksum"]);
});

test.for([false, true])("plain data of fewer bytes than its pixels take is told, tile %s", async (tile) => {
  const file = inOne(NOISE.subarray(0, 256), 1, tile);
  expect((await decode(file)).flaws).toEqual([]);
  const counts = tile ? tag.TILE_BYTE_COUNTS : tag.STRIP_BYTE_COUNTS;
  const few = inOne(NOISE.subarray(0, 256), 1, tile, { [counts]: { long: [200] } });
  expect((await decode(few)).flaws).toEqual(["damaged"]);
});

test("an entry that tells how to decode and cannot be read is not guessed", async () => {
  const data = new Uint8Array(deflateSync(NOISE.subarray(0, 256)));
  const file = inOne(data, 8, false, { [tag.PREDICTOR]: { ascii: "2" } });
  expect(await failureOf(decode(file))).toBe("damaged");
});

test("without SamplesPerPixel there are as many as have a depth", async () => {
  const file = inOne(NOISE, 1, false, {
    [tag.BITS_PER_SAMPLE]: { short: [8, 8, 8] },
    [tag.PHOTOMETRIC]: { short: [2] },
  });
  const { header, data } = await decode(file);
  expect(header.layout).toBe("rgb");
  expect(difference(data, NOISE)).toBe(null);
});
