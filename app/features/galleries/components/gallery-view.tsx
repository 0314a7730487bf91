import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { EmptyState } from "../../../ui/empty-state";
import { LanguageSwitch } from "../../../ui/language-switch";
import { useLocale, useWords } from "../../../ui/locale";
import { chromeWords } from "../../../ui/messages/words";
import { SkipLink } from "../../../ui/skip-link";
import type { VisitorWay } from "../../downloads/model";
import { offeredAnywhere, offeredIn, type ShopOffer } from "../../storefront/model/shop-offer";
import { galleryWords } from "../messages/words";
import type { Cover, Grid } from "../model";
import type { FavouritesInView } from "../model/favourites-in-view";
import type { Proofing } from "../model/proofing";
import type { DownloadRight, GalleryRole, RoleRights } from "../model/roles";
import type { TilePhoto } from "../model/tile-photo";
import { sharedPhotoPath, sharePath } from "../paths";
import { ExpiryBanner, type ExpiryBannerProps } from "./expiry-banner";
import { FavouritesFoot, FavouritesFrame } from "./favourites-slots";
import { GalleryBar, sectionAnchor } from "./gallery-bar";
import { GalleryContext, type GalleryInView } from "./gallery-context";
import { GalleryCover } from "./gallery-cover";
import { GalleryIntro } from "./gallery-intro";
import { downloadOfPhoto, rememberPhotos } from "./photo-memory";
import { PhotoWall, type PhotoWallProps } from "./photo-wall";
import { PreviewBar } from "./preview-bar";
import { pricesText } from "./section-prices";
import { type Choice, useChoice } from "./use-choice";
import { usePlaces } from "./use-places";
import { type Shelf, type Shelves, useShelves } from "./use-shelves";

export interface GalleryOnPage {
  id: string;
  key: string;
  name: string;
  subtitle: string;
  day: string | null;
  studioName: string;
  logoUrl: string | null;
  cover: { design: Cover; photo: TilePhoto; focus: { x: number; y: number } } | null;
  grid: Grid;
  page: { shelves: Shelf[]; count: number; next: string | null };
  /** Whether the page begins with the first photo. */
  isFirst: boolean;
  viewer: { role: GalleryRole; rights: RoleRights; isMember: boolean };
  /** What every address of the page carries on: as whom a member sees it. */
  search: string;
  proofing: Proofing;
  favourites: FavouritesInView | null;
  shop: ShopOffer | null;
  /** The cart: its name, and how many lines it has; null where nothing is sold. */
  cart: { name: string; lines: number } | null;
  /** The last day, and how near it is; null while it is far or there is none. */
  end: ExpiryBannerProps | null;
  openUntil: { day: string; daysLeft: number } | null;
  isDraft: boolean;
  download: VisitorWay | null;
  freeSize: DownloadRight;
  chosenHere: string[];
  chosenElsewhere: string[];
}

/** What the large photo over the gallery gets of it. */
export interface OverGallery {
  shelves: Shelves;
  count: number;
  search: string;
  /** Null where what is bought is not chosen among many. */
  choice: Choice | null;
  /** Brings a photo's tile onto the screen and gives it the focus. */
  show(photoId: string): void;
}

export interface GalleryViewProps {
  gallery: GalleryOnPage;
  result: PhotoWallProps["result"];
  /** The way to all downloads; null where nothing is given. */
  downloadLink: ReactNode;
  /** The photo that is open large, if one is. */
  outlet(context: OverGallery): ReactNode;
}

