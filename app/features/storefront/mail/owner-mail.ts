import { formatMoney, type Money } from "../../../lib/money";
import type { Tenant } from "../../../tenancy/studio";
import { button, heading, itemList, mailHtml, mailText, paragraph } from "../../../ui/mail/mail-layout";
import { storefrontWords } from "../messages/words";
import { ordersPath } from "../paths";

/** What the studio's owners get: a sale, or a payment that needs a look. */
export function ownerMail(
  tenant: Tenant,
  order: { gallery: string; photos: number; total: Money; needsReview: boolean },
): { subject: string; html: string; text: string } {
  const words = storefrontWords(tenant.locale).ownerMail;
  const total = formatMoney(order.total, tenant.locale);
  const mail = {
    brand: tenant.name,
    accent: tenant.accent,
    preheader: order.gallery,
    lang: tenant.locale,
    blocks: [
      heading(order.needsReview ? words.reviewHeading : words.soldHeading),
      ...(order.needsReview ? [paragraph(words.reviewText)] : []),
      itemList([
        { label: words.gallery, value: order.gallery },
        { label: words.photos, value: String(order.photos) },
        { label: words.total, value: total },
      ]),
      button(tenant.origin + ordersPath, words.button),
    ],
  };
  const subject = order.needsReview ? words.reviewSubject : words.soldSubject(total);
  return { subject, html: mailHtml(mail), text: mailText(mail) };
}
