import { inArray, sql } from "drizzle-orm";
import type { AuditAction } from "../../events/audit-entry";
import { type AuditFilter, type AuditRow, readAudit } from "../../events/audit-reading";
import { notFound } from "../../lib/app-error";
import { addDays, endOfDay } from "../../lib/time";
import type { Studio } from "../../tenancy/studio";
import { personDataPath } from "../clients/paths";
import { clients } from "../clients/schema";
import { linkPath } from "../downloads/paths";
import { galleryPath } from "../galleries/paths";
import { galleries } from "../galleries/schema";
import { photoPath } from "../ingest/paths";
import { photos } from "../ingest/schema";
import { orderPath } from "../storefront/paths";
import type { AuditFilterValues } from "./forms";
import { givenRoles } from "./member-rules.server";
import { type AuditGroup, auditGroups, type Role } from "./model";
import { memberPath } from "./paths";
import { members } from "./schema";

/** The group of every act: whoever adds an act says where it is found. */
const groupOf: Record<AuditAction, AuditGroup> = {
  "studio.created": "studio",
  "studio.changed": "studio",
  "payments.connected": "studio",
  "demo.added": "studio",
  "demo.removed": "studio",
  "member.invited": "members",
  "member.joined": "members",
  "member.changed": "members",
  "member.role_changed": "members",
  "member.removed": "members",
  "member.signed_in": "access",
  "member.signed_out": "access",
  "member.device_signed_out": "access",
  "member.signed_out_everywhere": "access",
  "member.confirmed": "access",
  "password.reset_requested": "access",
  "password.changed": "access",
  "two_factor.enabled": "access",
  "two_factor.disabled": "access",
  "two_factor.recovery_code_used": "access",
  "two_factor.recovery_codes_made": "access",
  "key.made": "programs",
  "key.revoked": "programs",
  "token.issued": "programs",
  "token.reused": "programs",
  "gallery.created": "galleries",
  "gallery.changed": "galleries",
  "gallery.published": "galleries",
  "gallery.unpublished": "galleries",
  "gallery.reopened": "galleries",
  "gallery.expiry_changed": "galleries",
  "gallery.originals_kept": "galleries",
  "gallery.originals_deleted": "galleries",
  "gallery.assigned": "galleries",
  "gallery.unassigned": "galleries",
  "gallery.person_named": "galleries",
  "gallery.person_changed": "galleries",
  "gallery.person_invited": "galleries",
  "gallery.person_revoked": "galleries",
  "gallery.sections_changed": "galleries",
  "gallery.photos_arranged": "galleries",
  "gallery.mail_planned": "galleries",
  "gallery.mail_canceled": "galleries",
  "gallery.mail_repeated": "galleries",
  "photo.captioned": "galleries",
  "favourites.finished": "galleries",
  "favourites.reopened": "galleries",
  "favourites.exported": "data",
  "favourites.sectioned": "galleries",
  "photo.uploaded": "photos",
  "photo.process_requested": "photos",
  "photo.hidden": "photos",
  "photo.shown": "photos",
  "watermark.changed": "photos",
  "price_list.created": "studio",
  "price_list.changed": "studio",
  "shipping.changed": "studio",
  "order.placed": "orders",
  "order.changed": "orders",
  "order.fulfilled": "orders",
  "order.needs_review": "orders",
  "order.refunded": "orders",
  "order.refund_failed": "orders",
  "order.refund_sent": "orders",
  "order.captured": "orders",
  "order.canceled": "orders",
  "order.accepted": "orders",
  "order.inquiry": "orders",
  "order.disputed": "orders",
  "order.dispute_closed": "orders",
  "order.transfer_confirmed": "orders",
  "order.note_added": "orders",
  "order.receipt_sent": "orders",
  "order.exported": "orders",
  "order.mended": "orders",
  "payment_settings.changed": "studio",
  "entitlements.withheld": "orders",
  "entitlements.restored": "orders",
  "download_link.sent": "orders",
  "download_link.extended": "orders",
  "download_link.revoked": "orders",
  "client.signed_in": "clients",
  "client.signed_out": "clients",
  "person.exported": "data",
  "person.erased": "data",
  "audit.exported": "data",
};

const actionsIn = (group: AuditGroup) =>
  (Object.keys(groupOf) as AuditAction[]).filter((action) => groupOf[action] === group);

/** The filter as the log understands it: days are those of the studio's zone. */
export function filterOf(studio: Studio, { group, person, about, from, to }: AuditFilterValues): AuditFilter {
  const { timeZone } = studio.tenant;
  return {
    ...(group && auditGroups.includes(group) ? { actions: actionsIn(group) } : {}),
    ...(person ? { actorId: person } : {}),
    ...(about ? { subjectId: about } : {}),
    ...(from ? { from: endOfDay(addDays(from, -1), timeZone) + 1 } : {}),
    ...(to ? { before: endOfDay(to, timeZone) + 1 } : {}),
  };
}

type Plain = string | number | boolean | null | readonly (string | number | boolean | null)[];

/** An act as it can be told: the row, what is personal in it as far as it is not erased, and its subject. */
export interface AuditTelling {
  seq: number;
  at: number;
  action: string;
  actorKind: AuditRow["actorKind"];
  actorId: string | null;
  proof: string | null;
  /** Null where it was never known, or is erased. */
  actorName: string | null;
  network: string | null;
  device: string | null;
  isActorErased: boolean;
  subjectId: string;
  /** What the subject is called now; null for what is gone or has no name. */
  subject: string | null;
  /** The subject's page, where it has one. */
  subjectPath: string | null;
  before: Record<string, Plain>;
  after: Record<string, Plain>;
  /** The page of whoever did it, where the one who asks may open it. */
  actorPath: string | null;
  /** What the things are called now whose ids stand in before and after. */
  mentions: Readonly<Record<string, Named>>;
}

