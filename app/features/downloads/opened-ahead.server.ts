import type { StoredObject, StudioObjects } from "../../adapters/objects/studio-objects";
import type { ArchivePiece } from "./archive-plan";

export type FilePiece = Extract<ArchivePiece, { length: number }>;

/** Bytes as they are, or part of a file on its way from storage. */
export type OpenedPiece = { bytes: Uint8Array } | { file: FilePiece; object: Promise<StoredObject | null> };

/** Most files opened before their turn. With the one being sent these are as many connections as a Worker opens at once. */
const FILES_AHEAD = 5;

/** No further file is opened while those ahead hold so many bytes: large ones give time enough. */
const BYTES_AHEAD = 8 * 1024 * 1024;

/** Most pieces looked ahead at, where few of them are files. */
const PIECES_AHEAD = 16;

/**
 * The pieces of an archive, the next files opened while one is used, so that storage never has to be waited for. Whoever
 * stops before the end has what was opened closed unread.
 */
export function* openedAhead(objects: StudioObjects, pieces: Iterable<ArchivePiece>): Generator<OpenedPiece> {
  const ahead: OpenedPiece[] = [];
  const source = pieces[Symbol.iterator]();
  const take = () => {
    const next = source.next();
    return next.done ? undefined : opened(objects, next.value);
  };
  try {
    for (let piece = take(); piece; piece = ahead.shift() ?? take()) {
      while (mayOpenMore(ahead)) {
        const next = take();
        if (!next) break;
        ahead.push(next);
      }
      yield piece;
    }
  } finally {
    for (const piece of ahead) if ("object" in piece) void closeUnread(piece.object);
  }
}

function mayOpenMore(ahead: readonly OpenedPiece[]): boolean {
  const files = ahead.filter((piece) => "file" in piece);
  const bytes = files.reduce((sum, { file }) => sum + file.length, 0);
  return ahead.length < PIECES_AHEAD && files.length < FILES_AHEAD && bytes < BYTES_AHEAD;
}

function opened(objects: StudioObjects, piece: ArchivePiece): OpenedPiece {
  if ("bytes" in piece) return piece;
  const object = openFile(objects, piece);
  // Heard when its turn comes; until then a failure is nobody's.
  object.catch(() => {});
  return { file: piece, object };
}

/** Opens a part of a file from `skipped` bytes behind its beginning on. */
export function openFile(
  objects: StudioObjects,
  { entry, offset, length }: FilePiece,
  skipped = 0,
): Promise<StoredObject | null> {
  const from = offset + skipped;
  const isWhole = from === 0 && length === entry.size;
  return objects.get(entry.key, isWhole ? undefined : { offset: from, length: length - skipped });
}

async function closeUnread(opening: Promise<StoredObject | null>): Promise<void> {
  const object = await opening.catch(() => null);
  await object?.body.cancel().catch(() => {});
}
