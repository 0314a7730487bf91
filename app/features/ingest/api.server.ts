import { Hono } from "hono";
import { admitted, readQuery, sendData } from "../../http/api";
import type { HttpEnv } from "../../http/hono-env";
import { pageQuery } from "../../http/pagination";
import { AppError, type ErrorType } from "../../lib/app-error";
import { getGallery } from "../galleries/index.server";
import { retryPhoto } from "./commands/retry-photo.server";
import { uploadPhoto } from "./commands/upload-photo.server";
import { uploadQuery } from "./forms";
import { ingestWords } from "./messages/words";
import type { UploadRefusal } from "./model";
import { renditionPath } from "./paths";
import { listPhotos, renditionsOf } from "./queries.server";

const errorTypes: Record<UploadRefusal["reason"], ErrorType> = {
  no_length: "length_required",
  empty: "invalid_request",
  too_large: "too_large",
  unreadable: "unsupported_media",
  length_mismatch: "invalid_request",
};

/** /api/v1/galleries/:id/photos */
export const photosApi = new Hono<HttpEnv>()
  .post("/:id/photos", async (c) => {
    const studio = admitted(c, "photos:upload");
    const { filename } = readQuery(c, uploadQuery);
    const announced = c.req.header("content-length");
    const uploaded = await uploadPhoto(studio, c.req.param("id"), {
      filename,
      length: announced !== undefined && /^\d{1,15}$/.test(announced) ? Number(announced) : null,
      body: c.req.raw.body ?? emptyBody(),
      id: c.var.callKey?.replace(/^[a-z]+_/, "pho_"),
    });
    if (!uploaded.ok) {
      const { refusal } = uploaded;
      throw new AppError(errorTypes[refusal.reason], ingestWords(studio.tenant.locale).refused(refusal));
    }
    return sendData(c, uploaded.value, 202);
  })
  .get("/:id/photos", async (c) => {
    const studio = admitted(c, "galleries:read");
    const gallery = await getGallery(studio, c.req.param("id"));
    const page = await listPhotos(studio, gallery.id, readQuery(c, pageQuery));
    const made = await renditionsOf(
      studio,
      page.items.map((photo) => photo.id),
    );
    const words = ingestWords(studio.tenant.locale);
    return sendData(c, {
      items: page.items.map((photo) => ({
        id: photo.id,
        filename: photo.filename,
        status: photo.status,
        ...(photo.failure
          ? { failure: { type: photo.failure, message: words.failures[photo.failure] } }
          : {}),
        width: photo.width || null,
        height: photo.height || null,
        renditions: (made.get(photo.id) ?? []).map(({ name, width, height }) => ({
          name,
          width,
          height,
          url: studio.tenant.origin + renditionPath(photo, name),
        })),
      })),
      nextCursor: page.nextCursor,
    });
  })
  .post("/:id/photos/:photoId/retry", async (c) => {
    const studio = admitted(c, "photos:process");
    await retryPhoto(studio, c.req.param("id"), c.req.param("photoId"));
    return sendData(c, { id: c.req.param("photoId"), status: "processing" }, 202);
  });

function emptyBody(): ReadableStream<Uint8Array> {
  return new ReadableStream({ start: (controller) => controller.close() });
}
