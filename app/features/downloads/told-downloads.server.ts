import { formatDay, formatMoment } from "../../lib/time";
import type { Studio } from "../../tenancy/studio";
import { isErased } from "../clients/model";
import { galleryPath } from "../galleries/paths";
import { orderPath } from "../storefront/paths";
import type { listLog } from "./link-queries.server";
import { downloadWords } from "./messages/words";
import type { readLinks } from "./queries.server";

type LoggedDownload = Awaited<ReturnType<typeof listLog>>["items"][number];

/** A download in the studio's words and zone; of a buyer no more is told than the order says. */
export function toldDownload(
  { tenant }: Studio,
  { at, orderId, email, galleryId, galleryName, ...download }: LoggedDownload,
) {
  const words = downloadWords(tenant.locale).studio;
  const buyer = email === null || isErased(email) ? words.erased : email;
  const visitor = galleryName === null ? words.nobody : words.visitor(galleryName);
  return {
    ...download,
    when: formatMoment(at, tenant.locale, tenant.timeZone),
    who:
      orderId === null
        ? { text: visitor, to: galleryId && galleryName !== null ? galleryPath(galleryId) : null }
        : { text: buyer, to: orderPath(orderId) },
  };
}

type Link = Awaited<ReturnType<typeof readLinks>>[number];

/** A link in the studio's words and zone. */
export function toldLink({ tenant }: Studio, { id, createdAt, expiresAt, maxDownloads, used, state }: Link) {
  const { locale, timeZone } = tenant;
  return {
    id,
    made: formatMoment(createdAt, locale, timeZone),
    until: formatDay(expiresAt, locale, timeZone),
    used: downloadWords(locale).studio.order.usedOf(used, maxDownloads),
    state: state ?? ("draft" as const),
  };
}
