import { Hono } from "hono";
import { admitted, readJson, readQuery, sendData } from "../../http/api";
import type { HttpEnv } from "../../http/hono-env";
import { pageQuery } from "../../http/pagination";
import { AppError } from "../../lib/app-error";
import type { Result } from "../../lib/result";
import type { Studio } from "../../tenancy/studio";
import { choosePrices, pricesOf, summariesOf } from "../storefront/index.server";
import type { PriceChoice, PricesSummary } from "../storefront/model/price-lists";
import { changeGallery } from "./commands/change-gallery.server";
import { createGallery, type GalleryRefusal } from "./commands/create-gallery.server";
import { publishGallery, unpublishGallery } from "./commands/publish-gallery.server";
import { galleryChangesBody, newGalleryBody, pricesIn, withRights } from "./forms";
import { freeDownloadsOf, type Gallery, galleryState, shareKeyOf } from "./model";
import { sharePath } from "./paths";
import { galleryWithId, getGallery, listGalleries } from "./queries.server";

/** /api/v1/galleries */
export const galleriesApi = new Hono<HttpEnv>()
  .get("/", async (c) => {
    const studio = admitted(c, "galleries:read");
    const page = await listGalleries(studio, readQuery(c, pageQuery));
    const prices = await summariesOf(
      studio,
      page.items.map(({ priceListId }) => priceListId),
    );
    return sendData(c, {
      items: page.items.map((gallery) => present(studio, gallery, prices.get(gallery.priceListId ?? ""))),
      nextCursor: page.nextCursor,
    });
  })
  .post("/", async (c) => {
    const studio = admitted(c, "galleries:write");
    const { pricePerPhoto, priceListId, status, ...input } = await readJson(c, newGalleryBody(studio.tenant));
    if (status === "published") admitted(c, "galleries:publish");
    const chosen = await chosenList(
      studio,
      pricesIn({ pricePerPhoto, priceListId }) ?? { priceListId: null },
    );
    const id = c.var.callKey?.replace(/^[a-z]+_/, "gal_");
    // Made by the same call before its process died.
    const before = id && (await galleryWithId(studio, id));
    const draft =
      before || orError(await createGallery(studio, { ...input, priceListId: chosen }, id ? { id } : {}));
    const gallery = status === "published" ? await publishGallery(studio, draft.id) : draft;
    return sendData(c, await presentOne(studio, gallery), 201);
  })
  .get("/:id", async (c) => {
    const studio = admitted(c, "galleries:read");
    return sendData(c, await presentOne(studio, await getGallery(studio, c.req.param("id"))));
  })
  .patch("/:id", async (c) => {
    const studio = admitted(c, "galleries:write");
    const { pricePerPhoto, priceListId, status, rights, ...changes } = await readJson(
      c,
      galleryChangesBody(studio.tenant),
    );
    if (status) admitted(c, "galleries:publish");
    const id = c.req.param("id");
    const before = await getGallery(studio, id);
    const prices = pricesIn({ pricePerPhoto, priceListId });
    const chosen = prices && (await chosenList(studio, prices, before.priceListId));
    let gallery = orError(
      await changeGallery(studio, id, {
        ...changes,
        ...(rights ? { rights: withRights(before.rights, rights) } : {}),
        ...(chosen === undefined ? {} : { priceListId: chosen }),
      }),
    );
    if (status === "published") gallery = await publishGallery(studio, id);
    if (status === "draft") gallery = await unpublishGallery(studio, id);
    return sendData(c, await presentOne(studio, gallery));
  });

function orError(result: Result<Gallery, GalleryRefusal>): Gallery {
  if (result.ok) return result.value;
  if (result.refusal === "password_missing")
    throw new AppError("invalid_request", "The gallery asks for a password and has none.", {
      fields: { password: ["Send a password."] },
    });
  throw new AppError("invalid_request", "The gallery would have expired already.", {
    fields: { expiresAt: ["Choose a moment that is still to come."] },
  });
}

/** The list that a body chose. Throws `invalid_request` for one there is not. */
async function chosenList(studio: Studio, prices: PriceChoice, kept?: string | null): Promise<string | null> {
  const chosen = await choosePrices(studio, prices, kept);
  if (chosen.ok) return chosen.value;
  throw new AppError("invalid_request", "There is no such price list.", {
    fields: { priceListId: ["Name a price list of this studio."] },
  });
}

async function presentOne(studio: Studio, gallery: Gallery) {
  return present(studio, gallery, (await pricesOf(studio, gallery)) ?? undefined);
}

function present(studio: Studio, gallery: Gallery, prices: PricesSummary | undefined) {
  return {
    id: gallery.id,
    name: gallery.name,
    visibility: gallery.visibility,
    status: gallery.status,
    expired: galleryState(gallery, studio.clock.now()) === "expired",
    /** Of an original; null where none is sold. */
    pricePerPhoto:
      prices?.originalAmount == null ? null : { amount: prices.originalAmount, currency: prices.currency },
    priceListId: gallery.priceListId,
    expiresAt: gallery.expiresAt === null ? null : new Date(gallery.expiresAt).toISOString(),
    freeDownloads: freeDownloadsOf(gallery),
    rights: gallery.rights,
    registration: gallery.registration,
    hasPassword: gallery.password !== null,
    hasDownloadPin: gallery.downloadPin !== null,
    photos: { total: gallery.photoCount, ready: gallery.readyCount, failed: gallery.failedCount },
    url: studio.tenant.origin + sharePath(shareKeyOf(gallery)),
    createdAt: new Date(gallery.createdAt).toISOString(),
  };
}
