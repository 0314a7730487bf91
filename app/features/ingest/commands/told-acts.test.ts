import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { auditLog } from "../../../events/schema";
import type { Studio } from "../../../tenancy/studio";
import { createTestStudio } from "../../../test/create-test-studio";
import { actsOn, aMember } from "../../account/testing";
import { aGallery } from "../../galleries/testing";
import { photos } from "../schema";
import { aPhoto } from "../testing";
import { tinyJpeg } from "../testing/tiny-jpeg";
import { changePictureSettings } from "./change-picture-settings.server";
import { renderAgain, retryFailed } from "./render-again.server";
import { retryPhoto } from "./retry-photo.server";
import { uploadPhoto } from "./upload-photo.server";

const settings = {
  kind: "text",
  text: "© Anna",
  placement: "tiled",
  opacity: 30,
  size: "medium",
  credits: "none",
  avif: false,
  logo: null,
} as const;

const fail = (studio: Studio, id: string) =>
  studio.db
    .update(photos)
    .set({ status: "failed", failure: "damaged", renderingVersion: null })
    .where(eq(photos.id, id));

test("an upload is told with its photo and its gallery, and not with its name", async () => {
  const { studio } = await createTestStudio();
  const member = await aMember(studio);
  const gallery = await aGallery(studio);
  const bytes = tinyJpeg();
  const body = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream();
  const uploaded = await uploadPhoto(member.studio, gallery.id, {
    filename: "Ben.jpg",
    length: bytes.length,
    body,
  });
  if (!uploaded.ok) throw new Error("the photo was refused");
  const [entry] = await studio.db.select().from(auditLog).where(eq(auditLog.subjectId, uploaded.value.id));
  expect(entry).toMatchObject({ action: "photo.uploaded", actorId: member.id, proof: "token" });
  expect(JSON.parse(entry?.details ?? "")).toEqual({ after: { gallery: gallery.id, bytes: bytes.length } });
});

test("a render that a person asks for is told once, and one that is refused is not", async () => {
  const { studio } = await createTestStudio();
  const gallery = await aGallery(studio);
  const [again, retried, failed] = [
    await aPhoto(studio, gallery.id),
    await aPhoto(studio, gallery.id),
    await aPhoto(studio, gallery.id),
  ];
  const asked = async (id: string) =>
    (await actsOn(studio, id)).filter((action) => action === "photo.process_requested").length;
  await renderAgain(studio, gallery.id, again.id);
  await expect(renderAgain(studio, gallery.id, again.id)).rejects.toMatchObject({ type: "conflict" });
  await fail(studio, retried.id);
  await retryPhoto(studio, gallery.id, retried.id);
  await fail(studio, failed.id);
  expect(await retryFailed(studio)).toBe(1);
  expect([await asked(again.id), await asked(retried.id), await asked(failed.id)]).toEqual([1, 1, 1]);
});

test("picture settings are told with what differs, a text only by its field, and not when nothing does", async () => {
  const { studio } = await createTestStudio();
  await changePictureSettings(studio, settings);
  await changePictureSettings(studio, { ...settings, text: "© Ben", opacity: 55 });
  await changePictureSettings(studio, { ...settings, text: "© Ben", opacity: 55 });
  const entries = await studio.db.select().from(auditLog).where(eq(auditLog.action, "watermark.changed"));
  expect(entries.length).toBe(2);
  expect(JSON.parse(entries[1]?.details ?? "")).toEqual({
    before: { opacity: 30 },
    after: { opacity: 55, fields: ["opacity", "text"] },
  });
});
