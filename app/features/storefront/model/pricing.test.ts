import fc from "fast-check";
import { expect, test } from "vitest";
import { formatMoney, MAX_AMOUNT, parseAmount, typedAmount } from "../../../lib/money";
import { offeredCurrencies } from "../../../lib/regions";
import { markedUp, priceEndings } from "./mark-up";
import { platformFee } from "./platform-fee";
import { type Destination, type Item, type PricingRules, priceCart, tierFor } from "./price-cart";
import { isCountable, type Product, readTiers, type Tier, tiersDescend, writeTiers } from "./products";
import { share } from "./rounding";
import { type ShippingMethod, shippingFee } from "./shipping";
import { taxOf } from "./tax";

/** As many as the whole file takes a few seconds for. */
const RUNS = { numRuns: 400 };

const currency = fc.constantFrom(...offeredCurrencies, "JPY", "KRW", "UGX", "KWD", "BHD");
const amount = fc.oneof(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 0, max: MAX_AMOUNT }));
const country = fc.option(fc.constantFrom("DE", "FR", "JP", "US"), { nil: null });
const rate = fc.integer({ min: 0, max: 9999 });
const taxClass = fc.constantFrom("digital" as const, "physical" as const, "service" as const);

/** Tiers as the editor lets them be: more of them, each one cheaper. */
const descending = fc
  .tuple(
    fc.integer({ min: 1, max: MAX_AMOUNT }),
    fc.array(fc.tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 99 })), { maxLength: 4 }),
  )
  .map(([first, cuts]) => {
    const tiers: Tier[] = [];
    let before = { from: 1, amount: first };
    for (const [more, percent] of cuts) {
      const tier = { from: before.from + more, amount: Math.floor((before.amount * percent) / 100) };
      if (tier.amount >= before.amount) break;
      tiers.push(tier);
      before = tier;
    }
    return { amount: first, tiers };
  });

const product: fc.Arbitrary<Product> = fc
  .record({
    id: fc.uuid(),
    kind: fc.constantFrom("photo" as const, "all_photos" as const, "physical" as const),
    name: fc.constant("Product"),
    fileSize: fc.constant(null),
    terms: fc.constant(""),
    dimensions: fc.constant(""),
    finish: fc.constant(""),
    cost: amount,
    taxClass,
    shippingClass: fc.constantFrom("standard" as const, "large" as const),
    prices: fc.oneof(
      descending,
      amount.map((each) => ({ amount: each, tiers: [] })),
    ),
  })
  .map(({ prices, ...rest }) => ({ ...rest, ...prices }));

const items: fc.Arbitrary<Item[]> = fc.array(product, { minLength: 1, maxLength: 5 }).chain((products) =>
  fc
    .array(fc.tuple(fc.nat({ max: products.length - 1 }), fc.integer({ min: 1, max: 30 })), {
      minLength: 1,
      maxLength: 12,
    })
    .map((picks) =>
      picks.flatMap(([which, many], i) => {
        const chosen = products[which];
        return chosen ? [{ key: String(i), product: chosen, quantity: isCountable(chosen) ? many : 1 }] : [];
      }),
    ),
);

const rules: fc.Arbitrary<PricingRules> = fc.record({
  currency,
  minimum: amount,
  tax: fc.record({
    included: fc.boolean(),
    name: fc.constantFrom("VAT", ""),
    rate,
    rates: fc.array(
      fc.record({
        country: fc.constantFrom("*", "DE", "FR", "JP"),
        taxClass: fc.oneof(taxClass, fc.constant("*" as const)),
        name: fc.constantFrom("VAT", "TVA", ""),
        rate,
      }),
      { maxLength: 5 },
    ),
  }),
});

const method: fc.Arbitrary<ShippingMethod> = fc.record({
  id: fc.constant("shp_1"),
  name: fc.constant("Post"),
  pickup: fc.boolean(),
  currency: fc.constant("EUR"),
  countries: fc.constant([]),
  steps: fc
    .array(fc.tuple(fc.integer({ min: 1, max: 9 }), amount), { minLength: 1, maxLength: 3 })
    .map((steps) => {
      let from = 1;
      return steps.map(([more, fee], i) => {
        from = i === 0 ? 1 : from + more;
        return { from, amount: fee };
      });
    }),
  largeAmount: amount,
  freeFrom: fc.option(amount, { nil: null }),
});

const to: fc.Arbitrary<Destination> = fc.record({
  country,
  shipping: fc.option(method, { nil: null }),
});

const sum = (amounts: readonly number[]) => amounts.reduce((all, each) => all + each, 0);

