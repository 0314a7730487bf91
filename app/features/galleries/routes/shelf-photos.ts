import { studioLoader } from "../../../http/studio-route";
import { AppError, notFound } from "../../../lib/app-error";
import { listShownPhotos } from "../../ingest/index.server";
import { PHOTOS_A_FETCH, tilePhoto } from "../model/tile-photo";
import { enterGallery } from "../viewer.server";

/** More photos of one section as JSON, in their order: for a page that is open already. */
export const loader = studioLoader({ may: "public" }, async ({ studio, params, request }) => {
  const { gallery, state, standing } = await enterGallery(studio, params.key ?? "");
  if (!standing.viewer) throw notFound();
  if (state === "expired") throw new AppError("gone", "This gallery has closed.");
  const query = new URL(request.url).searchParams;
  const { seesHidden } = standing.viewer;
  const page = await listShownPhotos(
    studio,
    { galleryId: gallery.id, sectionId: query.get("section"), seesHidden },
    { cursor: query.get("cursor") ?? undefined, limit: PHOTOS_A_FETCH },
  );
  return Response.json({ photos: page.items.map(tilePhoto), nextCursor: page.nextCursor });
});
