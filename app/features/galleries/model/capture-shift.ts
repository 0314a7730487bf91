/** Seconds of a shift as it is typed, "+1:02:13" or "-0:30" (hours, at most 99,999 of them, minutes and perhaps seconds); null for none. */
export function readShift(text: string): number | null {
  const match = /^\s*([+\-−]?)\s*(\d{1,5}):([0-5]\d)(?::([0-5]\d))?\s*$/.exec(text);
  if (!match) return null;
  const [, sign, hours, minutes, seconds = "0"] = match;
  const size = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  if (size === 0) return null;
  return sign === "-" || sign === "−" ? -size : size;
}

/** "+1:02:13" for so many seconds. */
export function shiftText(seconds: number): string {
  const size = Math.abs(seconds);
  const two = (part: number) => String(part).padStart(2, "0");
  const text = `${Math.floor(size / 3600)}:${two(Math.floor(size / 60) % 60)}:${two(size % 60)}`;
  return `${seconds < 0 ? "-" : "+"}${text}`;
}

/**
 * What a camera's clock shows, as people read it, and as it shows it so many seconds later; null for what is no moment.
 *
 * @param capturedAt "2026-06-13T15:20:01", perhaps with an offset behind it, which stays out of it
 */
export function cameraClock(capturedAt: string | null, shift: number, locale: string): string | null {
  const local = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.exec(capturedAt ?? "")?.[0];
  const at = local === undefined ? Number.NaN : Date.parse(`${local}Z`) + shift * 1000;
  if (Number.isNaN(at)) return null;
  return new Intl.DateTimeFormat(locale, {
    dateStyle: "medium",
    timeStyle: "medium",
    timeZone: "UTC",
  }).format(at);
}
