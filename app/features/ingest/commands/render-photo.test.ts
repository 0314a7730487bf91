import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { bytesSource } from "../../../codec/byte-source";
import { withPhoton } from "../../../codec/photon";
import type { Pixels } from "../../../codec/pixels";
import { render } from "../../../codec/render";
import { consume } from "../../../jobs/consume";
import { retryDeadJob } from "../../../jobs/dead-jobs";
import { runJob } from "../../../jobs/run-job";
import { jobs } from "../../../jobs/schema";
import { withKeptQueues } from "../../../jobs/testing";
import { MINUTE } from "../../../lib/time";
import type { Studio } from "../../../tenancy/studio";
import {
  createTestStudio,
  deliver,
  env,
  messageBatch,
  setClock,
  workOff,
} from "../../../test/create-test-studio";
import { expectErrorLog } from "../../../test/error-log";
import { jobsConsumer } from "../../../wiring/jobs";
import { subscriptions } from "../../../wiring/subscribers";
import { thumbnailsConsumer } from "../../../wiring/thumbnails";
import { aGallery } from "../../galleries/testing";
import { originalKey, type RenditionName, renditionKey, renditionSizes } from "../model";
import { photos, renditions } from "../schema";
import { aPhoto } from "../testing";
import { tinyJpeg } from "../testing/tiny-jpeg";
import { turnedJpeg } from "../testing/turned-jpeg";
import { renderPhoto } from "./render-photo.server";
import { retryPhoto } from "./retry-photo.server";

const context = { waitUntil: () => {} } as unknown as ExecutionContext;

async function photoRow(studio: Studio, id: string) {
  const row = await studio.db.select().from(photos).where(eq(photos.id, id)).get();
  if (!row) throw new Error("there is no such photo");
  return row;
}

async function renditionBytes(studio: Studio, id: string, name: RenditionName) {
  const object = await studio.objects.get(renditionKey(await photoRow(studio, id), name));
  if (!object) throw new Error(`there is no ${name}`);
  return new Uint8Array(await new Response(object.body).arrayBuffer());
}

function pixelsOf(jpeg: Uint8Array): Pixels {
  return withPhoton((photon) => {
    const picture = photon.decode(jpeg);
    const pixels = picture.pixels();
    picture.free();
    return pixels;
  });
}

/** The mean red, green and blue of a quarter of a picture: 0 and 1 above, 2 and 3 below. */
function meanOfQuarter({ width, height, data }: Pixels, quarter: 0 | 1 | 2 | 3): number[] {
  const sums = [0, 0, 0];
  const [left, top] = [quarter % 2 ? Math.ceil(width / 2) : 0, quarter > 1 ? Math.ceil(height / 2) : 0];
  const [columns, rows] = [Math.floor(width / 2), Math.floor(height / 2)];
  for (let y = top; y < top + rows; y++) {
    for (let x = left; x < left + columns; x++) {
      for (let c = 0; c < 3; c++) sums[c] = (sums[c] ?? 0) + (data[(y * width + x) * 4 + c] ?? 0);
    }
  }
  return sums.map((sum) => sum / (rows * columns));
}

/** The share of pixels that clearly differ between two pictures of one size. */
function shareThatDiffers(one: Pixels, other: Pixels): number {
  expect([one.width, one.height]).toEqual([other.width, other.height]);
  let differing = 0;
  for (let at = 0; at < one.data.length; at += 4) {
    if (Math.abs((one.data[at] ?? 0) - (other.data[at] ?? 0)) > 12) differing++;
  }
  return differing / (one.data.length / 4);
}

/** A JPEG whose header is sound and whose picture is not: it is taken in, and cannot be decoded. */
function poisonedJpeg(): Uint8Array {
  const bytes = tinyJpeg();
  const scan = bytes.findIndex((byte, at) => byte === 0xff && bytes[at + 1] === 0xda);
  return bytes.slice(0, scan);
}

async function objectVersions(studio: Studio): Promise<string[]> {
  const { objects } = await env.PHOTOS.list({ prefix: `s/${studio.tenant.id}/` });
  return objects.map((object) => `${object.key} ${object.version}`).toSorted();
}

