import { formatMoment, type Instant } from "../../../lib/time";
import type { Tenant } from "../../../tenancy/studio";
import { button, heading, mailHtml, mailText, paragraph, smallPrint } from "../../../ui/mail/mail-layout";
import { accountWords } from "../messages/words";
import { resetPasswordPath, verifyEmailPath } from "../paths";

/** The links that members get by mail. */
export type MailedLink = "password-reset" | "email-verification";

/** A mail with one link, and until when it opens. */
export function linkMail(
  tenant: Tenant,
  kind: MailedLink,
  { token, until }: { token: string; until: Instant },
) {
  const words = accountWords(tenant.locale).linkMail;
  const { subject, title, text, action } = words[kind];
  const path = kind === "password-reset" ? resetPasswordPath(token) : verifyEmailPath(token);
  const mail = {
    brand: tenant.name,
    accent: tenant.accent,
    preheader: title,
    lang: tenant.locale,
    blocks: [
      heading(title),
      paragraph(text(tenant.name)),
      button(tenant.origin + path, action),
      smallPrint(`${words.until(formatMoment(until, tenant.locale, tenant.timeZone))} ${words.notYou}`),
    ],
  };
  return { subject: subject(tenant.name), html: mailHtml(mail), text: mailText(mail) };
}
