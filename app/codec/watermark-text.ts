import type { Photon } from "./photon";

/** Longest text drawn, in code points; the rest is dropped. */
const MAX_CODE_POINTS = 64;

/** Drawn when nothing of the text has a glyph. */
const FALLBACK = "©";

/** Letter-spacing, a six-per-em space: photon sets a run of text with no spacing of its own. */
const LETTER_SPACE = "\u2006";

/** A private-use code point, for which no font of words has a glyph: it draws the font's "missing" box. */
const WITHOUT_GLYPH = "\ue000";

/** Side of the picture and line height, in pixels, in which two glyphs are told apart. */
const TRIAL_SIDE_PX = 32;
const TRIAL_LINE_HEIGHT_PX = 20;

/**
 * The text as it is set: upper-case, one space between words, widened between letters. Roboto draws Latin, Greek and
 * Cyrillic; a character without a glyph is left out, and a text of nothing else becomes "©".
 */
export function setText(photon: Photon, text: string): string {
  const letters = [...text.normalize("NFC").toUpperCase().replace(/\s+/gu, " ").trim()];
  const drawn = letters.slice(0, MAX_CODE_POINTS).filter(hasGlyph(photon)).join("");
  const words = drawn.split(" ").filter((word) => word !== "");
  return [...(words.length === 0 ? FALLBACK : words.join(" "))].join(LETTER_SPACE);
}

/** True for a character that draws something other than the box of a missing glyph, and for the space. */
function hasGlyph(photon: Photon): (character: string) => boolean {
  const missing = trial(photon, WITHOUT_GLYPH);
  const blank = trial(photon, " ");
  const known = new Map([[" ", true]]);
  return (character) => {
    const seen = known.get(character);
    if (seen !== undefined) return seen;
    const drawn = trial(photon, character);
    const answer = !sameBytes(drawn, missing) && !sameBytes(drawn, blank);
    known.set(character, answer);
    return answer;
  };
}

function trial(photon: Photon, character: string): Uint8Array {
  const side = TRIAL_SIDE_PX;
  const picture = photon.fromPixels({ width: side, height: side, data: new Uint8Array(side * side * 4) });
  picture.drawText(character, 2, 2, TRIAL_LINE_HEIGHT_PX);
  const { data } = picture.pixels();
  picture.free();
  return data;
}

function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.every((byte, index) => byte === other[index]);
}
