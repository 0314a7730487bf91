import { eq } from "drizzle-orm";
import type { EventPayload } from "../../../events/catalogue";
import type { Studio } from "../../../tenancy/studio";
import { accountLinks, ownerEmails } from "../../account/index.server";
import { speakingToClient } from "../../clients/index.server";
import { isErased } from "../../clients/model";
import { clients } from "../../clients/schema";
import { favouritesLinkMail, finishedMail } from "../mail/favourites-mail";
import { picksWords } from "../messages/picks-words";
import { type Gallery, galleryState, shareKeyOf } from "../model";
import { extrasOf } from "../model/favourites";
import { listForStudio } from "../picks.server";
import { galleryById } from "../queries.server";
import { roleOf } from "../viewer.server";

/**
 * Mails the link to somebody's lists, while it opens and the gallery does; a link of nobody goes nowhere, nor one of
 * somebody who would be told of a gallery that only named people come into, and who is not named in it now.
 */
export async function mailFavouritesLink(
  studio: Studio,
  { linkId, galleryId, reason }: EventPayload<"favourites.link_made">,
): Promise<void> {
  const link = await accountLinks.linkToMail(studio, linkId);
  if (link?.kind !== "favourites") return;
  const gallery = await galleryById(studio, galleryId);
  if (galleryState(gallery, studio.clock.now()) !== "open") return;
  const client = await studio.db
    .select({ email: clients.email })
    .from(clients)
    .where(eq(clients.id, link.personId))
    .get();
  if (!client || isErased(client.email)) return;
  if (!mayBeTold(gallery, reason) && (await roleOf(studio, galleryId, link.personId)) === null) return;
  const mail = favouritesLinkMail((await speakingToClient(studio, client.email)).tenant, {
    reason,
    gallery: { name: gallery.name, key: shareKeyOf(gallery) },
    token: link.token,
    until: link.expiresAt,
  });
  const { name: fromName } = studio.tenant;
  await studio.mail.send({ id: `favourites-link:${linkId}`, fromName, to: client.email, ...mail });
}

/** Whether the address of a gallery goes to who is not named in it: a secret one not unasked, if it became that. */
function mayBeTold(
  { visibility, accessVersion }: Pick<Gallery, "visibility" | "accessVersion">,
  reason: EventPayload<"favourites.link_made">["reason"],
): boolean {
  if (visibility === "people") return false;
  return visibility !== "unlisted" || accessVersion === 1 || reason !== "unfinished";
}

/** Tells the owners that a client is finished, unless the list has been opened again or is gone. */
export async function mailFinished(
  studio: Studio,
  { listId, at }: EventPayload<"favourites.finished">,
): Promise<void> {
  const list = await listForStudio(studio, listId);
  if (list?.finishedAt !== at) return;
  const gallery = await galleryById(studio, list.galleryId);
  const words = picksWords(studio.tenant.locale);
  const mail = finishedMail(studio.tenant, {
    gallery,
    who: list.person.name || list.person.email,
    list: list.name,
    note: list.note,
    counts: words.counts(gallery.proofing, list, extrasOf(gallery.proofing, list).unpaid),
  });
  for (const to of await ownerEmails(studio)) {
    const id = `favourites-finished:${listId}:${at}:${to}`;
    await studio.mail.send({ id, fromName: studio.tenant.name, to, ...mail });
  }
}
