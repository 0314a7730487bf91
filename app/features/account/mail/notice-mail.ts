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
import type { Notice, Role } from "../model";
import { accountPath } from "../paths";

/** What a notice may say besides what happened and when; see `NoticeDetails`. */
interface Details {
  at: Instant;
  device?: string;
  network?: string;
  left?: number;
  role?: Role;
}

/** What others in the studio decide about a member; all other notices ask whether it was them. */
const BY_OTHERS: readonly Notice[] = ["role_changed", "removed"];

/** What a member gets when something about their account changed: what, when, where from, and what to do. */
export function noticeMail(tenant: Tenant, notice: Notice, { at, device, network, left = 0, role }: Details) {
  const { noticeMail: words, people } = accountWords(tenant.locale);
  const { title, text } = words[notice];
  const byOthers = BY_OTHERS.includes(notice);
  const mail = {
    brand: tenant.name,
    accent: tenant.accent,
    preheader: title,
    lang: tenant.locale,
    blocks: [
      heading(title),
      paragraph(text(tenant.name, { left, role: role ? people.roles[role] : null })),
      itemList([
        { label: words.when, value: formatMoment(at, tenant.locale, tenant.timeZone) },
        ...(device ? [{ label: words.device, value: device }] : []),
        ...(network ? [{ label: words.network, value: network }] : []),
      ]),
      ...(notice === "removed" ? [] : [button(tenant.origin + accountPath, words.action)]),
      smallPrint(byOthers ? words.askOwner : words.notYou),
    ],
  };
  return { subject: `${title} · ${tenant.name}`, html: mailHtml(mail), text: mailText(mail) };
}
