import { formatMoment, type Instant } from "../../../lib/time";
import type { Tenant } from "../../../tenancy/studio";
import { button, heading, mailHtml, mailText, paragraph, smallPrint } from "../../../ui/mail/mail-layout";
import { accountWords } from "../messages/words";

/** What a new member gets: the link that proves the address. */
export function verificationMail(
  tenant: Tenant,
  { name, url, until }: { name: string; url: string; until: Instant },
): { subject: string; html: string; text: string } {
  const words = accountWords(tenant.locale).verificationMail;
  const mail = {
    brand: tenant.name,
    accent: tenant.accent,
    preheader: words.preheader,
    lang: tenant.locale,
    blocks: [
      heading(words.heading),
      paragraph(words.text(name, tenant.name)),
      button(url, words.button),
      smallPrint(words.until(formatMoment(until, tenant.locale, tenant.timeZone))),
    ],
  };
  return { subject: words.subject(tenant.name), html: mailHtml(mail), text: mailText(mail) };
}
