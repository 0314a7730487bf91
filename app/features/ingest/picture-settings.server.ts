import type { Studio } from "../../tenancy/studio";
import { type PictureSettings, watermarkOpacity } from "./model";
import { pictureSettings } from "./schema";

/** How the studio's pictures are made; until it is changed, with the text of sign-up in the usual way. */
export async function pictureSettingsOf(studio: Studio): Promise<PictureSettings> {
  const row = await studio.db.select().from(pictureSettings).limit(1).get();
  if (row) return row;
  return {
    kind: "text",
    text: studio.tenant.watermarkText,
    logoKey: null,
    placement: "tiled",
    opacity: watermarkOpacity.usual,
    size: "medium",
    credits: "none",
    avif: false,
    revision: 0,
  };
}
