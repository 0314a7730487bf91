import fc from "fast-check";
import { gzipSync } from "fflate";
import { expect, test } from "vitest";
import { cloudflareImages } from "../../../adapters/pictures/cloudflare-images";
import { outbox } from "../../../events/schema";
import { hex } from "../../../lib/tokens";
import type { Studio } from "../../../tenancy/studio";
import { createTestStudio, env, workOff } from "../../../test/create-test-studio";
import { expectErrorLog } from "../../../test/error-log";
import { aGallery } from "../../galleries/testing";
import { LARGEST_UPLOAD, originalKey } from "../model";
import { photos } from "../schema";
import { RED_PNG } from "../testing/red-png";
import { tinyJpeg } from "../testing/tiny-jpeg";
import { turnedJpeg } from "../testing/turned-jpeg";
import { renderPhoto } from "./render-photo.server";
import { uploadPhoto } from "./upload-photo.server";

/** Sends bytes in chunks of the given sizes, the last of them again and again. */
function inChunks(bytes: Uint8Array, sizes: number[]): ReadableStream<Uint8Array> {
  let at = 0;
  let turn = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      const size = sizes[Math.min(turn++, sizes.length - 1)] ?? bytes.length;
      controller.enqueue(bytes.slice(at, at + size));
      at += size;
    },
  });
}

interface Sent {
  bytes: Uint8Array;
  length?: number | null;
  filename?: string;
  chunks?: number[];
}

/** Cloudflare Images as the local runtime stands in for it. */
const { LOCAL_IMAGES } = env as unknown as { LOCAL_IMAGES: ImagesBinding };

/** The small photo as a file of another kind. */
async function made(format: "image/webp" | "image/avif"): Promise<Uint8Array> {
  const body = inChunks(tinyJpeg(), [tinyJpeg().length]);
  const response = (await LOCAL_IMAGES.input(body).output({ format })).response();
  return new Uint8Array(await response.arrayBuffer());
}

function upload(studio: Studio, galleryId: string, { bytes, chunks = [bytes.length], ...sent }: Sent) {
  return uploadPhoto(studio, galleryId, {
    filename: sent.filename ?? "DSC_0001.jpg",
    length: sent.length === undefined ? bytes.length : sent.length,
    body: inChunks(bytes, chunks),
  });
}

/** The reason of a refusal, and everything the upload left behind. */
async function refusalOf(studio: Studio, galleryId: string, sent: Sent) {
  const uploaded = await upload(studio, galleryId, sent);
  return { reason: uploaded.ok ? null : uploaded.refusal.reason, left: await leftBehind(studio) };
}

async function leftBehind(studio: Studio) {
  const { objects } = await env.PHOTOS.list({ prefix: `s/${studio.tenant.id}/` });
  return {
    objects: objects.length,
    photos: await studio.db.$count(photos),
    events: await studio.db.$count(outbox),
  };
}

const NOTHING = { objects: 0, photos: 0, events: 0 };

/** CRC-32 by another library: it stands in a gzip trailer. */
function crc32(bytes: Uint8Array): number {
  const gzipped = gzipSync(bytes, { level: 0 });
  return new DataView(gzipped.buffer, gzipped.byteOffset).getUint32(gzipped.length - 8, true);
}

async function sha256(bytes: Uint8Array): Promise<string> {
  return hex(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes as Uint8Array<ArrayBuffer>)));
}

/** A real JPEG with so many bytes behind its end, which decoders ignore. */
function padded(extra: number): Uint8Array {
  const picture = tinyJpeg();
  const bytes = new Uint8Array(picture.length + extra);
  bytes.set(picture);
  for (let i = picture.length; i < bytes.length; i++) bytes[i] = (i * 2654435761) >>> 24;
  return bytes;
}

