import { newId } from "../../lib/ids";
import { formatMoment } from "../../lib/time";
import type { Studio } from "../../tenancy/studio";
import { hasVerifiedOwner, unverifiedEmail } from "../account/index.server";
import { deliveriesOf, deliveryCounts } from "./deliveries.server";
import { mailingsOf } from "./mailings.server";
import { workspaceWords } from "./messages/workspace-words";
import { galleryRoles } from "./model/roles";
import { getGallery } from "./queries.server";
import { recipientsOf } from "./recipients.server";

/** How many of a mail's people are named who are not all through. */
const PEOPLE_SHOWN = 200;

/** What the page shows on which a gallery is published and its people are told. Throws `not_found`. */
export async function publishingOf(studio: Studio, galleryId: string) {
  const gallery = await getGallery(studio, galleryId);
  const { locale, timeZone } = studio.tenant;
  const words = workspaceWords(locale).publish;
  const [people, mailings, isVerified] = await Promise.all([
    recipientsOf(studio, galleryId, galleryRoles),
    mailingsOf(studio, galleryId),
    hasVerifiedOwner(studio),
  ]);
  const underWay = mailings.filter(({ status }) => status === "sending" || status === "failed");
  const [counts, ...lists] = await Promise.all([
    deliveryCounts(
      studio,
      underWay.map(({ id }) => id),
    ),
    ...underWay.map(async ({ id }) => [id, await deliveriesOf(studio, id, PEOPLE_SHOWN)] as const),
  ]);
  const deliveries = new Map(lists);
  const moment = (at: number) => formatMoment(at, locale, timeZone);
  const [last] = mailings;
  const count = (role: (typeof galleryRoles)[number]) => people.filter((each) => each.role === role).length;
  return {
    id: galleryId,
    mailingKey: newId("mailing"),
    name: gallery.name,
    isPublished: gallery.status === "published",
    hasPassword: gallery.password !== null,
    hasPin: gallery.downloadPin !== null,
    timeZone,
    people: { main: count("main"), guest: count("guest"), buyer: count("buyer") },
    text: { subject: last?.subject ?? words.defaultSubject, message: last?.message ?? words.defaultMessage },
    mailings: mailings.map(({ id, subject, status, sendAt, sentCount }) => ({
      id,
      subject,
      status,
      sentCount: counts.get(id)?.sent ?? sentCount,
      moment: moment(sendAt),
      peopleCount: counts.get(id)?.all ?? 0,
      people: (deliveries.get(id) ?? []).map(({ email, name, state, sentAt, failure }) => ({
        email,
        name,
        state,
        moment: sentAt === null ? "" : moment(sentAt),
        failure: failure ?? "",
      })),
    })),
    isVerified,
    unverifiedEmail: isVerified ? null : await unverifiedEmail(studio),
  };
}