/** The gallery as visitors see it: its cover, its bar, its photos. */
export function GalleryView({ gallery, result, downloadLink, outlet }: GalleryViewProps) {
  const { id, key, name, search, viewer, proofing, cover, shop, page } = gallery;
  const words = useWords(galleryWords);
  const locale = useLocale();
  const layout = useWords(chromeWords).layout;
  const shelves = useShelves(key, search, page.shelves);
  const form = useRef<HTMLFormElement>(null);
  const choice = useChoice(form, [...gallery.chosenElsewhere, ...gallery.chosenHere]);
  const { onPlaced, show } = usePlaces();
  // Where everybody comes to buy, the boxes are there; where clients come to choose, they are asked for.
  const [buyMode, setBuyMode] = useState(viewer.role === "buyer" || result !== undefined);
  const { change, find } = shelves;
  const sellsPhotos = shop !== null && offeredAnywhere(shop).length > 0;
  const inView = useMemo<GalleryInView>(
    () => ({
      ...{ id, key, name, role: viewer.role, rights: viewer.rights, isMember: viewer.isMember, proofing },
      setHidden: (photoId, hidden) => change(photoId, { hidden }),
    }),
    [id, key, name, viewer, proofing, change],
  );
  const { download } = gallery;
  const large = useCallback(
    (photoId: string) => {
      // The file behind a link that the browser holds is known to the server only.
      const found = download?.by === "link" ? undefined : find(photoId);
      return (
        found && {
          key,
          photo: found.photo,
          beforeId: found.before?.id ?? null,
          afterId: found.after?.id ?? null,
          price: shop && pricesText(offeredIn(shop, found.sectionId), words.shared, locale),
          download: downloadOfPhoto(key, photoId, download),
        }
      );
    },
    [find, key, shop, download, words, locale],
  );
  useEffect(() => rememberPhotos(key, large), [key, large]);
  const sections = useMemo(
    () =>
      page.shelves.map(({ id: sectionId, name: section, started }) => ({
        id: sectionId,
        name: section,
        // What is not in the page as sent is a page of its own to those without JavaScript.
        to: started ? `#${sectionAnchor(sectionId)}` : `${sharePath(key)}?from=${sectionId ?? "-"}`,
      })),
    [page.shelves, key],
  );
  const first = page.shelves[0]?.photos[0];
  const bar = (
    <GalleryBar
      sections={sections}
      cart={gallery.cart}
      slideshowTo={first ? sharedPhotoPath(key, first.id) + search : null}
      download={page.count > 0 ? downloadLink : null}
    />
  );
  return (
    <GalleryContext.Provider value={inView}>
      <FavouritesFrame favourites={gallery.favourites}>
        <div className="bg-paper flex min-h-dvh flex-col">
          <SkipLink>{layout.skip}</SkipLink>
          {cover && gallery.isFirst ? (
            <GalleryCover
              {...cover}
              name={name}
              subtitle={gallery.subtitle}
              day={gallery.day}
              brand={{ name: gallery.studioName, logoUrl: gallery.logoUrl }}
              to="#photos"
            />
          ) : (
            <PlainCover gallery={gallery} />
          )}
          <main id="main" tabIndex={-1} className="flex-1 pb-16 sm:pb-24">
            {gallery.end ? <ExpiryBanner {...gallery.end} /> : null}
            {bar}
            <GalleryIntro
              count={page.count}
              shop={shop}
              openUntil={gallery.end ? null : gallery.openUntil}
              freeSize={download ? gallery.freeSize : "none"}
              buyMode={
                sellsPhotos && viewer.role !== "buyer"
                  ? { on: buyMode, toggle: () => setBuyMode(!buyMode) }
                  : null
              }
            />
            {page.shelves.length === 0 ? (
              <EmptyState title={words.shared.empty} description={words.shared.emptyText} />
            ) : (
              <div className="px-1 sm:px-2 lg:px-3">
                <PhotoWall
                  shelves={shelves}
                  grid={gallery.grid}
                  eager={!cover || !gallery.isFirst}
                  search={search}
                  next={page.next}
                  shop={shop}
                  choosing={buyMode}
                  choice={choice}
                  chosenElsewhere={gallery.chosenElsewhere}
                  form={form}
                  result={result}
                  onPlaced={onPlaced}
                />
              </div>
            )}
            <FavouritesFoot />
          </main>
          <footer className="border-line text-muted border-t px-5 py-8 text-center text-sm">
            <a href="/" className="inline-flex min-h-11 items-center underline-offset-4 hover:underline">
              {gallery.studioName}
            </a>
            <span className="mx-2">·</span>
            {layout.poweredBy}
            <LanguageSwitch className="mt-2 flex justify-center" />
          </footer>
          {viewer.isMember ? (
            <PreviewBar galleryId={id} role={viewer.role} isDraft={gallery.isDraft} />
          ) : null}
        </div>
        {outlet({
          shelves,
          count: page.count,
          search,
          choice: sellsPhotos && (buyMode || choice.chosen.size > 0) ? choice : null,
          show,
        })}
      </FavouritesFrame>
    </GalleryContext.Provider>
  );
}

/** The head of a gallery that has no photo for a cover, and of its later pages. */
function PlainCover({ gallery }: { gallery: GalleryOnPage }) {
  const words = useWords(galleryWords).shared;
  return (
    <header className="page-width pt-8 pb-10 text-center">
      <a href="/" className="text-muted inline-flex min-h-11 items-center text-sm tracking-[0.08em]">
        {gallery.logoUrl ? (
          <img src={gallery.logoUrl} alt={gallery.studioName} className="h-9 w-auto" />
        ) : (
          gallery.studioName
        )}
      </a>
      <h1 className="look-title text-display mt-4">{gallery.name}</h1>
      {gallery.isFirst ? (
        <p className="text-muted mt-4">{[gallery.subtitle, gallery.day].filter(Boolean).join(" · ")}</p>
      ) : (
        <p className="mt-4">
          <a href={sharePath(gallery.key)} className="link inline-flex min-h-11 items-center">
            {words.begin}
          </a>
        </p>
      )}
    </header>
  );
}