test("the parts of a cart add up to its total in every currency, in whole minor units, and none is negative", () => {
  fc.assert(
    fc.property(rules, items, to, (how, what, where) => {
      const cart = priceCart(how, what, where);
      const shipping = cart.shipping?.amount ?? 0;
      const taxes = [...cart.lines.map(({ tax }) => tax), ...(cart.shipping ? [cart.shipping.tax] : [])];
      expect(cart.goods).toBe(sum(cart.lines.map((line) => line.amount)));
      expect(cart.taxAmount).toBe(sum(taxes.map((tax) => tax.amount)));
      expect(cart.taxAmount).toBe(sum(cart.taxes.map((tax) => tax.amount)));
      expect(cart.total).toBe(cart.goods + shipping + (how.tax.included ? 0 : cart.taxAmount));
      if (how.tax.included) expect(cart.taxAmount).toBeLessThanOrEqual(cart.total);
      const numbers = [
        cart.total,
        cart.goods,
        cart.missing,
        ...taxes.map((tax) => tax.amount),
        ...cart.lines.flatMap((line) => [line.unit, line.amount, line.quantity]),
      ];
      for (const each of numbers) {
        expect(Number.isSafeInteger(each)).toBe(true);
        expect(each).toBeGreaterThanOrEqual(0);
      }
      expect(cart.missing).toBe(Math.max(0, how.minimum - cart.goods));
    }),
    RUNS,
  );
});

test("the trail of each line leads from the list price to what the line costs", () => {
  fc.assert(
    fc.property(rules, items, to, (how, what, where) => {
      for (const [i, line] of priceCart(how, what, where).lines.entries()) {
        const item = what[i];
        const prices = line.trail.filter((step) => step.step !== "tax");
        const tax = line.trail.find((step) => step.step === "tax");
        expect(prices[0]).toMatchObject({ step: "list", unit: item?.product.amount });
        expect(prices.at(-1)).toMatchObject({ unit: line.unit, amount: line.amount });
        expect(line.unit * line.quantity).toBe(line.amount);
        expect(tax?.amount ?? 0).toBe(line.tax.amount);
        expect(line.amount).toBeLessThanOrEqual(prices[0]?.amount ?? 0);
      }
    }),
    RUNS,
  );
});

test("the order of the lines changes neither what each costs nor the total", () => {
  const shuffled = items.chain((what) =>
    fc.tuple(fc.constant(what), fc.shuffledSubarray(what, { minLength: what.length })),
  );
  fc.assert(
    fc.property(rules, shuffled, to, (how, [what, other], where) => {
      const one = priceCart(how, what, where);
      const two = priceCart(how, other, where);
      const byKey = (cart: typeof one) => [...cart.lines].sort((a, b) => a.key.localeCompare(b.key));
      expect({ ...two, lines: byKey(two) }).toEqual({ ...one, lines: byKey(one) });
    }),
    RUNS,
  );
});

test("more of a product never costs less, unless it reaches a cheaper tier", () => {
  fc.assert(
    fc.property(rules, product, fc.integer({ min: 1, max: 60 }), country, (how, what, quantity, where) => {
      const cost = (count: number) =>
        priceCart(how, [{ key: "1", product: what, quantity: count }], { country: where, shipping: null });
      const few = cost(quantity);
      const more = cost(quantity + 1);
      const sameTier = tierFor(what.tiers, quantity)?.from === tierFor(what.tiers, quantity + 1)?.from;
      if (sameTier) expect(more.total).toBeGreaterThanOrEqual(few.total);
      expect(more.lines[0]?.unit).toBeLessThanOrEqual(few.lines[0]?.unit ?? 0);
    }),
    RUNS,
  );
});

test("one of several lines of a product counts like all of them in one", () => {
  fc.assert(
    fc.property(
      rules,
      product,
      fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 6 }),
      (how, what, parts) => {
        const apart = parts.map((quantity, i) => ({ key: String(i), product: what, quantity }));
        const together = [{ key: "all", product: what, quantity: sum(parts) }];
        const nowhere = { country: null, shipping: null };
        expect(priceCart(how, apart, nowhere).goods).toBe(priceCart(how, together, nowhere).goods);
      },
    ),
    RUNS,
  );
});

test("tax is rounded once: never further than half a minor unit from the exact part", () => {
  fc.assert(
    fc.property(amount, rate, fc.boolean(), (price, of, included) => {
      const tax = taxOf({ included, name: "VAT", rate: of, rates: [] }, price, {
        taxClass: "digital",
        country: null,
      });
      const whole = included ? 10_000 + of : 10_000;
      expect(Math.abs(tax.amount * whole - price * of) * 2).toBeLessThanOrEqual(whole);
      expect(tax.amount).toBeLessThanOrEqual(included ? price : price * 2);
    }),
    RUNS,
  );
  expect(share(5, 1, 10)).toBe(1);
  expect(share(4, 1, 10)).toBe(0);
});

