import { isCodecError } from "../../codec/codec-error";
import { readLogo } from "../../codec/logo-sprite";
import type { Pixels } from "../../codec/pixels";
import type { Watermark } from "../../codec/watermark";
import { log } from "../../lib/log";
import type { Studio } from "../../tenancy/studio";
import { type WatermarkSettings, watermarkSizes } from "./model";

/** The watermark as the codec draws it. A logo that is missing or no picture gives way to the text. */
export async function drawnWatermark(studio: Studio, settings: WatermarkSettings): Promise<Watermark> {
  const { text, kind, placement, opacity, size } = settings;
  const logo = kind === "logo" ? await logoOf(studio, settings) : null;
  return {
    mark: logo ? { logo } : { text },
    placement,
    opacity: opacity / 100,
    size: watermarkSizes[size],
  };
}

async function logoOf(studio: Studio, { logoKey }: WatermarkSettings): Promise<Pixels | null> {
  const object = logoKey ? await studio.objects.get(logoKey) : null;
  const logo = object && readOr(new Uint8Array(await new Response(object.body).arrayBuffer()));
  if (!logo) log("warn", "the studio's logo cannot be drawn; its text is", { studioId: studio.tenant.id });
  return logo;
}

function readOr(png: Uint8Array): Pixels | null {
  try {
    return readLogo(png);
  } catch (error) {
    if (isCodecError(error)) return null;
    throw error;
  }
}
