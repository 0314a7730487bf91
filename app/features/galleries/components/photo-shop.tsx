import { Form, useFetcher, useNavigation } from "@remix-run/react";
import { type FormEvent, type MouseEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { Button } from "../../../ui/button";
import { JustifiedGrid } from "../../../ui/justified-grid";
import { useWords } from "../../../ui/locale";
import type { ShopOffer } from "../../storefront/model/shop-offer";
import { galleryWords } from "../messages/words";
import { sharePath } from "../paths";
import { BuyBar } from "./buy-bar";
import { PhotoTile, type ShopPhoto } from "./photo-tile";

export interface ShopGallery {
  key: string;
  /** What can be bought; null where photos are only to be looked at. */
  shop: ShopOffer | null;
  photos: ShopPhoto[];
  nextCursor: string | null;
  chosenHere: string[];
  chosenElsewhere: string[];
}

export interface ShopProps {
  gallery: ShopGallery;
  /** What the server said to the order that was sent. */
  result:
    | { error?: Record<string, string[] | null> | null; initialValue?: Record<string, unknown> | null }
    | undefined;
  /** The photo that is open large, if one is; it gets the choice to show and change. */
  outlet(choice: Choice): ReactNode;
}

/** What is chosen. The checkboxes of the form are the truth, from before JavaScript arrives; this follows them. */
export interface Choice {
  chosen: ReadonlySet<string>;
  /** Not there where nothing can be bought. */
  toggle?: (photoId: string) => void;
}

/** Choosing photos and buying them: one form, which works as it is before JavaScript arrives. */
export function PhotoShop({ gallery, result, outlet }: ShopProps) {
  const more = useMorePhotos(gallery);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set([...gallery.chosenElsewhere, ...gallery.chosenHere]),
  );
  const [alive, setAlive] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    setChosen(new Set(new FormData(form.current ?? undefined).getAll("photo").map(String)));
    setAlive(true);
  }, []);
  const words = useWords(galleryWords).shared;
  const products = gallery.shop?.products ?? [];
  const selling = products.length > 0;
  const buying = useNavigation().formMethod === "POST";

  const toggle = (photoId: string) =>
    setChosen((before) => {
      const after = new Set(before);
      if (!after.delete(photoId)) after.add(photoId);
      return after;
    });
  const choice = { chosen, ...(selling ? { toggle } : {}) };
  const shown = new Set(more.photos.map((photo) => photo.id));
  const chosenUnseen = alive ? [...chosen].filter((id) => !shown.has(id)) : gallery.chosenElsewhere;
  const loadMore = (event: MouseEvent) => {
    event.preventDefault();
    more.load();
  };
  const keepPlace = (event: FormEvent) => {
    if (buying) event.preventDefault();
  };
  return (
    <>
      <Form
        ref={form}
        method="post"
        action={sharePath(gallery.key)}
        onSubmit={keepPlace}
        preventScrollReset
        className="group/shop"
      >
        {chosenUnseen.map((id) => (
          <input key={id} type="hidden" name="photo" value={id} />
        ))}
        <JustifiedGrid
          items={more.photos.map((photo, position) => ({
            key: photo.id,
            width: photo.width,
            height: photo.height,
            children: (
              <PhotoTile
                photo={photo}
                galleryKey={gallery.key}
                eager={position < 12}
                chosen={chosen.has(photo.id)}
                onToggle={selling ? () => toggle(photo.id) : undefined}
              />
            ),
          }))}
        />
        {more.nextCursor ? (
          <div className="mt-12 text-center">
            <Button
              variant="secondary"
              formMethod="get"
              formNoValidate
              name="cursor"
              value={more.nextCursor}
              pending={more.loading}
              onClick={loadMore}
            >
              {words.more}
            </Button>
          </div>
        ) : null}
        {selling ? (
          <BuyBar
            count={alive ? chosen.size : null}
            chosenElsewhere={gallery.chosenElsewhere.length > 0}
            products={products}
            product={String(result?.initialValue?.product ?? products[0]?.id ?? "")}
            adding={buying}
            errors={result?.error?.[""] ?? result?.error?.photo ?? result?.error?.product ?? null}
            onClear={() => setChosen(new Set())}
          />
        ) : null}
      </Form>
      {outlet(choice)}
    </>
  );
}

/** The photos shown so far, and how to get the next ones. */
function useMorePhotos(gallery: ShopGallery) {
  const fetcher = useFetcher<Partial<ShopGallery>>();
  const [pages, setPages] = useState<{ photos: ShopPhoto[]; nextCursor: string | null }[]>([]);
  const { data } = fetcher;
  useEffect(() => {
    if (!data?.photos) return;
    const page = { photos: data.photos, nextCursor: data.nextCursor ?? null };
    const isShown = (each: typeof page) => each.photos[0]?.id === page.photos[0]?.id;
    setPages((before) => (before.some(isShown) ? before : [...before, page]));
  }, [data]);
  const last = pages[pages.length - 1];
  const nextCursor = last ? last.nextCursor : gallery.nextCursor;
  return {
    photos: [...gallery.photos, ...pages.flatMap((page) => page.photos)],
    nextCursor,
    loading: fetcher.state !== "idle",
    load: () => fetcher.load(`${sharePath(gallery.key)}?cursor=${nextCursor}`),
  };
}
