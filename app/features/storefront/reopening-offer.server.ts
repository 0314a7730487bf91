import type { Money } from "../../lib/money";
import { addDays, dayOf, endOfDay, type Instant } from "../../lib/time";
import type { Studio } from "../../tenancy/studio";
import { hasVerifiedOwner } from "../account/index.server";
import { type Gallery, galleryState } from "../galleries/model";
import { priceService } from "./commands/place-service-order.server";
import { canBePaid } from "./payment-methods.server";

/** What a client can have who comes too late. */
export interface ReopeningOffer {
  /** What is to be paid in all. */
  price: Money;
  days: number;
  /** Until when it is open, if it is paid now. */
  until: Instant;
}

/**
 * The offer to open a gallery again; null where it is open, where the studio makes no such offer or cannot be paid, and
 * where the originals are gone.
 */
export async function reopeningOffer(studio: Studio, gallery: Gallery): Promise<ReopeningOffer | null> {
  const { clock, tenant } = studio;
  const { reopenPrice, reopenDays: days, originalsDeletedAt } = gallery;
  const now = clock.now();
  if (galleryState(gallery, now) !== "expired" || reopenPrice === null || originalsDeletedAt !== null)
    return null;
  const isHad = reopenPrice === 0 ? await hasVerifiedOwner(studio) : await canBePaid(studio);
  if (!isHad) return null;
  const { priced } = await priceService(studio, { title: "", amount: reopenPrice, quantity: 1 });
  const until = endOfDay(addDays(dayOf(now, tenant.timeZone), days), tenant.timeZone);
  return { price: { amount: priced.total, currency: priced.currency }, days, until };
}
