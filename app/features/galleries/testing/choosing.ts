import { eq } from "drizzle-orm";
import { stranger } from "../../../tenancy/actor";
import { actingAs, type Studio } from "../../../tenancy/studio";
import { aPhoto } from "../../ingest/testing";
import type { Place } from "../choosing.server";
import { introduceVisitor } from "../commands/introduce-visitor.server";
import { chooserOf } from "../favourites.server";
import type { Gallery } from "../model";
import type { Chooser } from "../model/favourites";
import { type Proofing, plainFavourites } from "../model/proofing";
import { galleries } from "../schema";
import { aGallery } from "../testing";
import { viewerOf } from "../viewer.server";
import { visitorBehind } from "../visitor.server";

/** A public gallery with ready photos, chosen from as told. */
export async function aChoosing(
  studio: Studio,
  { photos = 3, ...proofing }: Partial<Proofing> & { photos?: number } = {},
): Promise<{ gallery: Gallery; photoIds: string[]; place: Place }> {
  const made = await aGallery(studio);
  const photoIds: string[] = [];
  for (let i = 1; i <= photos; i++)
    photoIds.push((await aPhoto(studio, made.id, { filename: `DSC_000${i}.jpg` })).id);
  const [gallery] = await studio.db
    .update(galleries)
    .set({ proofing: { ...plainFavourites, ...proofing } })
    .where(eq(galleries.id, made.id))
    .returning();
  if (!gallery) throw new Error("the gallery is gone");
  const viewer = await viewerOf(actingAs(studio, stranger), gallery, { key: gallery.slug });
  if (!viewer) throw new Error("a stranger is not let into a public gallery");
  return { gallery, photoIds, place: { gallery, viewer } };
}

/** Somebody who gave their name in a browser of their own, and the studio as they ask it. */
export async function aChooser(
  studio: Studio,
  gallery: Gallery,
  { name = "Anna", email = "anna@example.com", secret = null as string | null } = {},
): Promise<{ chooser: Chooser; secret: string; as: Studio }> {
  const asking = await asBrowser(studio, secret);
  const made = await introduceVisitor(asking, gallery, { name, email, network: "192.0.2.7" });
  if (!made.ok) throw new Error("the name was not taken");
  const kept = secret ?? made.value.secret ?? "";
  return { chooser: made.value.chooser, secret: kept, as: await asBrowser(studio, kept) };
}

/** The studio as a browser with this cookie asks it. */
export async function asBrowser(studio: Studio, secret: string | null): Promise<Studio> {
  return actingAs(studio, { ...stranger, visitor: await visitorBehind(studio, { secret, keys: null }) });
}

/** Who is choosing in a browser with this cookie. */
export async function chooserIn(studio: Studio, secret: string): Promise<Chooser | null> {
  return chooserOf(await asBrowser(studio, secret));
}
