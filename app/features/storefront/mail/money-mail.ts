import { formatMoney, type Money } from "../../../lib/money";
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
import type { DisputeState } from "../model/money-states";

interface Mail {
  subject: string;
  html: string;
  text: string;
}

/** What a buyer gets when money goes back. @param order.why "order" for what it cost; everything else never paid for it */
export function refundMail(
  tenant: Tenant,
  order: {
    number: string;
    amount: Money;
    why: "order" | "paid_twice" | "too_late" | "not_fitting";
    url: string;
  },
): Mail {
  const words = storefrontWords(tenant.locale).refundMail;
  return asMail(tenant, words.subject(tenant.name), [
    heading(words.heading(formatMoney(order.amount, tenant.locale))),
    paragraph(words.text[order.why]),
    itemList([{ label: words.order, value: order.number }]),
    ...(order.why === "order" ? [smallPrint(words.withheld)] : []),
    button(order.url, words.orders),
  ]);
}

/** What owners get when a refund came to nothing. */
export function refundFailedMail(
  tenant: Tenant,
  order: { number: string; amount: Money; url: string },
): Mail {
  const words = storefrontWords(tenant.locale).refundFailedMail;
  return asMail(tenant, words.subject, [
    heading(words.heading(formatMoney(order.amount, tenant.locale))),
    paragraph(words.text),
    itemList([{ label: words.order, value: order.number }]),
    button(order.url, words.button),
  ]);
}

/** What owners get when the bank of a buyer asks, and when it has decided. */
export function disputeMail(
  tenant: Tenant,
  order: { number: string; amount: Money; state: DisputeState; answerBy: Instant | null; url: string },
): Mail {
  const { locale, timeZone } = tenant;
  const words = storefrontWords(locale).disputeMail;
  const answerBy = order.state === "open" ? order.answerBy : null;
  return asMail(tenant, words.subject[order.state], [
    heading(words.subject[order.state]),
    paragraph(words.text[order.state]),
    itemList([
      { label: words.order, value: order.number },
      { label: words.amount, value: formatMoney(order.amount, locale) },
      ...(answerBy === null ? [] : [{ label: words.answerBy, value: formatDay(answerBy, locale, timeZone) }]),
    ]),
    button(order.url, words.button),
  ]);
}

function asMail(tenant: Tenant, subject: string, blocks: Parameters<typeof mailHtml>[0]["blocks"]): Mail {
  const mail = { brand: tenant.name, accent: tenant.accent, preheader: subject, lang: tenant.locale, blocks };
  return { subject, html: mailHtml(mail), text: mailText(mail) };
}
