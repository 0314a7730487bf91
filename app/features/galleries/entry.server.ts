import { and, eq } from "drizzle-orm";
import type { Studio } from "../../tenancy/studio";
import { brandLogoPath } from "../studio/paths";
import type { Gallery } from "./model";
import { sharePath } from "./paths";
import { galleryVisits } from "./schema/visitors";
import { provenClient, type Standing } from "./viewer.server";

/** What a gallery's door shows somebody who is not in, or is offered to leave an address on the way in. */
export interface Entry {
  key: string;
  asks: "password" | "link" | "registration";
  /** Whether an address may be left out. */
  mayDecline: boolean;
  galleryName: string;
  subtitle: string;
  studioName: string;
  logoUrl: string | null;
  /** The page of the gallery that was wanted. */
  to: string;
}

/** What the door asks for, in words of its page; null for whoever is in and is asked for nothing. */
export async function entryOf(
  studio: Studio,
  {
    key,
    gallery,
    standing,
    request,
  }: { key: string; gallery: Gallery; standing: Standing; request: Request },
): Promise<Entry | null> {
  const asks =
    standing.asks ?? ((await isOfferedToRegister(studio, gallery, standing)) ? "registration" : null);
  if (asks === null) return null;
  return {
    key,
    asks,
    mayDecline: asks === "registration" && gallery.registration === "optional",
    galleryName: gallery.name,
    subtitle: gallery.subtitle,
    studioName: studio.tenant.name,
    logoUrl: brandLogoPath(studio.tenant.logoKey),
    to: wayBack(key, new URL(request.url).searchParams.get("to")),
  };
}

/** Where somebody goes on who has been let in: a page of this gallery, or its first one. */
export function wayBack(key: string, wanted: string | null | undefined): string {
  const first = sharePath(key);
  return wanted && (wanted.startsWith(`${first}/`) || wanted.startsWith(`${first}?`)) ? wanted : first;
}

/** Where an address may be left, each browser is asked once. */
async function isOfferedToRegister(studio: Studio, gallery: Gallery, { viewer }: Standing): Promise<boolean> {
  if (gallery.registration !== "optional" || !viewer || viewer.isMember) return false;
  if (provenClient(studio) !== null) return false;
  const visitorId = studio.actor.visitor?.id;
  if (!visitorId) return true;
  const visit = await studio.db
    .select({ registeredAt: galleryVisits.registeredAt })
    .from(galleryVisits)
    .where(and(eq(galleryVisits.galleryId, gallery.id), eq(galleryVisits.visitorId, visitorId)))
    .get();
  return !visit?.registeredAt;
}
