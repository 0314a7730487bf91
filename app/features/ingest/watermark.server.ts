import type { Studio } from "../../tenancy/studio";
import { type WatermarkSettings, watermarkOpacity } from "./model";
import { watermark } from "./schema";

/** The studio's watermark; until it is changed, the text of sign-up in the usual way. */
export async function watermarkOf(studio: Studio): Promise<WatermarkSettings> {
  const row = await studio.db.select().from(watermark).limit(1).get();
  if (row) return row;
  return {
    kind: "text",
    text: studio.tenant.watermarkText,
    logoKey: null,
    placement: "tiled",
    opacity: watermarkOpacity.usual,
    size: "medium",
    revision: 0,
  };
}
