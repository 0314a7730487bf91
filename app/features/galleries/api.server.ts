import { Hono } from "hono";
import { admitted, readJson, readQuery, sendData } from "../../http/api";
import type { HttpEnv } from "../../http/hono-env";
import { pageQuery } from "../../http/pagination";
import { AppError } from "../../lib/app-error";
import type { Result } from "../../lib/result";
import type { Studio } from "../../tenancy/studio";
import { changeGallery } from "./commands/change-gallery.server";
import { createGallery } from "./commands/create-gallery.server";
import { publishGallery, unpublishGallery } from "./commands/publish-gallery.server";
import { galleryChangesBody, newGalleryBody } from "./forms";
import { type Gallery, galleryState, shareKeyOf } from "./model";
import { sharePath } from "./paths";
import { getGallery, listGalleries } from "./queries.server";

/** /api/v1/galleries */
export const galleriesApi = new Hono<HttpEnv>()
  .get("/", async (c) => {
    const studio = admitted(c, "galleries:read");
    const page = await listGalleries(studio, readQuery(c, pageQuery));
    return sendData(c, {
      items: page.items.map((gallery) => present(studio, gallery)),
      nextCursor: page.nextCursor,
    });
  })
  .post("/", async (c) => {
    const studio = admitted(c, "galleries:write");
    const { pricePerPhoto, status, ...input } = await readJson(c, newGalleryBody(studio.tenant));
    if (status === "published") admitted(c, "galleries:publish");
    const draft = orError(await createGallery(studio, { ...input, priceAmount: pricePerPhoto.amount }));
    const gallery = status === "published" ? await publishGallery(studio, draft.id) : draft;
    return sendData(c, present(studio, gallery), 201);
  })
  .get("/:id", async (c) => {
    const studio = admitted(c, "galleries:read");
    return sendData(c, present(studio, await getGallery(studio, c.req.param("id"))));
  })
  .patch("/:id", async (c) => {
    const studio = admitted(c, "galleries:write");
    const { pricePerPhoto, status, ...changes } = await readJson(c, galleryChangesBody(studio.tenant));
    if (status) admitted(c, "galleries:publish");
    const id = c.req.param("id");
    let gallery = orError(
      await changeGallery(studio, id, {
        ...changes,
        ...(pricePerPhoto ? { priceAmount: pricePerPhoto.amount } : {}),
      }),
    );
    if (status === "published") gallery = await publishGallery(studio, id);
    if (status === "draft") gallery = await unpublishGallery(studio, id);
    return sendData(c, present(studio, gallery));
  });

function orError(result: Result<Gallery, "expiry_in_the_past">): Gallery {
  if (result.ok) return result.value;
  throw new AppError("invalid_request", "The gallery would have expired already.", {
    fields: { expiresAt: ["Choose a moment that is still to come."] },
  });
}

function present(studio: Studio, gallery: Gallery) {
  return {
    id: gallery.id,
    name: gallery.name,
    visibility: gallery.visibility,
    status: gallery.status,
    expired: galleryState(gallery, studio.clock.now()) === "expired",
    pricePerPhoto: { amount: gallery.priceAmount, currency: gallery.priceCurrency },
    expiresAt: gallery.expiresAt === null ? null : new Date(gallery.expiresAt).toISOString(),
    freeDownloads: gallery.freeDownloads,
    hasDownloadPin: gallery.downloadPin !== null,
    photos: { total: gallery.photoCount, ready: gallery.readyCount, failed: gallery.failedCount },
    url: studio.tenant.origin + sharePath(shareKeyOf(gallery)),
    createdAt: new Date(gallery.createdAt).toISOString(),
  };
}
