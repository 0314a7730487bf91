import { and, eq, isNotNull, sql } from "drizzle-orm";
import { ok, type Result, refuse } from "../../../lib/result";
import type { Instant } from "../../../lib/time";
import type { Studio } from "../../../tenancy/studio";
import { accountLinks } from "../../account/index.server";
import { favouritesLists } from "../schema/favourites";
import { galleryVisits, visitors } from "../schema/visitors";
import { makeVisitor } from "../visitor.server";

const KIND = "favourites";

/** Whether a mailed link still opens. */
export async function linkOpens(studio: Studio, token: string): Promise<boolean> {
  return (await accountLinks.personOfLink(studio, KIND, token)) !== null;
}

/**
 * Proves a browser to be the client to whom a link was mailed, once.
 *
 * @returns the secret for its cookie, where it has none yet
 */
export async function proveVisitor(
  studio: Studio,
  { token, network }: { token: string; network: string },
): Promise<
  Result<{ secret: string | null }, { reason: "link_gone" } | { reason: "too_many"; until: Instant }>
> {
  const until = await accountLinks.countLinkUse(studio, network);
  if (until !== null) return refuse({ reason: "too_many", until });
  const clientId = await accountLinks.personOfLink(studio, KIND, token);
  if (clientId === null) return refuse({ reason: "link_gone" });
  const known = studio.actor.visitor?.id ?? null;
  const made = known === null ? await makeVisitor(studio) : null;
  const visitorId = known ?? made?.id ?? "";
  const [proven] = await studio.db.batch([
    studio.db
      .update(visitors)
      .set({ clientId, provenAt: studio.clock.now() })
      .where(and(eq(visitors.id, visitorId), await accountLinks.linkIsUnused(studio, KIND, token)))
      .returning({ id: visitors.id }),
    ...(await accountLinks.spendLink(studio, token)),
  ]);
  return proven.length > 0 ? ok({ secret: made?.secret ?? null }) : refuse({ reason: "link_gone" });
}

/**
 * "Not you?": a browser forgets who was choosing in it. Their lists stay, and open for them with a mailed link only.
 */
export async function forgetVisitor({ db, actor }: Studio): Promise<void> {
  const visitorId = actor.visitor?.id;
  if (!visitorId) return;
  await db.batch([
    db
      .update(favouritesLists)
      .set({ visitorId: null })
      .where(
        and(
          eq(favouritesLists.visitorId, visitorId),
          sql`${favouritesLists.clientId} = (select v.client_id from visitors v where v.id = ${visitorId})`,
        ),
      ),
    db
      .update(galleryVisits)
      .set({ registeredAt: null })
      .where(and(eq(galleryVisits.visitorId, visitorId), isNotNull(galleryVisits.registeredAt))),
    db.update(visitors).set({ clientId: null, provenAt: null }).where(eq(visitors.id, visitorId)),
  ]);
}
