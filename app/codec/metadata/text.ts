/** Controls (line feeds apart), direction marks and halves of surrogate pairs have no place in a text for people. */
const UNWANTED = /[^\P{Cc}\n]|[\p{Cs}\p{Bidi_Control}\ufffe\uffff]/gu;

/** Bytes of a text, as UTF-8 when they are declared or valid as such, otherwise as Latin-1. */
export function decodeText(bytes: Uint8Array, declaredUtf8 = false): string {
  try {
    return new TextDecoder("utf-8", { fatal: !declaredUtf8 }).decode(bytes);
  } catch {
    return Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  }
}

/** A text trimmed, composed (NFC), without what cannot be shown, and at most `most` characters; null when empty. */
export function cleanText(text: unknown, most: number): string | null {
  if (typeof text !== "string") return null;
  const shown = text
    .slice(0, 4 * most)
    .replace(/\r\n?/g, "\n")
    .replace(UNWANTED, " ")
    .normalize("NFC")
    .trim();
  const cut = Array.from(shown).slice(0, most).join("").trim();
  return cut === "" ? null : cut;
}
