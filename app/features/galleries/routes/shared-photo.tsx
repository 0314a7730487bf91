import { useLoaderData, useNavigate, useOutletContext } from "@remix-run/react";
import { studioLoader } from "../../../http/studio-route";
import { AppError } from "../../../lib/app-error";
import { getReadyPhoto } from "../../ingest/index.server";
import { Lightbox } from "../components/lightbox";
import type { Choice } from "../components/photo-shop";
import { galleryState } from "../model";
import { sharedPhotoPath, sharePath } from "../paths";
import { getSharedGallery } from "../queries.server";

export const loader = studioLoader({ may: "public" }, async ({ studio, params }) => {
  const gallery = await getSharedGallery(studio, params.key ?? "");
  if (galleryState(gallery, studio.clock.now()) !== "open")
    throw new AppError("gone", "This gallery has closed.");
  const { photo, beforeId, afterId } = await getReadyPhoto(studio, gallery.id, params.photoId ?? "");
  const { id, filename, version, width, height, thumbhash, caption } = photo;
  return {
    key: params.key ?? "",
    photo: { id, filename, version, width, height, thumbhash, caption },
    beforeId,
    afterId,
  };
});

export default function SharedPhoto() {
  const { key, photo, beforeId, afterId } = useLoaderData<typeof loader>();
  const choice = useOutletContext<Choice | undefined>();
  const navigate = useNavigate();
  const pathTo = (id: string | null) => (id ? sharedPhotoPath(key, id) : null);
  return (
    <Lightbox
      photo={photo}
      closeTo={sharePath(key)}
      previousTo={pathTo(beforeId)}
      nextTo={pathTo(afterId)}
      chosen={choice?.chosen.has(photo.id) ?? false}
      onToggle={choice && !choice.toggle ? undefined : () => choice?.toggle?.(photo.id)}
      onGo={(to, replace) => navigate(to, { preventScrollReset: true, replace })}
    />
  );
}
