import { formatMoney } from "../../../lib/money";
import { formatDay, type Instant } from "../../../lib/time";
import type { Tenant } from "../../../tenancy/studio";
import {
  button,
  heading,
  itemList,
  mailHtml,
  mailText,
  paragraph,
  smallPrint,
} from "../../../ui/mail/mail-layout";
import { storefrontWords } from "../messages/words";
import { isOfFiles, type LineKind } from "../model/products";
import type { ServiceKind } from "../model/services";
import { rateText } from "../model/tax";

/** Lines that a mail lists; the rest is told by their number. */
const LINES_LISTED = 40;

export interface BuyerMail {
  told: {
    currency: string;
    lines: readonly {
      kind: LineKind;
      name: string;
      detail: string;
      filename: string;
      quantity: number;
      amount: number;
    }[];
    shipping: { name: string; amount: number } | null;
    taxes: readonly { name: string; rate: number; amount: number }[];
    taxIncluded: boolean;
    total: number;
    address: readonly string[] | null;
  };
  /** Where the files are; null for an order without any. */
  download: { url: string; until: Instant } | null;
  /** What was done in which gallery; null for an order of photos. */
  service?: { kind: ServiceKind; gallery: string; url: string; until: Instant | null } | null;
  /** Only the receipt is sent, once more. */
  isAgain?: boolean;
  /** Where all orders of the buyer are found again. */
  orderUrl: string;
}

/** What a buyer gets when the order is fulfilled: the receipt, the link to what can be downloaded, where it is sent. */
export function buyerMail(
  tenant: Tenant,
  { told, download, orderUrl, service = null, isAgain = false }: BuyerMail,
): { subject: string; html: string; text: string } {
  const { locale, timeZone } = tenant;
  const { buyerMail: words, cart, services } = storefrontWords(locale);
  const money = (amount: number) => formatMoney({ amount, currency: told.currency }, locale);
  const listed = told.lines.slice(0, LINES_LISTED);
  const files = told.lines.filter(isOfFiles).length;
  const taxes = told.taxes.map(({ name, rate, amount }) => ({
    label: (told.taxIncluded ? cart.taxIncluded : cart.taxAdded)(name, rateText(rate, locale)),
    value: money(amount),
  }));
  const things = { preheader: words.preheaderThings, heading: words.headingThings, text: words.textThings };
  const ready = { preheader: words.preheader, heading: words.heading, text: words.text(files) };
  const done = service && services.mail[service.kind];
  const said = isAgain
    ? words.receipt
    : done
      ? { preheader: done.heading, heading: done.heading, text: done.text }
      : download
        ? ready
        : things;
  const mail = {
    brand: tenant.name,
    accent: tenant.accent,
    preheader: said.preheader,
    lang: locale,
    blocks: [
      heading(said.heading),
      paragraph(said.text),
      ...(download ? [button(download.url, words.button)] : []),
      ...(service ? [button(service.url, services.toGallery)] : []),
      itemList([
        ...listed.map(({ name, detail, filename, quantity, amount, kind }) => ({
          label: [
            `${quantity > 1 ? `${quantity} × ` : ""}${name}`,
            kind === "all_photos" ? cart.all : filename,
            detail,
          ]
            .filter(Boolean)
            .join(" · "),
          value: money(amount),
        })),
        ...(told.lines.length > listed.length
          ? [{ label: words.further(told.lines.length - listed.length) }]
          : []),
        ...(told.shipping
          ? [{ label: cart.shippingBy(told.shipping.name), value: money(told.shipping.amount) }]
          : []),
        ...(told.taxIncluded ? [] : taxes),
        { label: words.total, value: money(told.total) },
        ...(told.taxIncluded ? taxes : []),
        ...(tenant.taxNumber ? [{ label: words.taxNumber, value: tenant.taxNumber }] : []),
      ]),
      ...(told.address ? [paragraph(`${words.sentTo}\n${told.address.join("\n")}`)] : []),
      ...(download ? [smallPrint(words.until(formatDay(download.until, locale, timeZone)))] : []),
      ...(service && service.until !== null
        ? [smallPrint(services.until(formatDay(service.until, locale, timeZone)))]
        : []),
      smallPrint(words.again(orderUrl)),
    ],
  };
  const subject =
    service && done ? done.subject(service.gallery) : (isAgain ? words.receipt : words).subject(tenant.name);
  return { subject, html: mailHtml(mail), text: mailText(mail) };
}
