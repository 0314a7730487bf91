import type { Tenant } from "../../../tenancy/studio";
import { button, heading, mailHtml, mailText, paragraph, smallPrint } from "../../../ui/mail/mail-layout";
import { studioWords } from "../messages/words";

/** A gallery's link, as a client gets it, with a line that says that this one went to the studio itself. */
export function linkMail(
  tenant: Tenant,
  { gallery, photos, url }: { gallery: string; photos: number; url: string },
): { subject: string; html: string; text: string } {
  const words = studioWords(tenant.locale).linkMail;
  const mail = {
    brand: tenant.name,
    accent: tenant.accent,
    preheader: words.preheader(tenant.name),
    lang: tenant.locale,
    blocks: [
      heading(gallery),
      paragraph(words.text(photos)),
      button(url, words.button),
      smallPrint(words.toSelf),
    ],
  };
  return { subject: words.subject(gallery), html: mailHtml(mail), text: mailText(mail) };
}
