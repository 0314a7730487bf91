import { type ByteRange, contentRange, requestedRange, unsatisfiedRange } from "../../http/byte-range";
import { mayAnswerRange, toHttpDate, type Validators, weighPreconditions } from "../../http/preconditions";
import type { Instant } from "../../lib/time";
import { attachment } from "./content-disposition";

/** A file to be saved by whoever asks for it, whose bytes can be had from anywhere on. */
export interface ServedFile extends Validators {
  filename: string;
  contentType: string;
  /** Bytes. */
  size: number;
  /** Throws when a range cannot be read, before any of it has been sent. */
  check(range: ByteRange): Promise<void>;
  stream(range: ByteRange): ReadableStream<Uint8Array>;
}

/**
 * What somebody has a right to is kept by nobody on the way, nor changed there: a proxy that compressed it would take
 * its length and its tag from it.
 */
const CACHE_CONTROL = "private, no-store, no-transform";

export interface Serving {
  now: Instant;
  /** Asked when bytes are about to be sent, once they are known to be there; an answer it gives goes in their place. */
  admit?: () => Promise<Response | null>;
}

/** Answers a GET or HEAD for a file: all of it, the range asked for, or why not (RFC 9110, 13 to 15). */
export async function serveFile(
  request: Request,
  file: ServedFile,
  { now, admit }: Serving,
): Promise<Response> {
  const { headers } = request;
  const validators = {
    ETag: file.etag,
    ...(file.lastModified === null ? {} : { "Last-Modified": toHttpDate(file.lastModified) }),
    "Cache-Control": CACHE_CONTROL,
  };
  const verdict = weighPreconditions(headers, file);
  if (verdict === "failed") return new Response(null, { status: 412, headers: validators });
  if (verdict === "not_modified") return new Response(null, { status: 304, headers: validators });

  const everything = { start: 0, end: file.size };
  const asked =
    request.method === "GET" && mayAnswerRange(headers, file, now)
      ? requestedRange(headers.get("range"), file.size)
      : "everything";
  if (asked === "unsatisfiable") {
    const unsatisfied = { "Content-Range": unsatisfiedRange(file.size), "Accept-Ranges": "bytes" };
    return new Response(null, { status: 416, headers: { ...validators, ...unsatisfied } });
  }
  const range = asked === "everything" ? everything : asked;
  await file.check(range);
  const instead = request.method === "HEAD" ? null : await admit?.();
  if (instead) return instead;
  return new Response(request.method === "HEAD" ? null : file.stream(range), {
    status: asked === "everything" ? 200 : 206,
    headers: {
      ...validators,
      ...(asked === "everything" ? {} : { "Content-Range": contentRange(range, file.size) }),
      "Content-Type": file.contentType,
      "Content-Length": String(range.end - range.start),
      "Accept-Ranges": "bytes",
      "Content-Disposition": attachment(file.filename),
    },
  });
}
