import { formatMoment, type Instant } from "../../../lib/time";
import type { Tenant } from "../../../tenancy/studio";
import {
  button,
  heading,
  itemList,
  mailHtml,
  mailText,
  paragraph,
  smallPrint,
} from "../../../ui/mail/mail-layout";
import { accountWords } from "../messages/words";
import type { Notice } from "../model";
import { accountPath } from "../paths";

/** What a member gets when something about their account changed: what, when, where from, and what to do. */
export function noticeMail(
  tenant: Tenant,
  notice: Notice,
  { at, device, network, left }: { at: Instant; device: string; network: string; left: number },
) {
  const words = accountWords(tenant.locale).noticeMail;
  const { title, text } = words[notice];
  const mail = {
    brand: tenant.name,
    accent: tenant.accent,
    preheader: title,
    lang: tenant.locale,
    blocks: [
      heading(title),
      paragraph(text(tenant.name, left)),
      itemList([
        { label: words.when, value: formatMoment(at, tenant.locale, tenant.timeZone) },
        ...(device ? [{ label: words.device, value: device }] : []),
        ...(network ? [{ label: words.network, value: network }] : []),
      ]),
      button(tenant.origin + accountPath, words.action),
      smallPrint(words.notYou),
    ],
  };
  return { subject: `${title} · ${tenant.name}`, html: mailHtml(mail), text: mailText(mail) };
}
