import { eq } from "drizzle-orm";
import { type Studio, speaking } from "../../../tenancy/studio";
import { accountLinks } from "../../account/index.server";
import { clientLinkMail } from "../mail/client-link-mail";
import { clients } from "../schema";

/** Mails a client the link that lets them in, while it opens; a link of nobody goes nowhere. */
export async function mailClientLink(studio: Studio, { linkId }: { linkId: string }): Promise<void> {
  const link = await accountLinks.linkToMail(studio, linkId);
  if (link?.kind !== "client-sign-in") return;
  const client = await studio.db
    .select({ email: clients.email, locale: clients.locale })
    .from(clients)
    .where(eq(clients.id, link.personId))
    .get();
  if (!client) return;
  await studio.mail.send({
    id: `client-link:${linkId}`,
    fromName: studio.tenant.name,
    to: client.email,
    ...clientLinkMail(speaking(studio, client.locale ?? studio.tenant.homeLocale).tenant, {
      token: link.token,
      until: link.expiresAt,
    }),
  });
}
