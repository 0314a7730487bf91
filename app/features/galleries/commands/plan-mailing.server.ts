import { and, eq, sql } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import { commit } from "../../../events/commit";
import { notFound } from "../../../lib/app-error";
import { newId } from "../../../lib/ids";
import { ok, type Result, refuse } from "../../../lib/result";
import type { Instant } from "../../../lib/time";
import type { Studio } from "../../../tenancy/studio";
import { hasVerifiedOwner } from "../../account/index.server";
import type { Gallery } from "../model";
import { variablesIn } from "../model/mailing";
import type { GalleryRole } from "../model/roles";
import { recipientsOf } from "../recipients.server";
import { galleries } from "../schema";
import { galleryMailings } from "../schema/mailings";

/** A mail as it was written. */
export interface Written {
  subject: string;
  message: string;
  tellsPassword: boolean;
  tellsPin: boolean;
}

export type MailingRefusal =
  | { reason: "unknown_variable"; field: "subject" | "message"; names: string[] }
  | { reason: "no_password" | "no_pin" | "no_last_day"; field: "subject" | "message" }
  | { reason: "nobody" | "studio_unverified" | "in_the_past" | "planned_before" };

/**
 * To the people of some roles, at once or at a moment; or, as a test, to a member alone. What was planned with a key is
 * not planned with it again.
 */
export type Addressed =
  | { roles: readonly GalleryRole[]; sendAt: Instant | null; key?: string | undefined }
  | { memberId: string };

/** Why a mail cannot be planned like that; null where it can. */
async function mailingRefusal(
  studio: Studio,
  gallery: Gallery,
  written: Written,
  to: Addressed,
): Promise<MailingRefusal | null> {
  const refusal = refusalOf(gallery, written);
  if (refusal) return refusal;
  if ("roles" in to) {
    if (to.sendAt !== null && to.sendAt <= studio.clock.now()) return { reason: "in_the_past" };
    const people = await recipientsOf(studio, gallery.id, to.roles);
    if (people.length === 0) return { reason: "nobody" };
    if (!(await hasVerifiedOwner(studio))) return { reason: "studio_unverified" };
  }
  return null;
}

/**
 * Plans a mail to the people of a published gallery: it goes at once, or at its moment, and can be called back until
 * then. A test goes to the member who asks, and to nobody else. Refuses a text that could not be filled in, and a key
 * with which another mail was planned. Throws `not_found` for a gallery that is gone.
 *
 * @param before statements of the same transaction that go before: those that publish the gallery
 * @returns the mail's id
 */
export async function planMailing(
  studio: Studio,
  gallery: Gallery,
  written: Written,
  to: Addressed,
  before: BatchItem<"sqlite">[] = [],
): Promise<Result<string, MailingRefusal>> {
  const refusal = await mailingRefusal(studio, gallery, written, to);
  if (refusal) return refuse(refusal);
  const now = studio.clock.now();
  const { roles, sendAt, memberId } =
    "memberId" in to ? { roles: [], sendAt: null, memberId: to.memberId } : { ...to, memberId: null };
  const id = ("key" in to ? to.key : undefined) ?? newId("mailing");
  await studio.dueBy(sendAt ?? now);
  const insertion = studio.db.all<{ id: string }>(sql`
    insert into ${galleryMailings} (id, gallery_id, subject, message, roles, tells_password, tells_pin, send_at, status,
      member_id, created_at)
    select ${id}, id, ${written.subject}, ${written.message}, ${JSON.stringify(roles)}, ${written.tellsPassword ? 1 : 0},
      ${written.tellsPin ? 1 : 0}, ${sendAt ?? now}, ${sendAt === null ? "sending" : "planned"}, ${memberId}, ${now}
    from ${galleries} where id = ${gallery.id} on conflict do nothing returning id`);
  const audit = {
    action: "gallery.mail_planned" as const,
    subjectId: gallery.id,
    after: { when: sendAt ?? now, roles },
  };
  const event = { name: "gallery.mailing_due" as const, payload: { mailingId: id } };
  const telling = memberId !== null ? { event } : sendAt === null ? { event, audit } : { audit };
  const planned = await commit(studio, insertion, telling, { before });
  if (planned.length > 0) return ok(id);
  const earlier = await plannedBefore(studio, gallery, id);
  if (earlier === undefined) throw notFound();
  const isSame =
    earlier.subject === written.subject &&
    earlier.message === written.message &&
    String(earlier.roles) === String(roles) &&
    earlier.sendAt === (sendAt ?? earlier.createdAt);
  return isSame ? ok(id) : refuse({ reason: "planned_before" });
}

/** The mail that was planned with this key. */
function plannedBefore({ db }: Studio, { id: galleryId }: Gallery, id: string) {
  const isIt = and(eq(galleryMailings.id, id), eq(galleryMailings.galleryId, galleryId));
  return db.select().from(galleryMailings).where(isIt).get();
}

/** Why a text cannot be filled in for this gallery; null where it can. */
function refusalOf(gallery: Gallery, written: Written): MailingRefusal | null {
  for (const field of ["subject", "message"] as const) {
    const { known, unknown } = variablesIn(written[field]);
    if (unknown.length > 0) return { reason: "unknown_variable", field, names: unknown };
    if (known.has("password") && gallery.password === null) return { reason: "no_password", field };
    if (known.has("pin") && gallery.downloadPin === null) return { reason: "no_pin", field };
    if (known.has("last_day") && gallery.expiresAt === null) return { reason: "no_last_day", field };
  }
  return null;
}
