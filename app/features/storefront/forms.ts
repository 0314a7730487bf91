import { z } from "zod";
import { minorDigits, parseAmount } from "../../lib/money";
import { parseTaxRate } from "../studio/model";
import type { ShopFormWords } from "./messages/en-forms";
import { storefrontWords } from "./messages/words";
import { LARGEST_ORDER } from "./model";
import { isCountry } from "./model/countries";
import { priceEndings } from "./model/mark-up";
import { providers } from "./model/money-states";
import {
  fileSizes,
  MOST_OF_ONE,
  MOST_TIERS,
  type Product,
  productKinds,
  shippingClasses,
  type Tier,
  taxClasses,
  tiersDescend,
} from "./model/products";
import type { ShippingMethod } from "./model/shipping";

const some = (value: unknown) => (value === undefined ? [] : Array.isArray(value) ? value : [value]);

/** Whose words a form of visitors answers in; a studio is one. */
interface Speaker {
  tenant: { locale: string };
}

const formWords = ({ tenant }: Speaker) => storefrontWords(tenant.locale).forms;

const emailIn = (words: ShopFormWords) => z.string(words.email).pipe(z.email(words.email).max(254));

const productIn = (words: ShopFormWords) => z.string(words.product).max(60);

const quantityIn = (words: ShopFormWords) =>
  z.coerce.number(words.number).int(words.whole).max(MOST_OF_ONE, words.atMost(MOST_OF_ONE));

/** The form of the gallery: photos, and what is wanted of each. */
export function photosForm(speaker: Speaker) {
  const words = formWords(speaker);
  const photoIds = z
    .array(z.string().max(60))
    .min(1, words.noPhotos)
    .max(LARGEST_ORDER, words.tooManyPhotos(LARGEST_ORDER));
  return z.object({ photo: z.preprocess(some, photoIds), product: productIn(words) });
}

/** The page of one photo, or of the whole gallery when there is none. */
export function buyForm(speaker: Speaker) {
  const words = formWords(speaker);
  return z.object({
    product: productIn(words),
    photo: z.string().max(60).optional(),
    quantity: quantityIn(words).min(1, words.one).default(1),
  });
}

/** What can be done to a cart. */
export function cartForm(speaker: Speaker) {
  const words = formWords(speaker);
  return z.discriminatedUnion(
    "intent",
    [
      z.object({
        intent: z.literal("quantity"),
        line: z.string().max(60),
        quantity: quantityIn(words).min(0, words.whole),
      }),
      z.object({
        intent: z.literal("remove"),
        line: z.preprocess(some, z.array(z.string().max(60)).max(LARGEST_ORDER)),
      }),
      z.object({
        intent: z.literal("delivery"),
        country: countryIn(words.country).optional(),
        way: z.string().max(60).optional(),
      }),
      z.object({ intent: z.literal("accept"), total: z.coerce.number().int() }),
      z.object({ intent: z.literal("mail"), email: emailIn(words) }),
    ],
    words.button,
  );
}

/** The checkout. Whether address and consent are needed depends on the cart: `addressErrors` says what is missing. */
export function checkoutForm(speaker: Speaker) {
  const words = formWords(speaker);
  const text = (most = 120) => z.string().trim().max(most, words.longest(most)).default("");
  return z.object({
    email: emailIn(words),
    shownTotal: z.coerce.number().int(),
    payBy: z.enum(providers).optional(),
    consent: z.literal("on").optional(),
    name: text(),
    line1: text(),
    line2: text(),
    postalCode: text(20),
    city: text(),
    state: text(60),
  });
}

/** What an address cannot do without; null when all of it is there. */
export function addressErrors(
  speaker: Speaker,
  { name, line1, city }: Pick<z.infer<ReturnType<typeof checkoutForm>>, "name" | "line1" | "city">,
): Record<string, string[]> | null {
  const words = formWords(speaker);
  const errors = {
    ...(name ? {} : { name: [words.name] }),
    ...(line1 ? {} : { line1: [words.line1] }),
    ...(city ? {} : { city: [words.city] }),
  };
  return Object.keys(errors).length === 0 ? null : errors;
}

const countryIn = (message: string) => z.string(message).refine(isCountry, message);

const country = countryIn("Choose a country.");

const further = (most = 120) => z.string().trim().max(most, `At most ${most} characters.`).default("");

/** An amount of money as people type it. */
export function amount(currency: string) {
  const example = minorDigits(currency) === 0 ? "500" : "12.50";
  const message = `Enter an amount in ${currency} such as ${example}.`;
  return z.string(message).transform((text, check) => {
    const read = parseAmount(text, currency);
    if (read !== null) return read;
    check.addIssue({ code: "custom", message });
    return z.NEVER;
  });
}

const listName = z.string("Give the list a name.").trim().min(1, "Give the list a name.").max(80);

const listFields = (currency: string) => ({ name: listName, minimum: amount(currency).default(0) });

/** A new list. */
export const newListForm = (currency: string) => z.object(listFields(currency));

/** Percent as a person types it, in hundredths of one. */
const percent = z
  .string("Enter a number such as 10 or -5.")
  .trim()
  .regex(/^[+-]?\d{1,3}([.,]\d{1,2})?$/, "Enter a number such as 10 or -5.")
  .transform((text) => Math.round(Number(text.replace(",", ".")) * 100))
  .pipe(z.number().min(-9900, "At most 99 percent less.").max(90_000, "At most ten times as much."));

