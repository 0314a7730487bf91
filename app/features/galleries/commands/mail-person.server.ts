import { and, eq, isNull, type SQL } from "drizzle-orm";
import type { Studio } from "../../../tenancy/studio";
import { hasVerifiedOwner } from "../../account/index.server";
import { speakingToClient } from "../../clients/index.server";
import { clients } from "../../clients/schema";
import { personMail } from "../mail/person-mail";
import { shareKeyOf } from "../model";
import { personLinkPath } from "../paths";
import { personToken } from "../people.server";
import { galleries } from "../schema";
import { galleryPeople } from "../schema/visitors";
import { askedName } from "./ask-for-link.server";

/** Mails somebody their link to a gallery, unless a newer one was made or it was taken back meanwhile. */
export async function mailPersonLink(
  studio: Studio,
  { personId, linkVersion }: { personId: string; linkVersion: number },
): Promise<void> {
  const isIt = and(eq(galleryPeople.id, personId), eq(galleryPeople.linkVersion, linkVersion));
  await mailLinkTo(studio, isIt, `gallery-person:${personId}:${linkVersion}`);
}

/** Mails the link that was asked for at a gallery's door, where whoever has that address is named in it. */
export async function mailAskedLink(
  studio: Studio,
  { galleryId, askedAt, sealed }: { galleryId: string; askedAt: number; sealed: string },
): Promise<void> {
  const email = await studio.unseal(askedName(galleryId), sealed);
  const isIt = and(eq(galleryPeople.galleryId, galleryId), eq(clients.email, email));
  await mailLinkTo(studio, isIt, `gallery-asked:${galleryId}:${askedAt}`);
}

async function mailLinkTo(studio: Studio, isIt: SQL | undefined, id: string): Promise<void> {
  const found = await studio.db
    .select({
      id: galleryPeople.id,
      linkVersion: galleryPeople.linkVersion,
      email: clients.email,
      name: galleries.name,
      slug: galleries.slug,
      shareKey: galleries.shareKey,
      visibility: galleries.visibility,
    })
    .from(galleryPeople)
    .innerJoin(clients, eq(clients.id, galleryPeople.clientId))
    .innerJoin(galleries, eq(galleries.id, galleryPeople.galleryId))
    .where(and(isIt, isNull(galleryPeople.revokedAt), eq(galleries.status, "published")))
    .get();
  if (!found || !(await hasVerifiedOwner(studio))) return;
  const url = studio.tenant.origin + personLinkPath(shareKeyOf(found), await personToken(studio, found));
  await studio.mail.send({
    id,
    fromName: studio.tenant.name,
    to: found.email,
    ...personMail((await speakingToClient(studio, found.email)).tenant, { gallery: found.name, url }),
  });
}
