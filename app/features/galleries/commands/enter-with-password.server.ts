import { ok, type Result, refuse } from "../../../lib/result";
import type { Instant } from "../../../lib/time";
import { tokenHash } from "../../../lib/tokens";
import type { Studio } from "../../../tenancy/studio";
import { countAttempt, forgiveAttempt, type Limit } from "../../account/index.server";
import { passwordOf } from "../download-pin.server";
import type { Gallery } from "../model";
import { accessLimits, spoken } from "../model/access";
import { visited } from "../visits.server";

export type PasswordRefusal = { reason: "wrong_password" } | { reason: "too_many"; until: Instant };

/**
 * Lets a browser into a gallery for its password or access code. Each try is counted before it is looked at, for the
 * gallery and for the network it comes from; while there are too many, the right one gets the same answer as a wrong
 * one. Who is let in has to come anew once the gallery has another password.
 *
 * @param visitor makes the browser a visitor if it is none; asked for only when it is let in
 */
export async function enterWithPassword(
  studio: Studio,
  { gallery, password, network }: { gallery: Gallery; password: string; network: string },
  visitor: () => Promise<string>,
): Promise<Result<void, PasswordRefusal>> {
  const limits = limitsOf(gallery.id, network);
  const until = await countAttempt(studio, limits);
  if (until !== null) return refuse({ reason: "too_many", until });
  const right = await passwordOf(studio, gallery);
  if (right === null || (await tokenHash(spoken(password))) !== (await tokenHash(spoken(right))))
    return refuse({ reason: "wrong_password" });
  await forgiveAttempt(studio, limits);
  const visit = { galleryId: gallery.id, visitorId: await visitor() };
  await studio.db.batch([visited(studio, visit, { accessVersion: gallery.accessVersion })]);
  return ok(undefined);
}

function limitsOf(galleryId: string, network: string): Limit[] {
  const { window, perNetwork, day, perGallery } = accessLimits.passwords;
  return [
    { subject: `gallery-password:${galleryId}:network:${network}`, most: perNetwork, windowMs: window },
    { subject: `gallery-password:${galleryId}`, most: perGallery, windowMs: day },
  ];
}