test("an upload is kept byte for byte, with what is known of it", async () => {
  const { studio } = await createTestStudio();
  const gallery = await aGallery(studio);
  const bytes = tinyJpeg();
  const uploaded = await upload(studio, gallery.id, { bytes, filename: "../Anna & Ben/DSC_0001.JPG" });
  if (!uploaded.ok) throw new Error("it was refused");
  const { id, status } = uploaded.value;
  expect(status).toBe("processing");
  expect(await studio.db.select().from(photos).get()).toMatchObject({
    id,
    galleryId: gallery.id,
    filename: "DSC_0001.JPG",
    status: "processing",
    failure: null,
    contentType: "image/jpeg",
    size: bytes.length,
    sha256: await sha256(bytes),
    crc32: crc32(bytes),
    width: 64,
    height: 48,
    capturedAt: "2026-06-13T15:20:01+02:00",
    version: 1,
    renderingVersion: 1,
    createdAt: expect.any(Number),
  });
  const original = await studio.objects.get(originalKey(id));
  expect(new Uint8Array(await new Response(original?.body).arrayBuffer())).toEqual(bytes);
});

test("size, SHA-256 and CRC-32 are those of the bytes, however they are cut up on the way", async () => {
  const { studio } = await createTestStudio();
  const gallery = await aGallery(studio);
  const chunks = fc.array(fc.integer({ min: 1, max: 300_000 }), { minLength: 1, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 900_000 }), chunks, async (extra, sizes) => {
      const bytes = padded(extra);
      const atLeast = Math.ceil(bytes.length / 200);
      const uploaded = await upload(studio, gallery.id, { bytes, chunks: [...sizes, atLeast] });
      const row = (await studio.db.select().from(photos)).find(
        (photo) => uploaded.ok && photo.id === uploaded.value.id,
      );
      expect(row).toMatchObject({ size: bytes.length, crc32: crc32(bytes), sha256: await sha256(bytes) });
    }),
    { numRuns: 15 },
  );
});

test("a file that comes byte by byte is the same file", async () => {
  const { studio } = await createTestStudio();
  const gallery = await aGallery(studio);
  const bytes = tinyJpeg();
  await upload(studio, gallery.id, { bytes, chunks: [1] });
  expect(await studio.db.select().from(photos).get()).toMatchObject({ crc32: crc32(bytes), width: 64 });
});

test("pixels are kept as they are seen, orientation applied", async () => {
  const { studio } = await createTestStudio();
  await upload(studio, (await aGallery(studio)).id, { bytes: turnedJpeg() });
  expect(await studio.db.select().from(photos).get()).toMatchObject({ width: 1408, height: 2112 });
});

test("the photo and the wish to have it rendered are one commit, sent on at once", async () => {
  const { studio } = await createTestStudio();
  let commits = 0;
  const watched = { ...studio, afterCommit: () => void commits++ };
  const uploaded = await upload(watched, (await aGallery(studio)).id, { bytes: tinyJpeg() });
  const events = await studio.db.select().from(outbox);
  expect(events.map(({ name, payload, relayedAt }) => ({ name, payload, relayedAt }))).toEqual([
    {
      name: "photo.render_requested",
      payload: JSON.stringify({ photoId: uploaded.ok ? uploaded.value.id : "", version: 1 }),
      relayedAt: null,
    },
  ]);
  expect(commits).toBe(1);
});

test("an upload that says no length, none at all, or too much is refused before it is read", async () => {
  const { studio } = await createTestStudio();
  const { id } = await aGallery(studio);
  const bytes = tinyJpeg();
  expect(await refusalOf(studio, id, { bytes, length: null })).toEqual({
    reason: "no_length",
    left: NOTHING,
  });
  expect(await refusalOf(studio, id, { bytes, length: 0 })).toEqual({ reason: "empty", left: NOTHING });
  const tooLarge = await refusalOf(studio, id, { bytes, length: LARGEST_UPLOAD + 1 });
  expect(tooLarge).toEqual({ reason: "too_large", left: NOTHING });
});

test("bytes are counted: fewer or more than announced leave nothing behind", async () => {
  const { studio } = await createTestStudio();
  const { id } = await aGallery(studio);
  for (const bytes of [tinyJpeg(), padded(600_000)]) {
    for (const length of [bytes.length - 1, bytes.length + 1, 1, LARGEST_UPLOAD]) {
      const refused = await refusalOf(studio, id, { bytes, length, chunks: [50_000] });
      expect(refused, `${length} of ${bytes.length}`).toEqual({ reason: "length_mismatch", left: NOTHING });
    }
  }
});

