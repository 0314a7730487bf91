import type { Tenant } from "../../../tenancy/studio";
import { button, heading, mailHtml, mailText, paragraph } from "../../../ui/mail/mail-layout";
import { galleryWords } from "../messages/words";
import { gallerySettingsPath } from "../paths";

/** What the studio's owners get when a gallery has expired. */
export function expiredMail(tenant: Tenant, gallery: { id: string; name: string }) {
  const words = galleryWords(tenant.locale).expiredMail;
  const mail = {
    brand: tenant.name,
    accent: tenant.accent,
    preheader: words.heading(gallery.name),
    lang: tenant.locale,
    blocks: [
      heading(words.heading(gallery.name)),
      paragraph(words.text),
      button(tenant.origin + gallerySettingsPath(gallery.id), words.button),
    ],
  };
  return { subject: words.subject(gallery.name), html: mailHtml(mail), text: mailText(mail) };
}
