import type { Tenant } from "../../../tenancy/studio";
import { button, heading, mailHtml, mailText, paragraph, smallPrint } from "../../../ui/mail/mail-layout";
import { storefrontWords } from "../messages/words";

/** What somebody gets who wants to go on with a cart elsewhere. */
export function cartMail(
  tenant: Tenant,
  { url }: { url: string },
): { subject: string; html: string; text: string } {
  const words = storefrontWords(tenant.locale).cartMail;
  const mail = {
    brand: tenant.name,
    accent: tenant.accent,
    preheader: words.text,
    lang: tenant.locale,
    blocks: [
      heading(words.heading),
      paragraph(words.text),
      button(url, words.button),
      smallPrint(words.notYou),
    ],
  };
  return { subject: words.subject(tenant.name), html: mailHtml(mail), text: mailText(mail) };
}
