import { z } from "zod";
import { languages } from "../../lib/languages";
import { isCurrency } from "../../lib/money";
import { isTimeZone } from "../../lib/time";
import { parseTaxRate } from "./model";

export const brandForm = z.object({
  name: z.string("Give the studio a name.").trim().min(1, "Give the studio a name.").max(80),
  tagline: z.string().trim().max(160, "At most 160 characters.").default(""),
  accent: z.string("Choose a colour.").regex(/^#[0-9a-f]{6}$/i, "Choose a colour such as #2f5d62."),
  about: z.string().trim().max(2000, "At most 2000 characters.").default(""),
  contactEmail: z
    .union([z.literal(""), z.email("Enter an e-mail address such as anna@example.com.").max(254)])
    .default(""),
  contactPhone: z
    .string()
    .trim()
    .regex(/^[+\d][\d\s()/.-]{4,29}$|^$/, "Enter a telephone number such as +49 89 123456.")
    .default(""),
  contactAddress: z.string().trim().max(300, "At most 300 characters.").default(""),
  instagram: z
    .string()
    .trim()
    .transform((name) => name.replace(/^https?:\/\/(www\.)?instagram\.com\/|^@|\/.*$/g, ""))
    .pipe(z.string().regex(/^[\w.]{0,30}$/, "Enter a name such as aurora.fotografie."))
    .default(""),
  logo: z.instanceof(File).optional(),
  removeLogo: z.literal("on").optional(),
});

export const regionForm = z.object({
  locale: z.string().refine((tag) => {
    try {
      return Intl.getCanonicalLocales(tag).length === 1;
    } catch {
      return false;
    }
  }, "Choose a language and region."),
  timeZone: z.string().refine(isTimeZone, "Choose a time zone."),
  currency: z.string().refine(isCurrency, "Choose a currency."),
});

export const taxForm = z
  .object({
    prices: z.enum(["include", "exclude", "none"], "Choose how tax stands in your prices."),
    taxName: z.string().trim().max(20, "At most 20 characters.").default(""),
    taxRate: z.string().trim().max(10).default(""),
    taxNumber: z.string().trim().max(40, "At most 40 characters.").default(""),
  })
  .transform((values, context) => {
    if (values.prices === "none")
      return { pricesIncludeTax: true, taxName: "", taxRate: 0, taxNumber: values.taxNumber };
    const taxRate = parseTaxRate(values.taxRate);
    if (!values.taxName)
      context.addIssue({
        code: "custom",
        path: ["taxName"],
        message: "Name the tax as it stands on receipts.",
      });
    if (taxRate === null)
      context.addIssue({ code: "custom", path: ["taxRate"], message: "Enter a rate such as 19 or 8.1." });
    return {
      pricesIncludeTax: values.prices === "include",
      taxName: values.taxName,
      taxRate: taxRate ?? 0,
      taxNumber: values.taxNumber,
    };
  });

/** What the page of the first steps can be asked to do. */
export const setupForm = z.object({
  intent: z.enum(["send", "fill", "remove", "hide"], "Press one of the buttons."),
});

/** The language that a visitor chooses to read in. */
export const languageForm = z.object({ language: z.enum(languages) });
