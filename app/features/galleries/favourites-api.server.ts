import { Hono } from "hono";
import { admitted, readQuery, sendData } from "../../http/api";
import type { HttpEnv } from "../../http/hono-env";
import { pageQuery } from "../../http/pagination";
import { notFound } from "../../lib/app-error";
import type { Instant } from "../../lib/time";
import { extrasOf } from "./model/favourites";
import type { PickedList } from "./model/picks";
import type { Proofing } from "./model/proofing";
import { listForStudio, listsPage, photosOfList } from "./picks.server";
import { getGallery } from "./queries.server";

/** /api/v1/galleries/:id/favourites: what was chosen in a gallery, and by whom. */
export const favouritesApi = new Hono<HttpEnv>()
  .get("/:id/favourites", async (c) => {
    const studio = admitted(c, "galleries:read");
    const gallery = await getGallery(studio, c.req.param("id"));
    const page = await listsPage(studio, gallery.id, readQuery(c, pageQuery));
    return sendData(c, {
      items: page.items.map((list) => presentList(gallery.proofing, list)),
      nextCursor: page.nextCursor,
    });
  })
  .get("/:id/favourites/:listId", async (c) => {
    const studio = admitted(c, "galleries:read");
    const gallery = await getGallery(studio, c.req.param("id"));
    const list = await listForStudio(studio, c.req.param("listId"));
    if (list?.galleryId !== gallery.id) throw notFound();
    const page = await photosOfList(studio, list.id, readQuery(c, pageQuery));
    return sendData(c, {
      ...presentList(gallery.proofing, list),
      photos: page.items.map(({ at, ...photo }) => ({ ...photo, at: moment(at) })),
      nextCursor: page.nextCursor,
    });
  });

function presentList(proofing: Proofing, list: PickedList) {
  const { id, name, note, person, isProven, chosen, rejected, labelled, commented } = list;
  return {
    id,
    name,
    note,
    /** Who they said they are; proven, once they opened a link that was mailed to that address. */
    person: { ...person, proven: isProven },
    counts: { chosen, rejected, labelled, commented },
    /** Photos beyond those included. */
    extras: { paid: list.extrasPaid, unpaid: extrasOf(proofing, list).unpaid },
    finishedAt: list.finishedAt === null ? null : moment(list.finishedAt),
    changedAt: moment(list.changedAt),
  };
}

const moment = (instant: Instant) => new Date(instant).toISOString();
