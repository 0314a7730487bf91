import { sql } from "drizzle-orm";
import { newId } from "../../../lib/ids";
import { ok, type Result, refuse } from "../../../lib/result";
import type { Studio } from "../../../tenancy/studio";
import { LARGEST_LOGO, LARGEST_LOGO_SIDE, type WatermarkSettings } from "../model";
import { pngSize } from "../png-size";
import { watermark } from "../schema";
import { watermarkOf } from "../watermark.server";

export type WatermarkChange = Omit<WatermarkSettings, "revision" | "logoKey"> & {
  /** A new logo; null keeps the one there is. */
  logo: Uint8Array | null;
};

export type WatermarkRefusal = "logo_missing" | "logo_not_png" | "logo_too_large";

/**
 * Changes what stands on the studio's renditions. Every photo is made anew in the background; until then it is
 * shown as it was.
 */
export async function changeWatermark(
  studio: Studio,
  { logo, ...change }: WatermarkChange,
): Promise<Result<void, WatermarkRefusal>> {
  const refusal = logo && refusalOf(logo);
  if (refusal) return refuse(refusal);
  const before = await watermarkOf(studio);
  if (change.kind === "logo" && !logo && !before.logoKey) return refuse("logo_missing");
  const logoKey = logo ? `watermark/${newId("photo")}.png` : before.logoKey;
  if (logo && logoKey) await studio.objects.put(logoKey, logo, "image/png");
  const now = studio.clock.now();
  await studio.dueBy(now);
  await studio.db
    .insert(watermark)
    .values({ id: 1, ...change, logoKey, revision: before.revision + 1, changedAt: now })
    .onConflictDoUpdate({
      target: watermark.id,
      set: { ...change, logoKey, revision: sql`${watermark.revision} + 1`, changedAt: now },
    });
  return ok(undefined);
}

function refusalOf(logo: Uint8Array): WatermarkRefusal | null {
  const size = pngSize(logo);
  if (!size) return "logo_not_png";
  const tooLarge = logo.byteLength > LARGEST_LOGO || Math.max(size.width, size.height) > LARGEST_LOGO_SIDE;
  return tooLarge ? "logo_too_large" : null;
}
