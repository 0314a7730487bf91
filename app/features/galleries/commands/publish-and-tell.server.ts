import { ok, type Result, refuse } from "../../../lib/result";
import { momentAt } from "../../../lib/time";
import type { Studio } from "../../../tenancy/studio";
import type { PublishValues } from "../forms/publish";
import { galleryRoles } from "../model/roles";
import { getGallery } from "../queries.server";
import { type Addressed, type MailingRefusal, planMailing, type Written } from "./plan-mailing.server";
import { publication, publishGallery } from "./publish-gallery.server";

type Notice = Exclude<PublishValues, { intent: "cancel" | "again" }>;

/**
 * Opens a gallery to visitors, and tells its people now, later or not at all: in one transaction, so that none is open
 * whose people were to be told and are not. Where the mail could not be written, the gallery stays as it is. Throws
 * `not_found`.
 */
export async function publishAndTell(
  studio: Studio,
  id: string,
  values: Notice,
): Promise<Result<void, MailingRefusal | { reason: "no_moment" }>> {
  const gallery = await getGallery(studio, id);
  if (values.when === "none") {
    await publishGallery(studio, id);
    return ok(undefined);
  }
  const { day, time } = values;
  if (values.when === "later" && (day === undefined || time === undefined))
    return refuse({ reason: "no_moment" });
  const sendAt =
    values.when === "later" && day !== undefined && time !== undefined
      ? momentAt(day, time, studio.tenant.timeZone)
      : null;
  const to: Addressed = { roles: rolesIn(values), sendAt, key: values.key };
  const opening = await publication(studio, gallery);
  const planned = await planMailing(studio, gallery, writtenIn(values), to, opening);
  return planned.ok ? ok(undefined) : planned;
}

/** Sends the mail as it is written to the member who asks. Throws `not_found`. */
export async function testMailing(
  studio: Studio,
  id: string,
  values: Notice,
): Promise<Result<string, MailingRefusal>> {
  const gallery = await getGallery(studio, id);
  return planMailing(studio, gallery, writtenIn(values), { memberId: studio.actor.id ?? "" });
}

function writtenIn({ subject, message, tellsPassword, tellsPin }: Notice): Written {
  return { subject, message, tellsPassword: tellsPassword === "on", tellsPin: tellsPin === "on" };
}

function rolesIn(values: Notice) {
  const ticked = values as Readonly<Record<string, unknown>>;
  return galleryRoles.filter((role) => ticked[`to-${role}`] === "on");
}
