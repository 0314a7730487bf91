import { formatMoment, type Instant } from "../../../lib/time";
import type { Tenant } from "../../../tenancy/studio";
import {
  button,
  heading,
  itemList,
  type MailBlock,
  mailHtml,
  mailText,
  paragraph,
  smallPrint,
} from "../../../ui/mail/mail-layout";
import { picksWords } from "../messages/picks-words";
import { favouritesWords } from "../messages/words";
import { favouritesEnterPath, picksPath } from "../paths";

/** What somebody gets who asked for their lists, left one unfinished, or may choose again. */
export function favouritesLinkMail(
  tenant: Tenant,
  {
    reason,
    gallery,
    token,
    until,
  }: {
    reason: "asked" | "unfinished" | "reopened";
    gallery: { name: string; key: string };
    token: string;
    until: Instant;
  },
) {
  const words = favouritesWords(tenant.locale).mail;
  const { subject, title, text } = words[reason];
  return mailOf(tenant, subject(gallery.name), [
    heading(title(gallery.name)),
    paragraph(text(tenant.name)),
    button(tenant.origin + favouritesEnterPath(gallery.key, token), words.button),
    smallPrint(`${words.until(formatMoment(until, tenant.locale, tenant.timeZone))} ${words.notYou}`),
  ]);
}

/** What the studio gets when a client is finished. */
export function finishedMail(
  tenant: Tenant,
  picked: {
    gallery: { id: string; name: string };
    who: string;
    list: string;
    note: string;
    counts: string;
  },
) {
  const words = picksWords(tenant.locale).finishedMail;
  return mailOf(tenant, words.subject(picked.who, picked.gallery.name), [
    heading(words.title(picked.who)),
    paragraph(words.text(picked.gallery.name)),
    itemList([
      { label: words.list, value: picked.list },
      { label: words.chosen, value: picked.counts },
    ]),
    ...(picked.note === "" ? [] : [paragraph(words.note(picked.note))]),
    button(tenant.origin + picksPath(picked.gallery.id), words.button),
  ]);
}

function mailOf(tenant: Tenant, subject: string, blocks: MailBlock[]) {
  const { name: brand, accent, locale: lang } = tenant;
  const mail = { brand, accent, preheader: subject, lang, blocks };
  return { subject, html: mailHtml(mail), text: mailText(mail) };
}
