/** Without letters and digits that people confuse on paper. */
const ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
const LENGTH = 10;

/**
 * A structured creditor reference (ISO 11649) for a thing with an id, the same each time: "RF", two check digits and
 * ten letters and digits, which banks carry along and check. Not secret, and not the id.
 */
export async function creditorReference(id: string): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(id)));
  const body = [...hash.slice(0, LENGTH)].map((byte) => ALPHABET[byte % ALPHABET.length]).join("");
  return `RF${checkDigits(body)}${body}`;
}

/** The check digits of a reference without them (ISO 7064 MOD 97-10). */
function checkDigits(body: string): string {
  return String(98n - (numberOf(`${body}RF00`) % 97n)).padStart(2, "0");
}

/** Whether the text is a creditor reference, however it is spaced, with the right check digits. */
export function isCreditorReference(text: string): boolean {
  const compact = text.replace(/\s/g, "").toUpperCase();
  return (
    /^RF\d\d[A-Z0-9]{1,21}$/.test(compact) && numberOf(compact.slice(4) + compact.slice(0, 4)) % 97n === 1n
  );
}

/** Groups of four, as it stands on paper. */
export function spacedReference(reference: string): string {
  return reference.replace(/(.{4})(?=.)/g, "$1 ");
}

/** Digits for letters: A is 10, Z is 35. */
function numberOf(text: string): bigint {
  return BigInt(text.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55)));
}
