import type { Studio } from "../../../tenancy/studio";
import { ownerEmails } from "../../account/index.server";
import { expiredMail } from "../mail/expired-mail";
import { galleryState } from "../model";
import { galleryById } from "../queries.server";

/** Mails the owners that a gallery has expired, unless its date has been moved or it has been taken back meanwhile. */
export async function mailExpiry(studio: Studio, { galleryId }: { galleryId: string }): Promise<void> {
  const gallery = await galleryById(studio, galleryId);
  if (galleryState(gallery, studio.clock.now()) !== "expired") return;
  const mail = expiredMail(studio.tenant, gallery);
  for (const to of await ownerEmails(studio)) {
    await studio.mail.send({
      id: `expired:${galleryId}:${gallery.expiresAt}:${to}`,
      fromName: studio.tenant.name,
      to,
      ...mail,
    });
  }
}
