import { expect, test } from "vitest";
import { languages } from "../../lib/languages";
import { formatMoney } from "../../lib/money";
import { documentFont } from "../../lib/pdf/font";
import { formatDay, formatMoment } from "../../lib/time";
import { createTestStudio } from "../../test/create-test-studio";
import { askPage } from "../../test/pages";
import { buyerCookie } from "./buyer-token.server";
import { storefrontWords } from "./messages/words";
import { rateText } from "./model/tax";
import { type Receipt, receiptPdf } from "./receipt";
import { anOrder } from "./testing";

test("the receipt of a paid order opens for its buyer, and for nobody else", async () => {
  const { studio, slug } = await createTestStudio();
  const paid = await anOrder(studio, { upTo: "fulfilled" });
  const open = await anOrder(studio);
  const ask = async (
    { id, buyerToken }: { id: string; buyerToken: string },
    cookie = `${buyerCookie(id)}=${buyerToken}`,
  ) => askPage(slug, `/orders/${id}/receipt.pdf`, { headers: { cookie } });
  const receipt = await ask(paid);
  expect([receipt.status, receipt.headers.get("content-type")]).toEqual([200, "application/pdf"]);
  expect((await receipt.text()).slice(0, 8)).toBe("%PDF-1.7");
  expect((await ask(paid, "")).status).toBe(404);
  expect((await ask(paid, `${buyerCookie(paid.id)}=${open.buyerToken}`)).status).toBe(404);
  expect((await ask(open)).status).toBe(404);
});

test("a receipt of many lines goes on over as many pages as it takes", () => {
  const line = {
    name: "Original",
    detail: "",
    kind: "photo" as const,
    filename: "a.jpg",
    quantity: 1,
    unitAmount: 1,
    amount: 1,
  };
  const receipt = (count: number): Receipt => ({
    ...{ number: "1", at: 0, email: "a@example.com", gallery: "G", consentedAt: 0 },
    seller: { name: "S", locale: "en-IE", timeZone: "UTC", taxName: "VAT", taxNumber: "IE1" },
    told: {
      ...{ currency: "EUR", goods: count, total: count, taxIncluded: true, address: ["Anna", "Street 1"] },
      lines: Array.from({ length: count }, () => line),
      shipping: { name: "Post", amount: 0 },
      taxes: [{ name: "VAT", rate: 2300, amount: 1 }],
    },
  });
  const pages = (count: number) =>
    Number(/\/Count (\d+)/.exec(new TextDecoder("latin1").decode(receiptPdf(receipt(count))))?.[1]);
  expect([pages(1), pages(30), pages(500)]).toEqual([1, 2, 23]);
});

test("the font of receipts has every letter that they are written with, in every language", () => {
  const told = languages.flatMap((locale) => {
    const { receipt, cart } = storefrontWords(locale);
    const made = [...Object.values(receipt), ...Object.values(cart)].map((each) =>
      typeof each === "function" ? String((each as (...args: unknown[]) => unknown)("", "", "")) : each,
    );
    const amount = formatMoney({ amount: 123_456, currency: "EUR" }, locale);
    return [
      ...made,
      amount,
      rateText(1900, locale),
      formatDay(0, locale, "UTC"),
      formatMoment(0, locale, "UTC"),
    ];
  });
  const letters = new Set([...told.join(""), ..."äöüÄÖÜßáéíóúüñÁÉÍÓÚÑ¿¡€„“”«»–…\u00a0\u202f"]);
  const font = documentFont();
  expect([...letters].filter((letter) => font.glyphOf(letter.codePointAt(0) ?? 0) === 0)).toEqual([]);
});
