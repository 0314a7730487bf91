import { z } from "zod";
import { isCurrency } from "../../lib/money";
import { isSlug } from "../../lib/slugs";
import { isTimeZone } from "../../lib/time";
import { newPassword } from "../account/model";
import { slugOf } from "./model";

function isLocale(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
}

const timeZone = z.string().refine(isTimeZone, "Enter an IANA time zone such as Europe/Berlin.");
const currency = z.string().refine(isCurrency, "Enter an ISO 4217 currency such as EUR.");
const locale = z.string().refine(isLocale, "Enter a locale such as en-IE.");
const studioName = z.string("Give the studio a name.").trim().min(1, "Give the studio a name.").max(80);
const ownerName = z.string("Enter your name.").trim().min(1, "Enter your name.").max(80);
const email = z.email("Enter an e-mail address such as anna@example.com.").max(254);

/** What is needed to make a studio. */
export const newStudio = z.object({
  slug: z
    .string()
    .refine(isSlug, "A subdomain has 3 to 40 small letters, digits and single hyphens, and is not reserved."),
  name: studioName,
  tagline: z.string().trim().max(160).default(""),
  locale: locale.default("en"),
  timeZone: timeZone.default("UTC"),
  currency: currency.default("EUR"),
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

/** The sign-up page. Whether the subdomain can be had, only the directory knows; left empty, it follows the name. */
export const signUpForm = z
  .object({
    name: studioName,
    slug: z.string().trim().toLowerCase().max(200).default(""),
    ownerName,
    email,
    password: newPassword,
    timeZone,
    currency,
    locale,
  })
  .transform(({ slug, ...values }) => ({ ...values, slug: slug || slugOf(values.name) }));

export type SignUp = z.output<typeof signUpForm>;

const LONGEST_WATERMARK = 40;

/** What makes the studio that somebody signs up for; the watermark is drawn in Latin letters only. */
export function newStudioOf({ name, slug, ownerName, email, password, ...region }: SignUp): NewStudio {
  const latin = name.replace(/[^\p{Script=Latin}\p{N}\p{P}\p{Zs}&]/gu, "").trim();
  return newStudio.parse({
    ...region,
    name,
    slug,
    watermarkText: (/\p{Script=Latin}/u.test(latin) ? latin : slug).slice(0, LONGEST_WATERMARK).trim(),
    owner: { name: ownerName, email, password },
  });
}
