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

/** A gallery's password as it is kept: like its PIN. */
export function sealPassword(studio: Studio, galleryId: string, password: string): Promise<string> {
  return studio.seal(passwordName(galleryId), password);
}

/** The password that a gallery asks for; null for none, and for one that cannot be read any more. */
export async function passwordOf(
  studio: Studio,
  gallery: { id: string; password: string | null },
): Promise<string | null> {
  if (gallery.password === null) return null;
  return studio.unseal(passwordName(gallery.id), gallery.password).catch(() => null);
}

const sealName = (galleryId: string) => `download-pin:${galleryId}`;
const passwordName = (galleryId: string) => `gallery-password:${galleryId}`;
