import { formatMoney } from "../../lib/money";
import { formatDay } from "../../lib/time";
import type { Studio } from "../../tenancy/studio";
import { clientPath } from "../clients/paths";
import { reopeningOffer } from "../storefront/index.server";
import { reopenPath } from "../storefront/paths";
import { presenceOf } from "../studio/index.server";
import type { Gallery } from "./model";
import { daysLeft, type ToldExpired } from "./model/expiry";

/** What the page of a gallery that has closed says besides names. */
export async function toldExpired(studio: Studio, gallery: Gallery, key: string): Promise<ToldExpired> {
  const { locale, timeZone } = studio.tenant;
  const { contactEmail, contactPhone } = await presenceOf(studio);
  const offer = await reopeningOffer(studio, gallery);
  return {
    expiredOn: formatDay(gallery.expiresAt ?? studio.clock.now(), locale, timeZone),
    reopen: offer && {
      to: reopenPath(key),
      days: offer.days,
      price: offer.price.amount === 0 ? null : formatMoney(offer.price, locale),
    },
    ordersTo: clientPath,
    contact: { email: contactEmail || null, phone: contactPhone || null },
  };
}

/** What a gallery says of its end while that is near; null while it is not. */
export function toldEnd({ clock, tenant }: Studio, gallery: Gallery) {
  const left = daysLeft(gallery, clock.now(), tenant.timeZone);
  if (left === null || gallery.expiresAt === null) return null;
  return { day: formatDay(gallery.expiresAt, tenant.locale, tenant.timeZone), daysLeft: left };
}
