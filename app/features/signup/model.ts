import { isSlug, isSlugText, looksReserved, SLUG_LENGTH } from "../../lib/slugs";
import { slugify } from "../../lib/text";
import { DAY, HOUR, MINUTE } from "../../lib/time";

export const TRIAL_LASTS = 14 * DAY;

/** Why a subdomain cannot be had, or that it can. */
export type SlugState = "free" | "malformed" | "reserved" | "taken" | "similar" | "resting";

/** What is wrong with a subdomain by itself; null when only the directory can tell. */
export function slugFault(slug: string): "malformed" | "reserved" | null {
  if (!isSlugText(slug)) return "malformed";
  return isSlug(slug) && !looksReserved(slug) ? null : "reserved";
}

/** What may be tried from one network on the platform's site. */
export const platformLimits = {
  signUp: { most: 20, windowMs: HOUR },
  slugCheck: { most: 300, windowMs: 10 * MINUTE },
} as const;

/** The subdomain that a name suggests; empty when it has no Latin letter or digit. */
export function slugOf(name: string): string {
  return slugify(name).slice(0, SLUG_LENGTH.most).replace(/-+$/, "");
}