/** What can be done to a list. */
export const priceListForm = (currency: string) =>
  z.discriminatedUnion(
    "intent",
    [
      z.object({ intent: z.literal("save"), ...listFields(currency) }),
      z.object({
        intent: z.literal("mark-up"),
        percent,
        ending: z.enum(priceEndings, "Choose how prices end."),
      }),
      z.object({ intent: z.literal("copy"), copyName: listName }),
      z.object({ intent: z.literal("default") }),
      z.object({ intent: z.literal("archive") }),
      z.object({ intent: z.literal("restore") }),
    ],
    "Press one of the buttons.",
  );

/** Lines of two fields each, `from1` and `amount1` on, of which empty ones are left out. */
function stepFields(currency: string) {
  const count = z.coerce
    .number("Enter a number.")
    .int("Enter a whole number.")
    .min(1)
    .max(100_000)
    .optional();
  const fields: Record<string, z.ZodType<number | undefined>> = {};
  for (let i = 1; i <= MOST_TIERS; i++) {
    fields[`from${i}`] = count;
    fields[`each${i}`] = amount(currency).optional();
  }
  return fields;
}

function stepsIn(values: Record<string, unknown>): Tier[] | null {
  const steps: Tier[] = [];
  for (let i = 1; i <= MOST_TIERS; i++) {
    const from = values[`from${i}`] as number | undefined;
    const each = values[`each${i}`] as number | undefined;
    if ((from === undefined) !== (each === undefined)) return null;
    if (from !== undefined && each !== undefined) steps.push({ from, amount: each });
  }
  return steps;
}

/** A product of a list, or its removal. */
export const productForm = (currency: string) =>
  z.discriminatedUnion("intent", [
    z.object({ intent: z.literal("remove") }),
    z
      .object({
        intent: z.literal("save", "Press one of the buttons."),
        kind: z.enum(productKinds, "Choose what it is."),
        name: z.string("Give the product a name.").trim().min(1).max(80),
        fileSize: z.enum(fileSizes).default("original"),
        terms: z.string().trim().max(2000).default(""),
        dimensions: further(60),
        finish: further(60),
        price: amount(currency),
        cost: amount(currency).default(0),
        taxClass: z.enum(taxClasses, "Choose how it is taxed."),
        shippingClass: z.enum(shippingClasses).default("standard"),
        ...stepFields(currency),
      })
      .transform((values, check): { intent: "save"; product: Omit<Product, "id"> } => {
        const tiers = stepsIn(values);
        if (!tiers || !tiersDescend(values.price, tiers)) {
          const message =
            "Each tier has a number and a price, begins later and is cheaper than the one before.";
          check.addIssue({ code: "custom", path: ["from1"], message });
          return z.NEVER;
        }
        const { kind, name, fileSize, terms, dimensions, finish, cost, taxClass, shippingClass } = values;
        const isFile = kind !== "physical";
        return {
          intent: "save",
          product: {
            ...{ kind, name, terms, cost, taxClass, shippingClass, tiers, amount: values.price },
            fileSize: isFile ? fileSize : null,
            dimensions: isFile ? "" : dimensions,
            finish: isFile ? "" : finish,
          },
        };
      }),
  ]);

const countryList = z
  .string()
  .trim()
  .max(400)
  .default("")
  .transform((text) =>
    text
      .toUpperCase()
      .split(/[\s,;]+/)
      .filter(Boolean),
  )
  .refine((codes) => codes.every(isCountry), "Use two-letter codes such as DE AT CH.");

/** A way in which things reach buyers, or its removal. */
export const shippingForm = (currency: string) =>
  z.discriminatedUnion("intent", [
    z.object({ intent: z.literal("remove") }),
    z
      .object({
        intent: z.literal("save", "Press one of the buttons."),
        name: z.string("Give it a name.").trim().min(1, "Give it a name.").max(80),
        kind: z.enum(["sent", "pickup"], "Choose what it is."),
        countries: countryList,
        largeAmount: amount(currency).default(0),
        freeFrom: amount(currency).optional(),
        ...stepFields(currency),
      })
      .transform((values, check): { intent: "save"; method: Omit<ShippingMethod, "id" | "currency"> } => {
        const pickup = values.kind === "pickup";
        const steps = stepsIn(values);
        const ascends = steps?.every((step, i) => i === 0 || step.from > (steps[i - 1]?.from ?? 0));
        if (!pickup && (steps?.[0]?.from !== 1 || !ascends)) {
          const message = "The first line begins with 1 and has a fee; each further one begins later.";
          check.addIssue({ code: "custom", path: ["from1"], message });
          return z.NEVER;
        }
        const { name, countries, largeAmount, freeFrom } = values;
        return {
          intent: "save",
          method: {
            ...{ name, pickup, countries: pickup ? [] : countries },
            steps: pickup ? [] : (steps ?? []),
            largeAmount: pickup ? 0 : largeAmount,
            freeFrom: pickup ? null : (freeFrom ?? null),
          },
        };
      }),
  ]);

const taxKey = {
  country: z.union([z.literal("*"), country], "Choose a country."),
  taxClass: z.enum(["*", ...taxClasses], "Choose a kind of product."),
};

/** Rates that differ from the studio's own: one is set, or taken away. */
export const taxRatesForm = z.discriminatedUnion(
  "intent",
  [
    z.object({ intent: z.literal("remove"), ...taxKey }),
    z
      .object({
        intent: z.literal("add"),
        ...taxKey,
        name: z.string().trim().max(20, "At most 20 characters.").default(""),
        rate: z.string().trim().max(10).default(""),
      })
      .transform((values, check) => {
        const { country: where, taxClass, name } = values;
        const rate = name === "" ? 0 : parseTaxRate(values.rate);
        if (rate === null) {
          check.addIssue({ code: "custom", path: ["rate"], message: "Enter a rate such as 19 or 8.1." });
          return z.NEVER;
        }
        return { intent: values.intent, rate: { country: where, taxClass, name, rate } };
      }),
  ],
  "Press one of the buttons.",
);
