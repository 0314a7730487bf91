import { sql } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import type { AuditEntry } from "../../../events/audit-entry";
import { commit } from "../../../events/commit";
import { newId } from "../../../lib/ids";
import { ok, type Result, refuse } from "../../../lib/result";
import { slugify } from "../../../lib/text";
import type { Instant } from "../../../lib/time";
import { randomToken } from "../../../lib/tokens";
import type { Studio } from "../../../tenancy/studio";
import { sealPassword, sealPin } from "../download-pin.server";
import type { GalleryInput, NewGallery } from "../forms";
import type { Gallery } from "../model";
import {
  defaultRights,
  type GalleryRights,
  galleryRoles,
  type RoleRights,
  withFreeDownloads,
} from "../model/roles";
import { galleries, galleryAssignments, sections } from "../schema";

const SHARE_KEY_BYTES = 16;
const SLUG_TRIES = 5;

/**
 * Makes a draft. Its readable address comes from its name and stays when the name changes.
 *
 * @param options.demo whether it is an example, which goes away with one click
 * @param options.id of a gallery that is not there yet, where it has to be the same each time it is tried
 * @param options.sections names of the sections it begins with, in their order
 */
export async function createGallery(
  studio: Studio,
  input: NewGallery,
  {
    demo = false,
    id: named,
    sections: names = [],
  }: { demo?: boolean; id?: string; sections?: readonly string[] } = {},
): Promise<Result<Gallery, GalleryRefusal>> {
  const now = studio.clock.now();
  if (input.expiresAt !== null && input.expiresAt < now) return refuse("expiry_in_the_past");
  const { freeDownloads, ...plain } = input;
  const { password = null } = plain;
  if (input.visibility === "password" && password === null) return refuse("password_missing");
  const rights = withShorthand(input.rights ?? defaultRights, freeDownloads);
  const wanted = slugify(input.name) || "gallery";
  for (let attempt = 0; attempt < SLUG_TRIES; attempt++) {
    const id = named ?? newId("gallery");
    const insertion = studio.db
      .insert(galleries)
      .values({
        ...plain,
        id,
        slug: attempt === 0 ? wanted : `${wanted}-${slugify(randomToken(6)).slice(0, 6)}`,
        shareKey: randomToken(SHARE_KEY_BYTES),
        password: password === null ? null : await sealPassword(studio, id, password),
        rights,
        downloadPin: input.downloadPin === null ? null : await sealPin(studio, id, input.downloadPin),
        demo,
        createdAt: now,
      })
      .onConflictDoNothing()
      .returning();
    const [created] = await commit(
      studio,
      insertion,
      { audit: { action: "gallery.created", subjectId: id, after: gist({ ...input, rights }) } },
      { after: [...assignToMaker(studio, id, now), ...beginSections(studio, id, names)] },
    );
    if (created) return ok(created);
  }
  throw new Error("no free address was found for a gallery");
}

/** Why a gallery is not made or changed like that. */
export type GalleryRefusal = "expiry_in_the_past" | "password_missing";

/** Rights as they come of an input: with what every role may download, where it says that for short. */
export function withShorthand(
  rights: GalleryRights,
  freeDownloads: GalleryInput["freeDownloads"] | undefined,
): GalleryRights {
  return freeDownloads === undefined ? rights : withFreeDownloads(rights, freeDownloads);
}

/** What the audit log keeps of a gallery; of its PIN and its password only whether there is one. */
export function gist({
  downloadPin,
  password,
  rights,
  proofing,
  ...input
}: Partial<Omit<GalleryInput, "freeDownloads" | "preset">> & { preset?: string | null }) {
  const { name, visibility, priceListId, expiresAt, registration, preset, watermark } = input;
  const isThere = (secret: string | null | undefined) => (secret === undefined ? undefined : secret !== null);
  const hasDownloadPin = isThere(downloadPin);
  const hasPassword = isThere(password);
  const kept = {
    name,
    visibility,
    priceListId,
    expiresAt,
    registration,
    preset,
    watermark,
    proofing: proofing?.mode,
    hasDownloadPin,
    hasPassword,
  };
  return Object.fromEntries([
    ...Object.entries(kept).filter(([, value]) => value !== undefined),
    ...(rights ? galleryRoles.map((role) => [`rightsOf_${role}`, grantedIn(rights[role])]) : []),
  ]) as Required<AuditEntry>["after"];
}

/** "favourite, web, buy": what a role may do, in few words. */
function grantedIn({ download, ...rights }: RoleRights): string {
  const may = Object.entries(rights).flatMap(([right, holds]) => (holds ? [right] : []));
  return [...may, ...(download === "none" ? [] : [download])].join(", ");
}

function beginSections(
  { db, clock }: Studio,
  galleryId: string,
  names: readonly string[],
): BatchItem<"sqlite">[] {
  if (names.length === 0) return [];
  const rows = names.map((name, position) => ({ id: newId("section"), name, position }));
  return [
    db.run(sql`
      insert into ${sections} (id, gallery_id, name, position, created_at)
      select value ->> 'id', ${galleryId}, value ->> 'name', value ->> 'position', ${clock.now()}
      from json_each(${JSON.stringify(rows)}) where exists (select 1 from ${galleries} where id = ${galleryId})`),
  ];
}

/** Whoever sees only what they are assigned to sees what they make. */
function assignToMaker({ db, actor }: Studio, galleryId: string, now: Instant): BatchItem<"sqlite">[] {
  if (actor.reach !== "assigned" || actor.id === null) return [];
  const made = sql`select ${galleryId}, ${actor.id}, ${now} where exists (select 1 from ${galleries} where id = ${galleryId})`;
  return [db.run(sql`insert into ${galleryAssignments} (gallery_id, member_id, assigned_at) ${made}`)];
}
