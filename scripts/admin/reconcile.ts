import { z } from "zod";
import { isPaymentProviderError } from "~/adapters/payments/payment-provider";
import { formatMoney, type Money } from "~/lib/money";
import { isMonth } from "~/lib/months";
import { isSlug } from "~/lib/slugs";
import type { Env } from "~/tenancy/env";
import { reconcileStudio } from "~/wiring/reconcile-studio";
import { defineCommand } from "./command";
import type { Platform } from "./platform";
import { Refusal } from "./refusal";
import { table } from "./table";

export const reconcileCommand = defineCommand({
  name: "reconcile",
  about: "Compares a studio's payment provider, orders, downloads and ledger.",
  arguments: [
    { name: "slug", about: "the studio's subdomain", positional: true, required: true },
    { name: "month", about: "2026-11, in the studio's zone (default: this month)" },
    { name: "mend", about: "put right what can be, and compare again", flag: true },
  ],
  notes:
    "Changes nothing without --mend. Ends with 0 also when something differs. For production, STRIPE_SECRET_KEY,\nLINK_SECRET and SECRETS_KEY are read from the environment.",
  input: z.object({
    slug: z.string().refine(isSlug, "This is not a studio's subdomain."),
    month: z.string().refine(isMonth, "Name a month such as 2026-11.").optional(),
    mend: z.boolean().default(false),
  }),
  mayStartAnew: false,
  async run(platform, { slug, month, mend }) {
    const outside = await platform.outside();
    try {
      const env = { ...outside.env, ...bindingsOf(platform) } as Env;
      const compared = await reconcileStudio(env, slug, { month: month ?? null, mend });
      if (!compared) throw new Refusal("not_found", `There is no studio ${slug} that can be opened.`);
      return { slug, ...compared };
    } catch (error) {
      if (!isPaymentProviderError(error)) throw error;
      throw new Refusal("unreachable", `The payment provider cannot be asked: ${error.message}`);
    } finally {
      await outside.close();
    }
  },
  show({ month, locale, checked, differences, mended }) {
    const counts = Object.entries(checked).map(([what, count]) => `${count} ${what}`);
    const compared = `${month}: ${counts.join(", ")} compared.`;
    const repaired = mended.length === 0 ? [] : [`${mended.length} put right.`];
    if (differences.length === 0) return [compared, ...repaired, "Everything agrees."].join("\n");
    const shown = (value: Money | string | null) =>
      value === null ? "-" : typeof value === "string" ? value : formatMoney(value, locale);
    const rows = differences.map(({ kind, orderId, ref, expected, found, mend }) => [
      kind,
      orderId ?? "-",
      ref,
      shown(expected),
      shown(found),
      mend ? "can be mended" : "by hand",
    ]);
    const header = ["difference", "order", "about", "should be", "is", ""];
    return [compared, ...repaired, "", table(header, rows)].join("\n");
  },
});

/** The databases under the names that Workers have them by. */
function bindingsOf({ directory, listed, studioDatabase }: Platform): Record<string, D1Database | undefined> {
  return {
    DIRECTORY: directory,
    ...Object.fromEntries(listed.map((ref) => [ref, studioDatabase(ref)])),
  };
}
