import { newId } from "../../../lib/ids";
import { ok, type Result, refuse } from "../../../lib/result";
import { slugify } from "../../../lib/text";
import { randomToken } from "../../../lib/tokens";
import type { Studio } from "../../../tenancy/studio";
import type { GalleryInput } from "../forms";
import type { Gallery } from "../model";
import { galleries } from "../schema";

const SHARE_KEY_BYTES = 16;
const SLUG_TRIES = 5;

/**
 * Makes a draft. Its readable address comes from its name and stays when the name changes.
 *
 * @param options.demo whether it is an example, which goes away with one click
 */
export async function createGallery(
  studio: Studio,
  input: GalleryInput,
  { demo = false } = {},
): Promise<Result<Gallery, "expiry_in_the_past">> {
  const now = studio.clock.now();
  if (input.expiresAt !== null && input.expiresAt < now) return refuse("expiry_in_the_past");
  const wanted = slugify(input.name) || "gallery";
  for (let attempt = 0; attempt < SLUG_TRIES; attempt++) {
    const [created] = await studio.db
      .insert(galleries)
      .values({
        id: newId("gallery"),
        name: input.name,
        slug: attempt === 0 ? wanted : `${wanted}-${slugify(randomToken(6)).slice(0, 6)}`,
        shareKey: randomToken(SHARE_KEY_BYTES),
        visibility: input.visibility,
        priceAmount: input.priceAmount,
        priceCurrency: studio.tenant.currency,
        expiresAt: input.expiresAt,
        demo,
        createdAt: now,
      })
      .onConflictDoNothing()
      .returning();
    if (created) return ok(created);
  }
  throw new Error("no free address was found for a gallery");
}
