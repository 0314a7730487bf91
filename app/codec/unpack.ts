/** Spreads samples of 1, 2 or 4 bits, the high bits of a byte first, to one byte each, unscaled. */
export function unpackSamples(packed: Uint8Array, bits: number, samples: Uint8Array): void {
  const mask = (1 << bits) - 1;
  for (let index = 0, bit = 0; index < samples.length; index += 1, bit += bits) {
    samples[index] = ((packed[bit >> 3] as number) >> (8 - bits - (bit & 7))) & mask;
  }
}
