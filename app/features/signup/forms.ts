import { z } from "zod";
import { isCurrency } from "../../lib/money";
import { isSlug } from "../../lib/slugs";
import { isTimeZone } from "../../lib/time";
import { newPassword } from "../account/model";

function isLocale(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
}

/** What is needed to make a studio. */
export const newStudio = z.object({
  slug: z
    .string()
    .refine(isSlug, "A subdomain has 3 to 40 small letters, digits and single hyphens, and is not reserved."),
  name: z.string().trim().min(1, "Give the studio a name.").max(80),
  tagline: z.string().trim().max(160).default(""),
  locale: z.string().refine(isLocale, "Enter a locale such as en-IE.").default("en"),
  timeZone: z.string().refine(isTimeZone, "Enter an IANA time zone such as Europe/Berlin.").default("UTC"),
  currency: z.string().refine(isCurrency, "Enter an ISO 4217 currency such as EUR.").default("EUR"),
  accent: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i, "Enter a colour such as #2f5d62.")
    .default("#7a4b2a"),
  watermarkText: z.string().trim().min(1).max(40),
  /** The account at the payment provider; null until there is one. */
  providerAccount: z
    .string()
    .regex(/^acct_\w+$/, "A payment account looks like acct_1A2b3C.")
    .nullable()
    .default(null),
  owner: z.object({
    email: z.email("Enter the owner's e-mail address.").max(254),
    name: z.string().trim().min(1, "Enter the owner's name.").max(80),
    password: newPassword,
  }),
});

export type NewStudio = z.infer<typeof newStudio>;
