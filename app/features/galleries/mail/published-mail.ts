import type { Tenant } from "../../../tenancy/studio";
import { button, heading, itemList, mailHtml, mailText, paragraph } from "../../../ui/mail/mail-layout";
import { workspaceWords } from "../messages/workspace-words";

export interface PublishedMail {
  subject: string;
  message: string;
  gallery: string;
  /** The gallery as the recipient opens it. */
  url: string;
  /** What stands under the message; null for none. */
  password: string | null;
  pin: string | null;
}

/** What the people of a gallery get when the studio tells them of it, in the studio's own words. */
export function publishedMail(
  tenant: Tenant,
  { subject, message, gallery, url, password, pin }: PublishedMail,
) {
  const words = workspaceWords(tenant.locale).mail;
  const secrets = [
    ...(password === null ? [] : [{ label: words.password, value: password }]),
    ...(pin === null ? [] : [{ label: words.pin, value: pin }]),
  ];
  const mail = {
    brand: tenant.name,
    accent: tenant.accent,
    preheader: subject,
    lang: tenant.locale,
    blocks: [
      heading(gallery),
      paragraph(message),
      button(url, words.button),
      ...(secrets.length > 0 ? [itemList(secrets)] : []),
    ],
  };
  return { subject, html: mailHtml(mail), text: mailText(mail) };
}
