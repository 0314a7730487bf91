import { useLoaderData, useNavigate, useOutletContext } from "@remix-run/react";
import { Download } from "lucide-react";
import { readCookie } from "../../../http/cookies";
import { studioLoader } from "../../../http/studio-route";
import { AppError } from "../../../lib/app-error";
import { useWords } from "../../../ui/locale";
import { VisitorDownload } from "../../downloads/components/visitor-download";
import { downloadForVisitor } from "../../downloads/index.server";
import { getReadyPhoto } from "../../ingest/index.server";
import { shopOf } from "../../storefront/index.server";
import { buyPath } from "../../storefront/paths";
import { Lightbox, lightboxControl } from "../components/lightbox";
import type { Choice } from "../components/photo-shop";
import { galleryWords } from "../messages/words";
import { galleryState } from "../model";
import { sharedPhotoPath, sharePath } from "../paths";
import { getSharedGallery } from "../queries.server";

export const loader = studioLoader({ may: "public" }, async ({ studio, params, request }) => {
  const gallery = await getSharedGallery(studio, params.key ?? "");
  if (galleryState(gallery, studio.clock.now()) !== "open")
    throw new AppError("gone", galleryWords(studio.tenant.locale).shared.expiredTitle);
  const { photo, beforeId, afterId } = await getReadyPhoto(studio, gallery.id, params.photoId ?? "");
  const { id, filename, version, width, height, thumbhash, caption } = photo;
  return {
    key: params.key ?? "",
    photo: { id, filename, version, width, height, thumbhash, caption },
    beforeId,
    afterId,
    sells: (await shopOf(studio, gallery)) !== null,
    download: await downloadForVisitor(studio, {
      gallery,
      key: params.key ?? "",
      cookie: (name) => readCookie(name, request),
      photoId: id,
    }),
  };
});

export default function SharedPhoto() {
  const { key, photo, beforeId, afterId, sells, download } = useLoaderData<typeof loader>();
  const words = useWords(galleryWords).lightbox;
  const choice = useOutletContext<Choice | undefined>();
  const navigate = useNavigate();
  const pathTo = (id: string | null) => (id ? sharedPhotoPath(key, id) : null);
  return (
    <Lightbox
      photo={photo}
      closeTo={sharePath(key)}
      previousTo={pathTo(beforeId)}
      nextTo={pathTo(afterId)}
      buyTo={sells ? buyPath(key, photo.id) : null}
      chosen={choice?.chosen.has(photo.id) ?? false}
      onToggle={choice && !choice.toggle ? undefined : () => choice?.toggle?.(photo.id)}
      actions={
        download ? (
          <VisitorDownload key={photo.id} way={download} label={words.download} className={lightboxControl}>
            <Download aria-hidden="true" />
          </VisitorDownload>
        ) : null
      }
      onGo={(to, replace) => navigate(to, { preventScrollReset: true, replace })}
    />
  );
}
