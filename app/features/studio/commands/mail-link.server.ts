import { and, eq } from "drizzle-orm";
import type { Studio } from "../../../tenancy/studio";
import { members } from "../../account/schema";
import { galleryById } from "../../galleries/index.server";
import { shareKeyOf } from "../../galleries/model";
import { sharePath } from "../../galleries/paths";
import { linkMail } from "../mail/link-mail";

/** Mails a member the link of a gallery as a client would get it. */
export async function mailLink(
  studio: Studio,
  { galleryId, memberId, askedAt }: { galleryId: string; memberId: string; askedAt: number },
): Promise<void> {
  const [gallery, member] = await Promise.all([
    galleryById(studio, galleryId),
    studio.db
      .select({ email: members.email })
      .from(members)
      .where(and(eq(members.id, memberId), eq(members.status, "active")))
      .get(),
  ]);
  if (!member || gallery.status !== "published") return;
  await studio.mail.send({
    id: `link:${galleryId}:${memberId}:${askedAt}`,
    fromName: studio.tenant.name,
    to: member.email,
    ...linkMail(studio.tenant, {
      gallery: gallery.name,
      photos: gallery.readyCount,
      url: studio.tenant.origin + sharePath(shareKeyOf(gallery)),
    }),
  });
}
