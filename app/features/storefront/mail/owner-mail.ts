import { formatMoney, type Money } from "../../../lib/money";
import type { Tenant } from "../../../tenancy/studio";
import { button, heading, itemList, mailHtml, mailText, paragraph } from "../../../ui/mail/mail-layout";
import { storefrontWords } from "../messages/words";
import type { ServiceKind } from "../model/services";
import { ordersPath } from "../paths";

/** What the studio's owners get: a sale, a payment that needs a look, or money that is reserved and waits for them. */
export function ownerMail(
  tenant: Tenant,
  order: {
    gallery: string;
    photos: number;
    total: Money;
    needs: "review" | "too_late" | "capture" | null;
    /** What was paid for, where that was no photo. */
    service: { kind: ServiceKind; title: string } | null;
  },
): { subject: string; html: string; text: string } {
  const { ownerMail: words, services } = storefrontWords(tenant.locale);
  const { service } = order;
  const total = formatMoney(order.total, tenant.locale);
  const told = {
    none: service
      ? { subject: services.owner.subject(total), heading: services.owner.heading[service.kind], text: null }
      : { subject: words.soldSubject(total), heading: words.soldHeading, text: null },
    review: { subject: words.reviewSubject, heading: words.reviewHeading, text: words.reviewText },
    too_late: { subject: words.reviewSubject, heading: words.tooLateHeading, text: words.tooLateText },
    capture: { subject: words.captureSubject(total), heading: words.captureHeading, text: words.captureText },
  }[order.needs ?? "none"];
  const mail = {
    brand: tenant.name,
    accent: tenant.accent,
    preheader: order.gallery,
    lang: tenant.locale,
    blocks: [
      heading(told.heading),
      ...(told.text === null ? [] : [paragraph(told.text)]),
      itemList([
        { label: words.gallery, value: order.gallery },
        service
          ? { label: services.owner.what, value: service.title }
          : { label: words.photos, value: String(order.photos) },
        { label: words.total, value: total },
      ]),
      button(tenant.origin + ordersPath, words.button),
    ],
  };
  return { subject: told.subject, html: mailHtml(mail), text: mailText(mail) };
}
