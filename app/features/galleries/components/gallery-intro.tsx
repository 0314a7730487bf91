import { ShoppingBag } from "lucide-react";
import { formatMoney } from "../../../lib/money";
import { Button, LinkButton } from "../../../ui/button";
import { useLocale, useWords } from "../../../ui/locale";
import type { ShopOffer } from "../../storefront/model/shop-offer";
import { buyPath } from "../../storefront/paths";
import { galleryWords } from "../messages/words";
import type { DownloadRight } from "../model/roles";
import { useGallery } from "./gallery-context";
import { pricesText } from "./section-prices";

export interface GalleryIntroProps {
  count: number;
  shop: ShopOffer | null;
  openUntil: { day: string; daysLeft: number } | null;
  /** What may be downloaded for nothing; "none" also where that is not offered. */
  freeSize: DownloadRight;
  /** Whether the boxes are there that choose what is bought; left out where they always are. */
  buyMode: { on: boolean; toggle(): void } | null;
}

/** A few words before the photos: how many there are, how long, at what price, and what can be had of all of them. */
export function GalleryIntro({ count, shop, openUntil, freeSize, buyMode }: GalleryIntroProps) {
  const { key } = useGallery();
  const words = useWords(galleryWords).shared;
  const locale = useLocale();
  const facts = [
    words.photos(count),
    shop ? pricesText([...shop.products, ...Object.values(shop.sections).flat()], words, locale) : null,
    freeSize === "none" || count === 0 ? null : words.downloadsHint[freeSize],
    openUntil ? (openUntil.daysLeft === 0 ? words.lastDay : words.openUntil(openUntil.day)) : null,
  ];
  return (
    <div className="px-5 pt-9 pb-9 text-center sm:pt-12 sm:pb-12">
      <p className="text-muted mx-auto max-w-md text-sm text-balance sm:max-w-none">
        {facts.filter(Boolean).join("\u00a0· ")}
      </p>
      <div className="flex flex-wrap items-center justify-center gap-x-3 gap-y-2 not-empty:mt-4">
        {shop?.whole && count > 0 ? (
          <LinkButton to={buyPath(key)} variant="secondary" size="sm">
            {words.buyAll(count, formatMoney(shop.whole, locale))}
          </LinkButton>
        ) : null}
        {buyMode ? (
          <Button
            type="button"
            variant="secondary"
            size="sm"
            aria-pressed={buyMode.on}
            onClick={buyMode.toggle}
            className="noscript:hidden"
          >
            <ShoppingBag aria-hidden="true" />
            {buyMode.on ? words.buyModeEnd : words.buyMode}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
