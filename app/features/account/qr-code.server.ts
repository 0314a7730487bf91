import { encode } from "uqr";

/** Modules of white that scanners need around a code (ISO/IEC 18004, 5.3.8). */
const QUIET = 4;

/** A QR code as one SVG path: dark modules are filled, and `size` is the side with the quiet zone, in modules. */
export function qrCode(text: string): { size: number; path: string } {
  const { data, size } = encode(text, { ecc: "M", border: 0 });
  const runs: string[] = [];
  for (const [y, row] of data.entries()) {
    for (let x = 0; x < size; x++) {
      if (!row[x]) continue;
      const from = x;
      while (row[x + 1]) x++;
      runs.push(`M${from + QUIET} ${y + QUIET}h${x - from + 1}v1H${from + QUIET}z`);
    }
  }
  return { size: size + 2 * QUIET, path: runs.join("") };
}
