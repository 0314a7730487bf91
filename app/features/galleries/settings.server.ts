import { typedAmount } from "../../lib/money";
import { dayOf } from "../../lib/time";
import type { Studio } from "../../tenancy/studio";
import { listsToChoose, pricesOf } from "../storefront/index.server";
import type { PricesSummary } from "../storefront/model/price-lists";
import { passwordOf, pinOf } from "./download-pin.server";
import { BY_PHOTO, NO_PRICES } from "./model";
import { coverPhotoOf, getGallery } from "./queries.server";

/** What the page of a gallery's settings shows: every part as its form has it. Throws `not_found`. */
export async function settingsOf(studio: Studio, galleryId: string) {
  const gallery = await getGallery(studio, galleryId);
  const { timeZone, locale, currency } = studio.tenant;
  const [prices, lists, coverPhoto, password, downloadPin] = await Promise.all([
    pricesOf(studio, gallery),
    listsToChoose(studio),
    coverPhotoOf(studio, gallery),
    passwordOf(studio, gallery),
    pinOf(studio, gallery),
  ]);
  const { id, name, proofing } = gallery;
  return {
    id,
    name,
    currency,
    timeZone,
    basics: {
      name,
      subtitle: gallery.subtitle,
      shotOn: gallery.shotOn ?? "",
      expiresOn: gallery.expiresAt === null ? "" : dayOf(gallery.expiresAt, timeZone),
    },
    look: {
      cover: gallery.cover,
      coverX: gallery.coverX,
      coverY: gallery.coverY,
      grid: gallery.grid,
      typeface: gallery.typeface,
      theme: gallery.theme,
    },
    coverPhoto,
    access: {
      visibility: gallery.visibility,
      password: password ?? "",
      registration: gallery.registration,
      rights: gallery.rights,
      downloadPin: downloadPin ?? "",
    },
    choosing: {
      mode: proofing.mode,
      picks: String(proofing.picks ?? ""),
      extraPrice:
        proofing.extraPrice === null ? "" : typedAmount({ amount: proofing.extraPrice, currency }, locale),
      remindAfterDays: String(proofing.remindAfterDays ?? ""),
    },
    selling: { ...chosenPrices(gallery, prices, locale), watermark: gallery.watermark },
    lists: withChosen(lists, prices),
  };
}

/** What the form shows of the prices a gallery has now. */
function chosenPrices(
  { priceListId }: { priceListId: string | null },
  prices: PricesSummary | null,
  locale: string,
): { prices: string; price: string } {
  if (prices?.perPhoto == null) return { prices: priceListId ?? NO_PRICES, price: "" };
  return {
    prices: BY_PHOTO,
    price: typedAmount({ amount: prices.perPhoto, currency: prices.currency }, locale),
  };
}

/** The lists to choose from, with the one that is chosen though it was archived. */
function withChosen(lists: readonly { id: string; name: string }[], prices: PricesSummary | null) {
  const isMissing = prices && prices.perPhoto === null && !lists.some(({ id }) => id === prices.id);
  return (isMissing ? [prices, ...lists] : lists).map(({ id, name }) => ({ id, name }));
}