test("three upright renditions of the right size are stored, and the photo is ready", async () => {
  const { studio } = await createTestStudio();
  const gallery = await aGallery(studio);
  const { id } = await aPhoto(studio, gallery.id, { bytes: turnedJpeg(), ready: false });
  await workOff(studio);
  expect(await photoRow(studio, id)).toMatchObject({ status: "ready", failure: null, version: 1 });
  const expected = { thumb: [267, 400], grid: [683, 1024], preview: [1365, 2048] };
  for (const { name } of renditionSizes) {
    const bytes = await renditionBytes(studio, id, name);
    const pixels = pixelsOf(bytes);
    expect([pixels.width, pixels.height], name).toEqual(expected[name]);
    const [red = [], green = [], blue = [], grey = []] = ([0, 1, 2, 3] as const).map((quarter) =>
      meanOfQuarter(pixels, quarter),
    );
    expect(Math.max(...red), name).toBe(red[0]);
    expect(Math.max(...green), name).toBe(green[1]);
    expect(Math.max(...blue), name).toBe(blue[2]);
    expect(Math.max(...grey) - Math.min(...grey), name).toBeLessThan(8);
    const row = await studio.db.select().from(renditions).where(eq(renditions.name, name)).get();
    const [width, height] = expected[name];
    expect(row).toMatchObject({ photoId: id, version: 1, width, height, size: bytes.length });
    const stored = await env.PHOTOS.head(
      `s/${studio.tenant.id}/${renditionKey(await photoRow(studio, id), name)}`,
    );
    expect(stored?.httpMetadata?.contentType).toBe("image/jpeg");
  }
});

test("each rendition shows the watermark without hiding the picture, and says nothing of the camera", async () => {
  const { studio } = await createTestStudio();
  const gallery = await aGallery(studio);
  const { id } = await aPhoto(studio, gallery.id, { bytes: turnedJpeg(), ready: false });
  await workOff(studio);
  const { renditions: clean } = await render(bytesSource(turnedJpeg()), {
    outputs: renditionSizes.map((size) => ({ ...size, webp: null, watermark: null })),
  });
  for (const { name, bytes } of clean) {
    const stored = await renditionBytes(studio, id, name as RenditionName);
    const share = shareThatDiffers(pixelsOf(stored), pixelsOf(bytes));
    expect(share, name).toBeGreaterThan(0.02);
    expect(share, name).toBeLessThan(0.5);
    expect(new TextDecoder("latin1").decode(stored), name).not.toContain("Exif");
  }
});

test("a photo smaller than a rendition is not enlarged", async () => {
  const { studio } = await createTestStudio();
  const { id } = await aPhoto(studio, (await aGallery(studio)).id, { ready: false });
  await workOff(studio);
  for (const { name } of renditionSizes) {
    const { width, height } = pixelsOf(await renditionBytes(studio, id, name));
    expect([width, height]).toEqual([64, 48]);
  }
});

test("a message that comes again, or many times at once, changes nothing", async () => {
  const { studio } = await createTestStudio();
  const { id } = await aPhoto(studio, (await aGallery(studio)).id, { ready: false });
  await workOff(studio);
  const [row, rows, objects] = [
    await photoRow(studio, id),
    await studio.db.select().from(renditions),
    await objectVersions(studio),
  ];
  const [job] = await studio.db.select().from(jobs);
  await deliver(studio, job?.id ?? "", "render-photo", 5);
  await renderPhoto(studio, { photoId: id, version: 1 });
  expect(await photoRow(studio, id)).toEqual(row);
  expect(await studio.db.select().from(renditions)).toEqual(rows);
  expect(await objectVersions(studio)).toEqual(objects);
});

test("renders of one photo at the same time come to the same end", async () => {
  const { studio } = await createTestStudio();
  const { id } = await aPhoto(studio, (await aGallery(studio)).id, { ready: false });
  await Promise.all([1, 2, 3, 4].map(() => renderPhoto(studio, { photoId: id, version: 1 })));
  expect(await photoRow(studio, id)).toMatchObject({ status: "ready" });
  expect(await studio.db.$count(renditions)).toBe(7);
  expect(await objectVersions(studio)).toHaveLength(8);
});

test("a photo that cannot be decoded ends as failed with its reason, without being tried again", async () => {
  const { studio } = await createTestStudio();
  const { id } = await aPhoto(studio, (await aGallery(studio)).id, { bytes: poisonedJpeg(), ready: false });
  await workOff(studio);
  expect(await photoRow(studio, id)).toMatchObject({ status: "failed", failure: "damaged" });
  expect(await studio.db.select().from(jobs)).toMatchObject([{ state: "done", attempts: 1 }]);
  expect(await objectVersions(studio)).toHaveLength(1);
});

test("a photo whose original is missing fails with that reason, and is ready when it is retried with it", async () => {
  const { studio } = await createTestStudio();
  const gallery = await aGallery(studio);
  const { id, bytes } = await aPhoto(studio, gallery.id, { ready: false });
  await studio.objects.delete([originalKey(id)]);
  await workOff(studio);
  expect(await photoRow(studio, id)).toMatchObject({ status: "failed", failure: "original_missing" });
  await studio.objects.put(originalKey(id), bytes, "image/jpeg");
  await retryPhoto(studio, gallery.id, id);
  expect(await photoRow(studio, id)).toMatchObject({ status: "processing", failure: null, version: 2 });
  await workOff(studio);
  expect(await photoRow(studio, id)).toMatchObject({ status: "ready", version: 2 });
  expect((await renditionBytes(studio, id, "grid")).length).toBeGreaterThan(0);
});

