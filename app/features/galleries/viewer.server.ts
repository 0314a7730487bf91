import { and, eq, isNull } from "drizzle-orm";
import { notFound } from "../../lib/app-error";
import type { Studio } from "../../tenancy/studio";
import { addressBecameSecret, type Gallery, type GalleryState, galleryState, shareKeyOf } from "./model";
import type { GalleryRole, Viewer } from "./model/roles";
import { findSharedGallery, withinReach } from "./queries.server";
import { galleries } from "./schema";
import { galleryPeople, galleryVisits } from "./schema/visitors";

/** Whether somebody is in a gallery, or what it asks them for first. */
export type Standing =
  | { viewer: Viewer; asks: null }
  | { viewer: null; asks: "password" | "link" | "registration" };

/** How somebody came: by which part of the address, and as whom a member wants to see it. */
export interface Way {
  /** The part of the address that names the gallery; left out where an address names something in it. */
  key?: string | undefined;
  as?: GalleryRole | undefined;
}

type Entered = Pick<Gallery, "id" | "visibility" | "shareKey" | "accessVersion" | "registration" | "rights">;

/**
 * What a gallery's address opens for the one who asks: the gallery, what it is right now, and where they stand. A
 * draft is there for members alone, who look at it before it is published. Throws `not_found` for everything else.
 */
export async function enterGallery(
  studio: Studio,
  key: string,
  as?: GalleryRole,
): Promise<{ gallery: Gallery; state: GalleryState; standing: Standing }> {
  const gallery = await findSharedGallery(studio, key);
  if (!gallery) throw notFound();
  const state = galleryState(gallery, studio.clock.now());
  const standing = await standingIn(studio, gallery, { key, as });
  if (state === "draft" && !standing.viewer?.isMember) throw notFound();
  return { gallery, state, standing };
}

/** Who is looking at a gallery; null for somebody it has not let in. What it is right now is asked besides. */
export async function viewerOf(studio: Studio, gallery: Entered, way: Way = {}): Promise<Viewer | null> {
  return (await standingIn(studio, gallery, way)).viewer;
}

/**
 * The part of a gallery's address that may be told to the one who asks: null where it is a secret, they are not in, and
 * what brought them may be of a time when everybody might come.
 */
export async function addressFor(studio: Studio, gallery: Gallery): Promise<string | null> {
  return addressBecameSecret(gallery) && !(await viewerOf(studio, gallery)) ? null : shareKeyOf(gallery);
}

/** Where the one who asks stands: decided from the rows as they are now, so that every change holds at once. */
export async function standingIn(studio: Studio, gallery: Entered, { key, as }: Way = {}): Promise<Standing> {
  const { actor } = studio;
  const viewer = (role: GalleryRole, clientId: string | null, isMember = false): Standing => {
    const rights = gallery.rights[role];
    return { viewer: { role, rights, seesHidden: rights.hide, isMember, clientId }, asks: null };
  };
  if (await isTheirWork(studio, gallery.id)) return viewer(as ?? "main", null, true);

  const clientId = provenClient(studio);
  const role = clientId === null ? null : await roleOf(studio, gallery.id, clientId);
  if (role) return viewer(role, clientId);

  const { visibility } = gallery;
  if (visibility === "people") return { viewer: null, asks: "link" };
  const visit =
    visibility === "password" || gallery.registration === "required"
      ? await visitOf(studio, gallery.id)
      : null;
  if (visibility === "password" && visit?.accessVersion !== gallery.accessVersion)
    return { viewer: null, asks: "password" };
  const hasKey = key === gallery.shareKey || actor.visitor?.keys.includes(gallery.shareKey);
  // Its address is the secret: whoever names a photo of it without having opened that has nothing to ask for.
  if (visibility === "unlisted" && !hasKey) return { viewer: null, asks: "link" };
  if (gallery.registration === "required" && !visit?.registeredAt && clientId === null)
    return { viewer: null, asks: "registration" };
  return viewer(visibility === "public" ? "buyer" : "guest", clientId);
}

/** The client that the browser is proven to be, by a session or by a link that was mailed to them. */
export function provenClient({ actor }: Studio): string | null {
  if (actor.kind === "client") return actor.id;
  return actor.visitor?.isProven ? actor.visitor.clientId : null;
}

async function isTheirWork(studio: Studio, galleryId: string): Promise<boolean> {
  const { actor, db } = studio;
  if (!actor.capabilities.has("galleries:read")) return false;
  const reach = withinReach(actor);
  if (!reach) return true;
  const found = await db
    .select({ id: galleries.id })
    .from(galleries)
    .where(and(eq(galleries.id, galleryId), reach))
    .get();
  return found !== undefined;
}

/** As what a client is named in a gallery now; null for who is not, or not any more. */
export async function roleOf(
  { db }: Pick<Studio, "db">,
  galleryId: string,
  clientId: string,
): Promise<GalleryRole | null> {
  const person = await db
    .select({ role: galleryPeople.role })
    .from(galleryPeople)
    .where(
      and(
        eq(galleryPeople.galleryId, galleryId),
        eq(galleryPeople.clientId, clientId),
        isNull(galleryPeople.revokedAt),
      ),
    )
    .get();
  return person?.role ?? null;
}

async function visitOf({ db, actor }: Studio, galleryId: string) {
  const visitorId = actor.visitor?.id;
  if (!visitorId) return null;
  const { accessVersion, registeredAt } = galleryVisits;
  const visit = await db
    .select({ accessVersion, registeredAt })
    .from(galleryVisits)
    .where(and(eq(galleryVisits.galleryId, galleryId), eq(galleryVisits.visitorId, visitorId)))
    .get();
  return visit ?? null;
}
