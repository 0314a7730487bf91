import { formatMoment, type Instant } from "../../../lib/time";
import type { Tenant } from "../../../tenancy/studio";
import { button, heading, mailHtml, mailText, paragraph, smallPrint } from "../../../ui/mail/mail-layout";
import { accountWords } from "../messages/words";
import type { Role } from "../model";
import { joinPath } from "../paths";

/** What somebody gets who is to become a member: by whom, as what, and the link with which they join. */
export function invitationMail(
  tenant: Tenant,
  invitation: { role: Role; invitedBy: string | null; token: string; until: Instant },
) {
  const { invitationMail: words, linkMail, people } = accountWords(tenant.locale);
  const title = words.title(tenant.name, invitation.invitedBy);
  const role = people.roles[invitation.role];
  const mail = {
    brand: tenant.name,
    accent: tenant.accent,
    preheader: title,
    lang: tenant.locale,
    blocks: [
      heading(title),
      paragraph(words.text(role.name, role.text)),
      button(tenant.origin + joinPath(invitation.token), words.action),
      smallPrint(
        `${linkMail.until(formatMoment(invitation.until, tenant.locale, tenant.timeZone))} ${words.notYou}`,
      ),
    ],
  };
  return { subject: title, html: mailHtml(mail), text: mailText(mail) };
}
