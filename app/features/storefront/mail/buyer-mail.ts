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

/** What a buyer gets when the order is fulfilled: the link, and what it is for. */
export function buyerMail(
  tenant: Tenant,
  order: { photos: number; total: Money; url: string; until: Instant },
): { subject: string; html: string; text: string } {
  const words = storefrontWords(tenant.locale).buyerMail;
  const mail = {
    brand: tenant.name,
    accent: tenant.accent,
    preheader: words.preheader,
    lang: tenant.locale,
    blocks: [
      heading(words.heading),
      paragraph(words.text(order.photos)),
      button(order.url, words.button),
      itemList([
        { label: words.photos, value: String(order.photos) },
        { label: words.total, value: formatMoney(order.total, tenant.locale) },
      ]),
      smallPrint(words.until(formatDay(order.until, tenant.locale, tenant.timeZone))),
    ],
  };
  return { subject: words.subject(tenant.name), html: mailHtml(mail), text: mailText(mail) };
}
