import { formatMoment, type Instant } from "../../../lib/time";
import type { Tenant } from "../../../tenancy/studio";
import { button, heading, mailHtml, mailText, paragraph, smallPrint } from "../../../ui/mail/mail-layout";
import { clientWords } from "../messages/words";
import { clientEnterPath } from "../paths";

/** The mail that lets a client in, and until when. */
export function clientLinkMail(tenant: Tenant, { token, until }: { token: string; until: Instant }) {
  const words = clientWords(tenant.locale).mail;
  const mail = {
    brand: tenant.name,
    accent: tenant.accent,
    preheader: words.title,
    lang: tenant.locale,
    blocks: [
      heading(words.title),
      paragraph(words.text(tenant.name)),
      button(tenant.origin + clientEnterPath(token), words.action),
      smallPrint(`${words.until(formatMoment(until, tenant.locale, tenant.timeZone))} ${words.notYou}`),
    ],
  };
  return { subject: words.subject(tenant.name), html: mailHtml(mail), text: mailText(mail) };
}
