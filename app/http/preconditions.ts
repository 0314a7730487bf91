import { type Instant, SECOND } from "../lib/time";

/** By what an answer's state is told apart from another's. */
export interface Validators {
  /** A strong entity tag, with its quotes (RFC 9110, 8.8.3). */
  etag: string;
  /** Null where no moment stands for the state (8.8.2.1). */
  lastModified: Instant | null;
}

/** Whether a GET or HEAD is to be answered as usual, with 304, or with 412. */
type Verdict = "proceed" | "not_modified" | "failed";

/**
 * Weighs the conditions of a GET or HEAD in the order of RFC 9110, 13.2.2. A date that cannot be read is no
 * condition (13.1.3, 13.1.4).
 */
export function weighPreconditions(headers: Headers, { etag, lastModified }: Validators): Verdict {
  const ifMatch = headers.get("if-match");
  const ifNoneMatch = headers.get("if-none-match");
  const unmodifiedSince = httpDate(headers.get("if-unmodified-since"));
  const modifiedSince = httpDate(headers.get("if-modified-since"));
  const isAfter = (date: Instant) => lastModified !== null && inSeconds(lastModified) > date;
  if (ifMatch !== null) {
    if (!isListed(etag, ifMatch, "strong")) return "failed";
  } else if (unmodifiedSince !== null && isAfter(unmodifiedSince)) return "failed";
  if (ifNoneMatch !== null) return isListed(etag, ifNoneMatch, "weak") ? "not_modified" : "proceed";
  const isKnown = modifiedSince !== null && lastModified !== null && !isAfter(modifiedSince);
  return isKnown ? "not_modified" : "proceed";
}

/**
 * Whether a Range may be answered with a part (13.1.5): without If-Range always; with it, only if what the client
 * holds is of exactly this state. A date must be the very one given out, and by `now` older than a second, before
 * it tells states apart (8.8.2.2).
 */
export function mayAnswerRange(headers: Headers, { etag, lastModified }: Validators, now: Instant): boolean {
  const condition = headers.get("if-range")?.trim();
  if (condition === undefined) return true;
  if (/^(W\/)?"/.test(condition)) return condition === etag;
  if (lastModified === null || now - lastModified <= SECOND) return false;
  return httpDate(condition) === inSeconds(lastModified);
}

/** A moment as headers write it (5.6.7), to the second. */
export function toHttpDate(instant: Instant): string {
  return new Date(instant).toUTCString();
}

/** IMF-fixdate and the two obsolete forms (5.6.7), which `Date.parse` reads; null for anything else. */
function httpDate(text: string | null): Instant | null {
  if (text === null || !/^[A-Z][a-z]+,? .*\d\d:\d\d:\d\d/.test(text)) return null;
  const instant = Date.parse(/GMT$/.test(text) ? text : `${text} GMT`);
  return Number.isNaN(instant) ? null : instant;
}

function inSeconds(instant: Instant): Instant {
  return Math.floor(instant / SECOND) * SECOND;
}

/** Whether a tag stands in a list of them, or the list is "*" (13.1.1, 13.1.2). Comparison as in 8.8.3.2. */
function isListed(etag: string, list: string, comparison: "strong" | "weak"): boolean {
  if (list.trim() === "*") return true;
  return Array.from(list.matchAll(/(W\/)?("[^"]*")/g)).some(
    ([, weak, tag]) => tag === etag && (comparison === "weak" || weak === undefined),
  );
}
