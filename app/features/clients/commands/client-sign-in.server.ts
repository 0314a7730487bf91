import { eq, sql } from "drizzle-orm";
import { commit } from "../../../events/commit";
import { ok, type Result, refuse } from "../../../lib/result";
import { normalizeEmail } from "../../../lib/text";
import type { Instant } from "../../../lib/time";
import { randomToken, tokenHash } from "../../../lib/tokens";
import { actingAs, type Studio } from "../../../tenancy/studio";
import { accountLinks } from "../../account/index.server";
import { clientSessions } from "../../account/schema";
import { keepLanguage } from "../client-language.server";
import { CLIENT_SESSION_LASTS } from "../model";
import { buyerWithAddress } from "../queries.server";
import { clients } from "../schema";

const KIND = "client-sign-in";

/**
 * Has a link mailed that lets a client in, where somebody bought with this address. Whether anybody did cannot be
 * told from the answer nor from how long it takes: the same rows are written for an address that nobody has.
 *
 * @returns the moment from which the next mail may be asked for, or null when this one was
 */
export async function sendClientLink(
  studio: Studio,
  input: { email: string; network: string },
): Promise<Instant | null> {
  const email = normalizeEmail(input.email);
  const until = await accountLinks.countMail(studio, email, input.network);
  if (until !== null) return until;
  const clientId = await buyerWithAddress(studio, email);
  const link = await accountLinks.newLink(studio, KIND, clientId ?? accountLinks.NOBODY);
  await commit(
    studio,
    link.insert,
    { event: { name: "client.link_made", payload: { linkId: link.id } } },
    { after: [keepLanguage(studio, eq(clients.email, email))] },
  );
  return null;
}

/** Signs the holder of a mailed link in, once. The secret goes into the browser's cookie, its hash into a row. */
export async function enterAsClient(
  studio: Studio,
  { token, network }: { token: string; network: string },
): Promise<Result<{ secret: string }, { reason: "link_gone" } | { reason: "too_many"; until: Instant }>> {
  const until = await accountLinks.countLinkUse(studio, network);
  if (until !== null) return refuse({ reason: "too_many", until });
  const clientId = await accountLinks.personOfLink(studio, KIND, token);
  if (clientId === null) return refuse({ reason: "link_gone" });
  const secret = `cls_${randomToken()}`;
  const isUnused = await accountLinks.linkIsUnused(studio, KIND, token);
  const entered = await commit(
    actingAs(studio, { ...studio.actor, kind: "client", id: clientId }),
    studio.db.all<{ id: string }>(sql`
      insert into ${clientSessions} (id, client_id, expires_at)
      select ${await tokenHash(secret)}, id, ${studio.clock.now() + CLIENT_SESSION_LASTS}
      from ${clients} where id = ${clientId} and ${isUnused} returning id`),
    { audit: { action: "client.signed_in", subjectId: clientId } },
    { after: await accountLinks.spendLink(studio, token) },
  );
  return entered.length > 0 ? ok({ secret }) : refuse({ reason: "link_gone" });
}

/** Ends a client's session in one browser. */
export async function leaveAsClient(studio: Studio, secret: string): Promise<void> {
  const hash = await tokenHash(secret);
  const session = await studio.db
    .select({ clientId: clientSessions.clientId })
    .from(clientSessions)
    .where(eq(clientSessions.id, hash))
    .get();
  if (!session) return;
  await commit(
    actingAs(studio, { ...studio.actor, kind: "client", id: session.clientId }),
    studio.db.delete(clientSessions).where(eq(clientSessions.id, hash)).returning({ id: clientSessions.id }),
    { audit: { action: "client.signed_out", subjectId: session.clientId } },
  );
}
