import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { bytesSource, concat } from "../../../codec/byte-source";
import { creditSegments } from "../../../codec/credit-segments";
import { readMetadata } from "../../../codec/metadata/read";
import { ASCII, LONG } from "../../../codec/tiff/ifd";
import { ifdBlock } from "../../../codec/tiff/write";
import type { Studio } from "../../../tenancy/studio";
import { createTestStudio, workOff } from "../../../test/create-test-studio";
import { aGallery } from "../../galleries/testing";
import { type CreditSource, renditionKey } from "../model";
import { photoMetadata, photos, renditions } from "../schema";
import { aPhoto } from "../testing";
import { tinyJpeg } from "../testing/tiny-jpeg";
import { changePictureSettings } from "./change-picture-settings.server";

const PLACE = "47.0502N 8.3093E";

/** Exif of one directory with a pointer to GPS tags (Exif 2.32, 4.6.3), of which one, the latitude, names the place. */
function gpsSegment(): Uint8Array {
  const text = new TextEncoder().encode(`${PLACE}\0`);
  const gpsAt = 8 + 2 + 12 + 4;
  const pointer = new Uint8Array(4);
  new DataView(pointer.buffer).setUint32(0, gpsAt, true);
  const first = ifdBlock(true, [{ tag: 0x8825, type: LONG, count: 1, value: pointer }], []);
  const gps = ifdBlock(true, [{ tag: 0x0002, type: ASCII, count: text.length, value: text }], []).slice(8);
  const tiff = concat([first, gps]);
  new DataView(tiff.buffer).setUint32(gpsAt + 2 + 8, gpsAt + 2 + 12 + 4, true);
  const body = concat([new TextEncoder().encode("Exif\0\0"), tiff]);
  return concat([Uint8Array.from([0xff, 0xe1, (body.length + 2) >> 8, (body.length + 2) & 255]), body]);
}

/** A JPEG that says where it was taken, and whose it is where that is given. */
function aPlacedJpeg(lines: { copyright: string; creator: string } | null): Uint8Array {
  const credits = lines ? creditSegments({ ...lines, credit: null }) : new Uint8Array();
  const jpeg = tinyJpeg();
  const behindExif = 4 + ((jpeg[4] ?? 0) << 8) + (jpeg[5] ?? 0);
  return concat([jpeg.subarray(0, 2), gpsSegment(), credits, jpeg.subarray(behindExif)]);
}

/** What every rendition of a photo says, with the bytes it says it in. */
async function saidBy(studio: Studio, id: string) {
  const row = await studio.db.select().from(photos).where(eq(photos.id, id)).get();
  if (!row) throw new Error("there is no such photo");
  const made = await studio.db.select().from(renditions).where(eq(renditions.photoId, id));
  return Promise.all(
    made.map(async ({ name, format }) => {
      const object = await studio.objects.get(renditionKey(row, name, format));
      const bytes = new Uint8Array(await new Response(object?.body).arrayBuffer());
      const kind = format === "webp" ? "webp" : "jpeg";
      return { label: `${name} ${format}`, bytes, says: await readMetadata(bytesSource(bytes), kind) };
    }),
  );
}

async function rendered(credits: CreditSource, lines: Parameters<typeof aPlacedJpeg>[0]) {
  const { studio } = await createTestStudio();
  await changePictureSettings(studio, {
    kind: "text",
    text: "Proof",
    placement: "tiled",
    opacity: 30,
    size: "medium",
    credits,
    avif: false,
    logo: null,
  });
  const original = aPlacedJpeg(lines);
  const { id } = await aPhoto(studio, (await aGallery(studio)).id, { bytes: original, ready: false });
  await workOff(studio);
  return { studio, id, original, renditions: await saidBy(studio, id) };
}

const own = { copyright: "© 2026 Zoë Müller", creator: "Zoë Müller" };

test("no rendition says where a photo was taken, whatever else it says", async () => {
  for (const credits of ["none", "file", "studio"] as const) {
    const { original, renditions } = await rendered(credits, own);
    expect((await readMetadata(bytesSource(original), "jpeg")).hasGps).toBe(true);
    expect(new TextDecoder("latin1").decode(original)).toContain(PLACE);
    expect(renditions).toHaveLength(7);
    for (const { label, bytes, says } of renditions) {
      expect(says.hasGps, label).toBe(false);
      expect(new TextDecoder("latin1").decode(bytes), label).not.toContain(PLACE);
    }
  }
});

test("renditions say nothing unless the studio wants it", async () => {
  const { studio, id, renditions } = await rendered("none", own);
  for (const { label, says } of renditions)
    expect([says.copyright, says.creator, says.credit], label).toEqual([null, null, null]);
  const kept = await studio.db.select().from(photoMetadata).where(eq(photoMetadata.photoId, id)).get();
  expect(kept).toMatchObject(own);
});

test("each rendition, JPEG or WebP, says what the file says of its rights", async () => {
  const { renditions } = await rendered("file", own);
  for (const { label, says } of renditions) expect(says, label).toMatchObject({ ...own, credit: null });
});

test("what a file leaves open, the studio's name fills where that is wanted, and only there", async () => {
  const { studio, renditions } = await rendered("studio", null);
  const { name } = studio.tenant;
  for (const { label, says } of renditions)
    expect(says, label).toMatchObject({ copyright: `© ${name}`, credit: name, creator: null });
  for (const { label, says } of (await rendered("studio", own)).renditions)
    expect(says, label).toMatchObject({ ...own, credit: name });
  for (const { label, says } of (await rendered("file", null)).renditions)
    expect(says.copyright, label).toBeNull();
});
