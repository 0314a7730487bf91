import type { Tenant } from "../../../tenancy/studio";
import { button, heading, mailHtml, mailText, paragraph, smallPrint } from "../../../ui/mail/mail-layout";
import { expiryWords } from "../messages/expiry-words";

export interface ExpiryMail {
  gallery: string;
  /** The gallery's last day. */
  day: string;
  /** 0 is today. */
  daysLeft: number;
  hasVisited: boolean;
  url: string;
}

/** What a client gets some days before a gallery closes; other words for somebody who has never looked at it. */
export function expiryMail(tenant: Tenant, { gallery, day, daysLeft, hasVisited, url }: ExpiryMail) {
  const { mail: words } = expiryWords(tenant.locale);
  const said = hasVisited ? words.visited : words.neverVisited;
  const mail = {
    brand: tenant.name,
    accent: tenant.accent,
    preheader: words.left(daysLeft),
    lang: tenant.locale,
    blocks: [
      heading(said.heading(gallery)),
      paragraph(said.text(day, words.left(daysLeft))),
      button(url, words.button),
      smallPrint(words.why(tenant.name)),
    ],
  };
  return { subject: said.subject(gallery, day), html: mailHtml(mail), text: mailText(mail) };
}
