import { formatDay, type Instant } from "../../../lib/time";
import type { Tenant } from "../../../tenancy/studio";
import { button, heading, mailHtml, mailText, paragraph, smallPrint } from "../../../ui/mail/mail-layout";
import { downloadWords } from "../messages/words";

/** The mail with which a buyer gets at the photos again, and until when. */
export function freshLinkMail(tenant: Tenant, { url, until }: { url: string; until: Instant }) {
  const words = downloadWords(tenant.locale).mail;
  const mail = {
    brand: tenant.name,
    accent: tenant.accent,
    preheader: words.preheader,
    lang: tenant.locale,
    blocks: [
      heading(words.heading),
      paragraph(words.text(tenant.name)),
      button(url, words.button),
      smallPrint(words.until(formatDay(until, tenant.locale, tenant.timeZone))),
    ],
  };
  return { subject: words.subject(tenant.name), html: mailHtml(mail), text: mailText(mail) };
}
