import { setTimeout as sleep } from "node:timers/promises";
import type { StoredObject } from "../../adapters/objects/studio-objects";
import { errorFields, log } from "../../lib/log";
import type { Studio } from "../../tenancy/studio";
import type { ArchivePiece } from "./archive-plan";
import { copyBytes } from "./copy-bytes.server";
import { type FilePiece, openedAhead, openFile } from "./opened-ahead.server";

/** How often a file is opened anew where storage failed. */
const MOST_RETRIES = 4;
const FIRST_WAIT_MS = 50;

/** Storage failed, and went on failing. Anything else that ends a stream early is its reader's leaving. */
class StorageFailed extends Error {}

/**
 * Streams `length` bytes in pieces from storage, each file read when its turn comes, so that memory stays flat. A read
 * that fails is taken up again where it broke off; if that does not help the stream breaks, and never ends as if it
 * were whole. Of a stream that nobody reads to its end nothing stays open.
 */
export function archiveStream(
  studio: Studio,
  pieces: Iterable<ArchivePiece>,
  length: number,
): ReadableStream<Uint8Array> {
  const { readable, writable } = new FixedLengthStream(length);
  void pour(studio, pieces, writable.getWriter()).catch((error) => {
    const [level, what] =
      error instanceof StorageFailed
        ? (["error", "a download broke because storage failed"] as const)
        : (["info", "a download was left before its end"] as const);
    log(level, what, { studioId: studio.tenant.id, ...errorFields(error) });
  });
  return readable;
}

type Writer = WritableStreamDefaultWriter<Uint8Array>;

async function pour(studio: Studio, pieces: Iterable<ArchivePiece>, writer: Writer): Promise<void> {
  writer.closed.catch(() => {});
  try {
    for (const piece of openedAhead(studio.objects, pieces)) {
      if ("bytes" in piece) await writer.write(piece.bytes);
      else await pourFile(studio, piece.file, piece.object, writer);
    }
    await writer.close();
  } catch (error) {
    await writer.abort(error).catch(() => {});
    throw error;
  }
}

async function pourFile(
  studio: Studio,
  file: FilePiece,
  firstOpening: Promise<StoredObject | null>,
  writer: Writer,
): Promise<void> {
  let opening = firstOpening;
  let sent = 0;
  for (let retries = 0; ; retries++) {
    const { copied, failure } = await pourOnce(opening, file, file.length - sent, writer);
    sent += copied;
    if (sent === file.length) return;
    if (retries === MOST_RETRIES) throw new StorageFailed("a file could not be read", { cause: failure });
    log("warn", "a file is read again where it broke off", {
      studioId: studio.tenant.id,
      key: file.entry.key,
      ...errorFields(failure),
    });
    await sleep(FIRST_WAIT_MS * 2 ** retries);
    opening = openFile(studio.objects, file, sent);
  }
}

/** Copies what comes of a file, and says how far that was. Throws what the writer throws. */
async function pourOnce(
  opening: Promise<StoredObject | null>,
  { entry }: FilePiece,
  length: number,
  writer: Writer,
): Promise<{ copied: number; failure?: unknown }> {
  const [result] = await Promise.allSettled([opening]);
  if (result.status === "rejected") return { copied: 0, failure: result.reason };
  const object = result.value;
  if (object?.size === entry.size) return copyBytes(object.body, length, writer);
  await object?.body.cancel().catch(() => {});
  throw new StorageFailed("a file is missing or has another length");
}
