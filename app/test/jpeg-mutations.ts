import { type JpegSpec, writeJpeg } from "./jpeg-writer";

/** A sequence of numbers that a seed repeats exactly. */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = (seed * 2_654_435_761) >>> 0 || 1;
  }

  /** A whole number below `limit` (xorshift32). */
  below(limit: number): number {
    this.#state ^= this.#state << 13;
    this.#state ^= this.#state >>> 17;
    this.#state ^= this.#state << 5;
    return (this.#state >>> 0) % limit;
  }
}

/** Small files of every kind that is decoded, as a start for mutations. */
export function corpus(): Uint8Array[] {
  const sample = (index: number, x: number, y: number) =>
    128 + 90 * Math.sin((x * (index + 2) + y * 3) / 11) * Math.cos(y / (5 + index));
  const base: JpegSpec = { width: 53, height: 41, sampling: ["1x1", "1x1", "1x1"], sample };
  const specs: Partial<JpegSpec>[] = [
    {},
    { sampling: ["2x2", "1x1", "1x1"] },
    { sampling: ["2x1", "1x1", "1x1"], restartInterval: 2 },
    { sampling: ["1x2", "1x1", "1x1"], scans: [[0], [1, 2]] },
    { sampling: ["4x1", "1x1", "1x1"] },
    { sampling: ["3x1", "2x1", "1x1"] },
    { sampling: ["3x2", "1x1", "2x1"], progressive: true },
    { sampling: ["1x4", "1x1", "1x1"], progressive: true },
    { sampling: ["2x2", "1x1", "1x1"], progressive: true, restartInterval: 3 },
    { sampling: ["1x1"] },
    { sampling: ["1x1"], progressive: true },
    { sampling: ["1x1", "1x1", "1x1", "1x1"], adobeTransform: 0 },
    { sampling: ["2x2", "1x1", "1x1", "2x2"], adobeTransform: 2 },
    { sampling: ["1x1", "1x1", "1x1", "1x1"], adobeTransform: 2, progressive: true },
    { adobeTransform: 0, step: 1 },
  ];
  return specs.map((spec) => writeJpeg({ ...base, ...spec }));
}

/** Bytes that mean something where they stand: extremes, fill bytes, markers. */
const SPECIAL = [0x00, 0x01, 0x7f, 0x80, 0xff, 0xc0, 0xc2, 0xc4, 0xd0, 0xd7, 0xd9, 0xda, 0xdb, 0xdd];

/** How much of a file is its header, about. */
const HEADER_BYTES = 420;

/** A copy with up to a dozen changes, half of the time in its header alone, now and then cut short. */
export function mutated(file: Uint8Array, dice: Dice): Uint8Array {
  const copy = file.slice();
  const reach = dice.below(2) === 0 ? Math.min(HEADER_BYTES, copy.length) : copy.length;
  for (let change = dice.below(12); change >= 0; change -= 1) mutate(copy, dice.below(reach), dice);
  return dice.below(4) === 0 ? copy.subarray(0, dice.below(copy.length)) : copy;
}

function mutate(bytes: Uint8Array, at: number, dice: Dice): void {
  switch (dice.below(4)) {
    case 0:
      bytes[at] = dice.below(256);
      break;
    case 1:
      bytes[at] = (bytes[at] ?? 0) ^ (1 << dice.below(8));
      break;
    case 2:
      bytes[at] = SPECIAL[dice.below(SPECIAL.length)] ?? 0;
      break;
    default: {
      const from = dice.below(bytes.length);
      bytes.copyWithin(at, from, Math.min(from + dice.below(48), bytes.length));
    }
  }
}
