import { formatBytes } from "../../../lib/bytes";
import { formatDay, type Instant } from "../../../lib/time";
import type { Tenant } from "../../../tenancy/studio";
import { button, heading, itemList, mailHtml, mailText, paragraph } from "../../../ui/mail/mail-layout";
import { expiryWords } from "../messages/expiry-words";
import { deletionsPath } from "../paths";

export interface DeletionsMail {
  deletions: readonly { name: string; at: Instant; photos: number; bytes: number }[];
  /** Until the first of them; 0 is today. */
  days: number;
}

/** What the studio's owners get a week before originals are deleted: which, how much, and where to keep them. */
export function deletionsMail(tenant: Tenant, { deletions, days }: DeletionsMail) {
  const { deletionsMail: words, photos } = expiryWords(tenant.locale);
  const size = formatBytes(
    deletions.reduce((sum, { bytes }) => sum + bytes, 0),
    tenant.locale,
  );
  const mail = {
    brand: tenant.name,
    accent: tenant.accent,
    preheader: words.text,
    lang: tenant.locale,
    blocks: [
      heading(words.subject(days, deletions.length, size)),
      paragraph(words.text),
      itemList(
        deletions.map(({ name, at, photos: count, bytes }) => ({
          label: name,
          value: `${photos(count)} · ${formatBytes(bytes, tenant.locale)} · ${formatDay(at, tenant.locale, tenant.timeZone)}`,
        })),
      ),
      button(tenant.origin + deletionsPath, words.button),
    ],
  };
  return {
    subject: words.subject(days, deletions.length, size),
    html: mailHtml(mail),
    text: mailText(mail),
  };
}