/** A stretch of the log as it can be told; see `readAudit` for what it costs. */
export async function auditStretch(
  studio: Studio,
  filter: AuditFilter,
  page: { before?: number; limit: number },
): Promise<{ items: AuditTelling[]; next: number | null }> {
  const { rows, next } = await readAudit(studio.db, filter, page);
  const names = await namesOf(studio, rows.flatMap(idsIn), await givenRoles(studio));
  return { items: rows.map((row) => tellingOf(row, names)), next };
}

/** Members of the studio, former ones too, by whom the log is filtered. */
export async function auditPeople({ db }: Studio) {
  return db
    .select({ id: members.id, name: members.name })
    .from(members)
    .orderBy(members.name)
    .limit(MOST_PEOPLE);
}

const MOST_PEOPLE = 500;

/**
 * What a thing is called that all is about; its id, where it is gone and only the log knows it. Throws `not_found` for
 * what neither knows.
 */
export async function subjectNamed(studio: Studio, id: string): Promise<string> {
  const known = (await namesOf(studio, [id], [])).get(id);
  if (known) return known.name;
  const { rows } = await readAudit(studio.db, { subjectId: id }, { limit: 1 });
  if (rows.length === 0) throw notFound();
  return id;
}

/** What something is called now, and its page where it has one that the one who asks may open. */
export interface Named {
  name: string;
  path: string | null;
}

/** The ids of everything that a row is about, names or mentions. */
function idsIn({ subjectId, actorId, details }: AuditRow): string[] {
  return [subjectId, actorId ?? "", ...(details.match(MENTIONED) ?? [])];
}

const MENTIONED = /\b(gal|mem)_[0-9a-z]{26}\b/g;

/**
 * What things and people are called now, each kind read at once.
 *
 * @param given the roles whose members the one who asks may open
 */
async function namesOf(
  { db, actor }: Studio,
  all: readonly string[],
  given: readonly Role[],
): Promise<Map<string, Named>> {
  const ids = [...new Set(all)];
  const among = (prefix: string) =>
    sql`(select value from json_each(${JSON.stringify(ids.filter((id) => id.startsWith(prefix)))}))`;
  const [someGalleries, somePhotos, someMembers, someClients] = await db.batch([
    db
      .select({ id: galleries.id, name: galleries.name })
      .from(galleries)
      .where(inArray(galleries.id, among("gal_"))),
    db
      .select({ id: photos.id, name: photos.filename, galleryId: photos.galleryId })
      .from(photos)
      .where(inArray(photos.id, among("pho_"))),
    db
      .select({ id: members.id, name: members.name, role: members.role, status: members.status })
      .from(members)
      .where(inArray(members.id, among("mem_"))),
    db
      .select({ id: clients.id, name: clients.email })
      .from(clients)
      .where(inArray(clients.id, among("cli_"))),
  ]);
  const mayErase = actor.capabilities.has("clients:erase");
  const named = new Map<string, Named>();
  for (const { id, name } of someGalleries) named.set(id, { name, path: galleryPath(id) });
  for (const { id, name, galleryId } of somePhotos) named.set(id, { name, path: photoPath(galleryId, id) });
  for (const { id, name, role, status } of someMembers) {
    const opens = status !== "removed" && given.includes(role);
    if (name) named.set(id, { name, path: opens ? memberPath(id) : null });
  }
  for (const { id, name } of someClients)
    if (name.includes("@")) named.set(id, { name, path: mayErase ? personDataPath(id) : null });
  return named;
}

/** The page of a thing that has no name of its own. */
function pathByKind(id: string): string | null {
  if (id.startsWith("ord_")) return orderPath(id);
  return id.startsWith("lnk_") ? linkPath(id) : null;
}

function tellingOf(row: AuditRow, names: Map<string, Named>): AuditTelling {
  const { seq, at, action, actorKind, actorId, proof, subjectId } = row;
  const by = parsed<{ name?: string; network?: string; device?: string }>(row.actorPrivate);
  const about = parsed<{ name?: string; email?: string }>(row.subjectPrivate);
  const details = parsed<{ before?: Record<string, Plain>; after?: Record<string, Plain> }>(row.details);
  const subject = names.get(subjectId);
  return {
    seq,
    at,
    action,
    actorKind,
    actorId,
    proof,
    actorName: by.name || names.get(actorId ?? "")?.name || null,
    network: by.network || null,
    device: by.device || null,
    isActorErased: row.actorDigest !== null && row.actorPrivate === null,
    actorPath: names.get(actorId ?? "")?.path ?? null,
    subjectId,
    subject: subject?.name ?? about.name ?? about.email ?? null,
    subjectPath: subject?.path ?? pathByKind(subjectId),
    before: details.before ?? {},
    after: details.after ?? {},
    mentions: Object.fromEntries(
      (row.details.match(MENTIONED) ?? []).flatMap((id) => {
        const named = names.get(id);
        return named ? [[id, named]] : [];
      }),
    ),
  };
}

/** JSON of a column; nothing where there is none, or where it was tampered with. */
function parsed<Value>(text: string | null): Partial<Value> {
  try {
    return text ? (JSON.parse(text) as Partial<Value>) : {};
  } catch {
    return {};
  }
}
