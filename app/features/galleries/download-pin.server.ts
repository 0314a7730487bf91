import type { Studio } from "../../tenancy/studio";

/** A gallery's PIN as it is kept: readable for the studio, which tells it to its clients, and for nobody else. */
export function sealPin(studio: Studio, galleryId: string, pin: string): Promise<string> {
  return studio.seal(sealName(galleryId), pin);
}

/** The PIN that a gallery's downloads ask for; null for none, and for one that cannot be read any more. */
export async function pinOf(
  studio: Studio,
  gallery: { id: string; downloadPin: string | null },
): Promise<string | null> {
  if (gallery.downloadPin === null) return null;
  return studio.unseal(sealName(gallery.id), gallery.downloadPin).catch(() => null);
}

const sealName = (galleryId: string) => `download-pin:${galleryId}`;
