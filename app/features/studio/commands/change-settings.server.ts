import { and, eq, inArray, notExists, or, type SQL, sql } from "drizzle-orm";
import { commit } from "../../../events/commit";
import { newId } from "../../../lib/ids";
import { ok, type Result, refuse } from "../../../lib/result";
import { setupSteps, studioIdentity } from "../../../tenancy/schema";
import type { Studio } from "../../../tenancy/studio";
import { pngSize } from "../../ingest/index.server";
import { orders } from "../../storefront/schema";
import { LARGEST_BRAND_LOGO, LARGEST_BRAND_LOGO_SIDE } from "../model";
import type { Presence } from "../presence.server";

type Identity = typeof studioIdentity.$inferSelect;
type Changes = Partial<Omit<Identity, "studioId" | "createdAt">>;

/** Numbers of the tax office, and how a person is reached, are kept out of what is never erased. */
const UNTOLD = new Set<string>([
  ...["taxNumber", "about", "contactEmail", "contactPhone", "contactAddress", "instagram"],
]);

/** Orders that no longer bind the studio to its currency: nothing was ever paid. */
const isSold = inArray(orders.status, ["pending", "processing", "fulfilled", "review"]);

export type BrandRefusal = "logo_not_png" | "logo_too_large";

/** Changes how the studio presents itself. A logo that is not given stays; "remove" takes it away. */
export async function changeBrand(
  studio: Studio,
  {
    logo,
    ...brand
  }: Pick<Identity, "name" | "tagline" | "accent"> &
    Partial<Presence> & { logo: Uint8Array | "remove" | null },
): Promise<Result<void, BrandRefusal>> {
  if (logo instanceof Uint8Array) {
    const size = pngSize(logo);
    if (!size) return refuse("logo_not_png");
    const isTooLarge =
      logo.byteLength > LARGEST_BRAND_LOGO || Math.max(size.width, size.height) > LARGEST_BRAND_LOGO_SIDE;
    if (isTooLarge) return refuse("logo_too_large");
  }
  const before = studio.tenant.logoKey;
  const logoKey = logo === null ? before : logo === "remove" ? null : `brand/${newId("photo")}.png`;
  if (logo instanceof Uint8Array && logoKey) await studio.objects.put(logoKey, logo, "image/png");
  await change(studio, { ...brand, logoKey }, "brand");
  if (before && before !== logoKey) await studio.objects.delete([before]);
  if (brand.name !== studio.tenant.name) await studio.setListedName(brand.name);
  return ok(undefined);
}

/** Changes zone, conventions and currency; the currency only while nothing has been sold. */
export async function changeRegion(
  studio: Studio,
  region: Pick<Identity, "locale" | "timeZone" | "currency">,
): Promise<Result<void, "currency_locked">> {
  const nothingSold = notExists(studio.db.select({ one: sql`1` }).from(orders).where(isSold));
  const guard = or(eq(studioIdentity.currency, region.currency), nothingSold);
  return (await change(studio, region, "region", guard)) ? ok(undefined) : refuse("currency_locked");
}

/** Changes how tax stands in prices and on receipts. */
export async function changeTax(
  studio: Studio,
  tax: Pick<Identity, "pricesIncludeTax" | "taxName" | "taxRate" | "taxNumber">,
): Promise<void> {
  await change(studio, tax, "tax");
}

/** Whether something was sold in the studio's currency. */
export async function hasSold({ db }: Studio): Promise<boolean> {
  return (await db.select({ id: orders.id }).from(orders).where(isSold).limit(1).get()) !== undefined;
}

/** Writes what differs, with an audit entry, and ticks the step off; false when the guard does not hold. */
async function change(studio: Studio, values: Changes, step: string, guard?: SQL): Promise<boolean> {
  const before = await studio.db.select().from(studioIdentity).get();
  const differing = Object.entries(values).filter(
    ([name, value]) => before?.[name as keyof Identity] !== value,
  );
  const doneAt = studio.clock.now();
  const ticked = studio.db.insert(setupSteps).values({ step, doneAt }).onConflictDoNothing();
  if (differing.length === 0) {
    await ticked;
    return true;
  }
  const told = differing.filter(([name]) => !UNTOLD.has(name));
  const was = told.map(([name]) => [name, before?.[name as keyof Identity] ?? null]);
  const changed = await commit(
    studio,
    studio.db
      .update(studioIdentity)
      .set(Object.fromEntries(differing) as Changes)
      .where(and(eq(studioIdentity.studioId, studio.tenant.id), guard))
      .returning({ id: studioIdentity.studioId }),
    {
      audit: {
        action: "studio.changed",
        subjectId: studio.tenant.id,
        before: Object.fromEntries(was),
        after: { ...Object.fromEntries(told), fields: differing.map(([name]) => name) },
      },
    },
    { after: [ticked] },
  );
  return changed.length > 0;
}
