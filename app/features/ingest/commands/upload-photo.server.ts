import { and, eq } from "drizzle-orm";
import { bytesSource } from "../../../codec/byte-source";
import { isCodecError } from "../../../codec/codec-error";
import { HEADER_BYTES, type Probe, probe } from "../../../codec/probe";
import { sniffSource } from "../../../codec/sniff";
import { wayOf } from "../../../codec/ways";
import { planWebp } from "../../../codec/webp-plan";
import { commit } from "../../../events/commit";
import { newId } from "../../../lib/ids";
import { errorFields, log } from "../../../lib/log";
import { ok, type Result, refuse } from "../../../lib/result";
import { safeFilename } from "../../../lib/text";
import type { Studio } from "../../../tenancy/studio";
import { getGallery } from "../../galleries/index.server";
import { checksumming } from "../checksums.server";
import { fittingFilename } from "../fitting-filename";
import { LARGEST_UPLOAD, originalKey, type UploadRefusal } from "../model";
import { isConverted } from "../readable-original.server";
import { photos } from "../schema";

export interface Upload {
  filename: string;
  /** What the sender says it sends, in bytes; checked against what comes. Null when it did not say. */
  length: number | null;
  body: ReadableStream<Uint8Array>;
  /** The photo's id, where it has to be the same each time it is tried: one that is there already is that photo. */
  id?: string | undefined;
}

/**
 * Takes in one original: streams it to object storage while counting and hashing it, and commits the photo
 * together with the wish to have it rendered. Nothing is kept of an upload that breaks on the way; when the
 * commit itself fails the object stays, because the answer may be lost of a commit that went through.
 * Throws `not_found` when there is no such gallery.
 */
export async function uploadPhoto(
  studio: Studio,
  galleryId: string,
  upload: Upload,
): Promise<Result<{ id: string; status: "processing" }, UploadRefusal>> {
  await getGallery(studio, galleryId);
  const { length } = upload;
  if (length === null) return refuse({ reason: "no_length" });
  if (length === 0) return refuse({ reason: "empty" });
  if (length > LARGEST_UPLOAD) return refuse({ reason: "too_large" });

  if (upload.id !== undefined && (await isThere(studio, galleryId, upload.id))) {
    await upload.body.cancel();
    return ok({ id: upload.id, status: "processing" });
  }
  const reader = upload.body.getReader();
  const header = await readHeader(reader);
  const looked = await lookAt(studio, header.bytes, length);
  if (!looked.ok) return abandon(reader, looked.refusal);
  const { contentType, width, height, capturedAt } = looked.value;

  const id = upload.id ?? newId("photo");
  const stored = await store(studio, originalKey(id), { length, contentType }, header, reader);
  if (!stored.ok) return stored;
  await commit(
    studio,
    studio.db
      .insert(photos)
      .values({
        id,
        galleryId,
        filename: safeFilename(fittingFilename(safeFilename(upload.filename), contentType)),
        contentType,
        ...stored.value,
        width,
        height,
        renderingVersion: 1,
        capturedAt: capturedAt && capturedAt.local + (capturedAt.offset ?? ""),
        createdAt: studio.clock.now(),
      })
      .returning({ id: photos.id }),
    {
      event: { name: "photo.render_requested", payload: { photoId: id, version: 1 } },
      audit: { action: "photo.uploaded", subjectId: id, after: { gallery: galleryId, bytes: length } },
    },
  );
  return ok({ id, status: "processing" });
}

/** Whether an upload of this name went through before. */
async function isThere({ db }: Studio, galleryId: string, id: string): Promise<boolean> {
  const row = await db
    .select({ id: photos.id })
    .from(photos)
    .where(and(eq(photos.id, id), eq(photos.galleryId, galleryId)))
    .get();
  return row !== undefined;
}

interface Header {
  bytes: Uint8Array;
  ended: boolean;
}

/** The first bytes of the file: enough to know what it is and how large its picture is. */
async function readHeader(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<Header> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  let ended = false;
  while (size < HEADER_BYTES && !ended) {
    const { done, value } = await reader.read();
    if (done) ended = true;
    else {
      chunks.push(value);
      size += value.byteLength;
    }
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return { bytes, ended };
}

interface Looked extends Pick<Probe, "width" | "height" | "capturedAt"> {
  /** The media type of the original. */
  contentType: string;
}

/** Of other kinds than JPEG the size and the day are known once they have been rendered. */
const TO_BE_PROBED = { width: 0, height: 0, capturedAt: null };

/** What the beginning of a file says of it; a refusal for what could never be shown. */
async function lookAt(
  studio: Studio,
  header: Uint8Array,
  length: number,
): Promise<Result<Looked, UploadRefusal>> {
  const source = bytesSource(header);
  const kind = await sniffSource(source);
  try {
    if (isConverted(studio, kind)) return ok({ contentType: `image/${kind}`, ...TO_BE_PROBED });
    const way = wayOf(kind);
    if (way.by === "preview") return ok({ contentType: `image/x-${way.kind}`, ...TO_BE_PROBED });
    if (way.by === "webp") await planWebp(source, length);
    const probed = way.by === "jpeg" ? await probe(header) : TO_BE_PROBED;
    return ok({ contentType: `image/${way.by}`, ...probed });
  } catch (error) {
    if (isCodecError(error)) return refuse({ reason: "unreadable", failure: error.detail ?? error.failure });
    throw error;
  }
}

async function abandon(reader: ReadableStreamDefaultReader<Uint8Array>, refusal: UploadRefusal) {
  await reader.cancel().catch(() => {});
  return refuse(refusal);
}

/** Writes exactly `length` bytes to storage; fewer or more than announced leave nothing behind. */
async function store(
  studio: Studio,
  key: string,
  { length, contentType }: { length: number; contentType: string },
  header: Header,
  reader: ReadableStreamDefaultReader<Uint8Array>,
) {
  const checks = checksumming();
  const fixed = new FixedLengthStream(length);
  const rest = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(header.bytes);
      if (header.ended) controller.close();
    },
    async pull(controller) {
      const { done, value } = await reader.read();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: (reason) => reader.cancel(reason),
  });
  const piped = rest.pipeThrough(checks.through).pipeTo(fixed.writable);
  const [flow, put] = await Promise.allSettled([piped, studio.objects.put(key, fixed.readable, contentType)]);
  if (flow.status === "fulfilled" && put.status === "fulfilled") return ok(await checks.result());
  await studio.objects.delete([key]);
  const error = flow.status === "rejected" ? flow.reason : (put as PromiseRejectedResult).reason;
  if (error instanceof TypeError) return refuse<UploadRefusal>({ reason: "length_mismatch" });
  log("error", "an original could not be stored", { studioId: studio.tenant.id, ...errorFields(error) });
  throw error;
}
