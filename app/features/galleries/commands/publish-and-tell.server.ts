import { ok, type Result, refuse } from "../../../lib/result";
import { momentAt } from "../../../lib/time";
import type { Studio } from "../../../tenancy/studio";
import type { PublishValues } from "../forms/publish";
import type { Gallery } from "../model";
import { galleryRoles } from "../model/roles";
import { getGallery } from "../queries.server";
import {
  type Addressed,
  type MailingRefusal,
  mailingRefusal,
  planMailing,
  type Written,
} from "./plan-mailing.server";
import { publishGallery } from "./publish-gallery.server";

type Notice = Exclude<PublishValues, { intent: "cancel" }>;

/**
 * Opens a gallery to visitors, and tells its people now, later or not at all. Where the mail could not be written, the
 * gallery stays as it is. Throws `not_found`.
 */
export async function publishAndTell(
  studio: Studio,
  id: string,
  values: Notice,
): Promise<Result<Gallery, MailingRefusal | { reason: "no_moment" }>> {
  const gallery = await getGallery(studio, id);
  if (values.when === "none") return ok(await publishGallery(studio, id));
  const { day, time } = values;
  if (values.when === "later" && (day === undefined || time === undefined))
    return refuse({ reason: "no_moment" });
  const sendAt =
    values.when === "later" && day !== undefined && time !== undefined
      ? momentAt(day, time, studio.tenant.timeZone)
      : null;
  const to: Addressed = { roles: rolesIn(values), sendAt };
  const written = writtenIn(values);
  const refusal = await mailingRefusal(studio, gallery, written, to);
  if (refusal) return refuse(refusal);
  const published = await publishGallery(studio, id);
  const planned = await planMailing(studio, published, written, to);
  return planned.ok ? ok(published) : planned;
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
