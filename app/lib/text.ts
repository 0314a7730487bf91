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

/** Path and shell characters, controls, line separators, direction marks, and halves of surrogate pairs. */
const UNSAFE_IN_FILENAME = /[<>:"/\\|?*\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu;

const LONGEST_FILENAME = 200;

/**
 * A file name that every system can hold: no path, no control or direction-changing characters, no leading or
 * trailing dots or spaces, none of Windows' device names, at most 200 characters with a sensible extension kept.
 */
export function safeFilename(name: string): string {
  const last = name.split(/[/\\]/).pop() ?? "";
  const clean = withoutEdges(last.normalize("NFC").replace(UNSAFE_IN_FILENAME, "_"));
  const isDevice = /^(con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])\s*(\.|$)/i.test(clean);
  const extension = /.(\.[^.\s]{1,16})$/u.exec(clean)?.[1] ?? "";
  const stem = (isDevice ? "_" : "") + clean.slice(0, clean.length - extension.length);
  const cut = stem.slice(0, LONGEST_FILENAME - extension.length).replace(/\p{Cs}$/u, "");
  return withoutEdges(cut + extension) || "file";
}

function withoutEdges(text: string): string {
  return text.replace(/^[\s.]+|[\s.]+$/g, "");
}