test("the most particular rate counts: country and class, then country, then class, then the studio's own", () => {
  const rates = [
    { country: "DE", taxClass: "digital" as const, name: "A", rate: 700 },
    { country: "DE", taxClass: "*" as const, name: "B", rate: 1900 },
    { country: "*", taxClass: "digital" as const, name: "C", rate: 300 },
  ];
  const rated = (of: "digital" | "physical", where: string | null) =>
    taxOf({ included: false, name: "Own", rate: 2500, rates }, 10_000, { taxClass: of, country: where });
  expect(rated("digital", "DE")).toMatchObject({ name: "A", amount: 700 });
  expect(rated("physical", "DE")).toMatchObject({ name: "B", amount: 1900 });
  expect(rated("digital", "FR")).toMatchObject({ name: "C", amount: 300 });
  expect(rated("physical", null)).toMatchObject({ name: "Own", amount: 2500 });
});

test("a country without a tax is said by a rate without a name", () => {
  const free = {
    included: true,
    name: "VAT",
    rate: 2000,
    rates: [{ country: "US", taxClass: "*" as const, name: "", rate: 0 }],
  };
  expect(taxOf(free, 1200, { taxClass: "digital", country: "US" }).amount).toBe(0);
  expect(taxOf(free, 1200, { taxClass: "digital", country: "IE" }).amount).toBe(200);
});

test("shipping is flat, by the number of things, more for large ones, and free above a value or when fetched", () => {
  const post: ShippingMethod = {
    id: "shp_1",
    name: "Post",
    pickup: false,
    currency: "EUR",
    countries: [],
    steps: [
      { from: 1, amount: 490 },
      { from: 5, amount: 790 },
    ],
    largeAmount: 1000,
    freeFrom: 10_000,
  };
  const parcel = (count: number, value = 1000, size: "standard" | "large" = "standard") => ({
    items: count,
    value,
    classes: new Set([size]),
  });
  expect(shippingFee(post, parcel(1))).toBe(490);
  expect(shippingFee(post, parcel(4))).toBe(490);
  expect(shippingFee(post, parcel(5))).toBe(790);
  expect(shippingFee(post, parcel(1, 1000, "large"))).toBe(1490);
  expect(shippingFee(post, parcel(1, 10_000, "large"))).toBe(0);
  expect(shippingFee({ ...post, pickup: true }, parcel(9))).toBe(0);
});

test("files are not shipped, whatever way was chosen", () => {
  fc.assert(
    fc.property(rules, items, method, (how, what, way) => {
      const files = what.filter((item) => item.product.kind !== "physical");
      expect(priceCart(how, files, { country: null, shipping: way }).shipping).toBeNull();
    }),
    RUNS,
  );
});

test("the platform's fee is at least nothing and at most the total", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: MAX_AMOUNT * 500 }),
      fc.integer({ min: 0, max: 10_000 }),
      (total, of) => {
        const fee = platformFee(total, of);
        expect(Number.isSafeInteger(fee)).toBe(true);
        expect(fee).toBeGreaterThanOrEqual(0);
        expect(fee).toBeLessThanOrEqual(total);
      },
    ),
    RUNS,
  );
});

test("a mark-up ends as it was asked to in every currency and never takes anything away", () => {
  fc.assert(
    fc.property(
      currency,
      fc.integer({ min: 1, max: 1_000_000 }),
      fc.integer({ min: 0, max: 50_000 }),
      fc.constantFrom(...priceEndings),
      (of, price, change, ending) => {
        const raised = markedUp(price, of, change, ending);
        expect(raised).toBeGreaterThanOrEqual(price);
        expect(Number.isSafeInteger(raised)).toBe(true);
        const typed = typedAmount({ amount: raised, currency: of }, "en-GB");
        expect(parseAmount(typed, of)).toBe(raised);
        const digits = typed.includes(".")
          ? typed.slice(typed.indexOf(".") + 1)
          : typed.slice(-2).padStart(2, "0");
        if (ending === "95") expect(digits).toMatch(/^950?$/);
        if (ending === "whole") expect(digits).toMatch(/^0+$/);
      },
    ),
    RUNS,
  );
  expect(markedUp(1000, "EUR", 2000, "95")).toBe(1295);
  expect(markedUp(0, "EUR", 2000, "95")).toBe(0);
  expect(formatMoney({ amount: markedUp(1000, "JPY", 1000, "95"), currency: "JPY" }, "en-GB")).toBe(
    "JP¥1,195",
  );
});

test("tiers are kept as they were, and only those that get cheaper are taken", () => {
  fc.assert(
    fc.property(descending, ({ amount: first, tiers }) => {
      expect(readTiers(writeTiers(tiers))).toEqual(tiers);
      expect(tiersDescend(first, tiers)).toBe(true);
      expect(tiersDescend(first, [...tiers, { from: 100_000, amount: first }])).toBe(false);
    }),
    RUNS,
  );
});
