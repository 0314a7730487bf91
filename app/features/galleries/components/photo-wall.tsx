import { Form, useNavigation } from "@remix-run/react";
import { type FormEvent, type RefObject, useCallback } from "react";
import { formatMoney } from "../../../lib/money";
import { Button } from "../../../ui/button";
import { useLocale, useWords } from "../../../ui/locale";
import {
  type OfferedProduct,
  offeredAnywhere,
  offeredIn,
  pricesOfLike,
  type ShopOffer,
  totalOfLike,
} from "../../storefront/model/shop-offer";
import { galleryWords } from "../messages/words";
import type { Grid } from "../model";
import type { GridLayout } from "../model/grid-layout";
import { PICTURES_A_PAGE, type TilePhoto } from "../model/tile-photo";
import { sharedPhotoPath, sharePath } from "../paths";
import { BuyBar } from "./buy-bar";
import { sectionAnchor } from "./gallery-bar";
import { useGallery } from "./gallery-context";
import { PhotoGrid } from "./photo-grid";
import { PhotoTile } from "./photo-tile";
import { pricesText } from "./section-prices";
import { type Choice, SHOP_FORM } from "./use-choice";
import type { Shelf, Shelves } from "./use-shelves";

export interface PhotoWallProps {
  shelves: Shelves;
  grid: Grid;
  /** Whether the first photos are seen at once, because nothing stands before them. */
  eager: boolean;
  search: string;
  /** Where the next page begins, for those who turn pages. */
  next: string | null;
  /** What can be bought; null where photos are only to be looked at. */
  shop: ShopOffer | null;
  /** Whether the boxes are there that choose what is bought. */
  choosing: boolean;
  choice: Choice;
  chosenElsewhere: string[];
  form: RefObject<HTMLFormElement>;
  /** What the server said to the order that was sent. */
  result:
    | { error?: Record<string, string[] | null> | null; initialValue?: Record<string, unknown> | null }
    | undefined;
  onPlaced(shelf: Shelf, element: HTMLElement, layout: GridLayout): void;
}

/** All photos, section by section, and choosing among them to buy, which works as it is before JavaScript arrives. */
export function PhotoWall(props: PhotoWallProps) {
  const { shelves, grid, eager, search, next, shop, choosing, choice, form, result, onPlaced } = props;
  const { key } = useGallery();
  const words = useWords(galleryWords).shared;
  const locale = useLocale();
  const products = shop ? offeredAnywhere(shop) : [];
  const selling = products.length > 0;
  const differs = shop !== null && Object.keys(shop.sections).length > 0;
  const alive = choice.count !== null;
  const buying = useNavigation().formMethod === "POST";
  const keepPlace = (event: FormEvent) => {
    if (buying) event.preventDefault();
  };
  const { chosen, toggle } = choice;
  const first = shelves.shelves[0]?.photos[0]?.id;
  const tile = useCallback(
    (photo: TilePhoto, withPicture: boolean, isSold: boolean) => (
      <PhotoTile
        photo={photo}
        to={sharedPhotoPath(key, photo.id) + search}
        withPicture={withPicture}
        eager={eager && photo.id === first}
        chosen={chosen.has(photo.id)}
        box={!isSold ? "none" : choosing ? "shown" : "plain"}
        boxName={alive ? undefined : "photo"}
        onToggle={toggle}
      />
    ),
    [key, search, eager, first, chosen, choosing, alive, toggle],
  );
  const sold = useCallback(
    (photo: TilePhoto, withPicture: boolean) => tile(photo, withPicture, true),
    [tile],
  );
  const unsold = useCallback(
    (photo: TilePhoto, withPicture: boolean) => tile(photo, withPicture, false),
    [tile],
  );
  const sent = alive ? [...chosen] : props.chosenElsewhere;
  const sectionOf = new Map(
    shelves.shelves.flatMap(({ id, photos }) => photos.map((photo) => [photo.id, id] as const)),
  );
  const totalOf = (product: OfferedProduct) => {
    const places = [...chosen].map((id) => sectionOf.get(id));
    // Of a photo that is not here it is not known where it stands.
    if (!shop || places.includes(undefined)) return null;
    const amount = totalOfLike(shop, product, places as (string | null)[]);
    return amount === null ? null : formatMoney({ amount, currency: product.currency }, locale);
  };
  const priceOf = (product: OfferedProduct) => {
    const { least, most } = shop
      ? pricesOfLike(shop, product)
      : { least: product.amount, most: product.amount };
    const price = formatMoney({ amount: least, currency: product.currency }, locale);
    return least === most ? price : words.from(price);
  };
  let drawn = 0;
  return (
    <div className="group/shop">
      {shelves.shelves.map((shelf, position) => {
        const pictured = Math.max(0, PICTURES_A_PAGE - drawn);
        drawn += shelf.photos.length;
        const offered = shop ? offeredIn(shop, shelf.id) : [];
        const prices = differs ? pricesText(offered, words, locale) : null;
        return (
          <section
            key={shelf.id ?? "first"}
            id={sectionAnchor(shelf.id)}
            aria-label={shelf.name || words.all}
            className="scroll-mt-14"
          >
            {shelf.name ? (
              <h2
                className={`look-title px-4 pb-7 text-center ${position === 0 ? "pt-2" : "pt-16 sm:pt-24"}`}
                style={{ fontSize: "calc(var(--text-3xl) * var(--title-scale, 1))" }}
              >
                {shelf.name}
              </h2>
            ) : null}
            {shelf.name && prices ? (
              <p className="text-muted -mt-4 px-4 pb-7 text-center text-sm">{prices}</p>
            ) : null}
            <PhotoGrid
              shelf={shelf}
              grid={grid}
              label={shelf.name ? words.section(shelf.name) : words.all}
              pictured={pictured}
              loadMore={shelves.loadMore}
              tile={offered.length > 0 ? sold : unsold}
              onPlaced={onPlaced}
            />
          </section>
        );
      })}
      <Form
        ref={form}
        id={SHOP_FORM}
        method="post"
        action={sharePath(key)}
        onSubmit={keepPlace}
        preventScrollReset
        className="contents"
      >
        {sent.map((id) => (
          <input key={id} type="hidden" name="photo" value={id} />
        ))}
        {next !== null && !alive ? (
          <div className="mt-12 hidden text-center noscript:block">
            <Button variant="secondary" formMethod="get" formNoValidate name="from" value={next}>
              {words.more}
            </Button>
          </div>
        ) : null}
        {selling ? (
          <div className={choosing ? "contents" : "hidden noscript:contents"}>
            <BuyBar
              count={choice.count}
              chosenElsewhere={props.chosenElsewhere.length > 0}
              products={products}
              priceOf={priceOf}
              totalOf={totalOf}
              product={String(result?.initialValue?.product ?? products[0]?.id ?? "")}
              adding={buying}
              errors={result?.error?.[""] ?? result?.error?.photo ?? result?.error?.product ?? null}
              onClear={choice.clear}
            />
          </div>
        ) : null}
      </Form>
    </div>
  );
}
