import { hex } from "../../lib/tokens";
import type { ArchiveEntry } from "./archive-plan";

/** Changes with the way archives are laid out, so that no client puts two ways together. */
const LAYOUT = "1";

/** Entries that are put into words and hashed together. */
const TOGETHER = 1000;

const encoder = new TextEncoder();

/**
 * The strong entity tag (RFC 9110, 8.8.3) of an archive: equal only for archives that are equal byte for byte, since
 * it is a hash over everything that their bytes come from. What lies under a key never changes.
 */
export async function archiveEtag(entries: readonly ArchiveEntry[]): Promise<string> {
  const hashes: string[] = [LAYOUT];
  for (let at = 0; at < entries.length; at += TOGETHER) {
    const fields = entries
      .slice(at, at + TOGETHER)
      .map(({ name, size, crc32, modified: m, key }) => [
        name,
        size,
        crc32,
        key,
        m.year,
        m.month,
        m.day,
        m.hour,
        m.minute,
        m.second,
      ]);
    hashes.push(await sha256(JSON.stringify(fields)));
  }
  return `"${(await sha256(hashes.join())).slice(0, 32)}"`;
}

async function sha256(text: string): Promise<string> {
  return hex(new Uint8Array(await crypto.subtle.digest("SHA-256", encoder.encode(text))));
}
