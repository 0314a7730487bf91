import {
  type ClientLoaderFunctionArgs,
  useLoaderData,
  useLocation,
  useNavigate,
  useOutletContext,
} from "@remix-run/react";
import { Download } from "lucide-react";
import { useEffect, useRef } from "react";
import { readCookie } from "../../../http/cookies";
import { studioLoader } from "../../../http/studio-route";
import { AppError } from "../../../lib/app-error";
import { useWords } from "../../../ui/locale";
import { VisitorDownload } from "../../downloads/components/visitor-download";
import { downloadForVisitor } from "../../downloads/index.server";
import { getShownPhoto } from "../../ingest/index.server";
import { shopOf } from "../../storefront/index.server";
import { offeredIn } from "../../storefront/model/shop-offer";
import { buyPath } from "../../storefront/paths";
import type { OverGallery } from "../components/gallery-view";
import { Lightbox } from "../components/lightbox";
import { lightboxControl } from "../components/photo-controls";
import { isOpenedFromGallery, type LargePhoto, photoInMemory } from "../components/photo-memory";
import { pricesText } from "../components/section-prices";
import { useTurning } from "../components/use-turning";
import { letInto } from "../let-in.server";
import { galleryWords } from "../messages/words";
import { tilePhoto } from "../model/tile-photo";
import { sharedPhotoPath, sharePath } from "../paths";

export const loader = studioLoader({ may: "public" }, async ({ studio, params, request, context }) => {
  const key = params.key ?? "";
  const { gallery, state, viewer } = await letInto({ studio, request, context }, key);
  if (state === "expired") throw new AppError("gone", galleryWords(studio.tenant.locale).shared.expiredTitle);
  const found = await getShownPhoto(
    studio,
    { galleryId: gallery.id, seesHidden: viewer.seesHidden },
    params.photoId ?? "",
  );
  const shop = await shopOf(studio, gallery, viewer);
  const words = galleryWords(studio.tenant.locale).shared;
  const large: LargePhoto = {
    key,
    photo: tilePhoto(found.photo),
    beforeId: found.beforeId,
    afterId: found.afterId,
    price: shop && pricesText(offeredIn(shop, found.sectionId), words, studio.tenant.locale),
    download: await downloadForVisitor(studio, {
      gallery,
      viewer,
      key,
      cookie: (name) => readCookie(name, request),
      photoId: found.photo.id,
    }),
  };
  return large;
});

/** A photo that the gallery has already opens at once. */
export async function clientLoader({ params, serverLoader }: ClientLoaderFunctionArgs): Promise<LargePhoto> {
  return photoInMemory(params.key ?? "", params.photoId ?? "") ?? (await serverLoader<LargePhoto>());
}

export default function SharedPhoto() {
  const opened = useLoaderData<LargePhoto>();
  const over = useOutletContext<OverGallery | undefined>();
  const words = useWords(galleryWords).lightbox;
  const navigate = useNavigate();
  const { state } = useLocation();
  const { large, before, after, turn } = useTurning(opened, over);
  useLastInSight(large, over);
  const isClosed = useRef(false);
  // Who has no gallery below them gets an error page; what stands there then is not this.
  if (!over) return null;
  const { key, photo, download } = large;
  const { id } = photo;
  const pathTo = (other: string | null) => (other ? sharedPhotoPath(key, other) + over.search : null);
  const closeTo = sharePath(key) + over.search;
  const close = () => {
    if (isClosed.current) return;
    isClosed.current = true;
    // The gallery stands once in the history, so that "back" leaves it.
    if (isOpenedFromGallery(state)) navigate(-1);
    else navigate(closeTo, { preventScrollReset: true, replace: true });
  };
  return (
    <Lightbox
      photo={photo}
      before={before}
      after={after}
      closeTo={closeTo}
      previousTo={pathTo(large.beforeId)}
      nextTo={pathTo(large.afterId)}
      number={numberOf(over, id, words.of)}
      buy={large.price === null ? null : { to: buyPath(key, id), price: large.price }}
      chosen={over.choice?.chosen.has(id) ?? false}
      onToggle={over.choice ? () => over.choice?.toggle(id) : undefined}
      slideshow={state?.slideshow === true}
      download={
        download ? (
          <VisitorDownload key={id} way={download} label={words.download} className={lightboxControl}>
            <Download aria-hidden="true" className="size-5" />
          </VisitorDownload>
        ) : null
      }
      onTurn={turn}
      onClose={close}
    />
  );
}

/** Who comes back to the gallery after turning the pages finds themselves where they are, not where they began. */
function useLastInSight({ key, photo: { id } }: LargePhoto, over: OverGallery | undefined) {
  const first = useRef(id);
  const last = useRef(id);
  last.current = id;
  const show = over?.show;
  // Ends after the browser's own place on the page was restored.
  useEffect(
    () => () => {
      const isBack = window.location.pathname === sharePath(key);
      if (isBack && last.current !== first.current) show?.(last.current);
    },
    [key, show],
  );
}

/** "3 of 120" while everything up to the photo is here. */
function numberOf(
  { shelves, count }: OverGallery,
  photoId: string,
  words: (number: number, count: number) => string,
): string | null {
  let passed = 0;
  for (const { photos, count: inShelf } of shelves.shelves) {
    const index = photos.findIndex(({ id }) => id === photoId);
    if (index >= 0) return words(passed + index + 1, count);
    passed += inShelf;
  }
  return null;
}
