import type { Money } from "../../lib/money";
import { HOUR, type Instant, MINUTE } from "../../lib/time";

/** Photos that fit into one order. */
export const LARGEST_ORDER = 500;

/** How long the payment page of an order stays open; the provider wants at least 30 minutes. */
export const PAY_WITHIN = 31 * MINUTE;

/** After this the sweep asks the provider about an order that nobody has told us about. */
export const ASK_PROVIDER_AFTER = 3 * MINUTE;

/** Why an order could not be placed. */
export type OrderRefusal =
  | { reason: "gallery_closed" }
  | { reason: "no_photos" }
  | { reason: "photos_gone" }
  /** The gallery sells nothing, or not this any more. */
  | { reason: "not_sold" }
  | { reason: "below_minimum"; missing: Money }
  | { reason: "no_address" }
  /** No way was chosen, or the chosen one does not lead there. */
  | { reason: "no_shipping" }
  /** More lines, or a larger total, than one order can have. */
  | { reason: "too_large" }
  | { reason: "price_changed" }
  | { reason: "payment_unavailable" }
  /** The order before it from the same cart turned out to be paid. */
  | { reason: "paid_meanwhile" }
  /** What costs nothing is sent by mail alone, and the studio may not have strangers mailed yet. */
  | { reason: "studio_unverified" }
  | { reason: "too_many"; until: Instant };

/** Mails with the link to a cart, which anybody can have sent. */
export const cartMailLimits = { window: HOUR, perNetwork: 20, perRecipient: 3 } as const;

/**
 * Orders need no sign-in. An order that costs nothing mails its recipient at once, so that without a limit anybody
 * could have anybody mailed.
 */
export const orderLimits = { window: HOUR, perNetwork: 20, freePerRecipient: 5 } as const;
