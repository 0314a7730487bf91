/** The one form of an e-mail address that rows are keyed by: trimmed, NFC, lower case. */
export function normalizeEmail(text: string): string {
  return text.trim().normalize("NFC").toLowerCase();
}

/** A readable part of a URL made from a name: lower-case letters, digits and single hyphens; may be empty. */
export function slugify(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/ß/g, "ss")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60)
    .replace(/-+$/, "");
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must go
const UNSAFE_IN_FILENAME = /[\u0000-\u001f\u007f<>:"/\\|?*\u202a-\u202e\u2066-\u2069]/g;

/**
 * A file name that every system can hold: no path, no control or direction-changing characters, no trailing
 * dots or spaces, none of Windows' device names, at most 200 characters with the extension kept.
 */
export function safeFilename(name: string): string {
  const last = name.split(/[/\\]/).pop() ?? "";
  const clean = last
    .normalize("NFC")
    .replace(UNSAFE_IN_FILENAME, "_")
    .replace(/^[\s.]+|[\s.]+$/g, "");
  const dot = clean.lastIndexOf(".");
  const stem = dot > 0 ? clean.slice(0, dot) : clean;
  const extension = dot > 0 ? clean.slice(dot) : "";
  const device = /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(stem);
  return ((device ? `_${stem}` : stem).slice(0, 200 - extension.length) || "file") + extension;
}
