import { and, eq } from "drizzle-orm";
import { newId } from "../../lib/ids";
import { DAY } from "../../lib/time";
import type { Studio } from "../../tenancy/studio";
import { clients } from "../clients/schema";
import { choosePrices } from "../storefront/index.server";
import { addSection } from "./commands/add-section.server";
import { namePerson } from "./commands/name-person.server";
import type { GalleryInput } from "./forms";
import { createGallery, publishGallery } from "./index.server";
import type { Gallery } from "./model";
import type { GalleryRole, Viewer } from "./model/roles";
import { personToken } from "./people.server";
import { galleryMailings } from "./schema/mailings";
import { galleryPeople } from "./schema/visitors";

/** Somebody who is in a gallery of a test as this. */
export function aViewer({ rights }: Pick<Gallery, "rights">, role: GalleryRole = "buyer"): Viewer {
  return { role, rights: rights[role], seesHidden: rights[role].hide, isMember: false, clientId: null };
}

/** Somebody who is named in a gallery of a test, and the token of their link. */
export async function aPerson(
  studio: Studio,
  galleryId: string,
  { email = "anna@example.com", role = "main" as GalleryRole } = {},
): Promise<{ id: string; token: string; clientId: string }> {
  const named = await namePerson(studio, galleryId, { email, role, mails: false });
  if (!named.ok) throw new Error(`the person was refused: ${named.refusal}`);
  const row = await studio.db
    .select({ id: galleryPeople.id, linkVersion: galleryPeople.linkVersion, clientId: clients.id })
    .from(galleryPeople)
    .innerJoin(clients, eq(clients.id, galleryPeople.clientId))
    .where(and(eq(galleryPeople.galleryId, galleryId), eq(clients.email, email)))
    .get();
  if (!row) throw new Error("nobody was named");
  return { id: row.id, clientId: row.clientId, token: await personToken(studio, row) };
}

/** What galleries of tests ask for that ask for a password. */
export const GALLERY_PASSWORD = "unter den linden";

/** A gallery of a test; published unless told otherwise. */
export async function aGallery(
  studio: Studio,
  {
    published = true,
    priceAmount = 1200,
    ...input
  }: Partial<GalleryInput> & { published?: boolean; priceAmount?: number } = {},
): Promise<Gallery> {
  const prices = await choosePrices(studio, { perPhoto: priceAmount });
  if (!prices.ok) throw new Error(`the prices were refused: ${prices.refusal}`);
  const created = await createGallery(studio, {
    name: "Anna & Ben",
    visibility: "public",
    priceListId: prices.value,
    expiresAt: null,
    downloadPin: null,
    password: input.visibility === "password" ? GALLERY_PASSWORD : null,
    ...input,
  });
  if (!created.ok) throw new Error(`the gallery was refused: ${created.refusal}`);
  return published ? publishGallery(studio, created.value.id) : created.value;
}

/** A section of a gallery, and its id. */
export async function aSection(studio: Studio, galleryId: string, name = "Ceremony"): Promise<string> {
  const added = await addSection(studio, galleryId, name);
  if (!added.ok) throw new Error(`the section was refused: ${added.refusal}`);
  return added.value;
}

/** A mail to the people of a gallery that waits for its moment, and its id. */
export async function aMailing(studio: Studio, galleryId: string, sendAt = studio.clock.now() + DAY) {
  const [{ id } = { id: "" }] = await studio.db
    .insert(galleryMailings)
    .values({
      id: newId("mailing"),
      galleryId,
      subject: "Ready",
      message: "Look: {{link}}",
      roles: ["main"],
      tellsPassword: false,
      tellsPin: false,
      sendAt,
      status: "planned",
      createdAt: studio.clock.now(),
    })
    .returning({ id: galleryMailings.id });
  return id;
}
