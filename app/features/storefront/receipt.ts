import { formatMoney } from "../../lib/money";
import { A4, type PdfPage, pdfDocument, textWidth } from "../../lib/pdf/document";
import { formatDay, type Instant } from "../../lib/time";
import { storefrontWords } from "./messages/words";
import type { LineKind } from "./model/products";
import { rateText } from "./model/tax";

/** What a receipt is made of: the order as it was written down, and who sold. */
export interface Receipt {
  number: string;
  at: Instant;
  email: string | null;
  gallery: string;
  seller: { name: string; locale: string; timeZone: string; taxName: string; taxNumber: string };
  consentedAt: Instant | null;
  told: {
    currency: string;
    lines: readonly {
      kind: LineKind;
      name: string;
      detail: string;
      filename: string;
      quantity: number;
      unitAmount: number;
      amount: number;
    }[];
    goods: number;
    shipping: { name: string; amount: number } | null;
    taxes: readonly { name: string; rate: number; amount: number }[];
    taxIncluded: boolean;
    total: number;
    address: readonly string[] | null;
  };
}

const LEFT = 56;
const RIGHT = A4.width - 56;
const TOP = A4.height - 72;
const BOTTOM = 84;
const ROW = 17;
const SMALL = 9;

/** Writes down a page, and goes on to the next one where it ends. */
class Sheet {
  readonly pages: PdfPage[] = [];
  private y = TOP;

  constructor() {
    this.turn();
  }

  private get page(): PdfPage {
    return this.pages[this.pages.length - 1] as PdfPage;
  }

  private turn(): void {
    this.pages.push({ texts: [], rules: [] });
    this.y = TOP;
  }

  /** One line: something at the left, something at the right. */
  row(left: string, right = "", { size = 10.5, grey = 0, step = ROW } = {}): void {
    if (this.y < BOTTOM) this.turn();
    const room = RIGHT - LEFT - (right ? textWidth(right, size) + 24 : 0);
    this.page.texts.push({ text: fitted(left, size, room), x: LEFT, y: this.y, size, grey });
    if (right) this.page.texts.push({ text: right, x: RIGHT, y: this.y, size, grey, end: true });
    this.y -= step;
  }

  rule(): void {
    this.page.rules.push({ x: LEFT, y: this.y + ROW - 7, width: RIGHT - LEFT });
    this.y -= 5;
  }

  space(points: number): void {
    this.y -= points;
  }
}

/** The receipt of a paid order as a PDF. */
export function receiptPdf({ number, at, email, gallery, seller, consentedAt, told }: Receipt): Uint8Array {
  const { locale, timeZone } = seller;
  const { receipt: words, cart } = storefrontWords(locale);
  const money = (amount: number) => formatMoney({ amount, currency: told.currency }, locale);
  const quiet = { size: SMALL, grey: 0.35, step: 13 };
  const sheet = new Sheet();
  sheet.row(seller.name, "", { size: 20, step: 20 });
  if (seller.taxNumber) sheet.row(`${words.taxNumber(seller.taxName)}: ${seller.taxNumber}`, "", quiet);
  sheet.space(26);
  sheet.row(words.title, "", { size: 15, step: 24 });
  sheet.row(words.number, number);
  sheet.row(words.date, formatDay(at, locale, timeZone));
  if (email) sheet.row(words.buyer, email);
  sheet.row(words.gallery, gallery);
  for (const [i, part] of (told.address ?? []).entries()) sheet.row(i === 0 ? words.sentTo : "", part);
  sheet.space(20);
  sheet.rule();
  for (const line of told.lines) {
    const count = line.quantity > 1 ? `${line.quantity} × ${money(line.unitAmount)} · ` : "";
    sheet.row(line.name, money(line.amount), { step: 13 });
    sheet.row(
      count +
        [line.kind === "all_photos" ? cart.all : line.filename, line.detail].filter(Boolean).join(" · "),
      "",
      {
        ...quiet,
        step: ROW,
      },
    );
  }
  sheet.rule();
  const taxes = () => {
    for (const { name, rate, amount } of told.taxes) {
      const label = (told.taxIncluded ? cart.taxIncluded : cart.taxAdded)(name, rateText(rate, locale));
      sheet.row(label, money(amount), told.taxIncluded ? { ...quiet, step: ROW } : {});
    }
  };
  sheet.row(cart.goods, money(told.goods));
  if (told.shipping) sheet.row(cart.shippingBy(told.shipping.name), money(told.shipping.amount));
  if (!told.taxIncluded) taxes();
  sheet.space(4);
  sheet.row(words.paid, money(told.total), { size: 14, step: 22 });
  if (told.taxIncluded) taxes();
  if (consentedAt !== null) {
    sheet.space(14);
    const isService = told.lines.some(({ kind }) => kind === "service");
    const agreed = isService ? words.consentToService : words.consent;
    sheet.row(agreed(formatDay(consentedAt, locale, timeZone)), "", quiet);
  }
  const last = sheet.pages.length;
  for (const [i, page] of sheet.pages.entries()) {
    const text = last > 1 ? words.page(i + 1, last) : "";
    page.texts.push({ text, x: RIGHT, y: 48, size: SMALL, grey: 0.35, end: true });
  }
  return pdfDocument(sheet.pages, { title: `${words.title} ${number}`, lang: locale });
}

/** A text as far as there is room for it. */
function fitted(text: string, size: number, room: number): string {
  if (textWidth(text, size) <= room) return text;
  const letters = Array.from(text);
  while (letters.length > 1 && textWidth(`${letters.join("")}…`, size) > room) letters.pop();
  return `${letters.join("")}…`;
}