test("an upload whose connection breaks leaves nothing behind", async () => {
  const { studio } = await createTestStudio();
  const { id } = await aGallery(studio);
  const bytes = padded(600_000);
  let at = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (at > 400_000) throw new Error("the network connection was lost");
      controller.enqueue(bytes.slice(at, at + 50_000));
      at += 50_000;
    },
  });
  const sent = { filename: "DSC.jpg", length: bytes.length, body };
  await expect(uploadPhoto(studio, id, sent)).rejects.toThrow("the network connection was lost");
  expect(await leftBehind(studio)).toEqual(NOTHING);
  expectErrorLog(/an original could not be stored/);
});

test("what storage has kept of an upload that broke is taken away again", async () => {
  const { studio } = await createTestStudio();
  const { id } = await aGallery(studio);
  const bytes = tinyJpeg();
  const keeping: Studio["objects"] = {
    ...studio.objects,
    async put(key, body, contentType) {
      await studio.objects.put(key, bytes, contentType);
      await new Response(body as ReadableStream<Uint8Array>).arrayBuffer();
    },
  };
  const refused = await refusalOf({ ...studio, objects: keeping }, id, { bytes, length: bytes.length + 1 });
  expect(refused).toEqual({ reason: "length_mismatch", left: NOTHING });
});

test("what cannot be shown is refused by its first bytes, whatever its name", async () => {
  const { studio } = await createTestStudio();
  const { id } = await aGallery(studio);
  const text = (content: string) => new TextEncoder().encode(content.padEnd(64));
  const arithmetic = Uint8Array.from([0xff, 0xd8, 0xff, 0xc9, 0, 11, 8, 0, 9, 0, 9, 1, 1, 0x11, 0]);
  const files = [
    { failure: "gif", bytes: text("GIF89a") },
    { failure: "heic", bytes: text("\0\0\0\x18ftypheic") },
    { failure: "avif", bytes: text("\0\0\0\x18ftypavif") },
    { failure: "video", bytes: text("\0\0\0\x18ftypqt  ") },
    { failure: "damaged", bytes: text("RIFF\0\0\0\0WEBPVP8 ") },
    { failure: "animated", bytes: text("RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\x02") },
    { failure: "arithmetic_coding", bytes: arithmetic },
    { failure: "unknown_kind", bytes: text("<script>alert(1)</script>") },
    {
      failure: "unknown_kind",
      bytes: text(`<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>`),
    },
    { failure: "unknown_kind", bytes: text("PK\x03\x04") },
    { failure: "unknown_kind", bytes: tinyJpeg().slice(0, 5) },
  ];
  for (const { failure, bytes } of files) {
    const uploaded = await upload(studio, id, { bytes, filename: "DSC_0001.jpg" });
    expect(uploaded).toEqual({ ok: false, refusal: { reason: "unreadable", failure } });
  }
  expect(await leftBehind(studio)).toEqual(NOTHING);
});

test("a file's name ends in what the file is, whatever it was called", async () => {
  const { studio } = await createTestStudio();
  const { id } = await aGallery(studio);
  const named: [Uint8Array, string, string][] = [
    [tinyJpeg(), "mountain.exe", "mountain.exe.jpg"],
    [tinyJpeg(), "page.jpg.html", "page.jpg.html.jpg"],
    [tinyJpeg(), "mountain", "mountain.jpg"],
    [tinyJpeg(), "DSC_0001.JPEG", "DSC_0001.JPEG"],
    [RED_PNG, "logo.jpg", "logo.jpg.png"],
  ];
  for (const [bytes, filename] of named) await upload(studio, id, { bytes, filename });
  const kept = await studio.db.select({ filename: photos.filename }).from(photos).orderBy(photos.id);
  expect(kept.map((each) => each.filename)).toEqual(named.map(([, , name]) => name));
});

test("a JPEG that breaks off before its picture begins is refused", async () => {
  const { studio } = await createTestStudio();
  const { id } = await aGallery(studio);
  const uploaded = await upload(studio, id, { bytes: tinyJpeg().slice(0, 200) });
  expect(uploaded).toEqual({ ok: false, refusal: { reason: "unreadable", failure: "damaged" } });
  expect(await leftBehind(studio)).toEqual(NOTHING);
});

