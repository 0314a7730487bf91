import type { Studio } from "../../tenancy/studio";

/** A gallery's password as it is kept: readable for the studio, which tells it to its clients, and for nobody else. */
export function sealPassword(studio: Studio, galleryId: string, password: string): Promise<string> {
  return studio.seal(sealName(galleryId), password);
}

/** The password that a gallery asks for; null for none, and for one that cannot be read any more. */
export async function passwordOf(
  studio: Studio,
  gallery: { id: string; password: string | null },
): Promise<string | null> {
  if (gallery.password === null) return null;
  return studio.unseal(sealName(gallery.id), gallery.password).catch(() => null);
}

const sealName = (galleryId: string) => `gallery-password:${galleryId}`;
