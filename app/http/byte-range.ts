/** Bytes from `start` to before `end`, counted from 0. */
export interface ByteRange {
  start: number;
  end: number;
}

/**
 * What a Range header asks for of a representation of `size` bytes (RFC 9110, 14.2): one range; "unsatisfiable"
 * where none of its bytes are there (15.5.17); or everything, which is also the answer to other units, to what
 * cannot be read, and to several ranges at once, as the section allows.
 */
export function requestedRange(
  header: string | null,
  size: number,
): ByteRange | "unsatisfiable" | "everything" {
  const [, from, to] = /^bytes=[ \t,]*(\d*)-(\d*)[ \t,]*$/i.exec(header ?? "") ?? [];
  if (from === undefined || to === undefined || from + to === "") return "everything";
  if (from === "") return lastBytes(Number(to), size);
  const [start, last] = [Number(from), to === "" ? Number.POSITIVE_INFINITY : Number(to)];
  if (last < start) return "everything";
  return start < size ? { start, end: Math.min(last + 1, size) } : "unsatisfiable";
}

/** A suffix-range (14.1.2): longer than the representation it is all of it, of no length it is nothing. */
function lastBytes(count: number, size: number): ByteRange | "unsatisfiable" | "everything" {
  if (count === 0) return "unsatisfiable";
  return size === 0 ? "everything" : { start: Math.max(0, size - count), end: size };
}

/** Content-Range of an answer with part of a representation (RFC 9110, 14.4). */
export function contentRange({ start, end }: ByteRange, size: number): string {
  return `bytes ${start}-${end - 1}/${size}`;
}

/** Content-Range of an answer that says how many bytes there are. */
export function unsatisfiedRange(size: number): string {
  return `bytes */${size}`;
}
