import { AppError } from "../../lib/app-error";
import { log } from "../../lib/log";
import type { Instant } from "../../lib/time";
import type { Studio } from "../../tenancy/studio";
import { archiveEtag } from "./archive-etag";
import { type ArchiveEntry, archivePlan } from "./archive-plan";
import { archiveStream } from "./archive-stream.server";
import { downloadWords } from "./messages/words";
import { missingFiles } from "./missing-files.server";
import type { ServedFile } from "./serve-file.server";

/** An archive, to be served. It has no moment of its last change: taking a photo out of it leaves none. */
export async function servedArchive(
  studio: Studio,
  entries: readonly ArchiveEntry[],
  filename: string,
): Promise<ServedFile> {
  const plan = archivePlan(entries);
  return {
    filename,
    contentType: "application/zip",
    size: plan.size,
    etag: await archiveEtag(entries),
    lastModified: null,
    check: (range) => checkStored(studio, plan.entriesIn(range)),
    stream: (range) => archiveStream(studio, plan.pieces(range), range.end - range.start),
  };
}

/** One file of an archive by itself; `storedAt` is when it became what it is, where that is known. */
export function servedEntry(
  studio: Studio,
  entry: ArchiveEntry,
  { contentType, storedAt }: { contentType: string; storedAt: Instant | null },
): ServedFile {
  const piece = (start: number, end: number) => ({ entry, offset: start, length: end - start });
  return {
    filename: entry.name.split("/").at(-1) ?? entry.name,
    contentType,
    size: entry.size,
    etag: `"${entry.key}.${entry.crc32.toString(16)}"`,
    lastModified: storedAt,
    check: () => checkStored(studio, [entry]),
    stream: ({ start, end }) => archiveStream(studio, [piece(start, end)], end - start),
  };
}

/** Throws `unavailable`, naming them, when files are not in storage as they are to be; the operator is told. */
async function checkStored(studio: Studio, entries: readonly ArchiveEntry[]): Promise<void> {
  const missing = await missingFiles(studio.objects, entries);
  if (missing.length === 0) return;
  log("error", "files of a download are not in storage", {
    studioId: studio.tenant.id,
    missing: missing.length,
    key: missing[0]?.key,
  });
  await studio.raiseAlert(
    `files_missing:${studio.tenant.id}`,
    `${missing.length} files that a client of ${studio.tenant.slug} asked for are not in object storage, the first at ${missing[0]?.key}.`,
  );
  throw new AppError(
    "unavailable",
    downloadWords(studio.tenant.locale).missing(missing.map(({ name }) => name)),
  );
}
