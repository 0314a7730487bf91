import type { Period } from "../adapters/payments/payment-provider";
import { mendPeriod, reconcile } from "../features/storefront/index.server";
import { monthOf, monthPeriod } from "../lib/months";
import { Directory } from "../tenancy/directory";
import type { Env } from "../tenancy/env";
import { openStudio } from "../tenancy/open-studio";

/**
 * Compares the books of a studio with its providers, in one month of its own zone, and mends them where that is asked
 * for; null when there is no such studio, or it cannot be opened. What a mending announces is sent on by the next sweep.
 */
export async function reconcileStudio(
  env: Env,
  slug: string,
  { month, mend }: { month: string | null; mend: boolean },
) {
  const entry = await new Directory(env.DIRECTORY).bySlug(slug);
  const opened = await openStudio(env, entry, () => {});
  if (!opened.ok) return null;
  const { studio } = opened;
  const { timeZone, locale } = studio.tenant;
  const compared = month ?? monthOf(studio.clock.now(), timeZone);
  const period: Period = monthPeriod(compared, timeZone);
  if (!mend) return { month: compared, locale, mended: [], ...(await reconcile(studio, period)) };
  const { mended, left } = await mendPeriod(studio, period);
  return { month: compared, locale, mended, ...left };
}