test("a late message about a version that has been replaced changes nothing", async () => {
  const { studio } = await createTestStudio();
  const gallery = await aGallery(studio);
  const { id } = await aPhoto(studio, gallery.id, { bytes: poisonedJpeg(), ready: false });
  await workOff(studio);
  await retryPhoto(studio, gallery.id, id);
  await renderPhoto(studio, { photoId: id, version: 1 });
  expect(await photoRow(studio, id)).toMatchObject({ status: "processing", version: 2 });
});

test("only a photo that has failed can be retried, and once at a time", async () => {
  const { studio } = await createTestStudio();
  const [gallery, other] = [await aGallery(studio), await aGallery(studio)];
  const ready = await aPhoto(studio, gallery.id);
  await expect(retryPhoto(studio, gallery.id, ready.id)).rejects.toMatchObject({ type: "conflict" });
  const { id } = await aPhoto(studio, gallery.id, { bytes: poisonedJpeg(), ready: false });
  await expect(retryPhoto(studio, gallery.id, id)).rejects.toMatchObject({ type: "conflict" });
  await workOff(studio);
  await expect(retryPhoto(studio, other.id, id)).rejects.toMatchObject({ type: "not_found" });
  await expect(retryPhoto(studio, gallery.id, "pho_none")).rejects.toMatchObject({ type: "not_found" });
  const retries = await Promise.allSettled([1, 2, 3].map(() => retryPhoto(studio, gallery.id, id)));
  expect(retries.filter((retry) => retry.status === "fulfilled")).toHaveLength(1);
  expect(await photoRow(studio, id)).toMatchObject({ version: 2 });
});

test("a photo whose storage fails every time is given up with a reason of ours, and made when its job is retried", async () => {
  const { studio } = await createTestStudio();
  const { id } = await aPhoto(studio, (await aGallery(studio)).id, { ready: false });
  await workOffNothing(studio);
  const [job] = await studio.db.select().from(jobs);
  const get = () => Promise.reject(new Error("the storage is down"));
  const broken = { ...studio, objects: { ...studio.objects, get } };
  const { handlers } = thumbnailsConsumer(context);
  for (let attempt = 1; attempt <= 4; attempt++) await runJob(broken, handlers, job?.id ?? "");
  expect(await photoRow(studio, id)).toMatchObject({ status: "processing" });
  await runJob(broken, handlers, job?.id ?? "");
  expect(await photoRow(studio, id)).toMatchObject({ status: "failed", failure: "internal" });
  expectErrorLog(/a job failed.*the storage is down/);
  expect(await retryDeadJob(studio.db, subscriptions, job?.id ?? "")).toBe("retried");
  expect(await photoRow(studio, id)).toMatchObject({ status: "processing", failure: null });
  await workOff(studio);
  expect(await photoRow(studio, id)).toMatchObject({ status: "ready", version: 1 });
});

test("a job whose photo has been tried again since has nothing left to do", async () => {
  const { studio } = await createTestStudio();
  const gallery = await aGallery(studio);
  const { id } = await aPhoto(studio, gallery.id, { bytes: poisonedJpeg(), ready: false });
  await workOff(studio);
  const [job] = await studio.db.select().from(jobs);
  await studio.db.update(jobs).set({ state: "dead" });
  await retryPhoto(studio, gallery.id, id);
  expect(await retryDeadJob(studio.db, subscriptions, job?.id ?? "")).toBe("moved_on");
  expect(await photoRow(studio, id)).toMatchObject({ version: 2, renderingVersion: 2 });
});

test("a photo whose message was lost is found by the sweep and becomes ready", async () => {
  const { studio } = await createTestStudio();
  const { id } = await aPhoto(studio, (await aGallery(studio)).id, { ready: false });
  const kept = withKeptQueues(env);
  const sweep = () =>
    consume(
      messageBatch("jobs", { type: "sweep", studioId: studio.tenant.id }),
      kept.env,
      jobsConsumer(context),
    );
  await sweep();
  expect(kept.sent.map(({ queue }) => queue)).toEqual(["thumbnails"]);
  await sweep();
  expect(kept.sent).toHaveLength(1);
  await setClock(4 * MINUTE);
  try {
    await sweep();
  } finally {
    await setClock(0);
  }
  expect(kept.sent).toHaveLength(2);
  const found = kept.sent[1]?.message;
  expect(found).toEqual(kept.sent[0]?.message);
  await consume(messageBatch("thumbnails", found), env, thumbnailsConsumer(context));
  expect(await photoRow(studio, id)).toMatchObject({ status: "ready" });
});

/** Makes the job rows without doing the work. */
async function workOffNothing(studio: Studio): Promise<void> {
  const sweep = messageBatch("jobs", { type: "sweep", studioId: studio.tenant.id });
  await consume(sweep, withKeptQueues(env).env, jobsConsumer(context));
}
