import type { CreditLines } from "../../codec/credit-segments";
import type { CreditSource } from "./model";

/**
 * What renditions say of their rights: what the photo's own metadata say, and where that is wanted, the studio's name
 * for what they leave open. Null for nothing at all.
 */
export function creditLines(
  source: CreditSource,
  written: CreditLines | null,
  studioName: string,
): CreditLines | null {
  if (source === "none") return null;
  const { copyright, creator, credit } = written ?? { copyright: null, creator: null, credit: null };
  if (source === "file") return { copyright, creator, credit };
  return { copyright: copyright ?? `© ${studioName}`, creator, credit: credit ?? studioName };
}
