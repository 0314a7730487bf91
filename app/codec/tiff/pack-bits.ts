import type { Expander } from "../inflate";

/** The byte that stands for nothing (TIFF 6.0, section 9). */
const NO_OPERATION = 128;

/**
 * Undoes PackBits (section 9): n of 0 to 127 is followed by n + 1 bytes as they are, n of 129 to 255 by one byte
 * that stands 257 - n times. A run may be cut anywhere between two inputs.
 */
export function unpackingBits(): Expander {
  let literal = 0;
  let repeat = 0;
  return function* unpack(input) {
    const made = new Uint8Array(input.length * 128);
    let length = 0;
    for (let at = 0; at < input.length; ) {
      const byte = input[at] as number;
      if (literal > 0) {
        const taken = input.subarray(at, at + literal);
        made.set(taken, length);
        length += taken.length;
        at += taken.length;
        literal -= taken.length;
        continue;
      }
      at += 1;
      if (repeat > 0) {
        made.fill(byte, length, length + repeat);
        length += repeat;
        repeat = 0;
      } else if (byte < NO_OPERATION) literal = byte + 1;
      else if (byte > NO_OPERATION) repeat = 257 - byte;
    }
    if (length > 0) yield made.subarray(0, length);
  };
}
