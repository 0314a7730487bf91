import { DAY, type Instant } from "../../lib/time";

/** How long a download link opens after the purchase. */
export const LINK_LASTS = 14 * DAY;

export function isLinkOpen(link: { expiresAt: Instant }, now: Instant): boolean {
  return link.expiresAt > now;
}
