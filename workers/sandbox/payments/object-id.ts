const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
/** The largest multiple of the alphabet's length that a byte can hold: bytes from here on would favour some letters. */
const FAIR_BYTES = 256 - (256 % ALPHABET.length);

/** An id in Stripe's manner: the prefix, then `length` random letters and digits, each equally likely. */
export function objectId(prefix: string, length: number): string {
  let text = "";
  while (text.length < length) {
    for (const byte of crypto.getRandomValues(new Uint8Array(length))) {
      if (byte < FAIR_BYTES && text.length < length) text += ALPHABET.charAt(byte % ALPHABET.length);
    }
  }
  return prefix + text;
}
