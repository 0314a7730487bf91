import { and, eq } from "drizzle-orm";
import type { Instant } from "../../../lib/time";
import type { Studio } from "../../../tenancy/studio";
import { invitationMail } from "../mail/invitation-mail";
import { members } from "../schema";
import { whoInvited } from "./take-up-invitation.server";

/** Mails an invitation, while whom it is for has neither joined nor been crossed off. */
export async function mailInvitation(
  studio: Studio,
  link: { linkId: string; personId: string; token: string; expiresAt: Instant },
): Promise<void> {
  const invited = await studio.db
    .select({ email: members.email, role: members.role })
    .from(members)
    .where(and(eq(members.id, link.personId), eq(members.status, "invited")))
    .get();
  if (!invited) return;
  await studio.mail.send({
    id: `account-link:${link.linkId}`,
    fromName: studio.tenant.name,
    to: invited.email,
    ...invitationMail(studio.tenant, {
      role: invited.role,
      invitedBy: await whoInvited(studio, link.personId),
      token: link.token,
      until: link.expiresAt,
    }),
  });
}
