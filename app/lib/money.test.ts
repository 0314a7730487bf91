import fc from "fast-check";
import { expect, test } from "vitest";
import {
  amountText,
  currencySign,
  formatMoney,
  isCurrency,
  MAX_AMOUNT,
  minorDigits,
  parseAmount,
  times,
  typedAmount,
} from "./money";
import { offeredLocales } from "./regions";

const currencies = ["EUR", "JPY", "KWD"];
const anAmount = fc.integer({ min: 0, max: MAX_AMOUNT });

test("an amount written out is read back as the same amount, in every kind of currency", () => {
  fc.assert(
    fc.property(anAmount, fc.constantFrom(...currencies), (amount, currency) => {
      expect(parseAmount(amountText({ amount, currency }), currency)).toBe(amount);
    }),
  );
});

test("an amount is read the same with a comma, a point and space around it", () => {
  expect(parseAmount("12.50", "EUR")).toBe(1250);
  expect(parseAmount(" 12,5 ", "EUR")).toBe(1250);
  expect(parseAmount("12", "EUR")).toBe(1200);
  expect(parseAmount("12.", "EUR")).toBe(1200);
  expect(parseAmount("1.005", "KWD")).toBe(1005);
});

test("an amount with more decimals than its currency has is refused, not rounded", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 999 }),
      fc.constantFrom(...currencies),
      fc.integer({ min: 1, max: 4 }),
      (whole, currency, extra) => {
        const decimals = "1".repeat(minorDigits(currency) + extra);
        expect(parseAmount(`${whole}.${decimals}`, currency)).toBeNull();
      },
    ),
  );
});

test("what is no amount is refused", () => {
  for (const text of ["", " ", "-1", "+1", "1e3", "1 000", "1.000,00", ".5", "12€", "０", "NaN", "0x10"]) {
    expect(parseAmount(text, "EUR")).toBeNull();
  }
});

test("an amount above what the provider takes is refused", () => {
  expect(parseAmount("999999.99", "EUR")).toBe(MAX_AMOUNT);
  expect(parseAmount("1000000.00", "EUR")).toBeNull();
  expect(parseAmount("99999999", "JPY")).toBe(MAX_AMOUNT);
  expect(parseAmount("100000000", "JPY")).toBeNull();
  expect(parseAmount("99999.999", "KWD")).toBe(MAX_AMOUNT);
  expect(parseAmount("100000", "KWD")).toBeNull();
});

test("an amount is shown with its currency's own decimals in the studio's locale", () => {
  expect(formatMoney({ amount: 123450, currency: "EUR" }, "de-DE")).toBe("1.234,50\u00a0€");
  expect(formatMoney({ amount: 1500, currency: "JPY" }, "en-JP")).toMatch(/1,500$/);
  expect(formatMoney({ amount: 1005, currency: "KWD" }, "en")).toMatch(/1\.005$/);
});

test("the largest amounts are shown exactly", () => {
  expect(formatMoney({ amount: MAX_AMOUNT, currency: "EUR" }, "en")).toBe("€999,999.99");
});

test("a multiple of an amount keeps its currency", () => {
  expect(times({ amount: 1234, currency: "EUR" }, 3)).toEqual({ amount: 3702, currency: "EUR" });
});

test("only upper-case ISO codes are currencies", () => {
  expect(currencies.every(isCurrency)).toBe(true);
  for (const code of ["eur", "EURO", "XYZ", ""]) expect(isCurrency(code)).toBe(false);
});

test("a currency stands on the side and with the sign that the locale writes", () => {
  const signs = [
    currencySign("EUR", "en-IE"),
    currencySign("EUR", "de-DE"),
    currencySign("CHF", "de-CH"),
    currencySign("USD", "en-GB"),
  ];
  expect(signs).toEqual([
    { sign: "€", leads: true },
    { sign: "€", leads: false },
    { sign: "CHF", leads: true },
    { sign: "US$", leads: true },
  ]);
});

test("an amount is written for typing as people of the locale type it, and read back", () => {
  const price = { amount: 123450, currency: "EUR" };
  expect(["en-IE", "de-DE", "fr-FR", "ar-AE"].map((locale) => typedAmount(price, locale))).toEqual([
    "1234.50",
    "1234,50",
    "1234,50",
    "1234.50",
  ]);
  for (const locale of offeredLocales)
    expect(parseAmount(typedAmount(price, locale), "EUR"), locale).toBe(price.amount);
});
