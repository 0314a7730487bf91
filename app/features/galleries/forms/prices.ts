import { z } from "zod";
import { minorDigits, parseAmount } from "../../../lib/money";
import { ok, type Result, refuse } from "../../../lib/result";
import type { PriceChoice } from "../../storefront/model/price-lists";
import { BY_PHOTO, NO_PRICES } from "../model";

/** The fields in which a form says what is sold: a list's id, or what stands for a price per photo and for nothing. */
export const priceFields = {
  prices: z.string().max(60).optional(),
  price: z.string().max(30).default(""),
};

/** What these fields chose; undefined where they say nothing, refused where the price is none. */
export function priceChoiceIn(
  { prices, price }: { prices?: string | undefined; price: string },
  currency: string,
): Result<PriceChoice | undefined, "no_price"> {
  if (prices === NO_PRICES) return ok({ priceListId: null });
  if (prices !== undefined && prices !== BY_PHOTO) return ok({ priceListId: prices });
  if (prices === undefined && price === "") return ok(undefined);
  const perPhoto = parseAmount(price, currency);
  return perPhoto === null ? refuse("no_price") : ok({ perPhoto });
}

/** An amount of money as people type it, in minor units. */
export function amount(currency: string) {
  const example = minorDigits(currency) === 0 ? "500" : "12.50";
  const message = `Enter an amount in ${currency} such as ${example}.`;
  return z
    .string()
    .max(30)
    .transform((text, check) => {
      const read = parseAmount(text, currency);
      if (read !== null) return read;
      check.addIssue({ code: "custom", message });
      return z.NEVER;
    });
}

/** What is said of a price that is none. */
export function priceHelp(currency: string): string {
  const example = minorDigits(currency) === 0 ? "500" : "12.50";
  return `Enter a price in ${currency} such as ${example}; 0 gives the photos away.`;
}
