import type { Dice } from "./dice";

/** Bytes that mean something where they stand: extremes, fill bytes, markers of JPEG. */
const SPECIAL = [0x00, 0x01, 0x7f, 0x80, 0xff, 0xc0, 0xc2, 0xc4, 0xd0, 0xd7, 0xd9, 0xda, 0xdb, 0xdd];

/** A copy with up to a dozen changes, half of the time in its first `head` bytes alone, now and then cut short. */
export function mutated(file: Uint8Array, head: number, dice: Dice): Uint8Array {
  const copy = file.slice();
  const reach = dice.below(2) === 0 ? Math.min(head, copy.length) : copy.length;
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
