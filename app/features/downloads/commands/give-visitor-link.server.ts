import { sql } from "drizzle-orm";
import { newId } from "../../../lib/ids";
import { ok, type Result, refuse } from "../../../lib/result";
import { tokenHash } from "../../../lib/tokens";
import type { Studio } from "../../../tenancy/studio";
import { countAttempt, forgiveAttempt, type Limit } from "../../account/index.server";
import { pinOf } from "../../galleries/index.server";
import { type Gallery, galleryState } from "../../galleries/model";
import type { Viewer } from "../../galleries/model/roles";
import { galleries } from "../../galleries/schema";
import { insertLink, linkToken } from "../links.server";
import { downloadLimits, linkLasts, type VisitorLinkRefusal } from "../model";

/**
 * Gives somebody who is in a gallery a link to what it gives those like them, for the right PIN where it has one. The PIN is counted before
 * it is looked at, for the gallery and for the network that it comes from, so that tries made at once all count;
 * while there are too many, the right one gets the same answer as a wrong one.
 */
export async function giveVisitorLink(
  studio: Studio,
  { gallery, viewer, pin, network }: { gallery: Gallery; viewer: Viewer; pin: string; network: string },
): Promise<Result<{ token: string }, VisitorLinkRefusal>> {
  if (viewer.rights.download === "none" || galleryState(gallery, studio.clock.now()) !== "open")
    return refuse({ reason: "not_given" });
  const { visitorLinks } = downloadLimits;
  const limits: Limit[] = [
    {
      subject: `visitor-link:network:${network}`,
      most: visitorLinks.perNetwork,
      windowMs: visitorLinks.window,
    },
  ];
  const pins = gallery.downloadPin === null ? [] : pinLimits(gallery.id, network);
  const until = await countAttempt(studio, [...limits, ...pins]);
  if (until !== null) return refuse({ reason: "too_many", until });
  if (!(await isRightPin(studio, gallery, pin))) return refuse({ reason: "wrong_pin" });
  await forgiveAttempt(studio, pins);

  const id = newId("link");
  const expiresAt = studio.clock.now() + linkLasts.gallery;
  const stillGiven = sql`exists (select 1 from ${galleries} g where g.id = ${gallery.id} and g.status = 'published'
    and g.access_version = ${gallery.accessVersion} and g.download_pin is ${gallery.downloadPin})`;
  const { role, clientId, isMember } = viewer;
  const memberId = isMember ? studio.actor.id : null;
  const visitor = { role, clientId, memberId, accessVersion: gallery.accessVersion };
  const link = await insertLink(studio, { id, galleryId: gallery.id, visitor, expiresAt }, stillGiven);
  const made = await studio.db.all(link);
  return made.length > 0 ? ok({ token: await linkToken(studio, id) }) : refuse({ reason: "not_given" });
}

function pinLimits(galleryId: string, network: string): Limit[] {
  const { window, perNetwork, day, perGallery } = downloadLimits.pins;
  return [
    { subject: `download-pin:${galleryId}:network:${network}`, most: perNetwork, windowMs: window },
    { subject: `download-pin:${galleryId}`, most: perGallery, windowMs: day },
  ];
}

/** Hashes are compared, so that how far a PIN is right takes no longer or shorter. */
async function isRightPin(studio: Studio, gallery: Gallery, pin: string): Promise<boolean> {
  if (gallery.downloadPin === null) return true;
  const right = await pinOf(studio, gallery);
  return right !== null && (await tokenHash(pin)) === (await tokenHash(right));
}
