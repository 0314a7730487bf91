import { and, eq } from "drizzle-orm";
import { commit } from "../../../events/commit";
import { minorDigits } from "../../../lib/money";
import type { Studio } from "../../../tenancy/studio";
import { createGallery, galleryById } from "../../galleries/index.server";
import { galleries } from "../../galleries/schema";
import { uploadPhoto } from "../../ingest/index.server";
import { photos } from "../../ingest/schema";
import { choosePrices } from "../../storefront/index.server";
import { studioWords } from "../messages/words";

/** A photo of the example; its bytes are fetched when it is its turn. */
export interface ExamplePhoto {
  filename: string;
  bytes(): Promise<Uint8Array>;
}

/** What a photo of the example costs, in whole units of a currency that has cents; without them a hundredfold. */
const PRICE = 12;

/**
 * Makes an example gallery, published and not listed, marked so that it can be told from the studio's own. Where a
 * run was cut off the next one goes on: photos that are there already are left out.
 */
export async function fillWithExample(
  studio: Studio,
  examples: readonly ExamplePhoto[],
): Promise<{ id: string }> {
  const gallery = await exampleGallery(studio);
  const there = await studio.db
    .select({ filename: photos.filename })
    .from(photos)
    .where(eq(photos.galleryId, gallery.id));
  const have = new Set(there.map(({ filename }) => filename));
  for (const { filename, bytes } of examples.filter((example) => !have.has(example.filename))) {
    const data = await bytes();
    const body = new Blob([data as Uint8Array<ArrayBuffer>]).stream();
    const uploaded = await uploadPhoto(studio, gallery.id, { filename, length: data.byteLength, body });
    if (!uploaded.ok) throw new Error(`a photo of the example was refused: ${uploaded.refusal.reason}`);
  }
  await commit(
    studio,
    studio.db
      .update(galleries)
      .set({ status: "published", publishedAt: studio.clock.now() })
      .where(and(eq(galleries.id, gallery.id), eq(galleries.status, "draft")))
      .returning({ id: galleries.id }),
    { audit: { action: "demo.added", subjectId: gallery.id } },
  );
  return { id: gallery.id };
}

async function exampleGallery(studio: Studio) {
  const before = await studio.db
    .select({ id: galleries.id })
    .from(galleries)
    .where(eq(galleries.demo, true))
    .limit(1)
    .get();
  if (before) return galleryById(studio, before.id);
  const { currency, locale } = studio.tenant;
  const digits = minorDigits(currency);
  const perPhoto = PRICE * (digits === 0 ? 100 : 10 ** digits);
  const prices = await choosePrices(studio, { perPhoto });
  const made = await createGallery(
    studio,
    {
      name: studioWords(locale).setup.exampleName,
      visibility: "unlisted",
      priceListId: prices.ok ? prices.value : null,
      expiresAt: null,
      downloadPin: null,
    },
    { demo: true },
  );
  if (!made.ok) throw new Error(`the example was refused: ${made.refusal}`);
  return made.value;
}