test("an upload to a gallery that does not exist is not even read", async () => {
  const { studio } = await createTestStudio();
  const body = new ReadableStream<Uint8Array>(
    { pull: () => Promise.reject(new Error("it was read")) },
    { highWaterMark: 0 },
  );
  const sent = { filename: "DSC.jpg", length: 10, body };
  await expect(uploadPhoto(studio, "gal_none", sent)).rejects.toMatchObject({ type: "not_found" });
  expect(await leftBehind(studio)).toEqual(NOTHING);
});

test("a PNG is taken, and its size is known once it has been rendered", async () => {
  const { studio } = await createTestStudio();
  const { id } = await aGallery(studio);
  const uploaded = await upload(studio, id, { bytes: RED_PNG, filename: "logo.png" });
  expect(uploaded.ok).toBe(true);
  const row = () => studio.db.select().from(photos).get();
  expect(await row()).toMatchObject({ contentType: "image/png", status: "processing", width: 0 });
  await workOff(studio);
  expect(await row()).toMatchObject({ status: "ready", width: 1, height: 1, decoder: "codec" });
});

test("a WebP is taken and rendered", async () => {
  const { studio } = await createTestStudio();
  const { id } = await aGallery(studio);
  const uploaded = await upload(studio, id, { bytes: await made("image/webp"), filename: "anna.webp" });
  expect(uploaded.ok).toBe(true);
  await workOff(studio);
  expect(await studio.db.select().from(photos).get()).toMatchObject({
    contentType: "image/webp",
    status: "ready",
    width: 64,
    height: 48,
    decoder: "codec",
  });
});

test("a WebP whose pixels would take more memory than there is is refused from its header", async () => {
  const { studio } = await createTestStudio();
  const { id } = await aGallery(studio);
  const header = new Uint8Array(64);
  header.set(new TextEncoder().encode("RIFF\0\0\0\0WEBPVP8L"));
  header.set([0x2f, 0xff, 0xff, 0xff, 0x0f], 20);
  const uploaded = await upload(studio, id, { bytes: header });
  const refusal = { reason: "unreadable", failure: "too_many_pixels" };
  expect(uploaded).toEqual({ ok: false, refusal });
});

test("where pictures can be converted, an AVIF is taken, kept as it is and shown by way of a JPEG", async () => {
  const { studio } = await createTestStudio();
  const { id } = await aGallery(studio);
  const converting = { ...studio, converter: cloudflareImages(LOCAL_IMAGES) };
  const bytes = await made("image/avif");
  const uploaded = await upload(converting, id, { bytes, filename: "anna.avif" });
  if (!uploaded.ok) throw new Error("it was refused");
  await renderPhoto(converting, { photoId: uploaded.value.id, version: 1 });
  const row = await studio.db.select().from(photos).get();
  expect(row).toMatchObject({ contentType: "image/avif", status: "ready", width: 64, height: 48 });
  expect(row?.sha256).toBe(await sha256(bytes));
});

test("what the converter cannot read fails as damaged", async () => {
  const { studio } = await createTestStudio();
  const { id } = await aGallery(studio);
  const converting = { ...studio, converter: cloudflareImages(LOCAL_IMAGES) };
  const bytes = new TextEncoder().encode("\0\0\0\x18ftypheic".padEnd(64));
  const uploaded = await upload(converting, id, { bytes, filename: "anna.heic" });
  if (!uploaded.ok) throw new Error("it was refused");
  await renderPhoto(converting, { photoId: uploaded.value.id, version: 1 });
  expect(await studio.db.select().from(photos).get()).toMatchObject({ status: "failed", failure: "damaged" });
});

test("a photo that turns out unreadable when it is rendered keeps exactly why", async () => {
  const { studio } = await createTestStudio();
  const { id } = await aGallery(studio);
  const bytes = new TextEncoder().encode("FUJIFILMCCD-RAW ".padEnd(200, "\0"));
  const uploaded = await upload(studio, id, { bytes, filename: "anna.raf" });
  expect(uploaded.ok).toBe(true);
  await workOff(studio);
  const row = await studio.db.select().from(photos).get();
  expect(row).toMatchObject({ status: "failed", failure: "no_preview" });
});
