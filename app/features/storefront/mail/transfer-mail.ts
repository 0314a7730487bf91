import { formatMoney, type Money } from "../../../lib/money";
import { formatDay, type Instant } from "../../../lib/time";
import type { Tenant } from "../../../tenancy/studio";
import { heading, itemList, mailHtml, mailText, paragraph, smallPrint } from "../../../ui/mail/mail-layout";
import { storefrontWords } from "../messages/words";

export interface TransferMail {
  amount: Money;
  /** As it stands on paper, in groups. */
  reference: string;
  /** The studio's own words. */
  instructions: string;
  until: Instant;
  /** Where all orders of the buyer are found again. */
  orderUrl: string;
}

/** What a buyer gets who pays by transfer: where to, how much, under which reference. */
export function transferMail(
  tenant: Tenant,
  { amount, reference, instructions, until, orderUrl }: TransferMail,
): { subject: string; html: string; text: string } {
  const { locale, timeZone } = tenant;
  const { transferMail: words, transfer, buyerMail } = storefrontWords(locale);
  const mail = {
    brand: tenant.name,
    accent: tenant.accent,
    preheader: `${transfer.reference}: ${reference}`,
    lang: locale,
    blocks: [
      heading(words.heading),
      paragraph(words.text),
      itemList([
        { label: transfer.amount, value: formatMoney(amount, locale) },
        { label: transfer.reference, value: reference },
      ]),
      paragraph(`${transfer.to}\n${instructions}`),
      smallPrint(words.until(formatDay(until, locale, timeZone))),
      smallPrint(buyerMail.again(orderUrl)),
    ],
  };
  return { subject: words.subject(tenant.name), html: mailHtml(mail), text: mailText(mail) };
}
