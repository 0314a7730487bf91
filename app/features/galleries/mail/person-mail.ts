import type { Tenant } from "../../../tenancy/studio";
import { button, heading, mailHtml, mailText, paragraph, smallPrint } from "../../../ui/mail/mail-layout";
import { galleryWords } from "../messages/words";

/** The mail with the link of somebody who is named in a gallery. */
export function personMail(tenant: Tenant, { gallery, url }: { gallery: string; url: string }) {
  const words = galleryWords(tenant.locale).entry.mail;
  const mail = {
    brand: tenant.name,
    accent: tenant.accent,
    preheader: words.text(tenant.name),
    lang: tenant.locale,
    blocks: [
      heading(words.heading(gallery)),
      paragraph(words.text(tenant.name)),
      button(url, words.button),
      smallPrint(words.note),
    ],
  };
  return { subject: words.subject(gallery), html: mailHtml(mail), text: mailText(mail) };
}
